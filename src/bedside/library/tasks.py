"""Wake-ups. The rows are the truth: a lost wake-up is found at the next look of the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django_tasks import task

from bedside.library import leases, looking, rendering
from bedside.library.models import Asset

if TYPE_CHECKING:
    from datetime import datetime

AT_ONCE = 50
"""Pictures that one look of the clock wakes."""


@task()
def look(asset_id: int) -> None:
    """Look at a picture, and have the second look follow the first."""
    if looking.look(asset_id):
        look.enqueue(asset_id)


@task()
def render(asset_id: int) -> None:
    """Make the covered bytes of a picture."""
    rendering.render(asset_id)


def wake_unseen(now: datetime) -> int:
    """Wake the looks at pictures that nobody has looked at to the end; quick ones come first."""
    unseen = Asset.objects.filter(kind=Asset.Kind.PICTURE, look__in=looking.UNSEEN)
    waiting = leases.free(unseen).order_by("-look", "pk").values_list("pk", flat=True)[:AT_ONCE]
    return len([look.enqueue(pk) for pk in waiting])


def wake_unrendered(now: datetime) -> int:
    """Wake the making of pictures whose covers have changed."""
    due = leases.free(Asset.objects.filter(render_due=True)).order_by("pk")
    return len([render.enqueue(pk) for pk in due.values_list("pk", flat=True)[:AT_ONCE]])
