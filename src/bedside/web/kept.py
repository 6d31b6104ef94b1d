"""What was kept this month: numbers with their base, from the outbox and the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count

from bedside.outbox.states import State
from bedside.records.queries import count

if TYPE_CHECKING:
    from datetime import datetime

    from bedside.orgs.models import Organisation


@dataclass(frozen=True, slots=True)
class Kept:
    """Counts since the first of the month; `entries` counts the whole record."""

    sent: int
    unknown: int
    refused: int
    entries: int


def kept_this_month(organisation: Organisation, now: datetime) -> Kept:
    """Count what went out, what nobody knows of, and what the gate or a network refused."""
    first = organisation.local(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    recent = organisation.deliveries.filter(
        changed_at__gte=first, state__in=[State.LIVE, State.REFUSED]
    )
    counts = dict(recent.values_list("state").annotate(total=Count("*")).order_by())
    return Kept(
        sent=counts.get(State.LIVE, 0),
        unknown=organisation.deliveries.filter(state=State.UNKNOWN).count(),
        refused=counts.get(State.REFUSED, 0),
        entries=count(organisation.pk),
    )
