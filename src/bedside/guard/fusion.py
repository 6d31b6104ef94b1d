"""
How rules and model come to one list of findings.

* A rule that is sure stands by itself; the model never takes it back.
* A rule whose words mislead (`doubted` in that kind of text) counts only where the model, which
  reads the whole, does not hold the text for harmless.
* The model's own rule adds what no rule sees, and gives way where a rule says the same words are
  a disclosure, for a rule explains itself better.
* Of findings on the same stretch under the same label the gravest stays, and what a quick check
  said stays in any case.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bedside.guard.finding import RANK
from bedside.guard.models.reader import facts
from bedside.guard.registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding


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
    """Leave out what doubted rules found where the model sees nothing of the sort."""
    return [
        finding
        for finding in findings
        if draft.kind not in _doubted(finding.code) or _seems(draft, finding.label)
    ]


def _seems(draft: Draft, label: str) -> bool:
    """Tell whether the model, if there is one, sees a chance that a label is right."""
    opinion = draft.opinion
    if opinion is None:
        return True
    if label in facts().doubts:
        return opinion.faults.get(label, 0.0) >= facts().doubts[label]
    return opinion.block >= facts().harmless


def without_echoes(findings: list[Finding]) -> list[Finding]:
    """Drop what a rule that gives way found, where another says it too, and no less gravely."""
    told = [finding for finding in findings if finding.code not in _giving()]
    return [
        finding
        for finding in findings
        if finding.code not in _giving()
        or not any(
            _sort(other) == _sort(finding)
            and _meet(other, finding)
            and RANK[other.severity] >= RANK[finding.severity]
            for other in told
        )
    ]


def _sort(finding: Finding) -> str:
    """All that discloses or identifies is of one sort; every other label is its own."""
    return "DIS" if finding.label.startswith(("ID-", "DIS-")) else finding.label


def _meet(other: Finding, finding: Finding) -> bool:
    """Tell whether two findings share words; one of the whole text meets all others."""
    overlap = other.start < finding.end and finding.start < other.end
    return overlap or finding.start == finding.end


@cache
def _giving() -> frozenset[str]:
    return frozenset(rule.code for rule in all_rules() if rule.gives_way)


@cache
def _doubted(code: str) -> frozenset[str]:
    """Return the kinds of text in which a rule's findings need the model."""
    return next(rule.doubted for rule in all_rules() if rule.code == code)
