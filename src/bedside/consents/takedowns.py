"""
What a revocation sets going: stop what was planned, keep what is live, remove it, look again.

Everything starts in the transaction of the revocation; the clock follows what was on its way at
that moment, asks a person where the network cannot remove, and raises its voice when time is up.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Exists, Q
from django.utils import timezone

from bedside.channels.base import Action
from bedside.consents.holding import hold
from bedside.consents.models import Placement, Revocation, TakeDown
from bedside.consents.queries import chains
from bedside.consents.recording import SYSTEM, NotPossible, actor, record
from bedside.orgs.permissions import Role, Verb, require
from bedside.outbox import blobs, withdrawing
from bedside.outbox.blobs import BlobMissing
from bedside.outbox.states import IN_HAND, State

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.db.models import QuerySet

    from bedside.orgs.models import Membership, Organisation
    from bedside.outbox.models import Delivery

WITHIN = timedelta(hours=24)
"""From the person's word to the last place being empty."""
LOOKS = (timedelta(minutes=10), timedelta(days=1), timedelta(days=7))
"""When an address is read again, counted from when it was said to be gone."""
LATECOMERS = timedelta(minutes=10)
"""How long the clock looks for what was planned in the very moment of a revocation."""
OPEN = Q(stopped_at=None, gone_at=None)


def owner(organisation: Organisation, by: Membership | None) -> int | None:
    """Return the user who answers for a revocation: the privacy officer, else the owner."""
    current = organisation.memberships.filter(ended_at=None).order_by("pk")
    for role in (Role.PRIVACY, Role.OWNER):
        found: int | None = current.filter(role=role).values_list("user_id", flat=True).first()
        if found is not None:
            return found
    return by.user_id if by else None


def begin(revocation: Revocation, *, who: str, elsewhere: Iterable[str]) -> None:
    """
    Open a take-down for every place and go as far as it goes now; a place named before stays one.

    The caller holds the authorization, inside its transaction.
    """
    for name in filter(None, (name.strip()[:200] for name in elsewhere)):
        TakeDown.objects.get_or_create(
            revocation=revocation, elsewhere=name, delivery=None, defaults={"by_hand": True}
        )
    follow(revocation, who=who)


def follow(revocation: Revocation, *, who: str = SYSTEM) -> None:
    """Take every open place of a revocation one step on. Doing it twice is harmless."""
    for delivery in reached(revocation):
        TakeDown.objects.get_or_create(revocation=revocation, delivery=delivery)
    waiting = [one for one in _open(revocation) if one.delivery is not None]
    _stop(waiting, who)
    for takedown in waiting:
        _pursue(takedown, who)


@transaction.atomic
def follow_up(revocation_id: int) -> None:
    """Hold the authorization of a revocation and follow it, as the clock does."""
    revocation = Revocation.objects.select_related("authorization").get(pk=revocation_id)
    hold(revocation.authorization)
    follow(revocation)


@transaction.atomic
def gone(*, by: Membership, takedown: TakeDown) -> None:
    """
    A person looked, and it is gone. The clock will look too, where the network can be read.

    Raises `NotPossible` where nobody knows yet whether it is live, or where it was not kept.
    """
    require(by, Verb.KEEP_CONSENT)
    takedown = _own(by, takedown)
    delivery = takedown.delivery
    if takedown.stopped_at or takedown.gone_at:
        return
    if delivery is not None:
        if delivery.state in IN_HAND or delivery.state == State.UNKNOWN:
            raise NotPossible("Nobody knows yet whether it went out. Settle that first.")
        if delivery.state == State.LIVE and not _archive(takedown, actor(by)):
            raise NotPossible("A picture of it is missing, so it cannot be kept as evidence.")
        withdrawing.removed_by_hand(delivery, actor=actor(by))
    _is_gone(takedown, actor(by), by)


@transaction.atomic
def not_gone(*, by: Membership, takedown: TakeDown) -> None:
    """Take back that somewhere else is done with: it is there after all."""
    require(by, Verb.KEEP_CONSENT)
    takedown = _own(by, takedown)
    said = TakeDown.objects.filter(pk=takedown.pk).exclude(gone_at=None).exclude(gone_by=None)
    if said.update(gone_at=None, gone_by=None, look_again_at=None, by_hand=True):
        _note(takedown, "take_down.not_gone", actor(by))


