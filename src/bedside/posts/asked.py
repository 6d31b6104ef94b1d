"""What a calendar page was asked for. It stands in the address: dates, states, no words."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from bedside.posts.calendar import Cursor, week_of
from bedside.posts.states import State

if TYPE_CHECKING:
    from django.http import QueryDict

FIRST_YEAR, LAST_YEAR = 2000, 2100


class View(StrEnum):
    """How the calendar shows itself."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    LIST = "list"
    """The month as one long list, page by page."""
    UNDATED = "undated"
    """Posts without a date."""


IN_PERIODS = (View.DAY, View.WEEK, View.MONTH, View.LIST)


@dataclass(frozen=True, slots=True)
class Asked:
    """A view of some days, of some states (all where none is named), with open slots or without."""

    view: View
    on: date
    states: tuple[State, ...] = ()
    gaps: bool = True
    after: Cursor | None = None
    before: Cursor | None = None

    @classmethod
    def of(cls, query: QueryDict, today: date) -> Asked:
        """Read it from an address. What makes no sense there is left out, never an error."""
        return cls(
            view=_view(query.get("view", "")),
            on=day_of(query.get("on", "")) or today,
            states=tuple(state for state in State if state in query.getlist("state")),
            gaps=query.get("gaps") != "no",
            after=Cursor.parse(query.get("after", "")),
            before=Cursor.parse(query.get("before", "")),
        )

    @property
    def days(self) -> list[date]:
        """The days it shows; none for posts without a date."""
        match self.view:
            case View.UNDATED:
                return []
            case View.DAY:
                return [self.on]
            case View.WEEK:
                return week_of(self.on)
            case View.MONTH | View.LIST:
                count = monthrange(self.on.year, self.on.month)[1]
                return [self.on.replace(day=number) for number in range(1, count + 1)]

    @property
    def query(self) -> str:
        """How it stands in an address, from the question mark on."""
        values: list[tuple[str, Any]] = [("view", self.view.value), ("on", self.on.isoformat())]
        values += [("state", state.value) for state in self.states]
        if not self.gaps:
            values.append(("gaps", "no"))
        values += [
            (name, str(cursor))
            for name, cursor in (("after", self.after), ("before", self.before))
            if cursor is not None
        ]
        return f"?{urlencode(values)}"

    def but(self, **changes: Any) -> Asked:
        """Return the same with something else in it, from the first page on."""
        return replace(self, **{"after": None, "before": None, **changes})

    def toggled(self, state: State) -> Asked:
        """Return the same with one state more, or one less."""
        chosen = {*self.states} ^ {state}
        return self.but(states=tuple(state for state in State if state in chosen))

    def step(self, direction: int) -> Asked:
        """Return the period after (1) or before (-1)."""
        days = self.days or [self.on]
        return self.but(on=days[-1] + timedelta(days=1) if direction > 0 else self._before(days[0]))

    def _before(self, first: date) -> date:
        earlier = first - timedelta(days=1)
        match self.view:
            case View.MONTH | View.LIST:
                return earlier.replace(day=1)
            case View.WEEK:
                return week_of(earlier)[0]
            case View.DAY | View.UNDATED:
                return earlier


def day_of(text: str) -> date | None:
    """Read a date as addresses and forms carry it: `2026-10-13`; None for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def clock_of(text: str) -> time | None:
    """Read a time of day as forms carry it: `14:30`; None for anything else."""
    try:
        return time.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _view(text: str) -> View:
    try:
        return View(text)
    except ValueError:
        return View.MONTH
