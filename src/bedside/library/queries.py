"""What pages and other apps may know of pictures. Everything starts from the organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce

from bedside.guard.images.video import VideoRefused, VideoWhy
from bedside.library.models import Asset, Box, Rendering
from bedside.library.rendering import covers_hash
from bedside.library.sameness import resembles, taken_back, withdrawn
from bedside.outbox.payload import PictureRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from bedside.library.sameness import TakenBack
    from bedside.orgs.models import Organisation

NOT_WATCHED = "The machine could not look at all of it. Let it try again, or cut it into parts."
SPOKEN_OF = "Its captions say what may not be published: change them."
_SHOWN = (Box.Status.COVERED, Box.Status.LINKED)
_PEOPLE = (Box.Kind.FACE, Box.Kind.DRAWN)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The bytes of a picture that go out now; `ref` is None where `reasons` stand against it."""

    ref: PictureRef | None
    reasons: tuple[str, ...] = ()


def pictures(
    organisation: Organisation,
    words: str = "",
    show: str = "",
    known: Sequence[TakenBack] | None = None,
) -> QuerySet[Asset]:
    """
    Return the pictures that may be chosen, the newest first; with words, those so named.

    `show` is `usable` for those about which nothing is open, `look` for the others. Each comes with
    `open_boxes`, `covered_boxes`, `linked_boxes` and `settled`, for its chip. `known` are the forms
    that were taken back, where somebody has read them already.
    """
    settled = _settled(organisation, known)
    found = (
        organisation.assets.filter(deleted_at=None)
        .order_by("-pk")
        .annotate(**_counts(), settled=ExpressionWrapper(settled, output_field=BooleanField()))
    )
    for word in words.split()[:6]:
        found = found.filter(name__icontains=word)
    if show in {"usable", "look"}:
        found = found.filter(settled=show == "usable")
    return found


def shares(organisation: Organisation, known: Sequence[TakenBack] | None = None) -> dict[str, int]:
    """Count the pictures: `all`, `usable` and `look`; `known` as in `pictures`."""
    found = organisation.assets.filter(deleted_at=None)
    counted = found.aggregate(
        all=Count("pk"), usable=Count("pk", filter=_settled(organisation, known))
    )
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


def _settled(organisation: Organisation, known: Sequence[TakenBack] | None) -> Q:
    """Return what holds of a picture that `problems` finds nothing against, as SQL asks it."""
    boxes = Box.objects.filter(asset=OuterRef("pk"))
    since = boxes.filter(decided_at__gt=OuterRef("answered_at"))
    shown = Exists(since.filter(status__in=_SHOWN, kind__in=_PEOPLE))
    made = Rendering.objects.filter(asset=OuterRef("pk"), covers=OuterRef("covers"))
    by_hand = Q(look=Asset.Look.BY_HAND, hand_checked_at__isnull=False, kind=Asset.Kind.PICTURE)
    looked = Q(look=Asset.Look.DONE) | by_hand
    answered = Q(recognisable="no") | Q(shown, recognisable="yes")
    rendered = Q(covers="") | Q(Exists(made.filter(verified_at__isnull=False)))
    still_open = Q(Exists(boxes.filter(status=Box.Status.OPEN)))
    back = taken_back(organisation.pk) if known is None else known
    withheld = Q(pk__in=_withheld(organisation, back))
    return looked & answered & rendered & _ready() & ~still_open & ~withheld


def _ready() -> Q:
    """Return what holds of a picture, and of a video with a master and words that may go out."""
    heard = Q(has_sound=False) | (Q(heard_at__isnull=False) & ~Q(captions=""))
    mastered = ~Q(sha256=F("original"))
    return Q(kind=Asset.Kind.PICTURE) | (heard & mastered & Q(captions_blocked=0))


def _withheld(organisation: Organisation, known: Sequence[TakenBack]) -> list[int]:
    """Return the pictures that may not be shown because of somebody who took a consent back."""
    if not known:
        return []
    assets = organisation.assets.filter(deleted_at=None).only("kind", "phash", "seconds")
    suspect = [
        asset.pk
        for asset in assets
        if not asset.phash or any(resembles(asset, one) for one in known)
    ]
    judged = with_boxes(Asset.objects.filter(pk__in=suspect))
    return [asset.pk for asset in judged if _alike(asset, boxes_of(asset), known)]


def with_boxes(assets: QuerySet[Asset]) -> QuerySet[Asset]:
    """Return assets with all that judging them needs, in two more queries for any number."""
    return assets.select_related("organisation").prefetch_related(_boxes())


def boxed(organisation: Organisation, hashes: Iterable[str]) -> dict[str, Asset]:
    """Return pictures as `by_hash` does, with all that judging them needs."""
    known = by_hash(organisation, hashes)
    for asset in known.values():
        asset.organisation = organisation
    prefetch_related_objects(list(known.values()), _boxes())
    return known


def _boxes() -> Prefetch[str, QuerySet[Box], str]:
    boxes = Box.objects.select_related(
        "authorization__organisation", "authorization__signature", "authorization__staff"
    )
    return Prefetch("boxes", boxes.prefetch_related("authorization__revocations"))


