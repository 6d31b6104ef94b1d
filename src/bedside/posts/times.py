"""Wall times and moments. A post keeps its moment; the wall time is how people say it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo


def at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """
    Return the moment (UTC) at which the clocks of a zone show this day and time.

    A time that the spring change skips becomes the first moment after the gap, moved on by as
    much as was asked beyond its start; a time that the autumn change repeats is its first showing.
    """
    wall = datetime.combine(day, clock.replace(tzinfo=None), tzinfo=zone).replace(fold=0)
    return wall.astimezone(UTC)


def exists(day: date, clock: time, zone: ZoneInfo) -> bool:
    """Tell whether the clocks of a zone ever show this time (false inside the spring gap)."""
    shown = at(day, clock, zone).astimezone(zone)
    return (shown.date(), shown.time()) == (day, clock.replace(tzinfo=None))


def twice(day: date, clock: time, zone: ZoneInfo) -> bool:
    """Tell whether the clocks of a zone show this time twice (true in the autumn hour)."""
    wall = datetime.combine(day, clock.replace(tzinfo=None), tzinfo=zone)
    return exists(day, clock, zone) and (
        wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset()
    )


def bounds(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the first moment of a day and the first of the next; 23 to 25 hours apart."""
    return at(day, time(), zone), at(day + timedelta(days=1), time(), zone)


def month_days(first: date, week_start: int = 6) -> Iterator[date]:
    """Yield the days of whole weeks that show a month; `week_start` 6 is Sunday, 0 is Monday."""
    first = first.replace(day=1)
    start = first - timedelta(days=(first.weekday() - week_start) % 7)
    after = (first + timedelta(days=32)).replace(day=1)
    days = (after - start).days
    for number in range(-(-days // 7) * 7):
        yield start + timedelta(days=number)
