from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.finding import Finding, Severity
from bedside.guard.lexicon import compiled
from bedside.guard.reviewing import FORBIDS
from bedside.guard.rule import MOST, Rule
from bedside.guard.rules.marketing.patient_lists import TARGETING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

NEAREST = 2000
"""Feet. RCW 19.373.010: a geofence lies 2,000 feet or less from the perimeter of a place."""

_FEET = {"f": 1.0, "y": 3.0, "met": 1 / 0.3048, "m": 1 / 0.3048, "k": 1000 / 0.3048, "mi": 5280.0}
_PLACE = (
    r"(?:clinics?|hospitals?|rehab|dialysis|pharmac(?:y|ies)|fertility|abortion|oncology|"
    r"planned parenthood|methadone|urgent care|emergency rooms?|er|medical (?:center|office)s?|"
    r"health (?:center|office)s?|cancer centers?|doctor's offices?|dentists?|surgery centers?)"
    r"(?: (?:clinic|hospital|center|office|building)s?)?"
)
_DISTANCE = compiled(
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,3})?)[ -]?(?P<unit>feet|foot|ft|yards?|"
    r"met(?:er|re)s?|miles?|mi|kilomet(?:er|re)s?|km|m)\b"
)
_AREA = compiled(r"\b(?:radius|geo-?fenc\w*|fence\w*|around|round|near|within|circle|of|from)\b")
_FENCE = compiled(r"\b(?:geo-?fenc\w*|virtual (?:fence|perimeter)|fence (?:around|round))\b")
_CARE = compiled(rf"\b{_PLACE}\b")
_FORBIDS = re.compile(FORBIDS)


class Fence(Rule):
    """
    A fence of 2,000 feet or less around a place of care.

    ## Why it matters
    Washington forbids anybody to draw a virtual fence round a place of in-person care to track
    people, to collect health data or to send them messages or ads. The distance decides: up to
    2,000 feet (609.6 meters) is barred.

    ## Flagged
    - ad: Show it [within 1,500 feet of the fertility clinic] next door.
    - ad: A [500 m radius around any hospital], phones only.
    - policy: Marketing sets a [geofence on the rival clinic].

    ## Fine
    - ad: Show it within 10 miles of Spokane.
    - ad: Show it within 610 meters of any hospital.
    - policy: We never set a geofence on any clinic.

    ## Instead
    Aim by town or county.
    """

    code = "M023"
    label = "ADS-TARGETING"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "Washington My Health My Data Act, RCW 19.373.080 and 19.373.010"
    jurisdictions = frozenset({"us-wa"})
    kinds = TARGETING

    def find(self, draft: Draft) -> Iterator[Finding]:
        folded = draft.reading.folded
        reached = 0
        for _, care in zip(range(MOST), _CARE.finditer(folded), strict=False):
            begin, end = draft.reading.sentence(care.start())
            if care.start() < reached or _FORBIDS.search(folded, begin, end):
                continue
            start = _fenced(folded, max(begin, care.start() - 60, reached), care.start())
            if start is not None:
                reached = care.end()
                yield self.at(start, care.end(), "This draws a fence round a place of care.")


def _fenced(text: str, begin: int, end: int) -> int | None:
    """Return where a fence begins that is told of in a stretch before a place of care."""
    found = _DISTANCE.search(text, begin, end)
    if found is None:
        fence = _FENCE.search(text, begin, end)
        return fence.start() if fence else None
    if _feet(found) > NEAREST or not _AREA.search(text, begin, end):
        return None
    within = text.rfind("within ", begin, found.start())
    return within if within >= 0 else found.start()


def _feet(found: re.Match[str]) -> float:
    unit = found["unit"]
    kind = next(name for name in ("met", "mi", "f", "y", "k", "m") if unit.startswith(name))
    return float(found["number"].replace(",", "")) * _FEET[kind]
