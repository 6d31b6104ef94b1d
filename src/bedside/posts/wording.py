"""Times and zones as a person would say them, and what the clocks do on the nights they change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from bedside.posts.times import at, exists, twice

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

NOON = 12


def clock(shown: time | datetime) -> str:
    """Return a time of day: `8 AM`, `9:12 AM`, `12 PM`; seconds are left out."""
    minutes = f":{shown.minute:02}" if shown.minute else ""
    return f"{shown.hour % 12 or 12}{minutes} {'AM' if shown.hour < NOON else 'PM'}"


def day(shown: date, today: date) -> str:
    """Return a day: `Tue, Oct 13`, with the year unless it is this one."""
    year = "" if shown.year == today.year else f", {shown.year}"
    return f"{shown:%a, %b} {shown.day}{year}"


def moment(local: datetime, today: date) -> str:
    """Return a wall time: `Tue, Oct 13 · 8:00 AM`, with the year unless it is this one."""
    hour = local.hour % 12 or 12
    half = "AM" if local.hour < NOON else "PM"
    return f"{day(local.date(), today)} · {hour}:{local.minute:02} {half}"


def offset(moment: datetime) -> str:
    """Return how far clocks are from UTC: `UTC−5`, `UTC+5:45`, `UTC`."""
    minutes = int((moment.utcoffset() or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    if not minutes:
        return "UTC"
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def zone(zone: ZoneInfo, first: date, last: date) -> str:
    """
    Name a zone as of some days: `Chicago time, UTC−5`.

    Where the clocks change within them: `Chicago time, UTC−5, from Nov 1 UTC−6`.
    """
    city = zone.key.rpartition("/")[2].replace("_", " ")
    before, after = offset(_noon(first, zone)), offset(_noon(last, zone))
    named = f"{city} time, {before}" if city != "UTC" else before
    if before == after:
        return named
    changes = first
    while offset(_noon(changes, zone)) == before:
        changes += timedelta(days=1)
    return f"{named}, from {changes:%b} {changes.day} {after}"


def clock_change(day: date, wanted: time, zone: ZoneInfo) -> str:
    """Say what becomes of a time that the clocks skip or show twice that day; else nothing."""
    if not exists(day, wanted, zone):
        shown = at(day, wanted, zone).astimezone(zone)
        return (
            f"Clocks go forward that night, so {clock(wanted)} does not exist."
            f" It goes out at {clock(shown)}."
        )
    if twice(day, wanted, zone):
        return (
            f"Clocks go back that night and show {clock(wanted)} twice. It goes out the first time."
        )
    return ""


def utc(moment: datetime) -> str:
    """Return a moment as addresses carry it: `2026-10-13T13:00:00Z`."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _noon(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(NOON), tzinfo=zone)
