"""Rules that only explain: they warn of nothing where another rule stops the text already."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from bedside.guard.finding import Severity
from bedside.guard.registry import all_rules

if TYPE_CHECKING:
    from bedside.guard.finding import Finding


def explained(findings: list[Finding]) -> list[Finding]:
    """Make hints of what such rules found, where an identifier or a disclosure stops the text."""
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
