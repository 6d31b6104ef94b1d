"""What pages and other apps may know of pictures. Everything starts from the organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from bedside.library.models import Asset, Box, Rendering
from bedside.library.rendering import covers_hash
from bedside.library.sameness import withdrawn
from bedside.outbox.payload import PictureRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from bedside.orgs.models import Organisation

BEING_MADE = "The covered picture is being made."


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The bytes of a picture that go out now; `ref` is None where `reasons` stand against it."""

    ref: PictureRef | None
    reasons: tuple[str, ...] = ()


def pictures(organisation: Organisation, words: str = "", show: str = "") -> QuerySet[Asset]:
    """
    Return the pictures that may be chosen, the newest first; with words, those so named.

    `show` is `usable` for those about which nothing is open, `look` for the others. Each comes with
    `open_boxes`, `covered_boxes` and `linked_boxes`, for its chip.
    """
    found = organisation.assets.filter(deleted_at=None).order_by("-pk").annotate(**_counts())
    for word in words.split()[:6]:
        found = found.filter(name__icontains=word)
    if show in {"usable", "look"}:
        settled = _settled()
        found = found.filter(settled) if show == "usable" else found.exclude(settled)
    return found


def shares(organisation: Organisation) -> dict[str, int]:
    """Count the pictures: `all`, `usable` and `look`."""
    found = organisation.assets.filter(deleted_at=None)
    counted = found.aggregate(all=Count("pk"), usable=Count("pk", filter=_settled()))
    return counted | {"look": counted["all"] - counted["usable"]}


def _counts() -> dict[str, Coalesce]:
    """Return how many boxes of a state each picture has, as subqueries."""
    return {
        f"{name}_boxes": Coalesce(
            Subquery(
                Box.objects.filter(asset=OuterRef("pk"), status=name)
                .order_by()
                .values("asset")
                .annotate(count=Count("pk"))
                .values("count")
            ),
            0,
        )
        for name in ("open", "covered", "linked")
    }


def _settled() -> Q:
    """Return what holds of a picture about which nobody has to decide anything."""
    boxes = Box.objects.filter(asset=OuterRef("pk"))
    shown = Exists(boxes.filter(status__in=[Box.Status.COVERED, Box.Status.LINKED]))
    looked = Q(look=Asset.Look.DONE) | Q(look=Asset.Look.BY_HAND, hand_checked_at__isnull=False)
    answered = Q(recognisable="no") | Q(shown, recognisable="yes")
    return looked & answered & ~Q(Exists(boxes.filter(status=Box.Status.OPEN)))


def with_boxes(assets: QuerySet[Asset]) -> QuerySet[Asset]:
    """Return assets with all that judging them needs, in two more queries for any number."""
    boxes = Box.objects.select_related(
        "authorization__organisation", "authorization__signature", "authorization__staff"
    ).prefetch_related("authorization__revocations")
    return assets.select_related("organisation").prefetch_related(Prefetch("boxes", boxes))


def by_hash(organisation: Organisation, hashes: Iterable[str]) -> dict[str, Asset]:
    """
    Return pictures by the SHA-256 of their bytes, covered ones too, and deleted ones: a post keeps
    what it shows.

    Where a picture was added again after it was deleted, the one that is there counts.
    """
    wanted = list(dict.fromkeys(hashes))
    if not wanted:
        return {}
    found = organisation.assets.filter(sha256__in=wanted)
    known = {asset.sha256: asset for asset in sorted(found, key=_there)}
    if rest := [sha256 for sha256 in wanted if sha256 not in known]:
        made = Rendering.objects.filter(asset__organisation=organisation, sha256__in=rest)
        rows = sorted(made.select_related("asset"), key=lambda row: _there(row.asset))
        known |= {row.sha256: row.asset for row in rows}
    return known


def boxes_of(asset: Asset) -> list[Box]:
    """Return the boxes of an asset, with the authorizations that they are linked to."""
    if "boxes" in getattr(asset, "_prefetched_objects_cache", {}):
        found = list(asset.boxes.all())
    else:
        found = list(with_boxes(Asset.objects.filter(pk=asset.pk)).get().boxes.all())
    return [box for box in found if box.status != Box.Status.REMOVED]


