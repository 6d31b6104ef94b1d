"""Wake-ups. The rows are the truth: a lost wake-up is found at the next look of the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django_tasks import task

from bedside.channels.base import Action
from bedside.outbox import reconciling, sending, verbs
from bedside.outbox.models import Account, Delivery
from bedside.outbox.states import State

if TYPE_CHECKING:
    from datetime import datetime

AT_ONCE = 200
"""How many deliveries one look wakes; the rest are found a second later."""


@task()
def deliver(delivery_id: int) -> None:
    """Carry one delivery over the line."""
    sending.deliver(delivery_id)


@task()
def look(delivery_id: int) -> None:
    """Read the network for one delivery that nobody knows of."""
    reconciling.look(delivery_id)


def wake_due(now: datetime) -> int:
    """Wake everything that is due and may go."""
    due = (
        Delivery.objects.filter(
            Q(after=None) | Q(after__state=State.LIVE),
            Q(account__wait_until=None) | Q(account__wait_until__lte=now),
            Q(organisation__paused_at=None) | Q(action=Action.DELETE),
            state=State.PLANNED,
            wake_at__lte=now,
            miss_at__gte=now,
            account__health=Account.Health.CONNECTED,
        )
        .order_by("wake_at")
        .values_list("pk", flat=True)[:AT_ONCE]
    )
    woken = [deliver.enqueue(pk) for pk in due]
    return len(woken)


def wake_unknown(now: datetime) -> int:
    """Wake the looks at deliveries that nobody knows of."""
    unknown = (
        Delivery.objects.filter(state=State.UNKNOWN, wake_at__lte=now, asks_person=False)
        .order_by("wake_at")
        .values_list("pk", flat=True)[:AT_ONCE]
    )
    return len([look.enqueue(pk) for pk in unknown])


def miss_late(now: datetime) -> int:
    """Mark what became too late."""
    return verbs.miss_late(now)


def reap(now: datetime) -> int:
    """Free what dead workers held."""
    return reconciling.reap(now)
