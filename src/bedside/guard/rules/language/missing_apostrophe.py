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
            after="^|so|,|and|but",
            then=r"(?= (?:talk|get|go|keep|make|all|be|chat|start|work|celebrate|beat|take|"
            r"help|stay|not|see|look|meet|give|raise|hear|find|bring|face|say|do|have|move|learn|"
            r"break|spread|support|play|thank|welcome|see|try|end|protect)\b)",
            suggestion="let's",
        ),
        Wording("im", after="^", then=r"(?= [a-z]{2,20}[,.])", suggestion="I'm"),
        Wording(
            "hes|shes",
            after="^|and|but|because|,",
            then=r"(?= (?:a|the|not|been|so|our|here|very)"
            r"\b)",
            message="This needs an apostrophe before the last s.",
        ),
        Wording(
            "childs|babys|moms|dads",
            after="your|the|our|my|a|his|her",
            then=r"(?= (?:first|smile|"
            r"teeth|health|skin|doctor|visit|day|room|next|birth|weight|appointment|own|eyes)\b)",
            message="This needs an apostrophe before the s.",
        ),
        Wording(
            "patients",
            after="the|our|your",
            then=r"(?= (?:chart|rights|privacy|room|medical|"
            r"safety|bedside|chart|comfort|smile)\b)",
            message='This needs an apostrophe: "patient\'s" for one, "patients\'" for more.',
        ),
        Wording(
            "years|weeks|days|months",
            then=r"(?= (?:experience|notice|worth)\b)",
            after="two|three|five|ten|many|combined|" + "|".join(map(str, range(2, 61))),
            message="This needs an apostrophe behind the s.",
        ),
        Wording(
            "cant|wont",
            after="^|,|and|but|still|just|so",
            message="This needs an apostrophe before the t.",
        ),
        Wording(
            "cant|wont",
            after="you|we|they|i|it|that|this|he|she",
            suggestion=None,
            message="This needs an apostrophe before the t.",
        ),
    )
