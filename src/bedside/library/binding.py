"""Lets a consent be bound to pictures, and shows them to its person as they would go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from bedside.consents.pictures import LISTED, Bound, Choice, coded
from bedside.library import thumbs
from bedside.library.models import Asset, Box
from bedside.library.queries import boxes_of, shown, with_boxes
from bedside.outbox import blobs

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from django.db.models import QuerySet

    from bedside.orgs.models import Organisation

GONE = "It is not in the library any more: choose again."
UNSEEN = "It has not been looked at to the end: wait for that."
OPEN = "More is open in it than one face: cover the rest, or link its consents, first."
BEING_COVERED = "What covers it is being made: wait for that."


def codes(organisation: Organisation) -> Collection[str]:
    """Return the perceptual hash of every picture, in hexadecimal."""
    return set(_pictures(organisation).values_list("phash", flat=True))


def choices(organisation: Organisation, words: str, chosen: Collection[str]) -> Sequence[Choice]:
    """Return those that are chosen, also those that are gone, and the newest others so named."""
    found = _pictures(organisation).order_by("-pk")
    newest = found.exclude(phash__in=chosen)
    for word in words.split()[:6]:
        newest = newest.filter(name__icontains=word)
    kept = {asset.phash: asset for asset in found.filter(phash__in=chosen)}
    return [
        *(_choice(organisation, code, kept.get(code), chosen=True) for code in sorted(chosen)),
        *(_choice(organisation, one.phash, one) for one in newest[:LISTED]),
    ]


def bound(organisation: Organisation, hashes: Sequence[int]) -> Sequence[Bound]:
    """Return pictures as they would go out, in the order of their perceptual hashes."""
    wanted = coded(hashes)
    found = with_boxes(_pictures(organisation).filter(phash__in=wanted)).order_by("pk")
    known = {asset.phash: asset for asset in found}
    return [_bound(known.get(code)) for code in wanted]


def content(organisation: Organisation, sha256: str, *, small: bool) -> bytes:
    """Return the bytes of a picture, or of its thumbnail; nothing where they are gone."""
    if small and (thumbnail := thumbs.get(organisation.pk, sha256)):
        return thumbnail
    try:
        return blobs.get(organisation.pk, sha256)
    except blobs.BlobMissing:
        return b""


def _pictures(organisation: Organisation) -> QuerySet[Asset]:
    there = organisation.assets.filter(deleted_at=None, kind=Asset.Kind.PICTURE)
    return there.exclude(phash="")


def _choice(
    organisation: Organisation, code: str, asset: Asset | None, *, chosen: bool = False
) -> Choice:
    if asset is None:
        return Choice(code, "Not in the library any more", chosen=chosen)
    at = {"slug": organisation.slug, "pk": asset.pk}
    return Choice(
        code=code,
        name=asset.name,
        thumb=reverse("library:thumb", kwargs=at),
        page=reverse("library:edit", kwargs=at),
        chosen=chosen,
    )


def _bound(asset: Asset | None) -> Bound:
    """
    Return a picture as its person may be shown it.

    One open face may be theirs: it waits for this very form. Whatever else is open in it might show
    them somebody else.
    """
    if asset is None:
        return Bound("", "", "", GONE)
    still = [box for box in boxes_of(asset) if box.status == Box.Status.OPEN]
    sent = shown(asset, unsettled=True)
    if asset.look in {Asset.Look.WAITING, Asset.Look.QUICK}:
        return Bound("", "", "", UNSEEN)
    if len(still) > 1 or any(not box.person for box in still):
        return Bound("", "", "", OPEN)
    if sent is None:
        return Bound("", "", "", BEING_COVERED)
    return Bound(sent.sha256, sent.mime, sent.alt)
