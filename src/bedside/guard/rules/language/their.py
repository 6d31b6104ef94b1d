from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.english import plurals
from bedside.guard.finding import Severity
from bedside.guard.lexicon import trie
from bedside.guard.wording import Wording, WordingRule

_OWNED = (
    r"(?:own|manager|doctors?|child|children|kids|baby|teeth|health|visits?|families|"
    r"needs|medications?|medicines?|parents|appointment|insurance card|names?|feedback|"
    r"favorite|favourite)"
)
_THINGS = (
    r"lunch|shift|patients?|hands?|time|work|best|way|first|next|jobs?|lives|life|families|"
    r"own|training|"
    r"hours|shoes|boards|exams?|name|stories|story|medication|insurance|website|website|"
    r"skills|hearts?"
)
_ADJECTIVES = (
    "quick|painless|free|easy|happy|excited|ready|great|friendly|safe|fast|kind|amazing|open|proud|"
    "gentle|busy|fun|delicious|comfortable|available|affordable|welcome|effective|common"
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
        Wording(
            "there",
            after="taken|take|takes|bring|brings|brought|lost|lose|left|leave|change|made|earned|"
            "share|do|doing|brush|use|about|with|for|of|love|by|and|through|wash|all|on|to|"
            "meet|need",
            then=rf"(?= (?:{_THINGS})(?![\w-])(?! (?:is|was|has)\b))",
            suggestion="their",
        ),
        Wording(
            "there|their",
            after="^|,|and|because|but|so|that",
            then=rf"(?= (?:{_ADJECTIVES}|all \w+ing)(?: *[,.!]| *$| and\b| to\b))",
            suggestion="they're",
        ),
        Wording(
            "their",
            after="over|been|get|got|right|out|up|you|almost",
            then=r"(?= *[.,!?]| *$| (?:at|on|for|by|when|and)\b)",
            suggestion="there",
        ),
        Wording(
            "they're|there",
            then=rf"(?= (?:{trie(sorted(plurals('things')))}) (?:are|will|can|fill|in|at|on|"
            rf"and|with|"
            r"for|to|from)\b)",
            after="and|all|with|for|about|love|keep|check|book|of",
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
