"""State changes of deliveries: guarded updates that count rows, never read, decide, save."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from bedside.outbox.models import Delivery
from bedside.outbox.states import NEXT, State

if TYPE_CHECKING:
    from collections.abc import Iterable

UNSEEN = frozenset({State.CLAIMED, State.STAGING})
"""Preparations, which whoever looks at a post still sees as planned."""

changed = Signal()
"""Sent inside the transaction of every change, with `organisation_id` and `subject`."""
planned = Signal()
"""Sent inside the transaction in which deliveries are planned, with `deliveries`."""


def move(
    delivery: Delivery,
    to: State,
    *,
    frm: Iterable[State],
    held: str | None = None,
    **columns: Any,
) -> bool:
    """
    Move a delivery to another state if it is still in one of `frm` and, where `held` is given,
    still held under that claim. Returns whether it moved; other columns change with it.

    Raises `ValueError` for a step that the life of a delivery does not have.
    """
    origins = frozenset(frm)
    for origin in origins:
        if to not in NEXT[origin]:
            raise ValueError(f"A delivery never goes from {origin} to {to}.")
    rows = Delivery.objects.filter(pk=delivery.pk, state__in=origins)
    if held is not None:
        rows = rows.filter(claim=held)
    with contextlib.nullcontext() if to in UNSEEN else transaction.atomic(savepoint=False):
        if not rows.update(state=to, changed_at=timezone.now(), **columns):
            return False
        delivery.state = to
        for name, value in columns.items():
            setattr(delivery, name, value)
        if to not in UNSEEN:
            tell(delivery.organisation_id, delivery.subject)
    return True


def tell(organisation_id: int, subject: str) -> None:
    """Tell whoever shows this subject that its deliveries changed."""
    changed.send(sender=Delivery, organisation_id=organisation_id, subject=subject)
