from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.english import plurals
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_PLURALS = (
    "appointment shot doctor nurse patient kid fee screening check-up checkup exam visit "
    "result walk-in vaccine test service parent senior hour mask photo video pet card "
    "face booster smile review dentist therapist carer volunteer student job form class "
    "opening tip refill"
)
_ONE = "the|a|an|your|each|every|any|one|another|my|her|his|this|that|our|dr|their|its"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday weekend weekday"


def _plural(word: str) -> Wording:
    return Wording(
        f"{word}'s",
        not_after=_ONE,
        then=r"(?= (?:are|were|have|and|who|must|needed|get|need|love|deserve|should|"
        r"available|welcome|at|for|only|below|start|from|in|on|with)\b| *[.,!?;]| *$)",
        suggestion=f"{word}s",
    )


class ApostrophePlural(WordingRule):
    """
    An apostrophe in a plain plural.

    ## Why it matters
    "Flu shot's" on a poster is the best-known mistake in English. Readers photograph it.

    ## Flagged
    - Flu [shot's] available now.
    - Free blood pressure checks on [Wednesday's].
    - Affordable rates and no hidden [fee's], ever.

    ## Fine
    - The doctor's office is closed, and Wednesday's class is full.
    - Flu shots available now.

    ## Instead
    Write the plural with a plain s: "shots", "Wednesdays", "fees".
    """

    code = "L016"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, plurals and apostrophes"
    kinds = frozenset(Kind)
    message = 'A plural takes no apostrophe: write "{instead}".'
    wordings = (
        *(_plural(word) for word in _PLURALS.split()),
        *(
            Wording(
                f"{day}'s",
                after="on|and|every|most|or",
                then=r"(?= *[.,!?)]| *$| (?:and|from|at|until|only|for|by)\b)",
                suggestion=f"{day}s",
            )
            for day in _DAYS.split()
        ),
        Wording(
            "baby's",
            then=r"(?= (?:welcome|are|and (?:toddlers|kids|children)))",
            suggestion="babies",
        ),
        *(
            Wording(
                f"{one}'s",
                not_after=_ONE,
                then=r"(?=, [a-z]+s\b|, [a-z]+ (?:and|&)|,? (?:and|or|&) [a-z]+(?:s|ing)\b"
                r"| (?:are|were)\b)",
                suggestion=many,
            )
            for many, one in plurals("things").items()
            if one not in _PLURALS.split()
        ),
        *(
            Wording(
                f"{one}'s",
                not_after="a|each|every|one|another",
                then=r"(?= (?:are|were|have|must|need|deserve|say(?!-)|know|come|can|will|"
                r"should|who|get|love "
                r"(?:the|our|her|his|it))\b)",
                suggestion=many,
            )
            for many, one in plurals("people").items()
            if one not in _PLURALS.split()
        ),
        Wording(
            "patient's",
            after="our|the",
            suggestion="patients",
            then=r"(?= (?:are|were|have|"
            r"deserve|say|know|come|can|will|should|who|get|love (?:the|our|her|his|it))\b)",
        ),
        *(
            Wording(
                f"{one}'s",
                then=r"(?= *[.!?]| today\b| (?:until|till|from) )",
                suggestion=many,
                not_after="a|each|every|one|another|next|this|last",
            )
            for many, one in plurals("things").items()
            if one
            not in {
                "clinic",
                "hospital",
                "office",
                "pharmacy",
                "city",
                "town",
                "dog",
                "cat",
                "pet",
                "school",
                "group",
                "day",
                "week",
                "month",
                "year",
                "shop",
                "county",
                "bell",
                "law",
            }
            and one not in _PLURALS.split()
        ),
        Wording("thank's", suggestion="thanks"),
        Wording("scale's", then=r"(?= (?:on|are)\b)", suggestion="scales"),
        Wording("it's self", suggestion="itself"),
    )
