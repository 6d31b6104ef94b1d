"""Who works on a picture at present: rows are claimed, so that waking twice is harmless."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import F, Q
from django.utils import timezone

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from bedside.library.models import Asset

LEASE = timedelta(minutes=5)
"""How long nobody else begins; longer than a picture can take. For a video it is renewed."""
MOST_TRIES = 3
"""Claims after which a picture that kills whoever looks at it is left to people."""


def free(assets: QuerySet[Asset]) -> QuerySet[Asset]:
    """Return those that nobody works on."""
    return assets.filter(Q(claimed_until=None) | Q(claimed_until__lt=timezone.now()))


def claim(asset_id: int, assets: QuerySet[Asset]) -> Asset | None:
    """Claim an asset if it is among `assets` and free. Returns it, or None."""
    token = secrets.token_hex(16)
    claimed = free(assets.filter(pk=asset_id)).update(
        claim=token, claimed_until=timezone.now() + LEASE, tries=F("tries") + 1
    )
    if not claimed:
        return None
    return assets.model._default_manager.select_related("organisation").get(pk=asset_id)


def renew(asset: Asset, progress: int, **still: str) -> bool:
    """
    Keep a claim for longer, and say how much of the work is done, in percent.

    False where it was lost, or its row is not as `still` says any more.
    """
    held = asset.organisation.assets.filter(pk=asset.pk, claim=asset.claim, **still)
    return bool(held.update(claimed_until=timezone.now() + LEASE, progress=progress))


def give_back(asset: Asset) -> None:
    """Let an asset go, so that the work on it begins anew; that it was begun counts for nothing."""
    held = asset.organisation.assets.filter(pk=asset.pk, claim=asset.claim)
    held.update(claim="", claimed_until=None, progress=None, tries=F("tries") - 1)