def by_hash(organisation: Organisation, hashes: Iterable[str]) -> dict[str, Asset]:
    """
    Return assets by the SHA-256 of their bytes, covered ones too, and deleted ones: a post keeps
    what it shows. A video is known by its original's too, since it may be chosen before it is made
    anew.

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
    if rest := [sha256 for sha256 in rest if sha256 not in known]:
        chosen = organisation.assets.filter(kind=Asset.Kind.VIDEO, original__in=rest)
        known |= {asset.original: asset for asset in sorted(chosen, key=_there)}
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
        captions=asset.captions,
        seconds=asset.seconds or 0.0,
    )


def as_sent(asset: Asset) -> PictureRef:
    """
    Return how a post refers to a picture: with its present covers, to the master while they are
    made. The gate refuses the latter, and no page shows it as what is sent: see `shown`.
    """
    return ref_of(asset, present(asset, boxes_of(asset)))


def shown(asset: Asset, *, unsettled: bool) -> PictureRef | None:
    """
    Return the bytes that may be shown as what goes out; None while there are none.

    A picture without covers is its own, where nothing is open, or with `unsettled` in any case.
    """
    boxes = boxes_of(asset)
    if made := present(asset, boxes):
        return ref_of(asset, made)
    if not asset.made or covers_hash(asset, boxes):
        return None
    return ref_of(asset) if unsettled or not problems(asset, boxes) else None


def relied_on(asset: Asset) -> tuple[int, ...]:
    """Return the ids of the authorizations that a picture relies on, in ascending order."""
    linked = {box.authorization_id for box in boxes_of(asset) if box.authorization_id}
    return tuple(sorted(linked))


def problems(
    asset: Asset, boxes: Sequence[Box], known: Sequence[TakenBack] | None = None
) -> list[str]:
    """
    Say what stands against showing a picture anywhere, in plain words; nothing if it may be shown.

    `known` are the forms that were taken back, for whoever asks about many pictures. Whether
    consents hold for a network is asked beside this (`publishing`, `gating`).
    """
    if not asset.made:
        return _unseen(asset)
    said = [*_unseen(asset), *_open(boxes), *_unanswered(asset, boxes), *_unheard(asset)]
    back = taken_back(asset.organisation_id) if known is None else known
    return [*said, *_unmade(asset, boxes), *_alike(asset, boxes, back)]


def _alike(asset: Asset, boxes: Sequence[Box], known: Sequence[TakenBack]) -> list[str]:
    if not known:
        return []
    if asset.hash64 is None:
        return ["It cannot be compared with pictures whose consent was taken back: add it again."]
    back = ", ".join(withdrawn(asset, boxes, known))
    return [f"It looks like a {asset.kind} of {back}, which was taken back."] if back else []


def _unseen(asset: Asset) -> list[str]:
    if asset.look in {Asset.Look.WAITING, Asset.Look.QUICK}:
        return ["It has not been looked at to the end."]
    if asset.is_video and (asset.look == Asset.Look.BY_HAND or not asset.made):
        return [_unwatched(asset)]
    if asset.look == Asset.Look.BY_HAND and asset.hand_checked_at is None:
        return ["The machine could not look at it: go through the checklist."]
    return []


def _unwatched(asset: Asset) -> str:
    if asset.refused or not asset.made:
        return str(VideoRefused(VideoWhy(asset.refused or VideoWhy.NOT_MADE)))
    return NOT_WATCHED


def _open(boxes: Sequence[Box]) -> list[str]:
    still = [box.called for box in boxes if box.status == Box.Status.OPEN]
    if not still:
        return []
    listed = ", ".join(still[:6]) + (" and more" if len(still) > 6 else "")
    return [f"{listed} {'is' if len(still) == 1 else 'are'} open: cover it, or say why not."]


def _unanswered(asset: Asset, boxes: Sequence[Box]) -> list[str]:
    if not asset.recognisable:
        return ["Answer whether a neighbor could recognize somebody in it."]
    settled = any(box.person and box.status in _SHOWN and _since(asset, box) for box in boxes)
    if asset.recognisable == "yes" and not settled:
        return ["Somebody could be recognized: cover what shows them, or link their consent."]
    return []


def _since(asset: Asset, box: Box) -> bool:
    """Tell whether a box was decided after the question was answered, so because of it."""
    if box.decided_at is None or asset.answered_at is None:
        return False
    return box.decided_at > asset.answered_at


def _unheard(asset: Asset) -> list[str]:
    if not asset.is_video:
        return []
    said = [SPOKEN_OF] if asset.captions_blocked else []
    if not asset.has_sound:
        return said
    if asset.heard_at is None:
        said.append("Listen to all of its sound, and say that you did.")
    return said if asset.captions else [*said, "It has sound and no captions: add them."]


def _unmade(asset: Asset, boxes: Sequence[Box]) -> list[str]:
    covers = covers_hash(asset, boxes)
    if not covers:
        return []
    made = asset.renderings.filter(covers=covers).first()
    if made is None:
        return [f"The covered {asset.kind} is being made."]
    return [] if made.verified_at else list(made.problems)


def _there(asset: Asset) -> bool:
    return asset.deleted_at is None
