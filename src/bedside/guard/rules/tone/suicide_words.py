from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class SuicideWords(WordingRule):
    """
    Words that judge a suicide.

    ## Why it matters
    "Committed" comes from crime and sin, and a "failed" attempt makes death the success. Safe
    wording is part of preventing the next one.

    ## Flagged
    - Remembering all who [committed suicide].
    - We visit within two days of a [failed suicide attempt].

    ## Fine
    - Remembering all who died by suicide. Call or text 988.
    - We visit within two days of a suicide attempt.

    ## Instead
    Write "died by suicide" and "suicide attempt".
    """

    code = "T022"
    label = "STIGMA"
    severity = Severity.WARN
    source = "reportingonsuicide.org, Best Practices and Recommendations"
    kinds = frozenset(Kind)
    message = "These words judge the person who died."
    unless = r"\b(?:instead of|rather than|not|don't say|avoid|stop saying)\b"
    wordings = (
        Wording("committed suicide", suggestion="died by suicide"),
        Wording("commit suicide", suggestion="die by suicide"),
        Wording("commits suicide", suggestion="dies by suicide"),
        Wording("committing suicide", suggestion="dying by suicide"),
        Wording(
            "failed suicide attempt|unsuccessful suicide attempt|"
            "failed attempt at suicide|botched suicide attempt|failed suicide",
            suggestion="suicide attempt",
        ),
        Wording(
            "successful suicide|completed suicide|successful suicide attempt", suggestion="suicide"
        ),
        Wording(
            "failed suicide attempts|unsuccessful suicide attempts", suggestion="suicide attempts"
        ),
        Wording(
            "suicide epidemic|suicide hotspot|took the easy way out|"
            "took the coward's way|selfish act|suicide is selfish"
        ),
    )
