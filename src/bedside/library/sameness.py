"""
Pictures and videos that look alike: one that is here already, one whose consent was taken back.

A video is known by one of its pictures and by its length: many videos begin with the same title.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.consents.defects import NEAR
from bedside.consents.models import Authorization, Revocation
from bedside.consents.queries import chains
from bedside.library.models import Asset, Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

SAME_LENGTH = 1.0
"""Seconds by which two copies of a video may differ."""
_SETTLED = {Box.Status.COVERED, Box.Status.LINKED}


@dataclass(frozen=True)
class TakenBack:
    """
    A form that was taken back wholly, and when.

    `forms` are its id and those of the older forms in whose place it came; `pictures` are the
    perceptual hashes of every picture that rested on any of them, and `videos` those of the videos
    among them with their lengths in seconds.
    """

    form: int
    reference: str
    at: datetime
    forms: frozenset[int]
    pictures: frozenset[int]
    videos: frozenset[tuple[int, float]] = frozenset()


def near(one: int, other: int) -> bool:
    """Tell whether two 64-bit perceptual hashes are of one picture, perhaps made smaller."""
    return (one ^ other).bit_count() <= NEAR


def copies(asset: Asset) -> list[Asset]:
    """Return the other pictures of the organisation that look like this one, not the deleted."""
    own = asset.hash64
    if own is None:
        return []
    others = asset.organisation.assets.filter(deleted_at=None, kind=asset.kind)
    known = others.exclude(pk=asset.pk).exclude(phash="").order_by("pk")
    found = known.only("pk", "name", "phash", "seconds")
    return [one for one in found if near(own, int(one.phash, 16)) and _as_long(asset, one.seconds)]


def resembles(asset: Asset, one: TakenBack) -> bool:
    """Tell whether an asset looks like one that rested on a form that was taken back."""
    own = asset.hash64
    if own is None:
        return False
    if asset.is_video:
        return any(near(own, film) and _as_long(asset, seconds) for film, seconds in one.videos)
    return any(near(own, picture) for picture in one.pictures)


def taken_back(organisation_id: int) -> list[TakenBack]:
    """Return the forms of an organisation that were taken back wholly and have pictures."""
    whole = Revocation.objects.filter(
        authorization__organisation_id=organisation_id, paid_only=False, networks=[]
    )
    revoked = {one.authorization_id: one for one in whole.select_related("authorization")}
    if not revoked:
        return []
    forms = chains(organisation_id, revoked)
    every = {pk for chain in forms.values() for pk in chain}
    pictures, videos = _pictures_of(every), _videos_of(organisation_id, every)
    found = [
        TakenBack(
            form=pk,
            reference=one.authorization.reference,
            at=one.received_at,
            forms=frozenset(forms[pk]),
            pictures=frozenset[int]().union(*(pictures.get(form, ()) for form in forms[pk])),
            videos=frozenset(film for form in forms[pk] for film in videos.get(form, ())),
        )
        for pk, one in sorted(revoked.items())
    ]
    return [one for one in found if one.pictures]


def withdrawn(asset: Asset, boxes: Sequence[Box], known: Iterable[TakenBack]) -> list[str]:
    """
    Return the references of those `known` forms whose picture this looks like.

    A picture may go out again where somebody was covered in it and every face is settled, or where
    it relies on a form that came in the place of the one taken back and was signed after that.
    """
    alike = [one for one in known if resembles(asset, one)]
    if not alike:
        return []
    relied_on = [box.authorization for box in boxes if box.authorization]
    newer = chains(asset.organisation_id, {one.pk for one in relied_on})
    renewed = [(one, frozenset(newer[one.pk])) for one in relied_on]
    covered = _everybody_settled(boxes)
    return [one.reference for one in alike if not _settled_since(one, renewed, covered=covered)]


def _pictures_of(forms: Iterable[int]) -> dict[int, set[int]]:
    """Return the hashes of the pictures that forms are bound to, or linked in, by form."""
    bound = Authorization.objects.filter(pk__in=forms).values_list("pk", "assets")
    found = {pk: set(assets) for pk, assets in bound}
    linked = Box.objects.filter(authorization__in=forms).exclude(asset__phash="")
    for pk, phash in linked.values_list("authorization_id", "asset__phash"):
        found[pk].add(int(phash, 16))
    return found


def _videos_of(organisation_id: int, forms: Iterable[int]) -> dict[int, set[tuple[int, float]]]:
    """Return the videos that forms are bound to, or linked in, by form: hash and length."""
    videos = Asset.objects.filter(organisation_id=organisation_id, kind=Asset.Kind.VIDEO)
    seen = videos.exclude(phash="").values_list("phash", "seconds", "boxes__authorization")
    bound = dict(Authorization.objects.filter(pk__in=forms).values_list("pk", "assets"))
    found: dict[int, set[tuple[int, float]]] = {pk: set() for pk in bound}
    for phash, seconds, linked in seen:
        film = (int(phash, 16), seconds or 0.0)
        for pk, assets in bound.items():
            if linked == pk or film[0] in assets:
                found[pk].add(film)
    return found


def _as_long(asset: Asset, seconds: float | None) -> bool:
    return abs((asset.seconds or 0.0) - (seconds or 0.0)) <= SAME_LENGTH


def _settled_since(
    one: TakenBack, renewed: Iterable[tuple[Authorization, frozenset[int]]], *, covered: bool
) -> bool:
    """Tell whether a picture may be shown again; `renewed` are the forms that it relies on."""
    signed_anew = False
    for form, chain in renewed:
        if form.pk in one.forms:
            return False
        signature = getattr(form, "signature", None)
        later = signature is not None and signature.signed_at > one.at
        signed_anew = signed_anew or (later and one.form in chain)
    return signed_anew or covered


def _everybody_settled(boxes: Sequence[Box]) -> bool:
    people = [box for box in boxes if box.person and box.status != Box.Status.REMOVED]
    covered = any(box.status == Box.Status.COVERED for box in people)
    return covered and all(box.status in _SETTLED for box in people)
