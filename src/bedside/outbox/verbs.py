"""
The only way out of Bedside.

`send` plans what goes out; the clock and a worker carry it over the line when it is due. The other
verbs move, stop, take down, and settle what nobody knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bedside.channels import base as channels
from bedside.channels.base import Action
from bedside.orgs.permissions import Verb, require
from bedside.outbox.answers import mark_live, mark_removed
from bedside.outbox.models import Account, Delivery
from bedside.outbox.states import State
from bedside.outbox.transitions import move, planned, tell
from bedside.outbox.withdrawing import remove
from bedside.records.chain import append

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bedside.orgs.models import Membership
    from bedside.outbox.payload import Payload


class NotPossible(ValueError):
    """The step does not fit the state it is in now; the text says why, in plain words."""


@dataclass(frozen=True)
class Outgoing:
    """One part to send: its payload, and what it does on the network."""

    payload: Payload
    action: Action = Action.PUBLISH


@transaction.atomic
def send(
    *,
    by: Membership,
    account: Account,
    subject: str,
    parts: Sequence[Outgoing],
    due: datetime,
) -> list[Delivery]:
    """
    Plan parts that follow each other on one account, for `due` (an aware moment).

    Nothing leaves here: the gate is asked again when the time has come. A part waits for the one
    before it to be live. Late by more than the organisation's window, they are missed.
    """
    require(by, Verb.SCHEDULE)
    organisation = by.organisation
    if account.organisation_id != organisation.pk:
        raise NotPossible("This account belongs to somebody else.")
    deliveries: list[Delivery] = []
    for number, part in enumerate(parts):
        delivery = Delivery.objects.create(
            organisation=organisation,
            account=account,
            subject=subject,
            action=part.action,
            part=number,
            after=deliveries[-1] if deliveries else None,
            payload=part.payload.as_json(),
            payload_hash=part.payload.hash(),
            due=due,
            wake_at=due,
            miss_at=due + timedelta(minutes=organisation.late_after),
            planned_by_id=by.user_id,
        )
        deliveries.append(delivery)
        _record(delivery, "delivery.planned", by, due=due.isoformat())
    planned.send(sender=Delivery, deliveries=deliveries)
    tell(organisation.pk, subject)
    return deliveries


@transaction.atomic
def move_to(*, by: Membership, subject: str, due: datetime) -> int:
    """Give everything of a subject that still waits another time. Returns how many moved."""
    require(by, Verb.SCHEDULE)
    miss_at = due + timedelta(minutes=by.organisation.late_after)
    waiting = Delivery.objects.filter(
        organisation=by.organisation, subject=subject, state=State.PLANNED
    ).exclude(action=Action.DELETE)
    moved = waiting.update(due=due, wake_at=due, miss_at=miss_at, changed_at=timezone.now())
    if moved:
        tell(by.organisation_id, subject)
    return moved


@transaction.atomic
def cancel(*, by: Membership, subject: str) -> int:
    """Stop everything of a subject that has not left. Returns how many were stopped."""
    require(by, Verb.WRITE)
    stopped = 0
    for delivery in Delivery.objects.filter(
        organisation=by.organisation,
        subject=subject,
        state__in=[State.PLANNED, State.REFUSED, State.MISSED, State.BY_HAND],
    ).select_related("account"):
        if move(delivery, State.CANCELLED, frm=[State(delivery.state)], asks_person=False):
            _record(delivery, "delivery.cancelled", by)
            stopped += 1
    return stopped


@transaction.atomic
def take_down(*, by: Membership, delivery: Delivery) -> Delivery:
    """Remove something live from its network, now."""
    require(by, Verb.TAKE_DOWN)
    delivery = by.organisation.deliveries.select_related("account").get(pk=delivery.pk)
    if delivery.state != State.LIVE:
        raise NotPossible("Only what is live can be taken down.")
    return remove(delivery, actor=f"user:{by.user_id}", planned_by_id=by.user_id)


@transaction.atomic
def settle_live(*, by: Membership, delivery: Delivery, url: str) -> None:
    """A person looked and it is there, or posted it by hand; `url` is its public address."""
    require(by, Verb.SETTLE)
    delivery = _own(by, delivery)
    frm = [State.UNKNOWN, State.BY_HAND]
    if delivery.action == Action.DELETE:
        settled = mark_removed(delivery, frm=frm, by=f"user:{by.user_id}")
    else:
        ref = channels.Ref(id=url, url=url)
        settled = mark_live(delivery, ref, frm=frm, by=f"user:{by.user_id}")
    if not settled:
        raise NotPossible("Somebody settled this already.")
    _record(delivery, "delivery.settled", by, answer="live")


@transaction.atomic
def send_again(*, by: Membership, delivery: Delivery) -> None:
    """
    A person looked and it is not there, or mended what was refused: send it now.

    The same key goes with it; the gate is asked again.
    """
    require(by, Verb.SETTLE)
    delivery = _own(by, delivery)
    now = timezone.now()
    if not move(
        delivery,
        State.PLANNED,
        frm=[State.UNKNOWN, State.REFUSED, State.MISSED],
        due=now,
        wake_at=now,
        miss_at=now + timedelta(minutes=by.organisation.late_after),
        asks_person=False,
        looks=0,
    ):
        raise NotPossible("Somebody settled this already.")
    _record(delivery, "delivery.settled", by, answer="send again")


@transaction.atomic
def give_up(*, by: Membership, delivery: Delivery) -> None:
    """It will not be sent any more."""
    require(by, Verb.SETTLE)
    delivery = _own(by, delivery)
    frm = [State.PLANNED, State.UNKNOWN, State.REFUSED, State.MISSED, State.BY_HAND]
    if not move(delivery, State.CANCELLED, frm=frm, asks_person=False):
        raise NotPossible("It is being sent, or somebody settled it already.")
    _record(delivery, "delivery.settled", by, answer="give up")


def miss_late(now: datetime) -> int:
    """Mark what is later than its window as missed, also while paused or not connected."""
    late = Delivery.objects.filter(state=State.PLANNED, wake_at__lte=now, miss_at__lt=now)
    missed = 0
    for delivery in late.select_related("account")[:500]:
        with transaction.atomic():
            if move(delivery, State.MISSED, frm=[State.PLANNED], asks_person=True):
                append(
                    organisation_id=delivery.organisation_id,
                    actor="system",
                    verb="delivery.missed",
                    subject=delivery.subject,
                    facts={"delivery": delivery.pk, "network": delivery.account.shown},
                )
                missed += 1
    return missed


def _own(by: Membership, delivery: Delivery) -> Delivery:
    return by.organisation.deliveries.select_related("account", "after").get(pk=delivery.pk)


def _record(delivery: Delivery, verb: str, by: Membership, **more: str) -> None:
    append(
        organisation_id=delivery.organisation_id,
        actor=f"user:{by.user_id}",
        verb=verb,
        subject=delivery.subject,
        facts={
            "delivery": delivery.pk,
            "network": delivery.account.shown,
            "part": delivery.part,
            "bytes": delivery.payload_hash,
            **more,
        },
    )
