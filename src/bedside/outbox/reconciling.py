"""
What becomes of deliveries that nobody knows of: look, look again, then ask a person.

Only where a network refuses a second copy by key is anything sent again without a person.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import assert_never

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from bedside.channels import base as channels
from bedside.channels.registry import channel
from bedside.outbox import renewal
from bedside.outbox.answers import mark_live, mark_unknown
from bedside.outbox.models import Attempt, Delivery, new_key
from bedside.outbox.parts import outline_of
from bedside.outbox.states import State
from bedside.outbox.transitions import move
from bedside.work.heartbeat import this_worker
from bedside.work.queries import dead_workers

LOOKS = (timedelta(seconds=5), timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10))
LOOK_LEASE = timedelta(seconds=60)
BEFORE = timedelta(minutes=2)
"""How far before the attempt a network's clock may place the post."""


def reap(now: datetime) -> int:
    """
    Free what dead workers held.

    What was only claimed or staged is planned again; what was being sent is unknown.
    """
    held = Delivery.objects.filter(
        Q(worker__in=dead_workers(now)) | Q(lease_until__lt=now),
        state__in=[State.CLAIMED, State.STAGING, State.SENDING],
    ).select_related("account")
    freed = 0
    for delivery in held[:500]:
        if delivery.state == State.SENDING:
            with transaction.atomic():
                freed += mark_unknown(
                    delivery, "The worker stopped while sending.", held=delivery.claim
                )
        else:
            freed += move(
                delivery,
                State.PLANNED,
                frm=[State.CLAIMED, State.STAGING],
                held=delivery.claim,
                wake_at=now,
            )
    return freed


def look(delivery_id: int) -> None:
    """Read the network once for an unknown delivery. Waking it twice is harmless."""
    delivery = _take_turn(delivery_id, timezone.now())
    if delivery is None:
        return
    if delivery.action == channels.Action.DELETE:
        move(delivery, State.PLANNED, frm=[State.UNKNOWN], wake_at=timezone.now())
        return
    account = renewal.fresh(delivery.account)
    if not isinstance(account, channels.Account):
        _look_again(delivery, "The account cannot be read now.")
        return
    since = (delivery.first_claimed_at or delivery.due) - BEFORE
    attempt = Attempt.objects.create(
        delivery=delivery, kind=Attempt.Kind.LOOK, payload_hash=delivery.payload_hash
    )
    found = channel(account.network).find(account, outline_of(delivery), since)
    Attempt.objects.filter(pk=attempt.pk).update(
        finished_at=timezone.now(), outcome=type(found).__name__.lower()
    )
    match found:
        case channels.Sent(ref=ref):
            mark_live(delivery, ref, frm=[State.UNKNOWN])
        case channels.Absent():
            _absent(delivery, account)
        case channels.Unknown(reason=reason):
            _look_again(delivery, reason)
        case _:
            assert_never(found)


def _take_turn(delivery_id: int, now: datetime) -> Delivery | None:
    delivery = (
        Delivery.objects.filter(pk=delivery_id, state=State.UNKNOWN, wake_at__lte=now)
        .exclude(asks_person=True)
        .select_related("organisation", "account", "after")
        .first()
    )
    if delivery is None:
        return None
    mine = Delivery.objects.filter(
        pk=delivery_id, state=State.UNKNOWN, claim=delivery.claim, wake_at=delivery.wake_at
    ).update(claim=new_key(), worker=this_worker(), wake_at=now + LOOK_LEASE)
    return delivery if mine else None


def _absent(delivery: Delivery, account: channels.Account) -> None:
    capability = channel(account.network).capability(account)
    if capability.idempotency is channels.Idempotency.KEYED:
        # The same key cannot make a second copy, so sending again is as good as looking again.
        move(
            delivery,
            State.PLANNED,
            frm=[State.UNKNOWN],
            wake_at=timezone.now(),
            reason="It was not there. The network takes a key only once, so it is sent again.",
        )
        return
    _look_again(delivery, "It is not there yet.")


def _look_again(delivery: Delivery, reason: str) -> None:
    looks = delivery.looks + 1
    last = looks >= len(LOOKS)
    wake = timezone.now() + LOOKS[min(looks, len(LOOKS) - 1)]
    Delivery.objects.filter(pk=delivery.pk, state=State.UNKNOWN).update(
        looks=looks,
        wake_at=wake,
        asks_person=last,
        reason=reason[:300],
        changed_at=timezone.now(),
    )
