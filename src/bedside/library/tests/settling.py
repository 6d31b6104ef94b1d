"""Pictures about which nothing is open, for tests that are about something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.images.findings import Scan
from bedside.library import deciding, leases, looking
from bedside.library.models import Asset

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.outbox.payload import PictureRef


def seen(asset: Asset, scan: Scan | None = None) -> Asset:
    """Have a picture looked at to the end, by what would have been found, its hash too."""
    claimed = leases.claim(asset.pk, Asset.objects.all())
    assert claimed is not None
    found = scan or Scan(asset.width, asset.height, asset.pk << 40, full=True)
    looking.keep(claimed, found)
    Asset.objects.filter(pk=asset.pk).update(phash=f"{found.phash:016x}")
    asset.refresh_from_db()
    return asset


def settle(by: Membership, asset: Asset) -> Asset:
    """Have a picture looked at, nothing found, and the one question answered."""
    seen(asset)
    deciding.answer(by=by, asset=asset, recognisable=False)
    asset.refresh_from_db()
    return asset


def in_library(by: Membership, ref: PictureRef) -> Asset:
    """Put a picture whose bytes a test keeps itself into the library, settled."""
    asset = Asset.objects.create(
        organisation=by.organisation,
        sha256=ref.sha256,
        name="Lamp",
        alt=ref.alt,
        mime=ref.mime,
        width=ref.width,
        height=ref.height,
        size=ref.size,
        added_by_id=by.user_id,
    )
    return settle(by, asset)
