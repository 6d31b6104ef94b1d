"""What others may know of the processes that work."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Max

from bedside.work.models import Worker

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

DEAD_AFTER = 8.0
"""Seconds without a heartbeat, which comes every second, after which a worker counts as dead."""


def clock_seen() -> datetime | None:
    """Return when a clock was last seen, or None where none ever ran. One look at an index."""
    seen: datetime | None = Worker.objects.filter(kind=Worker.Kind.CLOCK).aggregate(
        seen=Max("seen_at")
    )["seen"]
    return seen


def dead_workers(now: datetime, after_seconds: float = DEAD_AFTER) -> list[UUID]:
    """Return the workers not seen for so long that what they hold may be taken from them."""
    return list(
        Worker.objects.filter(seen_at__lt=now - timedelta(seconds=after_seconds)).values_list(
            "pk", flat=True
        )
    )


def is_alive(worker: UUID, now: datetime, after_seconds: float = DEAD_AFTER) -> bool:
    """Tell whether a worker was seen lately. A worker that nobody knows is not alive."""
    return Worker.objects.filter(
        pk=worker, seen_at__gte=now - timedelta(seconds=after_seconds)
    ).exists()
