"""
Carries one delivery over the line: claim, gate, stage, write the attempt down, send, answer.

The attempt is committed before the request leaves. Whatever then dies, the attempt is there, and
the delivery becomes unknown, never planned again by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, assert_never

from django.db import transaction
from django.utils import timezone

from bedside.channels import base as channels
from bedside.channels.base import Action
from bedside.channels.registry import channel
from bedside.outbox import answers, blobs, gate, renewal
from bedside.outbox.models import Account, Attempt, Delivery, new_key
from bedside.outbox.parts import TooHeavy, outline_of, part_of
from bedside.outbox.states import State
from bedside.outbox.transitions import move
from bedside.records.chain import append
from bedside.rulebook.counting import count_hits
from bedside.rulebook.models import Stage
from bedside.work.heartbeat import this_worker

if TYPE_CHECKING:
    from collections.abc import Iterable

LEASE = timedelta(seconds=90)
"""Longer than any single request may take; a dead worker is noticed sooner by its heartbeat."""
SLOWEST = 250_000
"""Bytes a second that a line carries at least: uploading a video may take minutes."""


@dataclass(frozen=True)
class Held:
    """A delivery in hand, and the claim it is held under."""

    delivery: Delivery
    claim: str


def deliver(delivery_id: int) -> None:
    """Carry a delivery as far as it goes now. Waking it twice is harmless."""
    held = claim(delivery_id, timezone.now())
    if held is None:
        return
    answer = gate.ask(held.delivery)
    if not answer.open:
        hold_back(held, answer)
        return
    account = renewal.fresh(held.delivery.account)
    match account:
        case channels.Account():
            stage_and_send(held, account, answer)
        case channels.Refused(reason=reason):
            back_to_plan(held, seconds=60, reason=reason)
        case channels.Wait(seconds=seconds, reason=reason):
            back_to_plan(held, seconds=seconds, reason=reason)
        case _:
            assert_never(account)


def claim(delivery_id: int, now: datetime) -> Held | None:
    """Take a delivery that is due and may go; None where it is not, or somebody was faster."""
    waiting = Delivery.objects.filter(pk=delivery_id, state=State.PLANNED)
    delivery = waiting.select_related("organisation", "account").first()
    if delivery is None or not may_go(delivery, now):
        return None
    token = new_key()
    taken = move(
        delivery,
        State.CLAIMED,
        frm=[State.PLANNED],
        held=delivery.claim,
        claim=token,
        worker=this_worker(),
        lease_until=now + LEASE,
        first_claimed_at=delivery.first_claimed_at or now,
        reason="",
    )
    return Held(delivery, token) if taken else None


def may_go(delivery: Delivery, now: datetime) -> bool:
    """
    Tell whether a planned delivery may go now. `tasks.wake_due` asks the same of all rows.

    A pause holds what would speak; what takes something down goes on.
    """
    account = delivery.account
    return (
        delivery.wake_at <= now <= delivery.miss_at
        and (delivery.organisation.paused_at is None or delivery.action == Action.DELETE)
        and account.health == Account.Health.CONNECTED
        and (account.wait_until is None or account.wait_until <= now)
        and (delivery.after is None or delivery.after.state == State.LIVE)
    )


def hold_back(held: Held, answer: gate.Answer) -> None:
    """The gate is shut: nothing was sent, and the reasons are kept."""
    with transaction.atomic():
        reason = " ".join(answer.obstacles)[:300]
        if move(
            held.delivery,
            State.REFUSED,
            frm=[State.CLAIMED, State.STAGING],
            held=held.claim,
            reason=reason,
            asks_person=True,
        ):
            count_hits(held.delivery.organisation, answer.codes, Stage.SENT)
            _record(held.delivery, "delivery.gate", answer)


def stage_and_send(held: Held, account: channels.Account, answer: gate.Answer) -> None:
    """Prepare what nobody sees, then send once."""
    network = channel(account.network)
    earlier = channels.Staged(tuple(held.delivery.staged))
    try:
        part = _to_send(held.delivery)
    except blobs.BlobMissing:
        answers.refuse(held, "A picture is missing or was changed.", frm=[State.CLAIMED])
        return
    except TooHeavy as heavy:
        answers.refuse(held, str(heavy), frm=[State.CLAIMED])
        return
    if part.pictures and not move(
        held.delivery,
        State.STAGING,
        frm=[State.CLAIMED],
        held=held.claim,
        lease_until=timezone.now() + LEASE + _on_the_way(part),
        staged=[],
    ):
        return
    staged = network.stage(account, part, earlier) if part.pictures else channels.Staged()
    match staged:
        case channels.Staged():
            attempt = _write_down(held, answer)
            if attempt is not None:
                _send(held, account, part, staged, attempt)
        case channels.Refused():
            answers.take(held, None, staged)
        case channels.Wait(seconds=seconds, reason=reason, staged=so_far):
            back_to_plan(held, seconds=seconds, reason=reason, staged=so_far)
        case _:
            assert_never(staged)


def _to_send(delivery: Delivery) -> channels.Part:
    """Return the part; what an earlier try has uploaded to the last picture is not read again."""
    there = len(delivery.staged) >= len(delivery.content.pictures)
    return outline_of(delivery) if there else part_of(delivery)


def _on_the_way(part: channels.Part) -> timedelta:
    """Return how long the pictures of a part may take to be uploaded."""
    return timedelta(seconds=sum(picture.size for picture in part.pictures) / SLOWEST)


def back_to_plan(
    held: Held, *, seconds: float, reason: str, staged: channels.Staged = channels.NOTHING_STAGED
) -> None:
    """Nothing happened; look at it again later. What is `staged` already is kept for then."""
    move(
        held.delivery,
        State.PLANNED,
        frm=[State.CLAIMED, State.STAGING],
        held=held.claim,
        wake_at=timezone.now() + timedelta(seconds=seconds),
        reason=reason[:300],
        staged=list(staged.handles),
    )


def _send(
    held: Held,
    account: channels.Account,
    part: channels.Part,
    staged: channels.Staged,
    attempt: Attempt,
) -> None:
    network = channel(account.network)
    if held.delivery.action == channels.Action.DELETE:
        original = held.delivery.after
        answers.take_removal(held, attempt, network.delete(account, original.ref))  # type: ignore[union-attr]
        return
    answers.take(held, attempt, network.send(account, part, staged))


def _write_down(held: Held, answer: gate.Answer) -> Attempt | None:
    """Commit the attempt before the socket opens; None where it may not, or the claim was lost."""
    delivery = held.delivery
    with transaction.atomic():
        if obstacles := gate.known(delivery, lock=True):
            hold_back(held, replace(answer, obstacles=tuple(obstacles)))
            return None
        if not move(
            delivery,
            State.SENDING,
            frm=[State.CLAIMED, State.STAGING],
            held=held.claim,
            lease_until=timezone.now() + LEASE,
        ):
            return None
        attempt = Attempt.objects.create(delivery=delivery, payload_hash=delivery.payload_hash)
        count_hits(delivery.organisation, answer.codes, Stage.SENT)
        _record(delivery, "delivery.attempted", answer, bodies=[delivery.content.canonical()])
    return attempt


def _record(
    delivery: Delivery, verb: str, answer: gate.Answer, bodies: Iterable[bytes] = ()
) -> None:
    append(
        organisation_id=delivery.organisation_id,
        actor="system",
        verb=verb,
        subject=delivery.subject,
        facts={
            "delivery": delivery.pk,
            "network": delivery.account.shown,
            "action": delivery.action,
            "part": delivery.part,
            "bytes": delivery.payload_hash,
            **answer.facts(),
        },
        bodies=bodies,
    )
