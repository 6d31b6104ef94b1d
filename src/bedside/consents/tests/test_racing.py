"""Several connections at once: numbers, and a revocation against a sending."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from django.db import connection, transaction
from django.utils import timezone

from bedside.channels.base import Action
from bedside.consents import tasks, verbs
from bedside.consents.models import Signature
from bedside.consents.progress import Step, progress
from bedside.consents.tests.cast import drafted, revoke, sign, signed, year_from_now
from bedside.outbox import gate
from bedside.outbox.models import Delivery
from bedside.outbox.sending import claim, deliver, stage_and_send
from bedside.outbox.states import State
from bedside.outbox.tests.conftest import approved
from bedside.records.audit import verify_chain

if TYPE_CHECKING:
    from collections.abc import Callable

    from bedside.channels.practice.network import PracticeNetwork
    from bedside.orgs.models import Membership

__all__ = ["approved"]
T = TypeVar("T")
pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "Thank you for coming to our flu day."
ROUNDS = 6
HESITATION = 0.5
"""Seconds; a sending that did not wait would be over by then."""


def at_once(*deeds: Callable[[], T]) -> list[T]:
    """Do things in threads that start together, each with a connection of its own."""
    start = threading.Barrier(len(deeds))

    def do(deed: Callable[[], T]) -> T:
        start.wait()
        try:
            return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(do, deeds))


def test_numbers_given_at_once_are_whole_and_without_gaps(bob: Membership) -> None:
    def several(kind: str) -> list[int]:
        return [drafted(bob, kind=kind).number for _ in range(ROUNDS)]

    kinds = ("patient", "staff", "patient", "staff")
    given = at_once(*[lambda kind=kind: several(kind) for kind in kinds])
    for kind in set(kinds):
        numbers = [
            number
            for one, of_one in zip(kinds, given, strict=True)
            for number in of_one
            if one == kind
        ]
        assert sorted(numbers) == list(range(1, 2 * ROUNDS + 1))
    assert verify_chain(bob.organisation_id).intact


@pytest.mark.parametrize("number", range(ROUNDS))
def test_what_is_sent_as_it_is_taken_back_is_stopped_or_found_live(
    number: int,
    approved: Callable[..., list[Delivery]],
    bob: Membership,
    network: PracticeNetwork,
) -> None:
    form = signed(bob)
    deliveries = [approved(f"{TEXT} {word}", consents=(form.pk,))[0] for word in ("Ever", "Always")]

    def take_back() -> Any:
        return verbs.revoke(by=bob, authorization=form, how="phone", received_at=timezone.now())

    sends = [lambda pk=one.pk: deliver(pk) for one in deliveries]
    [revocation, *_] = at_once(take_back, *sends)
    settle()
    assert [post.text for post in network.timeline("cedarhollow")] == []
    steps = [row.step for row in progress(revocation)]
    assert len(steps) == len(deliveries)
    assert set(steps) <= {Step.STOPPED, Step.GONE}
    assert verify_chain(bob.organisation_id).intact


def test_a_sending_waits_for_a_revocation_that_is_being_written(
    approved: Callable[..., list[Delivery]], bob: Membership, network: PracticeNetwork
) -> None:
    form = signed(bob)
    [delivery] = approved(TEXT, consents=(form.pk,))
    held = claim(delivery.pk, timezone.now())
    assert held is not None
    answer = gate.ask(held.delivery)
    assert answer.open

    def send() -> None:
        try:
            stage_and_send(held, held.delivery.account.opened(), answer)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            revocation = verbs.revoke(
                by=bob, authorization=form, how="phone", received_at=timezone.now()
            )
            sending = pool.submit(send)
            time.sleep(HESITATION)
            assert not sending.done()
        sending.result()
    delivery.refresh_from_db()
    assert delivery.state == State.REFUSED
    assert network.timeline("cedarhollow") == []
    settle()
    assert [row.step for row in progress(revocation)] == [Step.STOPPED]


def settle() -> None:
    """Let the clock and the outbox do what is due, until nothing is."""
    for _ in range(4):
        tasks.follow(timezone.now())
        for removal in Delivery.objects.filter(action=Action.DELETE, state=State.PLANNED):
            deliver(removal.pk)


def test_an_older_form_taken_back_while_the_newer_one_is_signed_leaves_no_doubt(
    bob: Membership,
) -> None:
    for _ in range(ROUNDS):
        old = signed(bob)
        new = verbs.replace(by=bob, authorization=old)
        terms = {"expires_on": year_from_now()}
        verbs.change(by=bob, authorization=new, person={}, terms=terms)
        verbs.present(by=bob, authorization=new)
        at_once(partial(revoke, bob, old), partial(sign, new, bob))
        assert Signature.objects.filter(authorization=new).exists()
        followers = old.revocations.get().followers.values_list("authorization", flat=True)
        assert list(followers) == [one.authorization_id for one in new.revocations.all()]
