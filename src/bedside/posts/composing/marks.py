"""Findings as the editor takes them: offsets in UTF-16 units, and where to read more."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable

    from bedside.guard import Finding, Report

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_LAW = re.compile(r"(?P<title>\d+) CFR (?P<part>\d+)(?:\.(?P<section>\d+))?")


class Mark(TypedDict):
    """One finding. `start` and `end` count UTF-16 units; both are 0 for the whole text."""

    code: str
    severity: str
    start: int
    end: int
    message: str
    why: str
    source: str
    href: str
    suggestion: str | None


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


def href_of(source: str) -> str:
    """
    Return the address where a source can be read, or "" for one without an address.

    Federal regulations are at the eCFR, whose addresses read
    `/current/title-45/section-164.514`.
    """
    if source.startswith("https://"):
        return source
    law = _LAW.match(source)
    if law is None:
        return ""
    kind = f"section-{law['part']}.{law['section']}" if law["section"] else f"part-{law['part']}"
    return f"https://www.ecfr.gov/current/title-{law['title']}/{kind}"


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
    )
