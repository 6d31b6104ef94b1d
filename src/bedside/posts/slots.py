"""The weekly slots of the queue: which moments they are, and which of them are still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from bedside.posts.states import State
from bedside.posts.times import at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bedside.orgs.models import Organisation
    from bedside.posts.models import Slot

NOT_GOING_OUT = (State.REJECTED, State.REMOVED)


@dataclass(frozen=True, slots=True)
class OpenSlot:
    """
    A moment (UTC) at which nothing goes out yet. Without an account it is for any network.

    `clock` is the wall time that was wished for; where clocks skip it that day, `at` is another.
    """

    at: datetime
    clock: time
    account: int | None = None
    network: str = ""


def slots_of(organisation: Organisation) -> list[Slot]:
    """Return the weekly slots with their accounts, in the order of the week from Monday."""
    return list(organisation.slots.select_related("account"))


def open_slots(
    organisation: Organisation,
    days: Sequence[date],
    after: datetime,
    slots: Iterable[Slot] | None = None,
) -> list[OpenSlot]:
    """
    Return the slots of some days, later than `after`, that no post takes; earliest first.

    A slot of one account is taken by a post at that moment on its network, a general one by any
    post. A slot at a time that the clocks skip that day moves with them.
    """
    zone = organisation.zone
    wanted = [
        OpenSlot(moment, slot.clock, slot.account_id, slot.account.shown if slot.account else "")
        for slot in (slots_of(organisation) if slots is None else slots)
        for day in days
        if day.weekday() == slot.weekday and (moment := at(day, slot.clock, zone)) > after
    ]
    taken = _taken(organisation, {slot.at for slot in wanted})
    free = {
        slot
        for slot in wanted
        if slot.at not in taken or (slot.network and slot.network not in taken[slot.at])
    }
    return sorted(free, key=lambda slot: (slot.at, slot.network, slot.account or 0))


def days_ahead(organisation: Organisation, after: datetime, count: int) -> list[date]:
    """Return the next days on the organisation's calendar, the day of `after` first."""
    today = organisation.local(after).date()
    return [today + timedelta(days=number) for number in range(count)]


def _taken(organisation: Organisation, moments: set[datetime]) -> dict[datetime, set[str]]:
    """Return the networks of what goes out at these moments; asks for no others."""
    taken: dict[datetime, set[str]] = {}
    if moments:
        posts = organisation.posts.filter(deleted_at=None, publish_at__in=moments)
        # Without the organisation's column each row would be asked for again.
        posts = posts.only("organisation", "publish_at", "networks")
        for post in posts.exclude(state__in=NOT_GOING_OUT):
            if post.publish_at is not None:
                taken.setdefault(post.publish_at, set()).update(post.networks)
    return taken
