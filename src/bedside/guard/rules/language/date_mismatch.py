from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = rf"(?P<weekday>{'|'.join(_DAYS)})"
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DATES = tuple(
    re.compile(rf"\b{_WEEKDAY},? {{1,2}}{day},? {{1,2}}(?P<year>20\d\d)\b")
    for day in (
        rf"(?:the )?{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?",
        rf"(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}",
    )
)


class DateMismatch(Rule):
    """
    A day of the week that does not fit its date.

    ## Why it matters
    Half the readers come on the one day, half on the other.

    ## Flagged
    - The flu clinic is on [Monday, November 24, 2026], from 9 to 1.
    - Join us [Friday, 3 July 2027].
    - Join us on [Sunday, February 30, 2027].

    ## Fine
    - The flu clinic is on Tuesday, November 24, 2026, from 9 to 1.
    - Join us Monday, July 3.

    ## Instead
    Look at the calendar and correct the day or the date.
    """

    code = "L024"
    label = "PROOF"
    severity = Severity.WARN
    source = "The Gregorian calendar"
    kinds = frozenset(Kind)

    def find(self, draft: Draft) -> Iterator[Finding]:
        text = draft.reading.folded
        if "day" not in text or "20" not in text:
            return
        for pattern in _DATES:
            for match in pattern.finditer(text):
                message = _fault(match)
                if message:
                    yield self.at(*match.span(), message)


def _fault(match: re.Match[str]) -> str:
    month = _MONTHS.index(match["month"]) + 1
    try:
        weekday = _DAYS[date(int(match["year"]), month, int(match["day"])).weekday()]
    except ValueError:
        return "The calendar has no such date."
    if weekday == match["weekday"]:
        return ""
    return f"This date falls on a {weekday.capitalize()}."