@transaction.atomic
def add_elsewhere(*, by: Membership, revocation: Revocation, name: str) -> TakeDown:
    """Add a place that is not ours to remove: a flyer, somebody else's share."""
    require(by, Verb.ASK_CONSENT)
    own = Revocation.objects.select_related("authorization").get(
        pk=revocation.pk, authorization__organisation=by.organisation
    )
    if not name.strip():
        raise NotPossible("Say where it is.")
    takedown = TakeDown.objects.create(revocation=own, elsewhere=name.strip()[:200], by_hand=True)
    _note(takedown, "take_down.added", actor(by))
    return takedown


@transaction.atomic
def escalate(revocation_id: int, now: datetime) -> bool:
    """Say once, in the records and on Today, that a revocation is late. Returns whether it is."""
    left = TakeDown.objects.filter(OPEN, revocation=revocation_id)
    late = Revocation.objects.filter(pk=revocation_id, due_at__lt=now, escalated_at=None)
    if not late.filter(Exists(left)).update(escalated_at=now):
        return False
    revocation = Revocation.objects.select_related("authorization").get(pk=revocation_id)
    record(
        revocation.authorization,
        "revocation.overdue",
        SYSTEM,
        revocation=revocation.pk,
        due_at=revocation.due_at.isoformat(),
        places=left.count(),
    )
    return True


def look_again(takedown_id: int, now: datetime) -> None:
    """Read the network for something that is said to be gone. Waking it twice is harmless."""
    due = TakeDown.objects.filter(pk=takedown_id, look_again_at__lte=now).exclude(gone_at=None)
    takedown = due.select_related(
        "revocation__authorization", "delivery__account", "delivery__after"
    ).first()
    if takedown is None or takedown.delivery is None:
        return
    after = _next_look(takedown.gone_at, now)
    mine = due.filter(look_again_at=takedown.look_again_at)
    if not mine.update(look_again_at=after):
        return
    found = withdrawing.still_there(takedown.delivery)
    looked = TakeDown.objects.filter(pk=takedown.pk)
    if found is None:
        looked.update(could_not_look=True)
    else:
        looked.update(looked_at=now, could_not_look=False)
    if found:
        _seen_again(takedown)


def _seen_again(takedown: TakeDown) -> None:
    with transaction.atomic():
        said = TakeDown.objects.filter(pk=takedown.pk).exclude(gone_at=None)
        if said.update(
            seen_again=True, gone_at=None, gone_by=None, by_hand=True, look_again_at=None
        ):
            _note(takedown, "take_down.seen_again", SYSTEM)


def reached(revocation: Revocation) -> list[Delivery]:
    """
    Return the deliveries that a revocation reaches and that nothing follows yet.

    Those of the forms in whose place the authorization came are among them, and those of the newer
    forms that it reached; one that only follows another has nothing of its own.
    """
    if revocation.paid_only or revocation.follows_id:
        return []  # what the outbox sends is never paid for
    newer = revocation.followers.values_list("authorization", flat=True)
    of_each = chains(
        revocation.authorization.organisation_id, (revocation.authorization_id, *newer)
    )
    placements = (
        Placement.objects.filter(authorization__in={pk for one in of_each.values() for pk in one})
        .exclude(delivery__action=Action.DELETE)
        .exclude(delivery__state__in=[State.CANCELLED, State.REMOVED])
        .exclude(delivery__in=revocation.takedowns.exclude(delivery=None).values("delivery"))
        .select_related("delivery__account")
        .order_by("delivery_id")
    )
    found = {placement.delivery_id: placement.delivery for placement in placements}
    wanted = revocation.networks
    return [one for one in found.values() if not wanted or one.account.shown in wanted]


def _open(revocation: Revocation) -> QuerySet[TakeDown]:
    found = revocation.takedowns.filter(OPEN).order_by("delivery_id")
    return found.select_related("revocation__authorization", "delivery__account", "removal")


def _stop(takedowns: list[TakeDown], who: str) -> None:
    """Stop what has not left; what is by hand may be out already, so a person looks."""
    by_hand = {one.pk for one in takedowns if _state(one) == State.BY_HAND}
    stopped = withdrawing.stop((one.delivery for one in takedowns if one.delivery), actor=who)
    pks = {delivery.pk for delivery in stopped}
    for takedown in takedowns:
        if takedown.delivery_id not in pks:
            continue
        takedown.delivery.state = State.CANCELLED  # type: ignore[union-attr]
        if takedown.pk in by_hand:
            takedown.by_hand = True
            takedown.save(update_fields=["by_hand"])


