"""What the pictures of a delivery hold against sending it, asked on the exact bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.consents.queries import defects_of
from bedside.consents.terms import Item, Shown, Use
from bedside.library.models import Asset
from bedside.library.queries import boxes_of, by_hash, present, problems, with_boxes
from bedside.library.sameness import taken_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from bedside.consents.defects import Defect
    from bedside.consents.models import Authorization
    from bedside.library.models import Box
    from bedside.library.sameness import TakenBack
    from bedside.outbox.models import Delivery
    from bedside.outbox.payload import PictureRef


def obstacles(delivery: Delivery, *, lock: bool) -> list[str]:
    """
    Say which pictures of a delivery may not go out on its network now.

    With `lock` the pictures' rows are held: a decision about a box waits until the attempt is
    written down.
    """
    pictures = delivery.content.pictures
    if not pictures:
        return []
    known = by_hash(delivery.organisation, (picture.sha256 for picture in pictures))
    ids = {asset.pk for asset in known.values()}
    if lock:
        held = Asset.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=ids)
        list(held.order_by("pk").values_list("pk", flat=True))
    assets = {asset.pk: asset for asset in with_boxes(Asset.objects.filter(pk__in=ids))}
    back = taken_back(delivery.organisation_id)
    said: list[str] = []
    for number, picture in enumerate(pictures, 1):
        asset = known.get(picture.sha256)
        against = (
            _against(delivery, assets[asset.pk], picture, back)
            if asset
            else ["It is not in the library."]
        )
        what = "Video" if picture.is_video else "Picture"
        said += [f"{what} {number}: {reason}" for reason in against]
    return said


def _against(
    delivery: Delivery, asset: Asset, picture: PictureRef, back: Sequence[TakenBack]
) -> Iterator[str]:
    boxes = boxes_of(asset)
    stands = problems(asset, boxes, back)
    yield from stands
    if not stands and picture.sha256 != (present(asset, boxes) or asset).sha256:
        yield "These are not the bytes with its present covers. Save the post again."
    relied_on = delivery.content.consents
    for authorization in linked(boxes):
        if authorization.pk not in relied_on:
            yield f"It relies on {authorization.reference}, and the post does not. Save it again."
        yield from refusals(asset, boxes, authorization, delivery.account.shown)


def linked(boxes: Iterable[Box]) -> list[Authorization]:
    """Return the authorizations that boxes are linked to, each once."""
    found = {box.authorization_id: box.authorization for box in boxes if box.authorization}
    return list(found.values())


def refusals(
    asset: Asset,
    boxes: Iterable[Box],
    authorization: Authorization,
    network: str,
    *,
    paid: bool = False,
) -> Sequence[str]:
    """Say why an authorization does not let a picture be shown on a network now."""
    against = defects_in(asset, boxes, authorization, network, paid=paid)
    return [f"{authorization.reference}: {defect.text}" for defect in against]


def defects_in(
    asset: Asset,
    boxes: Iterable[Box],
    authorization: Authorization,
    network: str,
    *,
    paid: bool = False,
    at: datetime | None = None,
) -> list[Defect]:
    """
    Return what keeps an authorization from showing a picture on a network, now or at a moment.

    Where a line of text is linked to it, the name can be read in the picture, all of it.
    """
    items = {Item.VIDEO if asset.kind == Asset.Kind.VIDEO else Item.PHOTO}
    own = [box for box in boxes if box.authorization_id == authorization.pk]
    named = any(not box.person for box in own)
    items |= {Item.NAME} if named else set()
    use = Use(
        network,
        paid=paid,
        asset=asset.hash64,
        items=frozenset(items),
        name=Shown.FULL if named else Shown.NONE,
    )
    return [defect for defect in defects_of(authorization, use, at) if defect.stops]
