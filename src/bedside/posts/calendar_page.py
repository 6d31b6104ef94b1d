"""Everything that the page of the calendar shows, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from bedside.orgs.permissions import Verb, may
from bedside.posts import calendar, wording
from bedside.posts.asked import IN_PERIODS, Asked, View
from bedside.posts.slots import days_ahead, open_slots
from bedside.posts.times import bounds, month_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bedside.orgs.models import Membership, Organisation
    from bedside.posts.calendar import Cursor, Day, Entry, Page, Span

IN_TRAY = 6
"""Posts without a date beside the calendar; the rest is on a page of its own."""

IN_WEEK = 12
"""Posts of a day in the week."""

SOON = 7
"""Days ahead, today among them, for which open slots are named beside the calendar."""


@dataclass(frozen=True, slots=True)
class Gap:
    """An open slot. `network` is empty where any will do. It has no number, unlike a post."""

    local: datetime
    network: str
    pk: None = None

    @property
    def clock(self) -> str:
        """The time of day: `12 PM`."""
        return wording.clock(self.local)

    @property
    def said(self) -> str:
        """Day and time: `Wed, Oct 21, 12 PM`."""
        return f"{self.local:%a, %b} {self.local.day}, {self.clock}"

    @property
    def query(self) -> str:
        """How the composer is told of it."""
        return f"?date={self.local:%Y-%m-%d}&time={self.local:%H:%M}"


@dataclass(frozen=True, slots=True)
class Cell:
    """
    One day as it is drawn: posts and open slots in the order of the day.

    `css` says what is special about it: `out` of the month, `past`, `today`, `quiet` (empty).
    """

    date: date
    css: str = "out"
    shown: tuple[Entry | Gap, ...] = ()
    more: int = 0

    @property
    def iso(self) -> str:
        """The date as addresses carry it: `2026-10-13`."""
        return self.date.isoformat()

    @property
    def number(self) -> str:
        """The day of the month, the first one with its month: `Oct 1`, `2`."""
        return f"{self.date:%b} 1" if self.date.day == 1 else str(self.date.day)

    @property
    def weekday(self) -> str:
        """`Tue`."""
        return f"{self.date:%a}"

    @property
    def name(self) -> str:
        """The day as it is read out: `Tuesday, 13`."""
        return f"{self.date:%A}, {self.number}"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose above the calendar: a view, or a state with its count."""

    name: str
    url: str
    chosen: bool
    count: int = 0


@dataclass(frozen=True, slots=True)
class Tray:
    """What lies beside the calendar: posts without a date, and the next open slots."""

    page: Page
    count: int
    soon: tuple[Gap, ...]

    @property
    def counted_all(self) -> bool:
        return self.count < calendar.MOST_COUNTED


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """The page of the calendar for one member: cells, or a page of rows by day."""

    asked: Asked
    today: date
    title: str
    zone: str
    views: tuple[Choice, ...]
    chips: tuple[Choice, ...]
    gaps: int
    cells: tuple[Cell, ...]
    page: Page | None
    tray: Tray
    may_move: bool
    may_write: bool
    may_approve: bool

    @property
    def rows(self) -> list[tuple[date | None, list[Entry]]]:
        """The page of a list, day by day."""
        entries = self.page.entries if self.page else ()
        return [
            (day, list(group))
            for day, group in groupby(entries, lambda one: one.local.date() if one.local else None)
        ]

    @property
    def earlier(self) -> str:
        """Where the period before is shown."""
        return self.asked.step(-1).query

    @property
    def later(self) -> str:
        """Where the period after is shown."""
        return self.asked.step(1).query

    @property
    def now(self) -> str:
        """Where the period of today is shown."""
        view = View.MONTH if self.asked.view == View.UNDATED else self.asked.view
        return self.asked.but(view=view, on=self.today).query

    @property
    def day_url(self) -> str:
        """Where one day is shown, without its date at the end."""
        query = self.asked.but(view=View.DAY, on=self.today).query
        return query.replace(f"&on={self.today.isoformat()}", "") + "&on="

    @property
    def all_states(self) -> str:
        """Where the same is shown with posts of every state."""
        return self.asked.but(states=()).query

    @property
    def other_gaps(self) -> str:
        """Where the same is shown without its open slots, or with them again."""
        return self.asked.but(gaps=not self.asked.gaps).query

    @property
    def undated(self) -> str:
        """Where all posts without a date are shown."""
        return self.asked.but(view=View.UNDATED, states=()).query

    @property
    def list_url(self) -> str:
        """Where the same time is shown as a list."""
        return self.asked.but(view=View.LIST).query

    @property
    def before_page(self) -> str:
        """Where the page before in a list is shown; empty where there is none."""
        return self._beside(before=self.page.before) if self.page and self.page.before else ""

    @property
    def after_page(self) -> str:
        """Where the next page in a list is shown; empty where there is none."""
        return self._beside(after=self.page.after) if self.page and self.page.after else ""

    def _beside(self, **cursor: Cursor | None) -> str:
        return self.asked.but(**cursor).query

    @property
    def states(self) -> list[str]:
        """The states that its cells show."""
        return sorted(
            {one.state for cell in self.cells for one in cell.shown if not isinstance(one, Gap)}
        )

    @property
    def networks(self) -> list[str]:
        """The networks that its cells show."""
        shown = [one for cell in self.cells for one in cell.shown]
        networks = {one.network for one in shown if isinstance(one, Gap) and one.network}
        return sorted(networks.union(*(one.networks for one in shown if not isinstance(one, Gap))))

    @property
    def is_over(self) -> bool:
        """Whether all of it lies behind us."""
        return bool(self.asked.days) and self.asked.days[-1] < self.today