def present(asset: Asset, boxes: Iterable[Box]) -> Rendering | None:
    """Return the verified bytes with the present covers; None where there are none."""
    covers = covers_hash(asset, boxes)
    if not covers:
        return None
    return asset.renderings.filter(covers=covers, verified_at__isnull=False).first()


def outgoing(asset: Asset) -> Outgoing:
    """Return the bytes of a picture that go out now, or why none may."""
    boxes = boxes_of(asset)
    reasons = problems(asset, boxes)
    return Outgoing(None if reasons else ref_of(asset, present(asset, boxes)), tuple(reasons))


def ref_of(asset: Asset, rendering: Rendering | None = None) -> PictureRef:
    """Return an asset as posts refer to it: these bytes, with the library's description."""
    made = rendering or asset
    return PictureRef(
        sha256=made.sha256,
        mime=made.mime,
        width=made.width,
        height=made.height,
        size=made.size,
        alt=asset.alt,
    )


def as_sent(asset: Asset) -> PictureRef:
    """Return a picture with its present covers, settled or not; the master while they are made."""
    return ref_of(asset, present(asset, boxes_of(asset)))


def relied_on(asset: Asset) -> tuple[int, ...]:
    """Return the ids of the authorizations that a picture relies on, in ascending order."""
    linked = {box.authorization_id for box in boxes_of(asset) if box.authorization_id}
    return tuple(sorted(linked))


def relied_on_by(organisation: Organisation, hashes: Iterable[str]) -> tuple[int, ...]:
    """Return the ids of the authorizations that pictures with these hashes rely on, ascending."""
    assets = {asset.pk for asset in by_hash(organisation, hashes).values()}
    if not assets:
        return ()
    boxes = Box.objects.filter(asset__in=assets, status=Box.Status.LINKED)
    return tuple(sorted(set(boxes.values_list("authorization_id", flat=True))))


def problems(asset: Asset, boxes: Sequence[Box]) -> list[str]:
    """
    Say what stands against showing a picture anywhere, in plain words; nothing if it may be shown.

    Whether its consents hold for a network is asked beside this (`publishing`, `gating`).
    """
    said = [*_unseen(asset), *_open(boxes), *_unanswered(asset, boxes), *_unheard(asset)]
    if covers_hash(asset, boxes) and present(asset, boxes) is None:
        said += _unmade(asset, boxes)
    if back := withdrawn(asset, boxes):
        said.append(f"It looks like a picture of {', '.join(back)}, which was taken back.")
    return said


def _unseen(asset: Asset) -> list[str]:
    if asset.look in {Asset.Look.WAITING, Asset.Look.QUICK}:
        return ["It has not been looked at to the end."]
    if asset.look == Asset.Look.BY_HAND and asset.hand_checked_at is None:
        return ["The machine could not look at it: go through the checklist."]
    return []


def _open(boxes: Sequence[Box]) -> list[str]:
    still = [box.called for box in boxes if box.status == Box.Status.OPEN]
    if not still:
        return []
    listed = ", ".join(still[:6]) + (" and more" if len(still) > 6 else "")
    return [f"{listed} {'is' if len(still) == 1 else 'are'} open: cover it, or say why not."]


def _unanswered(asset: Asset, boxes: Sequence[Box]) -> list[str]:
    if not asset.recognisable:
        return ["Answer whether a neighbor could recognize somebody in it."]
    settled = any(box.status in {Box.Status.COVERED, Box.Status.LINKED} for box in boxes)
    if asset.recognisable == "yes" and not settled:
        return ["Somebody could be recognized: cover what shows them, or link their consent."]
    return []


def _unheard(asset: Asset) -> list[str]:
    if asset.kind != Asset.Kind.VIDEO or not asset.has_sound:
        return []
    said = [] if asset.heard_at else ["Listen to all of its sound, and say that you did."]
    return said if asset.captions.strip() else [*said, "It has sound and no captions: add them."]


def _unmade(asset: Asset, boxes: Sequence[Box]) -> list[str]:
    made = asset.renderings.filter(covers=covers_hash(asset, boxes)).first()
    return list(made.problems) if made is not None else [BEING_MADE]


def _there(asset: Asset) -> bool:
    return asset.deleted_at is None
