"""Pictures that look alike: one that is here already, one whose consent was taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.consents.defects import NEAR
from bedside.consents.models import Authorization, Revocation
from bedside.consents.queries import chains
from bedside.library.models import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from bedside.library.models import Asset

_SETTLED = {Box.Status.COVERED, Box.Status.LINKED}


@dataclass(frozen=True)
class TakenBack:
    """
    A form that was taken back wholly, and when.

    `forms` are its id and those of the older forms in whose place it came; `pictures` are the
    perceptual hashes of every picture that rested on any of them.
    """

    form: int
    reference: str
    at: datetime
    forms: frozenset[int]
    pictures: frozenset[int]


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


def taken_back(organisation_id: int) -> list[TakenBack]:
    """Return the forms of an organisation that were taken back wholly and have pictures."""
    whole = Revocation.objects.filter(
        authorization__organisation_id=organisation_id, paid_only=False, networks=[]
    )
    revoked = {one.authorization_id: one for one in whole.select_related("authorization")}
    if not revoked:
        return []
    forms = chains(organisation_id, revoked)
    pictures = _pictures_of({pk for chain in forms.values() for pk in chain})
    found = [
        TakenBack(
            form=pk,
            reference=one.authorization.reference,
            at=one.received_at,
            forms=frozenset(forms[pk]),
            pictures=frozenset[int]().union(*(pictures.get(form, ()) for form in forms[pk])),
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
    own = asset.hash64
    if own is None:
        return []
    alike = [one for one in known if any(near(own, picture) for picture in one.pictures)]
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
