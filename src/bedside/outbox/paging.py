"""Pages of deliveries by where the last one ended, not by counting: page 1,000 costs as page 1."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from bedside.orgs.models import Organisation
    from bedside.outbox.models import Delivery

SIZE = 40


@dataclass(frozen=True)
class Page:
    """Some deliveries, and where the next page begins (empty where there is none)."""

    rows: list[Delivery]
    next: str


def page_of(organisation: Organisation, state: str, before: str) -> Page:
    """Return a page of deliveries, the last changed first; a `before` of no sense is the start."""
    rows = organisation.deliveries.select_related("account").order_by("-changed_at", "-pk")
    if state:
        rows = rows.filter(state=state)
    mark = _read(before)
    if mark is not None:
        at, pk = mark
        rows = rows.filter(changed_at__lte=at).exclude(Q(changed_at=at) & Q(pk__gte=pk))
    found = list(rows[: SIZE + 1])
    last = found[SIZE - 1] if len(found) > SIZE else None
    return Page(found[:SIZE], f"{last.changed_at.isoformat()}~{last.pk}" if last else "")


def _read(before: str) -> tuple[datetime, int] | None:
    moment, _, pk = before.partition("~")
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return (at, int(pk)) if pk.isdecimal() and at.tzinfo else None
