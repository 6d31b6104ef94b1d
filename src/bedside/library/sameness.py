"""Pictures that look alike: one that is here already, one whose consent was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.consents.defects import NEAR
from bedside.consents.models import Authorization, Revocation
from bedside.library.models import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from bedside.library.models import Asset

_SETTLED = {Box.Status.COVERED, Box.Status.LINKED}


def near(one: int, other: int) -> bool:
    """Tell whether two 64-bit perceptual hashes are of one picture, perhaps made smaller."""
    return (one ^ other).bit_count() <= NEAR


def copies(asset: Asset) -> list[Asset]:
    """Return the other pictures of the organisation that look like this one, not the deleted."""
    own = asset.hash64
    if own is None:
        return []
    others = asset.organisation.assets.filter(deleted_at=None).exclude(pk=asset.pk)
    known = others.exclude(phash="").only("pk", "name", "phash").order_by("pk")
    return [one for one in known if near(own, int(one.phash, 16))]


def withdrawn(asset: Asset, boxes: Sequence[Box]) -> list[str]:
    """
    Return the references of authorizations that were taken back and whose picture this looks like.

    A picture may go out again where somebody was covered in it and every face is settled, or where
    a consent that it relies on was signed after the other was taken back.
    """
    own = asset.hash64
    if own is None:
        return []
    return [
        authorization.reference
        for authorization, at in _taken_back(asset)
        if any(near(own, known) for known in _pictures_of(authorization))
        and not _settled_since(boxes, authorization, at)
    ]


def _taken_back(asset: Asset) -> list[tuple[Authorization, datetime]]:
    """Return what was taken back wholly and not replaced by a newer form, and when."""
    found = (
        Revocation.objects.filter(
            authorization__organisation_id=asset.organisation_id,
            authorization__replaced_by=None,
            paid_only=False,
        )
        .select_related("authorization")
        .prefetch_related("authorization__boxes__asset")
        .order_by("pk")
    )
    return [(one.authorization, one.received_at) for one in found if not one.networks]


def _pictures_of(authorization: Authorization) -> Iterable[int]:
    yield from authorization.assets
    for box in authorization.boxes.all():
        if box.asset.hash64 is not None:
            yield box.asset.hash64


def _settled_since(boxes: Sequence[Box], authorization: Authorization, at: datetime) -> bool:
    people = [box for box in boxes if box.person and box.status != Box.Status.REMOVED]
    relied_on = [box.authorization for box in boxes if box.authorization]
    if authorization in relied_on:
        return False
    for one in relied_on:
        signature = getattr(one, "signature", None)
        if signature is not None and signature.signed_at > at:
            return True
    covered = any(box.status == Box.Status.COVERED for box in people)
    return covered and all(box.status in _SETTLED for box in people)
