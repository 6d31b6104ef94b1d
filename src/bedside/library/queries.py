"""What pages and other apps may know of pictures. Everything starts from the organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from bedside.library.models import Asset
    from bedside.orgs.models import Organisation


def pictures(organisation: Organisation, words: str = "") -> QuerySet[Asset]:
    """Return the pictures that may be chosen, the newest first; with words, those so named."""
    found = organisation.assets.filter(deleted_at=None).order_by("-pk")
    for word in words.split()[:6]:
        found = found.filter(name__icontains=word)
    return found


def by_hash(organisation: Organisation, hashes: Iterable[str]) -> dict[str, Asset]:
    """
    Return pictures by the SHA-256 of their bytes, deleted ones too: a post keeps what it shows.

    Where a picture was added again after it was deleted, the one that is there counts.
    """
    wanted = list(hashes)
    if not wanted:
        return {}
    found = organisation.assets.filter(sha256__in=wanted)
    return {asset.sha256: asset for asset in sorted(found, key=_there)}


def _there(asset: Asset) -> bool:
    return asset.deleted_at is None
