"""What people decide about the boxes of an asset. Each step can be taken back, and is recorded."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from bedside.consents.queries import authorizations, defects_of
from bedside.consents.terms import Item
from bedside.guard.images.captions import clock
from bedside.library import rendering, tasks
from bedside.library.boxes import LETTERS, next_number
from bedside.library.models import Asset, Box, Step
from bedside.library.video import tracks
from bedside.orgs.permissions import Verb, require
from bedside.outbox.verbs import NotPossible
from bedside.records.chain import append

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from django.db.models import QuerySet

    from bedside.guard.images.boxes import Box as Place
    from bedside.orgs.models import Membership
    from bedside.records.digests import Fact

SMALLEST = 0.005
"""The least width and height of a box, as a part of the picture."""
STILL_THERE = 0.9
"""The part of where the machine found something that a moved box must hold: it may only grow."""
SITTING = timedelta(hours=1)
"""How long the person who drew a box may take it away again without a reason."""

_FIELDS = ("x", "y", "w", "h", "status", "how", "authorization_id", "reason")
_OPEN = {"status": Box.Status.OPEN, "how": "", "authorization": None, "reason": ""}

_SHOWN = {Box.Status.COVERED, Box.Status.LINKED}

REASONS: dict[str, tuple[Box.Reason, ...]] = {
    Box.Kind.FACE: (Box.Reason.NOT_A_FACE, Box.Reason.DRAWING),
    Box.Kind.DRAWN: (Box.Reason.HARMLESS, Box.Reason.DRAWING),
    Box.Kind.TEXT: (Box.Reason.HARMLESS, Box.Reason.OURS),
    Box.Kind.UNREAD: (Box.Reason.UNREADABLE, Box.Reason.HARMLESS, Box.Reason.OURS),
    Box.Kind.CODE: (Box.Reason.OURS, Box.Reason.HARMLESS),
}
"""Why there may be nothing to cover, by what is there."""


@transaction.atomic
def cover(*, by: Membership, box: Box, how: str = Box.How.SOLID) -> None:
    """Cover what a box shows. Raises `NotPossible` for a mosaic over what can be read back."""
    if how == Box.How.MOSAIC and box.asset.is_video:
        raise NotPossible("A mosaic that moves can be undone, picture by picture. Cover it solid.")
    if how not in Box.How.values or (how == Box.How.MOSAIC and not box.person):
        raise NotPossible("Letters and codes can be read back from a mosaic. Cover them solid.")
    _decide(by, box, "picture.covered", _OPEN | {"status": Box.Status.COVERED, "how": how})


@transaction.atomic
def cover_all(*, by: Membership, asset: Asset, but: Iterable[int] = ()) -> int:
    """Cover every open box, solid, but those with these ids. Returns how many."""
    asset = _held(by, asset)
    boxes = list(asset.boxes.filter(status=Box.Status.OPEN).exclude(pk__in=list(but)))
    if boxes:
        _keep_step(by, asset, boxes)
        asset.boxes.filter(pk__in=[box.pk for box in boxes]).update(
            **_OPEN | {"status": Box.Status.COVERED, "how": Box.How.SOLID} | _signed(by)
        )
        _record(asset, by, "picture.covered", {"boxes": [box.label for box in boxes]})
        _covers_changed(asset)
    return len(boxes)


@transaction.atomic
def link(*, by: Membership, box: Box, authorization: int) -> None:
    """
    Say that an authorization allows showing what is in a box: a patient's, or a staff release.

    Raises `NotPossible` where it does not hold at all; for which network is asked when it is used.
    """
    found = authorizations(by.organisation).filter(pk=authorization).first()
    if found is None:
        raise NotPossible("This consent is not known here.")
    against = [defect.text for defect in defects_of(found) if defect.stops]
    if against:
        raise NotPossible(f"{found.reference} cannot be used. {against[0]}")
    if not box.linkable:
        raise NotPossible("No consent covers this. Cover it, or say why there is no need to.")
    if not box.person and Item.NAME not in found.items:
        raise NotPossible(f"{found.reference} does not allow showing the name. Cover it.")
    change = _OPEN | {"status": Box.Status.LINKED, "authorization": found}
    _decide(by, box, "picture.consent_linked", change, reference=found.reference)


@transaction.atomic
def dismiss(*, by: Membership, box: Box, reason: str) -> None:
    """Say why there is nothing to cover in a box; the reasons offered differ by what it is."""
    if reason not in REASONS[box.kind]:
        raise NotPossible("Say why there is nothing to cover.")
    change = _OPEN | {"status": Box.Status.DISMISSED, "reason": reason}
    _decide(by, box, "picture.box_dismissed", change, why=reason)


@transaction.atomic
def reopen(*, by: Membership, box: Box) -> None:
    """Leave a box open again."""
    _decide(by, box, "picture.box_opened", _OPEN)


@transaction.atomic
def draw(
    *,
    by: Membership,
    asset: Asset,
    kind: str,
    place: Place,
    since: float | None = None,
    until: float | None = None,
) -> Box:
    """
    Add a box around what the looks have missed. It is recorded as a miss and begins open.

    In a video it stands still from one second to another, else all the time.
    """
    asset = _held(by, asset)
    if kind not in {Box.Kind.FACE, Box.Kind.TEXT, Box.Kind.DRAWN}:
        raise NotPossible("Say what it is: a face, text, or something else.")
    box = Box(asset=asset, kind=kind, letter=LETTERS[Box.Kind(kind)], found_in=Box.Found.PERSON)
    box.number = next_number(asset.boxes.all(), box.letter)
    place = _possible(place)
    if asset.is_video:
        box.track = tracks.standing(place, *_span(asset, since, until))
        place = type(place)(*box.track[0][1:])
    box.x, box.y, box.w, box.h = place.x, place.y, place.w, place.h
    box.drawn_by_id, box.drawn_at = by.user_id, timezone.now()
    box.save()
    Step.objects.create(
        asset=asset,
        made_by_id=by.user_id,
        before=[{"id": box.pk, "status": Box.Status.REMOVED}],
    )
    _record(asset, by, "picture.miss_drawn", {"kind": kind, "box": box.label, "look": asset.look})
    return box


@transaction.atomic
def move(*, by: Membership, box: Box, place: Place) -> None:
    """
    Move a box or make it larger or smaller; in a video, wherever it is in the same measure.

    Raises `NotPossible` where it would no longer hold what a machine found there.
    """
    place = _possible(place)
    if box.origin:
        found = type(place)(*box.origin)
        if place.overlap(found) < STILL_THERE * found.area:
            raise NotPossible(f"{box.called} was found there: make it larger, or draw another box.")
    change = {"x": place.x, "y": place.y, "w": place.w, "h": place.h}
    _decide(by, box, "picture.box_moved", change, signed=False)


@transaction.atomic
def remove(*, by: Membership, box: Box) -> None:
    """
    Take away a box that one has drawn oneself within `SITTING`.

    What a machine found, or a colleague drew, can only be dismissed with a reason.
    """
    if box.origin:
        raise NotPossible("It was found by the machine: say why there is nothing to cover.")
    if not may_remove(by, box):
        raise NotPossible("Only who drew it takes it away, within the hour. Say why it is nothing.")
    _decide(by, box, "picture.box_removed", _OPEN | {"status": Box.Status.REMOVED})


def may_remove(by: Membership, box: Box) -> bool:
    """Tell whether a member may take a box away without a reason."""
    if box.origin or box.drawn_at is None:
        return False
    return box.drawn_by_id == by.user_id and timezone.now() - box.drawn_at < SITTING


def own_steps(by: Membership, asset: Asset) -> QuerySet[Step]:
    """Return what a member decided about a picture and has not taken back, the last first."""
    return asset.steps.filter(undone_at=None, made_by_id=by.user_id).order_by("-pk")


@transaction.atomic
def undo(*, by: Membership, asset: Asset) -> bool:
    """
    Take one's own last step back. False where there is none.

    Raises `NotPossible` where somebody else has decided about the same boxes since.
    """
    asset = _held(by, asset)
    step = own_steps(by, asset).first()
    if step is None:
        return False
    ids = {before["id"] for before in step.before}
    for later in asset.steps.filter(undone_at=None, pk__gt=step.pk):
        if ids & {before["id"] for before in later.before}:
            raise NotPossible("A colleague has decided about it since. Decide anew instead.")
    shown = set(asset.boxes.filter(pk__in=ids, status__in=_SHOWN).values_list("pk", flat=True))
    for before in step.before:
        fields = {name: value for name, value in before.items() if name != "id"}
        if fields.get("status") == Box.Status.REMOVED:
            fields = {**_OPEN, **fields}
        asset.boxes.filter(pk=before["id"]).update(**fields, **_signed(by))
    step.undone_at = timezone.now()
    step.save(update_fields=["undone_at"])
    _record(asset, by, "picture.step_undone", {"boxes": len(step.before)})
    after = {before["id"]: before.get("status") for before in step.before}
    _forget(
        asset,
        answer=any(after[pk] not in _SHOWN for pk in shown),
        check=Box.Status.REMOVED in after.values(),
    )
    _covers_changed(asset)
    return True


@transaction.atomic
def answer(*, by: Membership, asset: Asset, recognisable: bool) -> None:
    """Answer what no machine can: could a neighbor recognize somebody in it?"""
    asset = _held(by, asset)
    asset.recognisable = "yes" if recognisable else "no"
    asset.answered_by_id, asset.answered_at = by.user_id, timezone.now()
    asset.save(update_fields=["recognisable", "answered_by", "answered_at"])
    facts: dict[str, Fact] = {"recognisable": asset.recognisable, "bytes": asset.sha256}
    _record(asset, by, "picture.question_answered", facts)


CHECKLIST = {
    "faces": "Every face, also in mirrors, on screens and on walls",
    "text": "Names, dates and numbers on paper, boards and labels",
    "screens": "Computer screens, phones and monitors",
    "badges": "Badges, wristbands and number plates",
}
"""What a person looks for where the machine could not look."""


@transaction.atomic
def check_by_hand(*, by: Membership, asset: Asset, looked_for: Iterable[str]) -> None:
    """
    Say that one has looked for all of `CHECKLIST` and drawn a box around each of it.

    Raises `NotPossible` where something was not looked for, where the machine has looked, and for
    a video: nobody can look at each of its pictures.
    """
    asset = _held(by, asset)
    if asset.is_video:
        raise NotPossible("Nobody can look at every picture of a video. Let the machine try again.")
    if asset.look != Asset.Look.BY_HAND:
        raise NotPossible("The machine looks at it; you need not.")
    if set(looked_for) != set(CHECKLIST):
        raise NotPossible("Look for everything on the list, then tick each line.")
    asset.hand_checked_by_id, asset.hand_checked_at = by.user_id, timezone.now()
    asset.save(update_fields=["hand_checked_by", "hand_checked_at"])
    facts: dict[str, Fact] = {"machine": "not machine-checked", "bytes": asset.sha256}
    _record(asset, by, "picture.checked_by_hand", facts)


@transaction.atomic
def try_again(*, by: Membership, asset: Asset) -> None:
    """Have the machine look again at what it could not look at, or make the bytes anew."""
    asset = _held(by, asset)
    looks = asset.organisation.assets.filter(pk=asset.pk, look=Asset.Look.BY_HAND)
    looks.filter(Q(claimed_until=None) | Q(claimed_until__lt=timezone.now())).update(
        look=Asset.Look.WAITING, tries=0, refused="", hand_checked_at=None, hand_checked_by=None
    )
    _record(asset, by, "picture.look_asked", {"bytes": asset.sha256})
    tasks.wake_look(asset)
    _covers_changed(asset)


def _decide(
    by: Membership,
    box: Box,
    verb: str,
    change: dict[str, Any],
    *,
    signed: bool = True,
    **facts: str,
) -> None:
    """Change one box, keeping how it was. Nothing where it is gone or of another organisation."""
    asset = _held(by, box.asset)
    held = asset.boxes.exclude(status=Box.Status.REMOVED).filter(pk=box.pk).first()
    if held is None:
        raise NotPossible("This box is gone. Load the page again.")
    _keep_step(by, asset, [held])
    asset.boxes.filter(pk=held.pk).update(**change, **(_signed(by) if signed else {}))
    _record(asset, by, verb, {"box": held.label, "kind": held.kind, **facts})
    status = change.get("status", held.status)
    _forget(
        asset,
        answer=held.status in _SHOWN and status not in _SHOWN,
        check=status == Box.Status.REMOVED,
    )
    _covers_changed(asset)


def _forget(asset: Asset, *, answer: bool, check: bool) -> None:
    """Have the question answered anew, or the checklist gone through, where that is so."""
    changes: dict[str, Any] = {}
    if answer:
        changes |= {"recognisable": "", "answered_by": None, "answered_at": None}
    if check:
        changes |= {"hand_checked_by": None, "hand_checked_at": None}
    if changes:
        asset.organisation.assets.filter(pk=asset.pk).update(**changes)


def _held(by: Membership, asset: Asset) -> Asset:
    """Return the asset with its row held; raises where it is not of this organisation."""
    require(by, Verb.WRITE)
    assets = by.organisation.assets.select_for_update(of=("self",), no_key=True)
    return assets.select_related("organisation").get(pk=asset.pk)


def _keep_step(by: Membership, asset: Asset, boxes: Iterable[Box]) -> None:
    before = [{"id": box.pk} | {name: getattr(box, name) for name in _FIELDS} for box in boxes]
    Step.objects.create(asset=asset, made_by_id=by.user_id, before=before)


def _signed(by: Membership) -> dict[str, Any]:
    return {"decided_by_id": by.user_id, "decided_at": timezone.now()}


def _possible(place: Place) -> Place:
    """Return a place within the picture, and large enough to be seen."""
    width = min(max(place.w, SMALLEST), 1.0)
    height = min(max(place.h, SMALLEST), 1.0)
    x = min(max(place.x, 0.0), 1.0 - width)
    y = min(max(place.y, 0.0), 1.0 - height)
    return type(place)(x, y, width, height)


def _span(asset: Asset, since: float | None, until: float | None) -> tuple[float, float]:
    """Return two seconds within a video, the earlier one first."""
    length = asset.seconds or 0.0
    first, last = 0.0 if since is None else since, length if until is None else min(until, length)
    if not 0 <= first < last:
        raise NotPossible(
            f"Give two times within the video, the first one earlier: 0:00 to {clock(length)}."
        )
    return first, last


def _covers_changed(asset: Asset) -> None:
    """Have the bytes made anew where the present covers have none yet."""
    wanted = rendering.covers_hash(asset, asset.boxes.all())
    made = asset.renderings.filter(covers=wanted, verified_at__isnull=False).exists()
    due = bool(wanted) and not made
    asset.organisation.assets.filter(pk=asset.pk).update(render_due=due, covers=wanted)
    if due:
        tasks.wake_render(asset)


def _record(asset: Asset, by: Membership, verb: str, facts: dict[str, Fact]) -> None:
    append(
        organisation_id=by.organisation_id,
        actor=f"user:{by.user_id}",
        verb=verb,
        subject=asset.subject,
        facts=facts,
    )