def page_of(member: Membership, asked: Asked, now: datetime) -> CalendarPage:
    """Gather the page that was asked for."""
    organisation = member.organisation
    today = organisation.local(now).date()
    days = asked.days
    gaps = _gaps(organisation, {*days, *days_ahead(organisation, now, SOON)}, now)
    soon = today + timedelta(days=SOON)
    return CalendarPage(
        asked=asked,
        today=today,
        title=title_of(asked),
        zone=wording.zone(
            organisation.zone, days[0] if days else today, days[-1] if days else today
        ),
        views=_views(asked, today),
        chips=_chips(organisation, asked),
        gaps=sum(gap.local.date() in days for gap in gaps),
        cells=_cells(organisation, asked, today, gaps if asked.gaps else ()),
        page=_rows(organisation, asked),
        tray=_tray(organisation, [gap for gap in gaps if gap.local.date() < soon]),
        may_move=may(member, Verb.SCHEDULE),
        may_write=may(member, Verb.WRITE),
        may_approve=may(member, Verb.APPROVE),
    )


def title_of(asked: Asked) -> str:
    """Return what the page is about: `October 2026`, `Oct 11 to 17, 2026`, `Tue, Oct 13, 2026`."""
    match asked.view:
        case View.UNDATED:
            return "No date yet"
        case View.DAY:
            return f"{asked.on:%a, %b} {asked.on.day}, {asked.on.year}"
        case View.WEEK:
            first, last = asked.days[0], asked.days[-1]
            month = "" if first.month == last.month else f"{last:%b} "
            return f"{first:%b} {first.day} to {month}{last.day}, {last.year}"
        case View.MONTH | View.LIST:
            return f"{asked.on:%B} {asked.on.year}"


def span_of(organisation: Organisation, asked: Asked) -> Span:
    """Return the time that a page shows, from its first moment to the first one after it."""
    days = asked.days or [asked.on]
    return bounds(days[0], organisation.zone)[0], bounds(days[-1], organisation.zone)[1]


def _gaps(organisation: Organisation, days: set[date], now: datetime) -> list[Gap]:
    today = organisation.local(now).date()
    ahead = sorted(day for day in days if day >= today)
    return [
        Gap(organisation.local(slot.at), slot.network)
        for slot in open_slots(organisation, ahead, now)
    ]


def _views(asked: Asked, today: date) -> tuple[Choice, ...]:
    on = today if today in asked.days else asked.on
    return tuple(
        Choice(view.value.capitalize(), asked.but(view=view, on=on).query, view == asked.view)
        for view in IN_PERIODS
    )


def _chips(organisation: Organisation, asked: Asked) -> tuple[Choice, ...]:
    """Return the states that there are, and those that were chosen."""
    if asked.view == View.UNDATED:
        return ()
    counts = calendar.totals(organisation, span_of(organisation, asked))
    return tuple(
        Choice(state.value, asked.toggled(state).query, state in asked.states, count)
        for state, count in counts.items()
        if count or state in asked.states
    )


def _cells(
    organisation: Organisation, asked: Asked, today: date, gaps: Sequence[Gap]
) -> tuple[Cell, ...]:
    match asked.view:
        case View.MONTH:
            drawn, shown = list(month_days(asked.on)), calendar.SHOWN
        case View.WEEK:
            drawn, shown = asked.days, IN_WEEK
        case View.DAY | View.LIST | View.UNDATED:
            return ()
    cells = {
        day.date: _cell(day, today, [gap for gap in gaps if gap.local.date() == day.date], shown)
        for day in calendar.days(organisation, asked.days, asked.states, shown)
    }
    return tuple(cells.get(one) or Cell(one) for one in drawn)


def _cell(day: Day, today: date, gaps: Sequence[Gap], shown: int) -> Cell:
    """Fill a cell with posts, and with open slots where room is left."""
    room = 0 if day.more else shown - len(day.entries)
    held: list[Entry | Gap] = [*day.entries, *gaps[:room]]
    held.sort(key=lambda one: one.local or datetime.max.replace(tzinfo=UTC))
    time_of_it = "past" if day.date < today else "today" if day.date == today else ""
    quiet = "" if held else "quiet"
    return Cell(day.date, f"{time_of_it} {quiet}".strip(), tuple(held), day.more)


def _rows(organisation: Organisation, asked: Asked) -> Page | None:
    match asked.view:
        case View.DAY | View.LIST:
            span = span_of(organisation, asked)
            return calendar.page(
                organisation, span, asked.states, after=asked.after, before=asked.before
            )
        case View.UNDATED:
            return calendar.undated(
                organisation, asked.states, after=asked.after, before=asked.before
            )
        case View.WEEK | View.MONTH:
            return None


def _tray(organisation: Organisation, soon: Sequence[Gap]) -> Tray:
    page = calendar.undated(organisation, size=IN_TRAY)
    count = calendar.undated_count(organisation) if page.after else len(page.entries)
    return Tray(page, count, tuple(soon))
