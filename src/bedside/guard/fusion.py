"""
How rules and model come to one list of findings.

* A rule that is sure stands by itself; the model never takes it back.
* A rule whose words mislead (`doubted` in that kind of text) counts only where the model, which
  reads the whole, does not hold the text for harmless.
* The model's own rule adds what no rule sees, and gives way where a rule says the same words are
  a disclosure, for a rule explains itself better.
* A rule that only explains warns of nothing where another one stops the text.
* Of findings on the same stretch under the same label the gravest stays, and what a quick check
  said stays in any case.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from bedside.guard.finding import Severity
from bedside.guard.models.disclosure import facts
from bedside.guard.registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

RANK = {Severity.ERROR: 2, Severity.WARN: 1, Severity.INFO: 0}


def distinct(kept: Iterable[Finding], new: Iterable[Finding]) -> list[Finding]:
    """
    Add new findings to those kept, one for each stretch and label.

    Of new rivals the most severe wins, then the lower code; what is kept gives way to none, so
    that a full check never takes back what a quick one said, but a more severe rival joins it.
    """
    findings = list(kept)
    seen: dict[tuple[int, int, str], int] = {}
    for finding in findings:
        stretch = (finding.start, finding.end, finding.label)
        seen[stretch] = max(seen.get(stretch, -1), RANK[finding.severity])
    for finding in sorted(new, key=lambda new: (-RANK[new.severity], new.code)):
        stretch = (finding.start, finding.end, finding.label)
        if RANK[finding.severity] > seen.get(stretch, -1):
            seen[stretch] = RANK[finding.severity]
            findings.append(finding)
    return findings


def believed(draft: Draft, findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what doubted rules found where the model holds the text for harmless."""
    found = list(findings)
    if not any(draft.kind in _doubted(finding.code) for finding in found):
        return found
    reading = draft.opinion
    if reading is None or reading.block >= facts().harmless:
        return found
    return [finding for finding in found if draft.kind not in _doubted(finding.code)]


def without_echoes(findings: list[Finding]) -> list[Finding]:
    """Drop what a rule that gives way found, where another says it too, and no less gravely."""
    told = [f for f in findings if f.code not in _giving() and f.label.startswith(("ID-", "DIS-"))]
    return [
        finding
        for finding in findings
        if finding.code not in _giving()
        or not any(
            other.start < finding.end
            and finding.start < other.end
            and RANK[other.severity] >= RANK[finding.severity]
            for other in told
        )
    ]


def explained(findings: list[Finding]) -> list[Finding]:
    """Make hints of what rules that explain found, where another disclosure stops the text."""
    stopped = any(
        finding.severity is Severity.ERROR and finding.label.startswith(("ID-", "DIS-"))
        for finding in findings
    )
    return [
        replace(finding, severity=Severity.INFO)
        if stopped and finding.code in _explaining()
        else finding
        for finding in findings
    ]


@cache
def _explaining() -> frozenset[str]:
    return frozenset(rule.code for rule in all_rules() if rule.explains)


@cache
def _giving() -> frozenset[str]:
    return frozenset(rule.code for rule in all_rules() if rule.gives_way)


@cache
def _doubted(code: str) -> frozenset[str]:
    """Return the kinds of text in which a rule's findings need the model."""
    return next(rule.doubted for rule in all_rules() if rule.code == code)
