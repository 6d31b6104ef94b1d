"""
A month, a week, a day of posts, in time that does not grow with the number of posts.

Each day shows its first few posts by an index look-up of its own and counts the rest by state, so a
month of four thousand posts costs about as much as one of forty.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Case, Count, IntegerField, Value, When

from bedside.posts.models import Post
from bedside.posts.queries import posts_of
from bedside.posts.times import bounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bedside.orgs.models import Organisation

SHOWN = 4


@dataclass(frozen=True)
class Entry:
    """One post in a calendar cell. `local` is its time on the organisation's clocks."""

    pk: int
    title: str
    state: str
    networks: tuple[str, ...]
    local: datetime


@dataclass(frozen=True)
class Day:
    """One day: its first posts, how many more there are, and how many of each state."""

    day: date
    entries: tuple[Entry, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def more(self) -> int:
        return sum(self.counts.values()) - len(self.entries)


def days(organisation: Organisation, wanted: Sequence[date], shown: int = SHOWN) -> list[Day]:
    """
    Return consecutive days with at most `shown` posts each, earliest first.

    Two queries: one that takes the first posts of every day, one that counts.
    """
    if not wanted:
        return []
    spans = {day: bounds(day, organisation.zone) for day in wanted}
    entries: dict[date, list[Entry]] = defaultdict(list)
    for entry in _first_of_each(organisation, spans, shown):
        entries[entry.local.date()].append(entry)
    counts = _counts(organisation, spans)
    return [Day(day, tuple(entries[day]), counts[day]) for day in wanted]


def _first_of_each(
    organisation: Organisation, spans: dict[date, tuple[datetime, datetime]], shown: int
) -> list[Entry]:
    columns = ("pk", "title", "state", "networks", "publish_at")
    firsts = [
        posts_of(organisation)
        .filter(publish_at__gte=start, publish_at__lt=end)
        .order_by("publish_at", "pk")
        .values_list("pk")[:shown]
        for start, end in spans.values()
    ]
    rows = (
        Post.objects.filter(pk__in=firsts[0].union(*firsts[1:], all=True))
        .order_by("publish_at", "pk")
        .values_list(*columns)
    )
    return [
        Entry(pk, title, state, tuple(networks), organisation.local(publish_at))
        for pk, title, state, networks, publish_at in rows
    ]


def _counts(
    organisation: Organisation, spans: dict[date, tuple[datetime, datetime]]
) -> dict[date, dict[str, int]]:
    ordered = list(spans)
    which = Case(
        *(When(publish_at__lt=spans[day][1], then=Value(n)) for n, day in enumerate(ordered)),
        output_field=IntegerField(),
    )
    rows = (
        posts_of(organisation)
        .filter(publish_at__gte=spans[ordered[0]][0], publish_at__lt=spans[ordered[-1]][1])
        .annotate(which=which)
        .values_list("which", "state")
        .annotate(Count("pk"))
        .order_by()
    )
    counts: dict[date, dict[str, int]] = {day: {} for day in ordered}
    for number, state, count in rows:
        counts[ordered[number]][state] = count
    return counts


def undated(organisation: Organisation, limit: int = 20) -> list[Post]:
    """Return posts that have no date yet, the last worked on first."""
    return list(posts_of(organisation).filter(publish_at=None).order_by("-changed_at")[:limit])


def month_totals(found: Sequence[Day], month: int) -> dict[str, int]:
    """Add the counts of a month's own days up by state."""
    totals: dict[str, int] = defaultdict(int)
    for day in found:
        if day.day.month == month:
            for state, count in day.counts.items():
                totals[state] += count
    return dict(totals)


def week_of(day: date, week_start: int = 6) -> list[date]:
    """Return the seven days of a week; `week_start` 6 is Sunday, 0 is Monday."""
    start = day - timedelta(days=(day.weekday() - week_start) % 7)
    return [start + timedelta(days=number) for number in range(7)]
