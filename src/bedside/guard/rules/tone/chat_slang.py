from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class ChatSlang(WordingRule):
    """
    Chat slang.

    ## Why it matters
    It may fit your voice. To many readers of a clinic's page it looks careless, and it does not
    translate.

    ## Flagged
    - [OMG] the lobby fish have names.
    - [Gonna] be a busy week, [thx] for waiting.

    ## Fine
    - The lobby fish have names. It's going to be a busy week, thanks for waiting.

    ## Instead
    Write it out.
    """

    code = "T009"
    label = "TONE-UNPROFESSIONAL"
    severity = Severity.INFO
    source = "Own rule; set it to your account's voice"
    kinds = frozenset(Kind) - {Kind.MESSAGE}
    message = '"{found}" is chat slang.'
    wordings = (
        Wording(
            "omg|lol|lmao|lmfao|rofl|idk|tbh|imo|imho|ngl|fomo|yolo|bruh|thx|plz|pls|ur|"
            "gonna|wanna|gotta|kinda|sorta|y'all be|no cap|yeet|on fleek"
        ),
        Wording(
            "slay|slayed|lit|dope|sus",
            then=r"(?= *[!.]| *$| af\b)",
            not_after="was|were|is|well|dimly|brightly|be|are|candles",
        ),
    )
