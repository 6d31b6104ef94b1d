"""The bytes that go out: made from the master with the present covers, and looked at once more."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.eyes import Unavailable, eyes
from bedside.guard.images.rebuilt import Cover
from bedside.guard.images.refusals import Refused
from bedside.guard.images.video import VideoRefused, VideoWhy
from bedside.library import leases, thumbs
from bedside.library.models import Asset, Box, Rendering
from bedside.library.video import rendering as filming
from bedside.library.video import tracks
from bedside.library.video.progress import PutDown
from bedside.outbox import blobs
from bedside.records.chain import append

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from bedside.guard.images.rebuilt import Rebuilt

NOT_HERE = "Covers cannot be drawn on this machine: what looks at pictures is not installed."
NOT_MADE = "The covered picture could not be made. Change the covers a little, or add it again."


def covers_of(boxes: Iterable[Box]) -> list[Cover]:
    """Return what is to be covered, in an order of its own."""
    covered = [box for box in boxes if box.status == Box.Status.COVERED]
    covered.sort(key=lambda box: (box.letter, box.number))
    return [
        Cover(
            box.place,
            "mosaic" if box.how == Box.How.MOSAIC else "solid",
            box.kind,
            found=Place(*box.origin) if box.origin else None,
        )
        for box in covered
    ]


def covers_hash(asset: Asset, boxes: Iterable[Box]) -> str:
    """
    Return the hash of a master and its covers; "" where nothing is covered.

    In a video that is where they are when.
    """
    if asset.is_video:
        places = tracks.plain(tracks.covers(boxes, asset.seconds or 0.0))
    else:
        places = [[c.box.x, c.box.y, c.box.w, c.box.h, c.how, c.of] for c in covers_of(boxes)]
    if not places:
        return ""
    return hashlib.sha256(json.dumps([asset.sha256, places]).encode()).hexdigest()


def due() -> QuerySet[Asset]:
    """Return what has to be covered anew. A video without a master has to wait for it."""
    unmade = {"kind": Asset.Kind.VIDEO, "sha256": F("original")}
    return Asset.objects.filter(render_due=True).exclude(**unmade)


def render(asset_id: int) -> bool:
    """
    Make the covered bytes of an asset whose covers have changed, verify them and keep them.

    Returns False where nothing was to be done, or somebody else does it. Bytes that do not pass
    are kept with what is wrong with them, and may not leave.
    """
    asset = leases.claim(asset_id, due())
    if asset is None:
        return False
    boxes = list(asset.boxes.all())
    wanted = covers_hash(asset, boxes)
    made = asset.renderings.filter(covers=wanted).first()
    if wanted and (made is None or not made.verified_at):
        try:
            made = _make(asset, boxes, Rendering(asset=asset, covers=wanted))
        except PutDown:
            leases.give_back(asset)
            return True
    _keep(asset, made, wanted)
    return True


def _make(asset: Asset, boxes: Sequence[Box], row: Rendering) -> Rendering:
    """Fill in a rendering: its bytes, or why there are none."""
    if asset.tries > leases.MOST_TRIES:
        row.problems = [str(VideoRefused(VideoWhy.NOT_MADE)) if asset.is_video else NOT_MADE]
        return row
    if asset.is_video:
        filming.make(asset, boxes, row)
        return row
    covers = covers_of(boxes)
    try:
        master = blobs.get(asset.organisation_id, asset.sha256)
        rebuilt = eyes().cover(master, covers)
        row.problems = list(eyes().verify(rebuilt.content, covers))
    except Unavailable:
        row.problems = [NOT_HERE]
    except (Refused, blobs.BlobMissing):
        row.problems = [NOT_MADE]
    else:
        _fill(asset, row, rebuilt)
    return row


def _fill(asset: Asset, row: Rendering, rebuilt: Rebuilt) -> None:
    row.sha256 = blobs.put(asset.organisation_id, rebuilt.content)
    thumbs.put(asset.organisation_id, row.sha256, rebuilt.thumbnail)
    row.mime, row.size = rebuilt.mime, len(rebuilt.content)
    row.width, row.height = rebuilt.width, rebuilt.height
    row.verified_at = None if row.problems else timezone.now()


@transaction.atomic
def _keep(asset: Asset, made: Rendering | None, wanted: str) -> None:
    """
    Write a rendering down, and leave the asset due where its covers have changed meanwhile.

    Nothing happens where the claim was lost; bytes that passed are never replaced.
    """
    held = Asset.objects.select_for_update(of=("self",), no_key=True).get(pk=asset.pk)
    if held.claim != asset.claim:
        return
    passed = held.renderings.filter(covers=wanted, verified_at__isnull=False).exists()
    if made is not None and made.pk is None and not passed:
        held.renderings.filter(covers=wanted).delete()
        made.save(force_insert=True)
        append(
            organisation_id=asset.organisation_id,
            actor="system",
            verb="picture.rendered",
            subject=asset.subject,
            facts={
                "from": asset.sha256,
                "bytes": made.sha256,
                "covers": wanted,
                "verified": made.verified_at is not None,
            },
        )
    again = covers_hash(held, held.boxes.all()) != wanted
    Asset.objects.filter(pk=asset.pk).update(
        claim="", claimed_until=None, tries=0, progress=None, render_due=again
    )
