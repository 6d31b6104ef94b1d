"""Writes down what a network answered. A late truth about an unknown delivery is still welcome."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, assert_never

from django.db import transaction
from django.utils import timezone

from bedside.channels import base as channels
from bedside.outbox import renewal
from bedside.outbox.models import Account, Attempt, Delivery, stored_ref
from bedside.outbox.states import State
from bedside.outbox.transitions import move
from bedside.records.chain import append

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bedside.outbox.sending import Held

FIRST_LOOK = timedelta(seconds=5)
HELD = (State.CLAIMED, State.STAGING, State.SENDING)


def take(held: Held, attempt: Attempt | None, answer: channels.SendAnswer) -> None:
    """Write down the answer to a post or a reply. `attempt` is None where staging was refused."""
    match answer:
        case channels.Sent(ref=ref):
            with transaction.atomic():
                _close(attempt, "sent", "")
                mark_live(held.delivery, ref, frm=[State.SENDING, State.UNKNOWN])
        case channels.Refused(reconnect=True, reason=reason):
            _close(attempt, "refused", reason)
            _renew_or_wait(held, reason)
        case channels.Refused(reason=reason):
            with transaction.atomic():
                _close(attempt, "refused", reason)
                refuse(held, reason, frm=HELD)
        case channels.Wait(seconds=seconds, reason=reason):
            _close(attempt, "wait", reason)
            wait(held, seconds, reason)
        case channels.Unknown(reason=reason):
            with transaction.atomic():
                _close(attempt, "unknown", reason)
                mark_unknown(held.delivery, reason, held=held.claim)
        case channels.ByHand():
            with transaction.atomic():
                _close(attempt, "by_hand", "")
                by_hand(held)
        case _:
            assert_never(answer)


def take_removal(held: Held, attempt: Attempt, answer: channels.DeleteAnswer) -> None:
    """Write down the answer to a take-down. It may be repeated: what is gone stays gone."""
    match answer:
        case channels.Deleted():
            with transaction.atomic():
                _close(attempt, "sent", "")
                mark_removed(held.delivery, frm=[State.SENDING, State.UNKNOWN])
        case channels.Unknown(reason=reason):
            _close(attempt, "unknown", reason)
            wait(held, 5, reason)
        case channels.Refused() | channels.Wait() | channels.ByHand():
            take(held, attempt, answer)
        case _:
            assert_never(answer)


def mark_live(
    delivery: Delivery, ref: channels.Ref, *, frm: Iterable[State], by: str = "system"
) -> bool:
    """It is live: remember where. The clock finds the next part of a thread, if there is one."""
    with transaction.atomic():
        if not move(
            delivery,
            State.LIVE,
            frm=frm,
            live_at=timezone.now(),
            reason="",
            asks_person=False,
            **stored_ref(ref),
        ):
            return False
        _record(delivery, "delivery.live", by, {"id": _plain(ref.id), "url": _plain(ref.url)})
    return True


def mark_removed(delivery: Delivery, *, frm: Iterable[State], by: str = "system") -> bool:
    """A take-down is done: both it and what it took down are removed."""
    with transaction.atomic():
        if not move(delivery, State.REMOVED, frm=frm, reason="", asks_person=False):
            return False
        if delivery.after is not None:
            move(delivery.after, State.REMOVED, frm=[State.LIVE])
        _record(delivery, "delivery.deleted", by, {})
    return True


def mark_unknown(delivery: Delivery, reason: str, *, held: str | None = None) -> bool:
    """Nobody knows: look soon, and never send again unasked."""
    if not move(
        delivery,
        State.UNKNOWN,
        frm=[State.SENDING],
        held=held,
        reason=reason[:300],
        looks=0,
        wake_at=timezone.now() + FIRST_LOOK,
    ):
        return False
    _record(delivery, "delivery.unknown", "system", {})
    return True


def refuse(held: Held, reason: str, *, frm: Iterable[State]) -> None:
    """The network said no; nothing happened, and a person decides what next."""
    with transaction.atomic():
        if move(
            held.delivery,
            State.REFUSED,
            frm=frm,
            held=held.claim,
            reason=reason[:300],
            asks_person=True,
        ):
            _record(held.delivery, "delivery.refused", "system", {})


def wait(held: Held, seconds: float, reason: str) -> None:
    """Nothing happened: the schedule of the whole account moves, not the number of attempts."""
    until = timezone.now() + timedelta(seconds=max(1.0, seconds))
    with transaction.atomic():
        Account.objects.filter(pk=held.delivery.account_id).update(wait_until=until)
        move(
            held.delivery,
            State.PLANNED,
            frm=[State.SENDING],
            held=held.claim,
            wake_at=until,
            reason=reason[:300],
        )


def by_hand(held: Held) -> None:
    """Cleared: a person carries it over and comes back with the address."""
    if move(held.delivery, State.BY_HAND, frm=[State.SENDING], held=held.claim, asks_person=True):
        _record(held.delivery, "delivery.by_hand", "system", {})


def _renew_or_wait(held: Held, reason: str) -> None:
    """The key was not accepted: renew it once; if that does not help, connect anew."""
    account = held.delivery.account
    refusals = held.delivery.attempts.filter(outcome="refused").count()
    if refusals > 1:
        renewal.must_reconnect(account)
    else:
        renewal.renew(account)
    with transaction.atomic():
        move(
            held.delivery,
            State.PLANNED,
            frm=HELD,
            held=held.claim,
            wake_at=timezone.now() + timedelta(seconds=1),
            reason=reason[:300],
        )


def _plain(told: str) -> str:
    """Return what a network told us as a record takes it: short, without control characters."""
    return "".join(letter for letter in told if letter.isprintable())[:200]


def _close(attempt: Attempt | None, outcome: str, reason: str) -> None:
    if attempt is not None:
        Attempt.objects.filter(pk=attempt.pk).update(
            finished_at=timezone.now(), outcome=outcome, reason=reason[:300]
        )


def _record(delivery: Delivery, verb: str, actor: str, more: dict[str, str]) -> None:
    append(
        organisation_id=delivery.organisation_id,
        actor=actor,
        verb=verb,
        subject=delivery.subject,
        facts={
            "delivery": delivery.pk,
            "network": delivery.account.shown,
            "part": delivery.part,
            "bytes": delivery.payload_hash,
            **more,
        },
    )
