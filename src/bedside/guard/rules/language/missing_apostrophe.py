from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_SHORT = (
    "don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't couldn't "
    "wouldn't shouldn't that's there's here's we've you've they've you'll they'll "
    "they're what's"
)


class MissingApostrophe(WordingRule):
    """
    A missing apostrophe.

    ## Why it matters
    A dropped apostrophe reads as haste, in the one place where a clinic must not look hasty.

    ## Flagged
    - We [dont] charge for parking.
    - [Womens] health physio on Elm Street.
    - Read every [patients] story on our site.

    ## Fine
    - We don't charge for parking.
    - Women's health, veterans and patients all have their page.

    ## Instead
    Add the apostrophe, as the suggestion shows.
    """

    code = "L017"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, contractions and possessives"
    kinds = frozenset(Kind)
    prose_only = True
    message = 'An apostrophe is missing: write "{instead}".'
    wordings = (
        *(Wording(word.replace("'", ""), suggestion=word) for word in _SHORT.split()),
        Wording("womens", suggestion="women's"),
        Wording(
            "mens",
            then=r"(?= (?:health|shelter|clinic|group|shed|room|night|night out)\b)",
            suggestion="men's",
        ),
        Wording("childrens", suggestion="children's"),
        Wording(
            "patients",
            after="every|each|a|one|another",
            then=r"(?= (?:story|needs|care|voice|health|family|goals|right)\b)",
            suggestion="patient's",
        ),
        Wording("todays", suggestion="today's"),
        Wording("tomorrows", suggestion="tomorrow's"),
        Wording("everyones", suggestion="everyone's"),
        Wording(
            "doctors|nurses",
            then=r"(?= (?:note|appointment)\b)",
            after="a|the|your|my",
            suggestion=None,
            message='Write this with an apostrophe: "doctor\'s", "nurse\'s".',
        ),
        Wording("mothers day", suggestion="Mother's Day"),
        Wording("fathers day", suggestion="Father's Day"),
        Wording("new years", then=r"(?= (?:eve|day|resolutions?)\b)", suggestion="New Year's"),
        Wording("valentines day", suggestion="Valentine's Day"),
        Wording("parkinsons", suggestion="Parkinson's"),
        Wording("alzheimers", suggestion="Alzheimer's"),
        Wording("crohns", suggestion="Crohn's"),
        Wording(
            "regions|towns|citys",
            after="the|our|this",
            then=r"(?= (?:preeminent|leading|best|first|only|largest|newest|oldest|top)\b)",
            message="This needs an apostrophe before the s.",
        ),
        Wording(
            "im",
            after="^|and|but|,",
            then=r"(?= (?:a|so|not|the|here|very|your|glad|happy|sorry|going|in)\b)",
            suggestion="I'm",
        ),
        Wording(
            "lets",
            after="^",
            then=r"(?= (?:talk|get|go|keep|make|all|be|chat|start|work|celebrate|beat|take|"
            r"help|stay)\b)",
            suggestion="let's",
        ),
        Wording(
            "cant|wont",
            after="you|we|they|i|it|that|this|he|she",
            suggestion=None,
            message="This needs an apostrophe before the t.",
        ),
    )
