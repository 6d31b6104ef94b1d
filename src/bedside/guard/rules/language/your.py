from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.english import plurals
from bedside.guard.finding import Severity
from bedside.guard.lexicon import trie
from bedside.guard.wording import Wording, WordingRule

_OWNED = (
    r"(?:own|appointments?|insurance|doctor|dentist|child|children|kids?|baby|teeth|"
    r"smile|health|visits?|feedback|phone|mask|medications?|medicines?|prescriptions?|"
    r"body|heart|skin|eyes|feet|chart|badge|(?:\w+ )?cards?|shift|manager|wages|pay|"
    r"grandchildren|parents|mom|dad|partner|questions|results|needs|care team|provider|"
    r"pharmacist|name|comments?|reviews?|loved ones?|copay|records|symptoms|support|"
    r"patience|help|trust|kindness|understanding|attention|time|(?:next|first|"
    r"last) (?:visit|appointment))"
)


class Your(WordingRule):
    """
    "Your" for "you're", or the other way round.

    ## Why it matters
    Both are words, so a spell checker passes them. It is the slip that readers mock first.

    ## Flagged
    - [Your] welcome to bring a friend.
    - If [your] due for a check-up, call us.
    - Do not lose [you're] swipe card.

    ## Fine
    - You're welcome to bring a friend.
    - Your welcome packet is at the desk.
    - Bring your at-home test and your insurance card.

    ## Instead
    Write "you're" where "you are" would fit, and "your" for what belongs to the reader.
    """

    code = "L011"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, your vs. you're"
    kinds = frozenset(Kind)
    message = 'Here "{found}" should be "{instead}".'
    why = '"You\'re" is short for "you are"; "your" says that something belongs to you.'
    wordings = (
        Wording(
            "your",
            not_after="out",
            then=r"(?= (?:welcome(?! (?:kit|packet|letter|bag|pack|e-?mail|call|folder|gift|"
            r"message|desk|team|visit|home|book))|not|never|going to|invited|allowed|"
            r"eligible|a|an|the|in|unable|able to|ready (?:to|for)|having|trying|"
            r"struggling|wondering|experiencing|dealing|interested|concerned|unsure|"
            r"tired of|worried|looking (?:for|to|forward)|planning (?:to|on|a)|"
            r"getting (?:a|the|ready)|taking (?:a|any)|coming (?:to|in|from|for)|"
            r"pregnant(?= or| and| *[,.?])|here|sure|more than|too|so|due(?= for| to|"
            r" *[,.?]|$)|entitled|supposed|about to|always|still|at risk|over \d+|"
            r"under \d+)(?![\w-]))",
            suggestion="you're",
        ),
        Wording(
            "your",
            then=r"(?= (?:pink|sick|tired|busy|ready|pregnant|sore|late|early|covered|worried|"
            r"sure|right|"
            r"warned|invited|welcome|amazing|awesome|great|hungry|nervous|new here|in pain|hurt|"
            r"done|next|fine|okay|ok|stuck|unwell|ill|feverish|dizzy|contagious|overdue|all set|"
            r"in good hands|in the right place|good to go)(?: *[.,!?]| *$| and\b| or\b|"
            r" because\b))",
            not_after="in|of|at|on|for|do|to|with|is|it's|was|that's",
            suggestion="you're",
        ),
        Wording(
            "your",
            after="if|when|that|because|while|hope|glad|and|,|^|so|know|where",
            then=r"(?= (?:feeling|thinking|new (?:to|here|in)|running (?:late|low)|on (?:the|a)|"
            r"doing|going|one of|free (?:to|on)|up to date|"
            r"having|"
            r"getting|taking|likely|wearing|living with|traveling|travelling|"
            r"caring for|"
            r"breastfeeding|nervous about|wondering)\b)",
            suggestion="you're",
        ),
        Wording(
            "you're",
            then=rf"(?= (?:{trie(sorted(plurals('things')))})(?![\w-]))",
            suggestion="your",
        ),
        Wording(
            "you're",
            after="check|bring|with|of|on|for|about|protect|brush|to|all|at|in|from|love|"
            "schedule|book|update|share|take|keep|through|know your|see|bring all",
            then=r"(?= [a-z]{3,}(?: [a-z]+)?(?:[.,!?]| |$))(?! (?:welcome|not|here|in|on|the|a|an|"
            r"going|done|due|at|ready|so|all|too|sick|looking|doing|\w+ing|\w+ed|unable|able|"
            r"new|never|always|still|getting|worth|in|sure)\b)",
            suggestion="your",
        ),
        Wording("you're", then=rf"(?= {_OWNED}(?![\w-]))", suggestion="your"),
        Wording("youre", suggestion="you're"),
    )
