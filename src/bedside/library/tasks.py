"""
Wake-ups. The rows are the truth: a lost wake-up is found at the next look of the clock.

Looking and covering claim the same row, so each wakes what had to wait for it. Videos have a queue
of their own, one after the other, so that neither pictures nor what is to be sent wait for them.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django_tasks import task

from bedside.guard.images.eyes import Unavailable, eyes
from bedside.library import leases, looking, rendering
from bedside.library.models import Asset
from bedside.library.video import looking as watching

if TYPE_CHECKING:
    from datetime import datetime

AT_ONCE = 50
"""Assets that one look of the clock wakes."""
VIDEOS = "videos"
"""The queue of everything about videos, see the settings' `TASKS`."""


@task()
def look(asset_id: int) -> None:
    """Look at a picture, and have the second look follow the first."""
    looking.look(asset_id)
    _go_on(asset_id)


@task(queue_name=VIDEOS)
def watch(asset_id: int) -> None:
    """Make a video anew and look at it to its end."""
    watching.look(asset_id)
    _go_on(asset_id)


@task()
def render(asset_id: int) -> None:
    """Make the covered bytes of an asset."""
    rendering.render(asset_id)
    _go_on(asset_id)


@task()
def prepare() -> None:
    """Start what looks at pictures before the first of them has arrived."""
    with suppress(Unavailable):
        eyes().start()


_LOOKS = {Asset.Kind.PICTURE: look, Asset.Kind.VIDEO: watch}
_RENDERS = {Asset.Kind.PICTURE: render, Asset.Kind.VIDEO: render.using(queue_name=VIDEOS)}


def wake_look(asset: Asset) -> None:
    """Wake the look at an asset."""
    _LOOKS[Asset.Kind(asset.kind)].enqueue(asset.pk)


def wake_render(asset: Asset) -> None:
    """Wake the making of an asset's covered bytes."""
    _RENDERS[Asset.Kind(asset.kind)].enqueue(asset.pk)


def _go_on(asset_id: int) -> None:
    """Wake whatever is still to be done for an asset on which nobody works."""
    asset = Asset.objects.filter(pk=asset_id, claim="").first()
    if asset is None:
        return
    if asset.render_due and asset.made:
        wake_render(asset)
    if asset.look in looking.UNSEEN:
        wake_look(asset)


def wake_unseen(now: datetime) -> int:
    """Wake the looks at what nobody has looked at to the end; pictures and quick ones first."""
    waiting = leases.free(Asset.objects.filter(look__in=looking.UNSEEN))
    found = waiting.order_by("kind", "-look", "pk").only("pk", "kind")[:AT_ONCE]
    for asset in found:
        wake_look(asset)
    return len(found)


def wake_unrendered(now: datetime) -> int:
    """Wake the making of bytes whose covers have changed."""
    due = leases.free(rendering.due()).order_by("pk").only("pk", "kind")[:AT_ONCE]
    for asset in due:
        wake_render(asset)
    return len(due)
