from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Suffering(WordingRule):
    """
    People said to suffer from what they live with.

    ## Why it matters
    It decides for them how their life feels. Many who live with a condition do not suffer from it.

    ## Flagged
    - Help for anyone who [suffers from multiple sclerosis].
    - A class for people [afflicted with] aphasia.

    ## Fine
    - Help for anyone who lives with multiple sclerosis.
    - Traffic on Ferry Lane suffers every match day.

    ## Instead
    Write "has" or "lives with".
    """

    code = "T023"
    label = "STIGMA"
    severity = Severity.WARN
    source = "CDC, Preferred Terms; APA Style, disability"
    kinds = frozenset(Kind)
    message = 'This says for others that they suffer: write "has" or "lives with".'
    wordings = (
        Wording(
            "suffer from|suffers from|suffering from|suffered from|suffer with|"
            "suffers with|suffering with",
            reach="conditions",
        ),
        Wording(
            "afflicted with|afflicted by|stricken with|stricken by|plagued by|"
            "crippled by|crippled with|cursed with|victim of|victims of",
            then=r"(?! (?:crime|fraud|violence|violent|abuse|assault|domestic|the (?:fire|"
            r"flood|storm|crash)|trafficking|theft|a crime|its|their own))",
        ),
    )
