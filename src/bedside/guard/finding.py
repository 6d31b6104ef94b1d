"""What a rule finds, and what all findings together mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How strongly a finding speaks against publishing."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


RANK = {Severity.ERROR: 2, Severity.WARN: 1, Severity.INFO: 0}


def gravest(severity: Severity, *others: Severity | None) -> Severity:
    """Return the gravest of severities; None is none."""
    return max((severity, *(one for one in others if one)), key=RANK.__getitem__)


class Verdict(StrEnum):
    """The answer for a whole draft: any error blocks, any warning warns, else clear."""

    BLOCK = "block"
    WARN = "warn"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One stretch of a draft that a careful reader would change.

    `start` and `end` are offsets in Unicode code points, end exclusive; both are 0 where the
    finding is about the whole draft. `suggestion` replaces exactly `text[start:end]`.
    """

    code: str
    label: str
    severity: Severity
    start: int
    end: int
    message: str
    why: str = ""
    source: str = ""
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one check, in the order of the text, and the verdict they add up to."""

    findings: tuple[Finding, ...]
    version: str
    full: bool

    @property
    def verdict(self) -> Verdict:
        severities = {finding.severity for finding in self.findings}
        if Severity.ERROR in severities:
            return Verdict.BLOCK
        if Severity.WARN in severities:
            return Verdict.WARN
        return Verdict.CLEAR
