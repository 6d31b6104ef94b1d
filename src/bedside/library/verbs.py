"""Everything that changes the pictures of an organisation."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bedside.guard.images.decoding import decode
from bedside.guard.images.signatures import named_kind
from bedside.library import originals, tasks, thumbs
from bedside.library.models import Asset
from bedside.orgs.permissions import Verb, require
from bedside.outbox import blobs
from bedside.records.chain import append

if TYPE_CHECKING:
    from bedside.orgs.models import Membership

LONGEST_NAME = 120
LONGEST_ALT = 2000

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def add_picture(*, by: Membership, name: str, content: bytes, alt: str = "") -> Asset:
    """
    Keep a picture, rebuilt from its pixels; `name` is the file's, `alt` describes it in words.

    What arrived is kept encrypted, and the picture is looked at once this is committed. The same
    picture added again is the one that is there already. Raises `Refused` for a file that is no
    picture, or one that no network takes.
    """
    require(by, Verb.WRITE)
    picture = decode(name, content)
    sha256 = blobs.put(by.organisation_id, picture.content)
    thumbs.put(by.organisation_id, sha256, picture.thumbnail)
    with transaction.atomic():
        asset, new = Asset.objects.get_or_create(
            organisation=by.organisation,
            sha256=sha256,
            deleted_at=None,
            defaults={
                "name": name_from_file(name),
                "alt": alt.strip()[:LONGEST_ALT],
                "mime": picture.mime,
                "width": picture.width,
                "height": picture.height,
                "size": len(picture.content),
                "phash": f"{picture.phash:016x}",
                "added_by_id": by.user_id,
            },
        )
        if new:
            originals.keep(asset, BytesIO(content))
            asset.save(update_fields=["original", "original_key"])
            record(asset, by, "picture.added", original=asset.original)
            tasks.wake_look(asset)
    return asset


@transaction.atomic
def describe(*, by: Membership, asset: Asset, name: str, alt: str) -> bool:
    """Name a picture and describe it in words. Posts that use it keep their own description."""
    require(by, Verb.WRITE)
    changed = by.organisation.assets.filter(pk=asset.pk, deleted_at=None).update(
        name=_called(name), alt=alt.strip()[:LONGEST_ALT]
    )
    if changed:
        record(asset, by, "picture.described")
    return bool(changed)


@transaction.atomic
def delete(*, by: Membership, asset: Asset) -> bool:
    """Put a picture aside; `restore` brings it back. Posts that use it keep it."""
    require(by, Verb.WRITE)
    gone = by.organisation.assets.filter(pk=asset.pk, deleted_at=None).update(
        deleted_at=timezone.now()
    )
    if gone:
        record(asset, by, "picture.deleted")
    return bool(gone)


@transaction.atomic
def restore(*, by: Membership, asset: Asset) -> bool:
    """Bring a picture back. False where it is there already, also as a new copy."""
    require(by, Verb.WRITE)
    assets = by.organisation.assets
    asset = assets.select_for_update(of=("self",), no_key=True).get(pk=asset.pk)
    there = assets.filter(sha256=asset.sha256, deleted_at=None).exists()
    if there or not assets.filter(pk=asset.pk).exclude(deleted_at=None).update(deleted_at=None):
        return False
    record(asset, by, "picture.restored")
    return True


def name_from_file(name: str, otherwise: str = "Picture") -> str:
    """Return what an asset is called at first: its file's name without folders and ending."""
    file = PurePath(name.replace("\\", "/"))
    return _called(file.stem if named_kind(file.name) else file.name, otherwise)


def _called(name: str, otherwise: str = "Picture") -> str:
    return _UNPRINTABLE.sub(" ", name).strip()[:LONGEST_NAME] or otherwise


def record(asset: Asset, by: Membership, verb: str, **facts: str) -> None:
    """Write down what a member did with an asset."""
    append(
        organisation_id=by.organisation_id,
        actor=f"user:{by.user_id}",
        verb=verb,
        subject=f"asset:{asset.pk}",
        facts={"bytes": asset.sha256, **facts},
    )
