from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"


def _fixed(heads: str, wrong: str, right: str, *, but: str = "", then: str = "") -> Wording:
    """Build the wording of words that take one preposition and no other."""
    return Wording(
        heads,
        then=rf" (?:{wrong})(?= [a-z\d]){then}",
        not_after=but,
        message=f'Here "{wrong.replace("|", " or ")}" should be "{right}".',
    )


class Preposition(WordingRule):
    """
    A small word that does not belong to the word before it.

    ## Why it matters
    "Proud for our team" says that the writer was in a hurry.

    ## Flagged
    - We are [proud for] our interns.
    - He is [allergic with] latex.
    - The clinic is [next of] the library.

    ## Fine
    - We are proud of our interns, and we are proud to be here.
    - He is allergic to latex, and interested in yoga.

    ## Instead
    Use the small word that the other one takes: "proud of", "allergic to", "next to".
    """

    code = "L028"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, usage notes"
    kinds = frozenset(Kind)
    message = "This is the wrong preposition."
    wordings = (
        _fixed("proud", "for|about|from", "of", then=r"(?! (?:all|good|once)\b)"),
        _fixed(
            "allergic|allergies", "with|of|from|for", "to", then=r"(?! (?:kids|years|spring)\b)"
        ),
        _fixed("interested", "on|about|for|at|of", "in"),
        _fixed("specializes|specialize|specializing|specialized", "on|at|for", "in"),
        _fixed("depends|depend|depending", "of|from|in", "on"),
        _fixed("related|unrelated", "with|of|from", "to"),
        _fixed("responsible", "of|to", "for", then=r"(?! (?:the board|our|your|report)\b)"),
        _fixed("afraid|aware|capable", "with|for|from", "of", then=r"(?! (?:a|an|all)\b)"),
        _fixed("full", "with", "of", then=r"(?! (?:a|an|all)\b)"),
        _fixed("next", "of|from|by", "to", then=r"(?= (?:the|our|your|a|door)\b)"),
        _fixed("close|closer", "of|from", "to", then=r"(?= (?:the|our|your|you|home)\b)"),
        _fixed(
            "listen|listens|listening|listened", "at", "to", then=r"(?= (?:you|your|our|the)\b)"
        ),
        _fixed("looking forward|look forward", "for|on|at|of|in", "to"),
        _fixed("congratulations|congrats|congratulation", "for|of|in|about", "on or to"),
        _fixed("thank you|thanks", "of|about", "for"),
        _fixed(
            "thanks",
            "to",
            "for",
            then=r"(?= (?:your|the|this) (?:kind|review|nice|lovely|"
            r"feedback|great|sweet|wonderful|visit|shout|5|five|stars|comment|note))",
        ),
        _fixed(
            "good|great|skilled|skillful",
            "in",
            "at",
            then=r"(?= (?:calming|listening|explaining|"
            r"making|helping|working|caring|finding|giving|putting)\b)",
        ),
        _fixed("different|differs", "of|to than|that", "from"),
        _fixed("suffer|suffers|suffering|suffered", "of|with|by", "from"),
        _fixed("recover|recovers|recovering|recovered", "of", "from"),
        _fixed("consists|consist|consisting", "in|on|from", "of"),
        _fixed("apologize|apologizes|apologise|apology|apologies", "about|of", "for"),
        _fixed(
            "married|similar|according|due|thanks",
            "with|from|of",
            "to",
            then=r"(?= (?:the|our|your|my|his|her|a|other|others)\b)",
        ),
        _fixed("participate|participates|participating|participated", "on|at|of|to", "in"),
        _fixed(
            "focus|focused|focuses|focusing",
            "in|at|for",
            "on",
            then=r"(?= (?:the|our|your|you|what|how|patient|care|prevention)\b)",
        ),
        _fixed(
            "access|exposure|commitment|dedication|addicted|committed|dedicated",
            "of|for|with",
            "to",
            then=r"(?= (?:care|the|our|your|you|patients|sun|loud|nicotine|quality)\b)",
        ),
        _fixed(
            "tips|advice|information|questions",
            "of|at",
            "on or about",
            then=r"(?= (?:how|what|when|your|our|the)\b)",
        ),
        _fixed(
            "worried|worry|excited|concerned|curious|sorry|happy",
            "of|at|on",
            "about",
            then=r"(?= (?:the|your|our|a|an|this|that|cost|pain)\b)",
        ),
        _fixed(
            "satisfied|happy|pleased|familiar",
            "of|from|to",
            "with",
            then=r"(?= (?:the|your|our|this)\b)",
        ),
        _fixed("prevent|protect|protects|prevents", "you of|your child of|yourself of", "from"),
        _fixed(
            "sign up|signup|eligible|ready|wait|waiting",
            "to",
            "for",
            then=r"(?= (?:our|the|your|a|an)\b)(?! (?:\w+ )?(?:waitlist|list|max)\b)",
        ),
        _fixed(
            "arrive|arrived|arriving|arrives", "to", "at", then=r"(?= (?:the|our|your|least)\b)"
        ),
        _fixed(
            "explain|explains|explained",
            "you|us",
            "to you",
            then=r"(?= (?:the|your|our|every|how"
            r"|what)\b)",
        ),
        _fixed("discuss|discussed|discussing", "about", "nothing at all"),
        _fixed(
            "contact",
            "to|with",
            "nothing at all",
            then=r"(?= (?:us|our|the)\b)",
            but="in|into|eye|close|skin|direct|lens|no|all|further|your|a|by|the|of|have|had",
        ),
        _fixed("visit|join", "to", "nothing at all", then=r"(?= us\b)"),
        Wording(
            "in",
            then=rf" (?:{_DAYS}s?|weekends|the weekend)(?= *[.,!?)]| *$| (?:at|from|for|and|"
            rf"we|to|morning)\b)",
            after="us|open|closed|visit|is|are|clinic|available|meet|meets|see|party|hours",
            message='A day takes "on".',
        ),
        Wording(
            "at",
            then=rf" {_DAYS}(?= *[.,!?)]| *$| (?:at|from|for|and|we|to|morning|afternoon)\b)",
            message='A day takes "on".',
        ),
        Wording(
            "on",
            then=r" (?:the morning|the afternoon|the evening)(?= *[.,!?]| *$)",
            message='Write "in".',
        ),
        Wording(
            "in",
            then=r" (?:the )?(?:first|second|third|last) (?:mon|tues|wednes|thurs|fri|"
            r"satur|sun)day",
            message='A day takes "on".',
        ),
        Wording(
            "in",
            then=r"(?= (?:home and|night|the night before|noon|midnight)\b)",
            after="open|closed|clinic|sleep|call|meet|opens|closes|closed",
            suggestion="at",
        ),
        Wording(
            "since",
            then=r"(?= (?:\d+|two|three|four|five|six|ten|twenty|many|several) "
            r"(?:years|months|weeks|days)\b(?! (?:ago|after)))",
            suggestion="for",
        ),
        Wording(
            "during",
            then=r"(?= (?:\d+|two|three|four|five|six|ten) (?:years|months|weeks|days"
            r"|hours|minutes)\b)",
            suggestion="for",
        ),
        Wording(
            "in",
            after="located|based",
            then=r"(?= \d{1,5} [a-z]+ (?:st|street|ave|avenue|road|"
            r"rd|lane|drive|blvd|way|hill|main)\b)",
            suggestion="at",
        ),
        Wording("on", after="interested", suggestion="in"),
    )
