"""
A month, a week, a day of posts, in time that does not grow with the number of posts.

Each day shows its first few posts by an index look-up of its own; only days with more are counted.
A list goes on from the post where the last page ended. So a month of four thousand posts costs
little more than one of forty.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from django.db import connection
from django.db.models import Count, Q
from django.db.models.expressions import RawSQL

from bedside.posts import wording
from bedside.posts.models import Post
from bedside.posts.queries import posts_of
from bedside.posts.states import WRITABLE
from bedside.posts.times import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from django.db.models import QuerySet

    from bedside.orgs.models import Organisation
    from bedside.posts.slots import OpenSlot

SHOWN = 4
"""Posts in a cell of the month. Where there are more, the last place says how many."""

PAGE = 50
"""Posts on a page of a list."""

MOST_COUNTED = 100
"""How far posts without a date are counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One post on the calendar. `local` is its time on the organisation's clocks, if it has one."""

    pk: int
    title: str
    state: str
    networks: tuple[str, ...]
    local: datetime | None

    @property
    def clock(self) -> str:
        """The time of day: `8 AM`."""
        return wording.clock(self.local) if self.local else ""

    @property
    def fixed(self) -> bool:
        """Whether it cannot be moved any more: it is live, may be, or is on its way."""
        return self.state not in WRITABLE


@dataclass(frozen=True, slots=True)
class Day:
    """One day: its first posts, how many there are in all, and the slots that are still open."""

    day: date
    entries: tuple[Entry, ...] = ()
    total: int = 0
    gaps: tuple[OpenSlot, ...] = ()

    @property
    def more(self) -> int:
        """How many posts are not shown."""
        return self.total - len(self.entries)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page of a list ends: the time by which it is sorted, and the post's number."""

    at: datetime
    pk: int

    def __str__(self) -> str:
        microseconds = (self.at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
        return f"{microseconds}-{self.pk}"

    @classmethod
    def parse(cls, text: str) -> Cursor | None:
        """Read what `str` wrote; None for anything else."""
        microseconds, _, pk = text.rpartition("-")
        try:
            at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=int(microseconds))
            return cls(at, int(pk))
        except (ValueError, OverflowError):
            return None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list, and where the pages beside it begin; None where there is none."""

    entries: tuple[Entry, ...]
    before: Cursor | None
    after: Cursor | None


def days(
    organisation: Organisation,
    wanted: Sequence[date],
    states: Sequence[str] = (),
    shown: int = SHOWN,
) -> list[Day]:
    """
    Return days with at most `shown` posts each, earliest first; only of some states if any given.

    Where a day has more than `shown`, one fewer is returned and the rest is counted: the line
    "2 more" takes the place of a post.
    """
    if not wanted:
        return []
    zone = organisation.zone
    spans = {day: bounds(day, zone) for day in wanted}
    entries: dict[date, list[Entry]] = defaultdict(list)
    for post in _first_of_each(organisation, spans.values(), states, shown + 1):
        entry = _entry(organisation, post)
        entries[organisation.local(post.publish_at).date()].append(entry)  # type: ignore[arg-type]
    full = {day: spans[day] for day in wanted if len(entries[day]) > shown}
    counts = dict(zip(full, _counts(organisation, full.values(), states), strict=True))
    return [
        Day(day, tuple(entries[day][: shown - 1]), counts[day])
        if day in counts
        else Day(day, tuple(entries[day]), len(entries[day]))
        for day in wanted
    ]


Span = tuple[datetime, datetime]

_IN_SPAN = (
    "FROM posts_post WHERE organisation_id = %s AND deleted_at IS NULL"
    " AND publish_at >= %s AND publish_at < %s"
)


def _first_of_each(
    organisation: Organisation, spans: Iterable[Span], states: Sequence[str], count: int
) -> QuerySet[Post]:
    """
    Return the first posts of each span, by one short walk along the index for each.

    Written as SQL because Django refuses limits inside a union on SQLite, and building thirty
    querysets for every page costs more than running them.
    """
    one = (
        f"SELECT id FROM (SELECT id {_IN_SPAN}{_of_states(states)}"
        " ORDER BY publish_at, id LIMIT %s) AS first_ones"
    )
    parts, values = [], []
    for span in spans:
        parts.append(one)
        values += [organisation.pk, *map(_stored, span), *states, count]
    firsts = RawSQL(" UNION ALL ".join(parts), values)  # noqa: S611 - no text of others in it
    return posts_of(organisation).filter(pk__in=firsts).order_by("publish_at", "pk").only(*COLUMNS)


def _counts(
    organisation: Organisation, spans: Iterable[Span], states: Sequence[str]
) -> list[int]:
    parts, values = [], []
    for number, span in enumerate(spans):
        parts.append(f"SELECT %s AS place, COUNT(*) {_IN_SPAN}{_of_states(states)}")
        values += [number, organisation.pk, *map(_stored, span), *states]
    if not parts:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts) + " ORDER BY 1", values)
        return [count for _, count in cursor.fetchall()]
