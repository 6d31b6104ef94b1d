"""Findings as the editor takes them: offsets in UTF-16 units, and where to read more."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, TypedDict

from bedside.rulebook.sources import href_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bedside.guard import Finding, Report

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Mark(TypedDict):
    """
    One finding. `start` and `end` count UTF-16 units; both are 0 for the whole text.

    `spot` names it to the server: its code, and start and end in code points.
    """

    code: str
    severity: str
    start: int
    end: int
    message: str
    why: str
    source: str
    href: str
    suggestion: str | None
    spot: str


def marks(report: Report, text: str) -> list[Mark]:
    """Return the findings of a report about this text, in its order."""
    units = utf16_units(text)
    return [_mark(finding, units) for finding in report.findings]


def utf16_units(text: str) -> Callable[[int], int]:
    """
    Return a function that turns an offset in code points into one in UTF-16 units.

    Browsers count an emoji as two where Python counts one.
    """
    astral = [found.start() for found in _ASTRAL.finditer(text)]

    def units(offset: int) -> int:
        return offset + bisect_left(astral, offset)

    return units


def spot_of(finding: Finding) -> str:
    """Return the name of a finding's place in its text: code, start and end in code points."""
    return f"{finding.code}-{finding.start}-{finding.end}"


def _mark(finding: Finding, units: Callable[[int], int]) -> Mark:
    return Mark(
        code=finding.code,
        severity={"error": "block", "warn": "warn", "info": "info"}[finding.severity],
        start=units(finding.start),
        end=units(finding.end),
        message=finding.message,
        why=finding.why,
        source=finding.source,
        href=href_of(finding.source),
        suggestion=finding.suggestion,
        spot=spot_of(finding),
    )
