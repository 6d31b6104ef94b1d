from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_OWNED = (
    r"(?:own|manager|doctors?|child|children|kids|baby|teeth|health|visits?|families|"
    r"needs|medications?|medicines?|parents|appointment|insurance card|names?|feedback|"
    r"favorite|favourite)"
)


class Their(WordingRule):
    """
    "Their", "there" or "they're" in one another's place.

    ## Why it matters
    All three are words, so a spell checker passes them, and readers stumble.

    ## Flagged
    - [Their] is a new ramp by the door.
    - Tell security and [there] manager at once.
    - [Their's] a new defibrillator outside the bakery.
    - The nurses say [their] going to miss the old building.

    ## Fine
    - There is a new ramp by the door.
    - Are there appointments left? Is there insurance for that?
    - They're proud of their team.

    ## Instead
    "Their" belongs to them, "there" is a place, "they're" is short for "they are".
    """

    code = "L012"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, their, there and they're"
    kinds = frozenset(Kind)
    message = 'Here "{found}" should be "{instead}".'
    why = '"Their" belongs to them, "there" is a place, "they\'re" is "they are".'
    wordings = (
        Wording(
            "their",
            then=r"(?= (?:is|are|was|were|will be|has been|have been|isn't|aren't)(?![\w-]))",
            suggestion="there",
        ),
        Wording(
            "there",
            not_after="is|are|was|were|isn't|aren't|be|if|will",
            then=rf"(?= {_OWNED}(?![\w-]))",
            suggestion="their",
        ),
        Wording("they're", then=rf"(?= {_OWNED}(?![\w-]))", suggestion="their"),
        Wording(
            "their",
            then=r"(?= (?:going to|not|here to|always|never|waiting for|ready to|coming|"
            r"welcome to)(?![\w-]))",
            suggestion="they're",
        ),
        Wording(
            "their's",
            then=r"(?= (?:a|an|no|nothing|still|always|plenty|more)\b)",
            suggestion="there's",
        ),
        Wording(
            "their's",
            then=r"(?! (?:a|an|no|nothing|still|always|plenty|more)\b)",
            suggestion="theirs",
        ),
        Wording("theirs", then=r"(?= (?:a|an) )", suggestion="there's"),
    )
