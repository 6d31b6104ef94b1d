"""
Looks at videos. First the master is made, without metadata, then all of it is looked at.

Both take long, so the claim is renewed meanwhile, and what is done is not done twice: whoever comes
after a process that was killed goes on from the master. Where it cannot be done, people must look;
a video without a master never goes out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bedside.guard.images.eyes import Unavailable, eyes
from bedside.guard.images.refusals import Refused
from bedside.guard.images.video import VideoRefused, probe, render, scan_video, with_eyes
from bedside.library import leases, thumbs
from bedside.library.boxes import add_found, tracked_in
from bedside.library.looking import UNSEEN, NotLooked, leave_to_people, let_go, record
from bedside.library.models import Asset, Box
from bedside.library.rendering import covers_hash
from bedside.library.video import files, posters, private
from bedside.library.video.progress import PutDown, Telling
from bedside.orgs.queries import speaker
from bedside.outbox import blobs
from bedside.records.keys import UnknownKey
from bedside.records.sealing import SealBroken
from bedside.rulebook.queries import settings_of

if TYPE_CHECKING:
    from pathlib import Path

    from bedside.guard.images.video import Probe, VideoScan
    from bedside.library.video.posters import Poster
    from bedside.records.digests import Fact

MADE = 40
"""Percent of the work after which the master is made."""
_GONE = (blobs.BlobMissing, FileNotFoundError, SealBroken, UnknownKey)


@dataclass(frozen=True, slots=True)
class Master:
    """
    A video made anew: its hash, how many bytes, what it is, its poster.

    `removed` are the kinds of metadata that the file held.
    """

    sha256: str
    size: int
    told: Probe
    poster: Poster
    removed: tuple[str, ...]


def look(asset_id: int) -> None:
    """Make a video anew and look at it. Somebody else's is left alone."""
    videos = Asset.objects.filter(kind=Asset.Kind.VIDEO, look__in=UNSEEN)
    asset = leases.claim(asset_id, videos)
    if asset is None:
        return
    if asset.tries > leases.MOST_TRIES:
        leave_to_people(asset, NotLooked.GAVE_UP)
        return
    try:
        _look(asset)
    except PutDown:
        leases.give_back(asset)
    except Unavailable:
        leave_to_people(asset, NotLooked.NOT_INSTALLED)
    except VideoRefused as refusal:
        leave_to_people(asset, refusal.why)
    except (Refused, *_GONE):
        leave_to_people(asset, NotLooked.NOT_READABLE)


def _look(asset: Asset) -> None:
    telling = Telling(asset)
    telling.tell(0)
    with private.directory() as place:
        master = place / "master.mp4"
        if asset.made:
            files.fetch(asset, master)
        else:
            files.decrypt(asset, place / "original")
            made = _make(asset, place / "original", master, telling)
            (place / "original").unlink()
            if not keep_master(asset, made):
                return
        see = with_eyes(eyes(), speaker(asset.organisation), settings_of(asset.organisation))
        scan = scan_video(master, see, telling.part(MADE, 100))
    keep(asset, scan)


def _make(asset: Asset, original: Path, master: Path, telling: Telling) -> Master:
    removed = probe(original).kinds
    render(original, master, (), progress=telling.part(0, MADE))
    told = probe(master)
    poster = posters.poster_of(master, told)
    sha256 = blobs.put_file(asset.organisation_id, master)
    thumbs.put(asset.organisation_id, sha256, poster.content)
    return Master(sha256, master.stat().st_size, told, poster, removed)


@transaction.atomic
def keep_master(asset: Asset, made: Master) -> bool:
    """
    Have a video be its master from now on. False where the claim was lost.

    The same pictures may be there already, from a file that differed in what was taken out of it:
    then this one is put aside for the other, and it is False too.
    """
    held = Asset.objects.select_for_update(of=("self",), no_key=True).get(pk=asset.pk)
    if held.claim != asset.claim:
        return False
    others = held.organisation.assets.filter(sha256=made.sha256, deleted_at=None)
    same = others.exclude(pk=held.pk).first()
    if same is not None:
        _put_aside(held, same)
        return False
    held.sha256, held.size, held.phash = made.sha256, made.size, f"{made.poster.phash:016x}"
    held.width, held.height, held.seconds = made.told.width, made.told.height, made.told.seconds
    held.has_sound, held.removed = made.told.has_audio, sorted({*held.removed, *made.removed})
    held.covers = covers_hash(held, held.boxes.all())
    held.render_due = bool(held.covers)
    held.save()
    asset.sha256 = held.sha256
    record(held, "picture.made_anew", {"from": held.original, "bytes": held.sha256})
    return True


@transaction.atomic
def keep(asset: Asset, scan: VideoScan) -> None:
    """Keep what a look found, as boxes with tracks. Nothing happens where the claim was lost."""
    held = Asset.objects.select_for_update(of=("self",), no_key=True).get(pk=asset.pk)
    if held.claim != asset.claim or held.look not in UNSEEN:
        return
    new = add_found(held, tracked_in(scan.tracks), Box.Found.FULL)
    held.look, held.refused = Asset.Look.DONE, ""
    let_go(held)
    facts: dict[str, Fact] = {"full": True, "boxes": len(new), "bytes": held.sha256}
    record(held, "picture.looked_at", facts)


def _put_aside(held: Asset, same: Asset) -> None:
    held.look, held.deleted_at = Asset.Look.DONE, timezone.now()
    let_go(held)
    record(held, "picture.deleted", {"same_as": same.subject, "bytes": same.sha256})
