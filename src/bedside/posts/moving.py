"""Giving a post another day or time from the calendar, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from bedside.outbox.verbs import NotPossible
from bedside.posts import wording
from bedside.posts.asked import FIRST_YEAR, LAST_YEAR, clock_of, day_of
from bedside.posts.queries import next_free_slots
from bedside.posts.slots import open_slots
from bedside.posts.states import PLANNED
from bedside.posts.times import at
from bedside.posts.verbs import schedule, unschedule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.orgs.models import Membership, Organisation
    from bedside.posts.models import Post

NOON = time(12)


@dataclass(frozen=True, slots=True)
class Form:
    """What the form shows: a day, a time, the zone, and what the clocks make of them."""

    day: date
    clock: time
    zone: str
    change: str


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a move, in words. `back` is the old time; None where there is no way back."""

    said: str
    back: str | None


def form_of(post: Post, given: Mapping[str, str], now: datetime) -> Form:
    """Return what to show: what was given, else the post's time, else the next open slot."""
    organisation = post.organisation
    local = post.local or _suggested(organisation, now)
    day = day_of(given.get("date", "")) or local.date()
    clock = clock_of(given.get("time", "")) or local.time().replace(microsecond=0)
    zone = organisation.zone
    return Form(day, clock, wording.zone(zone, day, day), wording.clock_change(day, clock, zone))


def move(*, by: Membership, post: Post, given: Mapping[str, str], now: datetime) -> Moved:
    """
    Move a post as a form or a dragging hand asks.

    `date` alone keeps the wall time; a post without one gets the day's first open slot, or noon.
    `at` is an exact moment from an earlier move, or empty to take the date away again.
    Raises `NotPossible` with cause and cure.
    """
    if "at" in given:
        return _move_back(by, post, given["at"], now)
    day = day_of(given.get("date", ""))
    if day is None:
        raise NotPossible("This is no date. Write it like 2026-10-15.")
    if given.get("time"):
        clock = clock_of(given["time"])
        if clock is None:
            raise NotPossible("This is no time of day. Write it like 14:30.")
    else:
        clock = post.local.time() if post.local else _first_time(post.organisation, day, now)
    zone = post.organisation.zone
    wanted = at(day, clock, zone)
    today = now.astimezone(zone).date()
    if wanted <= now:
        said = wording.moment(wanted.astimezone(zone), today)
        raise NotPossible(f"{said} has passed. Choose a day or a time to come.")
    back = _way_back(post, now)
    schedule(by=by, post=post, at=wanted)
    change = wording.clock_change(day, clock, zone)
    said = f"Moved to {wording.moment(wanted.astimezone(zone), today)}."
    return Moved(f"{said} {change}".strip(), back)


def _move_back(by: Membership, post: Post, given: str, now: datetime) -> Moved:
    if not given:
        unschedule(by=by, post=post)
        return Moved("It has no date again.", None)
    moment = _moment_of(given)
    if moment is None:
        raise NotPossible("This is no moment. Give it a date and a time instead.")
    schedule(by=by, post=post, at=moment)
    local = post.organisation.local(moment)
    today = post.organisation.local(now).date()
    return Moved(f"Back at {wording.moment(local, today)}.", None)


def _way_back(post: Post, now: datetime) -> str | None:
    """Return the time it has now; none where it may not go back there because it has passed."""
    if post.publish_at is None:
        return ""
    if post.publish_at <= now and post.state in PLANNED:
        return None
    return wording.utc(post.publish_at)


def _first_time(organisation: Organisation, day: date, now: datetime) -> time:
    """Return the first open slot of a day, else noon, else the next full hour of today."""
    slots = open_slots(organisation, [day], now)
    if slots:
        return organisation.local(slots[0].at).time()
    if at(day, NOON, organisation.zone) > now:
        return NOON
    return _next_hour(organisation.local(now)).time()


def _suggested(organisation: Organisation, now: datetime) -> datetime:
    slots = next_free_slots(organisation, now)
    if slots:
        return organisation.local(slots[0])
    tomorrow = organisation.local(now).date() + timedelta(days=1)
    return organisation.local(at(tomorrow, NOON, organisation.zone))


def _next_hour(local: datetime) -> datetime:
    return local.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def _moment_of(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    known = moment.tzinfo is not None and FIRST_YEAR <= moment.year <= LAST_YEAR
    return moment.astimezone(UTC) if known else None
