"""
Stopping and removing for an app that has to, e.g. because somebody took a consent back.

No right is asked here: the caller has a duty, and `actor` names on whose word it acts.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bedside.channels import base as channels
from bedside.channels.base import Action
from bedside.channels.registry import channel
from bedside.outbox import renewal
from bedside.outbox.models import Account, Delivery
from bedside.outbox.parts import must_be_intact, outline_of
from bedside.outbox.states import State
from bedside.outbox.transitions import move
from bedside.records.chain import append

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_LEFT = frozenset({State.PLANNED, State.REFUSED, State.MISSED, State.BY_HAND})
"""It can still be stopped; what is by hand may have been posted by a person meanwhile."""
PATIENCE = timedelta(days=365)
"""A removal is never too late."""
BEFORE = timedelta(minutes=2)
"""How far before the attempt a network's clock may place the post."""


@transaction.atomic
def stop(deliveries: Iterable[Delivery], *, actor: str) -> list[Delivery]:
    """
    Stop those that have not left, with the later parts of their threads, and return them.

    All are moved before the first is recorded: who holds the records waits for nobody.
    """
    chosen = {one.pk: one for one in deliveries}
    for one in list(chosen.values()):
        chosen |= {later.pk: later for later in _later_parts(one)}
    stopped = [
        one
        for _, one in sorted(chosen.items())
        if one.state in NOT_LEFT
        and move(one, State.CANCELLED, frm=[State(one.state)], asks_person=False)
    ]
    for one in stopped:
        _record(one, "delivery.cancelled", actor)
    return stopped


def can_remove(delivery: Delivery) -> bool:
    """Tell whether we can remove it ourselves: its network has a way, and the account is open."""
    account = delivery.account
    able = channel(account.network).capability(None).delete
    return able and account.health == Account.Health.CONNECTED


@transaction.atomic
def remove(delivery: Delivery, *, actor: str, planned_by_id: int | None = None) -> Delivery:
    """
    Plan the removal of something live, at once; return the one that is planned already.

    `planned_by_id` is the user who asked for it, if one did.
    """
    now = timezone.now()
    removal, made = Delivery.objects.get_or_create(
        organisation_id=delivery.organisation_id,
        account_id=delivery.account_id,
        subject=delivery.subject,
        action=Action.DELETE,
        part=delivery.part,
        state__in=[s for s in State if s not in (State.CANCELLED, State.REMOVED)],
        defaults={
            "state": State.PLANNED,
            "after": delivery,
            "payload": delivery.payload,
            "payload_hash": delivery.payload_hash,
            "due": now,
            "wake_at": now,
            "miss_at": now + PATIENCE,
            "planned_by_id": planned_by_id,
        },
    )
    if made:
        _record(removal, "delivery.take_down_asked", actor)
    return removal


@transaction.atomic
def removed_by_hand(delivery: Delivery, *, actor: str) -> bool:
    """A person took it down themselves: it is removed, and nobody needs to try any more."""
    moved = move(delivery, State.REMOVED, frm=[State.LIVE], asks_person=False)
    for removal in delivery.followers.filter(action=Action.DELETE, state__in=NOT_LEFT):
        move(removal, State.CANCELLED, frm=[State(removal.state)], asks_person=False)
    if moved:
        _record(delivery, "delivery.deleted", actor)
    return moved


def snapshot(delivery: Delivery) -> bytes:
    """
    Return everything that is known of something live, to be kept before it goes.

    Raises `blobs.BlobMissing` where a picture that it shows is gone or altered.
    """
    for picture in delivery.content.pictures:
        must_be_intact(delivery.organisation_id, picture.sha256)
    kept = {
        "payload": delivery.content.as_json(),
        "network": delivery.account.shown,
        "account": delivery.account.handle,
        "remote_id": delivery.remote_id,
        "remote_url": delivery.remote_url,
        "live_at": delivery.live_at.isoformat() if delivery.live_at else None,
        "delivery": delivery.pk,
    }
    return json.dumps(kept, sort_keys=True, ensure_ascii=False).encode()


def still_there(delivery: Delivery) -> bool | None:
    """Read the network once: is it there? None where the network cannot be read for it."""
    account = renewal.fresh(delivery.account)
    if not isinstance(account, channels.Account):
        return None
    since = (delivery.first_claimed_at or delivery.due) - BEFORE
    try:
        found = channel(account.network).find(account, outline_of(delivery), since)
    except Delivery.DoesNotExist:
        return None
    match found:
        case channels.Sent():
            return True
        case channels.Absent():
            return False
        case channels.Unknown():
            return None


def _later_parts(delivery: Delivery) -> Iterable[Delivery]:
    return Delivery.objects.filter(
        organisation_id=delivery.organisation_id,
        account_id=delivery.account_id,
        subject=delivery.subject,
        action=delivery.action,
        part__gt=delivery.part,
        state__in=NOT_LEFT,
    ).select_related("account")


def _record(delivery: Delivery, verb: str, actor: str) -> None:
    append(
        organisation_id=delivery.organisation_id,
        actor=actor,
        verb=verb,
        subject=delivery.subject,
        facts={
            "delivery": delivery.pk,
            "network": delivery.account.shown,
            "part": delivery.part,
            "bytes": delivery.payload_hash,
        },
    )
