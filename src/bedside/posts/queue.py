"""Everything that changes the weekly slots of the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from bedside.orgs.permissions import Verb, require
from bedside.outbox.queries import connected
from bedside.outbox.verbs import NotPossible
from bedside.posts.models import Slot
from bedside.records.chain import append

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import time

    from bedside.orgs.models import Membership

MOST_SLOTS = 100
"""More would be a feed, not a rhythm; it also bounds what the calendar looks up."""


@transaction.atomic
def add_slots(
    *, by: Membership, weekdays: Iterable[int], clock: time, account_id: int | None = None
) -> int:
    """
    Add a time of day on some weekdays (0 is Monday), for one account or for the organisation.

    Returns how many are new. Raises `NotPossible` for an account that is not connected here, for
    no weekday at all, and beyond `MOST_SLOTS`.
    """
    require(by, Verb.SCHEDULE)
    wanted = sorted({day for day in weekdays if 0 <= day <= 6})
    if not wanted:
        raise NotPossible("Choose at least one day of the week.")
    account = None
    if account_id is not None:
        account = connected(by.organisation).filter(pk=account_id).first()
        if account is None:
            raise NotPossible("This account is not connected. Choose another one.")
    if by.organisation.slots.count() + len(wanted) > MOST_SLOTS:
        raise NotPossible(f"A week has room for {MOST_SLOTS} slots. Remove some first.")
    added = 0
    for weekday in wanted:
        slot, new = Slot.objects.get_or_create(
            organisation=by.organisation,
            account=account,
            weekday=weekday,
            clock=clock.replace(second=0, microsecond=0, tzinfo=None),
        )
        if new:
            added += 1
            _record(by, slot, "slot.added")
    return added


@transaction.atomic
def remove_slot(*, by: Membership, slot_id: int) -> bool:
    """Remove a slot; posts keep their times. Returns False where it was gone already."""
    require(by, Verb.SCHEDULE)
    slot = by.organisation.slots.filter(pk=slot_id).first()
    if slot is None:
        return False
    _record(by, slot, "slot.removed")
    slot.delete()
    return True


def _record(by: Membership, slot: Slot, verb: str) -> None:
    append(
        organisation_id=by.organisation_id,
        actor=f"user:{by.user_id}",
        verb=verb,
        subject=f"slot:{slot.pk}",
        facts={"weekday": slot.weekday, "clock": f"{slot.clock:%H:%M}"},
    )