def _pursue(takedown: TakeDown, who: str) -> None:
    match _state(takedown):
        case State.CANCELLED if not takedown.by_hand:
            takedown.stopped_at = timezone.now()
            takedown.save(update_fields=["stopped_at"])
        case State.LIVE if not takedown.seen_again:
            _take_down(takedown, who)
        case State.UNKNOWN if takedown.delivery.asks_person:  # type: ignore[union-attr]
            _by_hand(takedown, who)
        case State.REMOVED if not takedown.seen_again:
            _is_gone(takedown, who, None)


def _take_down(takedown: TakeDown, who: str) -> None:
    """Keep it, then remove it, or ask a person to. What could not be kept stays, and shows."""
    delivery = takedown.delivery
    assert delivery is not None
    if not _archive(takedown, who):
        return
    if takedown.asked_at is None:
        takedown.asked_at = timezone.now()
        if withdrawing.can_remove(delivery):
            takedown.removal = withdrawing.remove(delivery, actor=who)
        else:
            takedown.by_hand = True
        takedown.save(update_fields=["asked_at", "removal", "by_hand"])
        verb = "take_down.by_hand" if takedown.by_hand else "take_down.asked"
        _note(takedown, verb, who)
    elif _is_stuck(takedown):
        _by_hand(takedown, who)


def _is_stuck(takedown: TakeDown) -> bool:
    """Tell whether the removal got no further: refused, or waiting for an account that is shut."""
    removal, delivery = takedown.removal, takedown.delivery
    if removal is None or delivery is None:
        return False
    if removal.asks_person:
        return True
    return removal.state == State.PLANNED and not withdrawing.can_remove(delivery)


def _archive(takedown: TakeDown, who: str) -> bool:
    """
    Keep what is live, with the pictures that it shows, as sealed bodies of the records.

    Returns whether it is kept.
    """
    delivery = takedown.delivery
    if takedown.archived or delivery is None:
        return True
    try:
        kept = withdrawing.snapshot(delivery)
        shown = [
            blobs.get(delivery.organisation_id, picture.sha256)
            for picture in delivery.content.pictures
        ]
    except BlobMissing:
        return False
    takedown.archived = hashlib.sha256(kept).hexdigest()
    takedown.save(update_fields=["archived"])
    _note(takedown, "take_down.archived", who, kept, *shown)
    return True


def _by_hand(takedown: TakeDown, who: str) -> None:
    if not takedown.by_hand:
        takedown.by_hand = True
        takedown.save(update_fields=["by_hand"])
        _note(takedown, "take_down.by_hand", who)


def _is_gone(takedown: TakeDown, who: str, by: Membership | None) -> None:
    now = timezone.now()
    takedown.gone_at = now
    takedown.gone_by_id = by.user_id if by else None
    takedown.seen_again = takedown.could_not_look = False
    takedown.look_again_at = _next_look(now, now) if takedown.archived else None
    takedown.save(
        update_fields=["gone_at", "gone_by", "seen_again", "could_not_look", "look_again_at"]
    )
    _note(takedown, "take_down.gone", who)


def _next_look(gone_at: datetime | None, now: datetime) -> datetime | None:
    if gone_at is None:
        return None
    return next((gone_at + after for after in LOOKS if gone_at + after > now), None)


def _state(takedown: TakeDown) -> str:
    return takedown.delivery.state if takedown.delivery else ""


def _own(by: Membership, takedown: TakeDown) -> TakeDown:
    """Return the row as it is now, its authorization held; only of one's own clinic."""
    found = TakeDown.objects.select_related("revocation__authorization", "delivery__account")
    mine = found.filter(revocation__authorization__organisation=by.organisation)
    hold(mine.get(pk=takedown.pk).revocation.authorization)
    return mine.get(pk=takedown.pk)


def _note(takedown: TakeDown, verb: str, who: str, *bodies: bytes) -> None:
    delivery = takedown.delivery
    record(
        takedown.revocation.authorization,
        verb,
        who,
        bodies=bodies,
        revocation=takedown.revocation_id,
        take_down=takedown.pk,
        delivery=delivery.pk if delivery else None,
        network=delivery.account.shown if delivery else None,
        kept=takedown.archived,
    )
