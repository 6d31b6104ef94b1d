"""
Wake-ups. The rows are the truth: a lost wake-up is found at the next look of the clock.

Looking and covering claim the same row, so each wakes what had to wait for it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django_tasks import task

from bedside.guard.images.eyes import Unavailable, eyes
from bedside.library import leases, looking, rendering
from bedside.library.models import Asset

if TYPE_CHECKING:
    from datetime import datetime

AT_ONCE = 50
"""Pictures that one look of the clock wakes."""


@task()
def look(asset_id: int) -> None:
    """Look at a picture, and have the second look follow the first."""
    looking.look(asset_id)
    _go_on(asset_id)


@task()
def render(asset_id: int) -> None:
    """Make the covered bytes of a picture."""
    rendering.render(asset_id)
    _go_on(asset_id)


@task()
def prepare() -> None:
    """Start what looks at pictures before the first of them has arrived."""
    with suppress(Unavailable):
        eyes().start()


def _go_on(asset_id: int) -> None:
    """Wake whatever is still to be done for a picture on which nobody works."""
    asset = Asset.objects.filter(pk=asset_id, claim="").only("kind", "look", "render_due").first()
    if asset is None:
        return
    if asset.render_due:
        render.enqueue(asset_id)
    if asset.kind == Asset.Kind.PICTURE and asset.look in looking.UNSEEN:
        look.enqueue(asset_id)


def wake_unseen(now: datetime) -> int:
    """Wake the looks at pictures that nobody has looked at to the end; quick ones come first."""
    unseen = Asset.objects.filter(kind=Asset.Kind.PICTURE, look__in=looking.UNSEEN)
    waiting = leases.free(unseen).order_by("-look", "pk").values_list("pk", flat=True)[:AT_ONCE]
    return len([look.enqueue(pk) for pk in waiting])


def wake_unrendered(now: datetime) -> int:
    """Wake the making of pictures whose covers have changed."""
    due = leases.free(Asset.objects.filter(render_due=True)).order_by("pk")
    return len([render.enqueue(pk) for pk in due.values_list("pk", flat=True)[:AT_ONCE]])
