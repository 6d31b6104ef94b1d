"""Wake-ups. The rows are the truth: a lost wake-up is found at the next look of the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django_tasks import task

from bedside.consents import takedowns
from bedside.consents.models import Revocation, TakeDown
from bedside.outbox.models import Account
from bedside.outbox.states import State

if TYPE_CHECKING:
    from datetime import datetime

AT_ONCE = 100
"""How many rows one look wakes; the rest are found at the next."""


@task()
def look_again(takedown_id: int) -> None:
    """Read the network for one address that is said to be empty."""
    takedowns.look_again(takedown_id, timezone.now())


def follow(now: datetime) -> int:
    """Follow the revocations of which something moved on since."""
    moved = TakeDown.objects.filter(_MOVED, takedowns.OPEN, delivery__isnull=False)
    waiting = set(moved.values_list("revocation_id", flat=True)[:AT_ONCE])
    waiting |= _with_latecomers(now)
    for pk in sorted(waiting):
        takedowns.follow_up(pk)
    return len(waiting)


def wake_looks(now: datetime) -> int:
    """Wake the looks at addresses that are said to be empty."""
    due = TakeDown.objects.filter(look_again_at__lte=now).exclude(gone_at=None)
    pks = due.order_by("look_again_at").values_list("pk", flat=True)[:AT_ONCE]
    return len([look_again.enqueue(pk) for pk in pks])


def escalate(now: datetime) -> int:
    """Raise the voice about revocations that are late."""
    left = TakeDown.objects.filter(takedowns.OPEN, revocation=OuterRef("pk"))
    late = Revocation.objects.filter(Exists(left), due_at__lt=now, escalated_at=None)
    pks = late.order_by("due_at").values_list("pk", flat=True)[:AT_ONCE]
    return sum(takedowns.escalate(pk, now) for pk in pks)


def _with_latecomers(now: datetime) -> set[int]:
    """Return the recent revocations that something planned in the same moment slipped past."""
    recent = Revocation.objects.filter(recorded_at__gt=now - takedowns.LATECOMERS)
    found = recent.select_related("authorization").order_by("recorded_at")[:AT_ONCE]
    return {one.pk for one in found if takedowns.reached(one)}


_MOVED = (
    Q(delivery__state__in=[State.PLANNED, State.REFUSED, State.MISSED, State.BY_HAND])
    | Q(delivery__state=State.CANCELLED, by_hand=False)
    | Q(delivery__state=State.LIVE, asked_at=None, seen_again=False)
    | Q(delivery__state=State.LIVE, removal__asks_person=True, by_hand=False)
    | Q(delivery__state=State.LIVE, removal__state=State.PLANNED, by_hand=False)
    & ~Q(delivery__account__health=Account.Health.CONNECTED)
    | Q(delivery__state=State.UNKNOWN, delivery__asks_person=True, by_hand=False)
    | Q(delivery__state=State.REMOVED, seen_again=False)
)
"""Places where the next step can be made; the others wait for a person or for the outbox."""
