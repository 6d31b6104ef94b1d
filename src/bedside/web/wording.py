"""Times, numbers and counts as a person would say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.dateformat import format as written

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

_SMALL = (
    "no", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def moment(at: datetime, zone: ZoneInfo, *, seconds: bool = False, zone_too: bool = False) -> str:
    """
    Return a wall time in a zone: `Sat, Oct 17 · 8:00 AM`.

    The year is named unless it is this one. `seconds` and `zone_too` are for what was sent.
    """
    local = at.astimezone(zone)
    year = "" if local.year == timezone.now().astimezone(zone).year else ", Y"
    words = written(local, f"D, M j{year} · g:i{':s' if seconds else ''} A")
    return f"{words} {local.tzname()}" if zone_too else words


def clock_time(at: datetime, zone: ZoneInfo, *, seconds: bool = False) -> str:
    """Return the time of day in a zone: `8:00 AM`."""
    return written(at.astimezone(zone), f"g:i{':s' if seconds else ''} A")


def long_day(at: datetime, zone: ZoneInfo) -> str:
    """Return a day in a zone: `Saturday, October 17`, with the year unless it is this one."""
    local = at.astimezone(zone)
    year = "" if local.year == timezone.now().astimezone(zone).year else ", Y"
    return written(local, f"l, F j{year}")


def zone_words(zone: ZoneInfo, at: datetime) -> str:
    """Return a zone as people name it: `Chicago time (CDT)`."""
    city = zone.key.rpartition("/")[2].replace("_", " ")
    return f"{city} time ({at.astimezone(zone).tzname()})"


def ago(at: datetime) -> str:
    """Return how long ago a moment was: `1 s ago`, `3 min ago`, `2 h ago`, `5 days ago`."""
    seconds = max(0, int((timezone.now() - at).total_seconds()))
    if seconds < _MINUTE:
        return f"{seconds} s ago"
    if seconds < _HOUR:
        return f"{seconds // _MINUTE} min ago"
    if seconds < _DAY:
        return f"{seconds // _HOUR} h ago"
    return f"{count(seconds // _DAY, 'day')} ago"


def count(number: int, one: str, many: str = "") -> str:
    """Return a counted thing: `1 post`, `3 posts`, `2 entries` (with `many`)."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def in_words(number: int) -> str:
    """Return a small number as a word, a larger one in figures."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"
