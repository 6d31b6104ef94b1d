"""
A month, a week, a day of posts, in time that does not grow with the number of posts.

Each day shows its first few posts by an index look-up of its own; only days with more are counted.
A list goes on from the post where the last page ended. So a month of four thousand posts costs
little more than one of forty.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import Count, Q
from django.db.models.expressions import RawSQL

from bedside.posts import wording
from bedside.posts.models import Post
from bedside.posts.queries import posts_of
from bedside.posts.states import WRITABLE, State
from bedside.posts.times import bounds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from django.db.models import QuerySet

    from bedside.orgs.models import Organisation

SHOWN = 4
"""Posts in a cell of the month. Where there are more, the last place says how many."""

PAGE = 50
"""Posts on a page of a list."""

MOST_COUNTED = 100
"""How far posts without a date are counted."""

COLUMNS = ("pk", "title", "state", "networks", "publish_at")

Span = tuple[datetime, datetime]
"""A time from its first moment to the first one after it."""


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
    """One day: its first posts, and how many there are in all."""

    date: date
    entries: tuple[Entry, ...] = ()
    total: int = 0

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
    "2 more" takes the place of a post. One query, and a second one where some day has more.
    """
    spans = {day: bounds(day, organisation.zone) for day in wanted}
    entries: dict[date, list[Entry]] = {day: [] for day in wanted}
    for entry in _first_of_each(organisation, list(spans.values()), states, shown + 1):
        if entry.local is not None:
            entries[entry.local.date()].append(entry)
    full = [day for day in wanted if len(entries[day]) > shown]
    counts = dict(
        zip(full, _counts(organisation, [spans[day] for day in full], states), strict=True)
    )
    return [
        Day(day, tuple(entries[day][: shown - 1]), counts[day])
        if day in counts
        else Day(day, tuple(entries[day]), len(entries[day]))
        for day in wanted
    ]


def totals(organisation: Organisation, span: Span) -> dict[State, int]:
    """Count the posts of a time by state, all states in the order of their life."""
    start, end = span
    counted = (
        posts_of(organisation)
        .filter(publish_at__gte=start, publish_at__lt=end)
        .values_list("state")
        .annotate(posts=Count("*"))
        .order_by()
    )
    found = dict(counted)
    return {state: found.get(state, 0) for state in State}


def page(
    organisation: Organisation,
    span: Span,
    states: Sequence[str] = (),
    *,
    after: Cursor | None = None,
    before: Cursor | None = None,
    size: int = PAGE,
) -> Page:
    """Return a page of posts, earliest first: the first one, or the one beside a cursor."""
    start, end = span
    rows = posts_of(organisation).filter(publish_at__gte=start, publish_at__lt=end)
    return _page(organisation, _only(rows, states), "publish_at", after, before, size)


def undated(
    organisation: Organisation,
    states: Sequence[str] = (),
    *,
    after: Cursor | None = None,
    before: Cursor | None = None,
    size: int = PAGE,
) -> Page:
    """Return a page of the posts that have no date yet, the last worked on first."""
    rows = _only(posts_of(organisation).filter(publish_at=None), states)
    return _page(organisation, rows, "-changed_at", after, before, size)


def undated_count(organisation: Organisation) -> int:
    """Count the posts that have no date yet, at most `MOST_COUNTED`."""
    return posts_of(organisation).filter(publish_at=None)[:MOST_COUNTED].count()


def week_of(day: date, week_start: int = 6) -> list[date]:
    """Return the seven days of a week; `week_start` 6 is Sunday, 0 is Monday."""
    start = day - timedelta(days=(day.weekday() - week_start) % 7)
    return [start + timedelta(days=number) for number in range(7)]


def _entry(organisation: Organisation, row: tuple[Any, ...]) -> Entry:
    pk, title, state, networks, publish_at = row
    local = organisation.local(publish_at) if publish_at else None
    return Entry(pk, title, state, tuple(networks), local)


def _only(rows: QuerySet[Post], states: Sequence[str]) -> QuerySet[Post]:
    return rows.filter(state__in=states) if states else rows


def _page(
    organisation: Organisation,
    rows: QuerySet[Post],
    order: str,
    after: Cursor | None,
    before: Cursor | None,
    size: int,
) -> Page:
    """Go on from a cursor by the index, however far into the list it is; an offset would count."""
    column, falling = order.removeprefix("-"), order.startswith("-")
    backwards = before is not None
    cursor, down = before or after, falling != backwards
    if cursor is not None:
        rows = rows.filter(_beyond(column, cursor, down=down))
    sign = "-" if down else ""
    ordered = rows.order_by(f"{sign}{column}", f"{sign}pk").values_list(*COLUMNS, column)
    found = list(ordered[: size + 1])
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    if not found:
        return Page((), None, None)
    first, last = (Cursor(row[-1], row[0]) for row in (found[0], found[-1]))
    return Page(
        entries=tuple(_entry(organisation, row[:-1]) for row in found),
        before=first if (more if backwards else after is not None) else None,
        after=last if (more if not backwards else True) else None,
    )


def _beyond(column: str, cursor: Cursor, *, down: bool) -> Q:
    """Return what comes after a cursor; the first half lets the index do it."""
    side = "lt" if down else "gt"
    return Q(**{f"{column}__{side}e": cursor.at}) & (
        Q(**{f"{column}__{side}": cursor.at}) | Q(**{f"pk__{side}": cursor.pk})
    )


_IN_SPAN = (
    "FROM posts_post WHERE organisation_id = %s AND deleted_at IS NULL"
    " AND publish_at >= %s AND publish_at < %s"
)
_FIRST = (
    f"SELECT id FROM (SELECT id {_IN_SPAN}{{}}"
    " ORDER BY publish_at, state, id LIMIT %s) AS first_few"
)
_COUNT = f"SELECT %s AS place, COUNT(*) {_IN_SPAN}{{}}"
# Django refuses limits inside a union on SQLite, and thirty querysets take longer to build than
# these statements to run. They hold names and placeholders only; every value is a parameter.


def _first_of_each(
    organisation: Organisation, spans: Sequence[Span], states: Sequence[str], count: int
) -> list[Entry]:
    """
    Return the first posts of each span, found by one short walk along the index for each.

    Posts of the same moment stand in the order of the index, which spares a sort for every span.
    """
    if not spans:
        return []
    one = _FIRST.format(_state_in(states))
    values = [
        value for span in spans for value in (organisation.pk, *map(_stored, span), *states, count)
    ]
    firsts = RawSQL(" UNION ALL ".join([one] * len(spans)), values)
    rows = Post.objects.filter(pk__in=firsts).order_by("publish_at", "state", "pk")
    return [_entry(organisation, row) for row in rows.values_list(*COLUMNS)]


def _counts(organisation: Organisation, spans: Sequence[Span], states: Sequence[str]) -> list[int]:
    """Count each span's posts, within the index."""
    if not spans:
        return []
    one = _COUNT.format(_state_in(states))
    values = [
        value
        for place, span in enumerate(spans)
        for value in (place, organisation.pk, *map(_stored, span), *states)
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([one] * len(spans)), values)
        counts = dict(cursor.fetchall())
    return [counts[place] for place in range(len(spans))]


def _state_in(states: Sequence[str]) -> str:
    return f" AND state IN ({', '.join(['%s'] * len(states))})" if states else ""


def _stored(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)
