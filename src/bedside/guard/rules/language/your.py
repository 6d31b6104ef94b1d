from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
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
        Wording("you're", then=rf"(?= {_OWNED}(?![\w-]))", suggestion="your"),
        Wording("youre", suggestion="you're"),
    )
