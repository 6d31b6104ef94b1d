"""Takes a video in: encrypted as it arrived, with a row, to be made anew and looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from bedside.guard.images.signatures import named_kind
from bedside.guard.images.video import VideoRefused, VideoWhy, probe
from bedside.library import originals, tasks
from bedside.library.models import Asset
from bedside.library.verbs import name_from_file, record
from bedside.orgs.permissions import Verb, require

if TYPE_CHECKING:
    from pathlib import Path

    from bedside.guard.images.video import Probe
    from bedside.library.originals import Sealed
    from bedside.orgs.models import Membership

MIME = "video/mp4"


def add_video(*, by: Membership, name: str, file: Path) -> Asset:
    """
    Keep a video encrypted as it arrived; `name` is the file's. It is looked at once committed.

    The same video added again is the one that is there already. `file` is the caller's, who takes
    it away. Raises `VideoRefused` for a file that is no video that we take.
    """
    require(by, Verb.WRITE)
    if named_kind(name) not in {"", "video"}:
        raise VideoRefused(VideoWhy.LYING)
    told = probe(file)
    with file.open("rb") as content, originals.sealing(content) as sealed, transaction.atomic():
        return _known(by, sealed) or _row(by, name, told, sealed, file.stat().st_size)


def _known(by: Membership, sealed: Sealed) -> Asset | None:
    same = Q(original=sealed.sha256) | Q(sha256=sealed.sha256)
    return by.organisation.assets.filter(same, kind=Asset.Kind.VIDEO, deleted_at=None).first()


def _row(by: Membership, name: str, told: Probe, sealed: Sealed, size: int) -> Asset:
    asset, new = Asset.objects.get_or_create(
        organisation=by.organisation,
        sha256=sealed.sha256,
        deleted_at=None,
        defaults={
            "kind": Asset.Kind.VIDEO,
            "name": name_from_file(name, "Video"),
            "mime": MIME,
            "width": told.width,
            "height": told.height,
            "size": size,
            "seconds": told.seconds,
            "has_sound": told.has_audio,
            "added_by_id": by.user_id,
        },
    )
    if new:
        originals.keep_sealed(asset, sealed)
        asset.save(update_fields=["original", "original_key"])
        record(asset, by, "picture.added", original=asset.original)
        tasks.wake_look(asset)
    return asset
