"""
Looks at pictures: faces at once, then everything else. Where that cannot be done, people must look;
a picture is never taken for harmless because nobody looked.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.db import transaction

from bedside.guard.images.eyes import Unavailable, eyes
from bedside.guard.images.reading import heard
from bedside.guard.images.refusals import Refused
from bedside.guard.images.video import VideoWhy
from bedside.library import leases, originals
from bedside.library.boxes import add_found, found_in
from bedside.library.models import Asset, Box
from bedside.orgs.queries import speaker
from bedside.outbox import blobs
from bedside.records.chain import append
from bedside.records.keys import UnknownKey
from bedside.records.sealing import SealBroken
from bedside.rulebook.queries import settings_of

if TYPE_CHECKING:
    from bedside.guard.images.findings import Scan
    from bedside.records.digests import Fact

Look = Asset.Look
UNSEEN = (Look.WAITING, Look.QUICK)


class NotLooked(StrEnum):
    """Why a machine did not look at a picture, as the record tells it."""

    GAVE_UP = "gave up"
    NOT_INSTALLED = "not installed"
    NOT_READABLE = "not readable"


def look(asset_id: int) -> bool:
    """
    Look at a picture once: quickly at first, thoroughly the second time.

    Returns whether there is more to look for. Somebody else's picture is left alone.
    """
    pictures = Asset.objects.filter(kind=Asset.Kind.PICTURE, look__in=UNSEEN)
    asset = leases.claim(asset_id, pictures)
    if asset is None:
        return False
    if asset.tries > leases.MOST_TRIES:
        leave_to_people(asset, NotLooked.GAVE_UP)
        return False
    full = asset.look == Look.QUICK
    try:
        ours = speaker(asset.organisation)
        scan = eyes().scan(_bytes_of(asset, full=full), full=full, org=ours)
    except Unavailable:
        leave_to_people(asset, NotLooked.NOT_INSTALLED)
    except (Refused, blobs.BlobMissing):
        leave_to_people(asset, NotLooked.NOT_READABLE)
    else:
        return keep(asset, heard(scan, ours, settings_of(asset.organisation)))
    return False


@transaction.atomic
def keep(asset: Asset, scan: Scan) -> bool:
    """
    Keep what a look found, as boxes. Returns whether there is more to look for.

    What was read is not kept. Nothing happens where the claim was lost meanwhile.
    """
    held = Asset.objects.select_for_update(of=("self",), no_key=True).get(pk=asset.pk)
    if held.claim != asset.claim or held.look not in UNSEEN:
        return False
    found_at = Box.Found.FULL if scan.full else Box.Found.QUICK
    new = add_found(held, found_in(scan), found_at)
    held.look = Look.DONE if scan.full else Look.QUICK
    held.phash = held.phash or f"{scan.phash:016x}"
    held.removed = sorted({*held.removed, *scan.metadata.kinds, *_place(scan)})
    held.faint = len(scan.texts.faint)
    let_go(held)
    facts: dict[str, Fact] = {"full": scan.full, "boxes": len(new), "bytes": held.sha256}
    record(held, "picture.looked_at", facts)
    return held.look == Look.QUICK


@transaction.atomic
def leave_to_people(asset: Asset, why: NotLooked | VideoWhy) -> None:
    """Have people look in the machine's place, and tell them why where it is about a video."""
    held = Asset.objects.select_for_update(of=("self",), no_key=True).get(pk=asset.pk)
    if held.claim != asset.claim or held.look not in UNSEEN:
        return
    held.look = Look.BY_HAND
    held.refused = why.value if isinstance(why, VideoWhy) else ""
    let_go(held)
    record(held, "picture.not_machine_checked", {"why": why.value, "bytes": held.sha256})


def let_go(held: Asset) -> None:
    """Save an asset as one on which nobody works."""
    held.claim, held.claimed_until, held.tries, held.progress = "", None, 0, None
    held.save()


def _bytes_of(asset: Asset, *, full: bool) -> bytes:
    """Return the file as it arrived for the first look, which tells what else was in it."""
    if not full and asset.original_key:
        try:
            return originals.content(asset)
        except (FileNotFoundError, SealBroken, UnknownKey):
            pass  # the master shows the same
    return blobs.get(asset.organisation_id, asset.sha256)


def _place(scan: Scan) -> tuple[str, ...]:
    return ("GPS",) if scan.metadata.gps else ()


def record(asset: Asset, verb: str, facts: dict[str, Fact]) -> None:
    """Write down what the machine did with an asset."""
    append(
        organisation_id=asset.organisation_id,
        actor="system",
        verb=verb,
        subject=asset.subject,
        facts=facts,
    )
