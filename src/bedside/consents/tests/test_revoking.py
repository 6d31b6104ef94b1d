"""Taking it back: stop, keep, remove, look again, and raise the voice."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from bedside.channels.base import Action
from bedside.channels.practice.moods import Doing, Mood
from bedside.consents import takedowns, tasks, verbs
from bedside.consents.models import Authorization, TakeDown
from bedside.consents.progress import Step, is_done, progress
from bedside.consents.queries import (
    Status,
    authorizations,
    open_revocations,
    status_of,
    taken_back,
)
from bedside.consents.tests.cast import revoke, signed
from bedside.outbox import verbs as outbox
from bedside.outbox.models import Account, Delivery
from bedside.outbox.payload import Payload, PictureRef
from bedside.outbox.sending import claim, deliver
from bedside.outbox.states import State
from bedside.outbox.tests.conftest import approved
from bedside.records.queries import body, timeline

if TYPE_CHECKING:
    from bedside.channels.practice.network import PracticeNetwork
    from bedside.consents.models import Revocation
    from bedside.orgs.models import Membership

__all__ = ["approved"]
pytestmark = pytest.mark.django_db
Approved = Callable[..., "list[Delivery]"]
TEXT = "Thank you for coming to our flu day."


@pytest.fixture
def form(bob: Membership) -> Authorization:
    return signed(bob)


def steps(revocation: Revocation) -> list[Step]:
    return [row.step for row in progress(revocation)]


def state(delivery: Delivery) -> str:
    delivery.refresh_from_db()
    return delivery.state


def happened(form: Authorization) -> list[str]:
    return [event.verb for event in timeline(form.organisation_id, form.subject)]


def live(network: PracticeNetwork) -> list[str]:
    return [post.text for post in network.timeline("cedarhollow")]


def carry_removals() -> None:
    """Let the outbox and the clock do what is due."""
    for removal in Delivery.objects.filter(action=Action.DELETE, state=State.PLANNED):
        deliver(removal.pk)
    tasks.follow(timezone.now())


def test_what_was_planned_is_stopped_at_once(
    approved: Approved, form: Authorization, bob: Membership, network: PracticeNetwork
) -> None:
    [concerned] = approved(TEXT, consents=(form.pk,))
    [other] = approved("Flu shots are here. Walk in any Saturday.")
    revocation = revoke(bob, form)
    assert steps(revocation) == [Step.STOPPED]
    assert is_done(revocation)
    assert state(concerned) == State.CANCELLED
    assert state(other) == State.PLANNED
    assert taken_back(bob.organisation_id, concerned.subject) == [form.reference]
    assert taken_back(bob.organisation_id, other.subject) == []
    assert status_of(authorizations(form.organisation).get()) is Status.REVOKED
    deliver(concerned.pk)
    assert live(network) == []


def test_what_is_live_is_kept_first_and_then_removed(
    approved: Approved, form: Authorization, bob: Membership, network: PracticeNetwork
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    deliver(delivery.pk)
    delivery.refresh_from_db()
    revocation = revoke(bob, form)
    assert steps(revocation) == [Step.TO_ASK]
    [row] = progress(revocation)
    assert row.url == delivery.remote_url
    kept = json.loads(body(form.organisation_id, row.takedown.archived) or b"")
    assert kept["payload"]["text"] == TEXT
    assert kept["remote_id"] == delivery.remote_id
    assert happened(form)[-3:] == [
        "take_down.archived",
        "take_down.asked",
        "authorization.revoked",
    ]
    carry_removals()
    assert live(network) == []
    assert steps(revocation) == [Step.GONE]
    assert state(delivery) == State.REMOVED
    assert is_done(revocation)
    assert happened(form)[-1] == "take_down.gone"


def test_what_cannot_be_kept_is_not_removed(
    approved: Approved, form: Authorization, bob: Membership, nora: Membership, network
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    deliver(delivery.pk)
    lost = PictureRef("0" * 64, "image/png", 1, 1, 1, "A hall")
    showing = Payload(text=TEXT, pictures=(lost,), consents=(form.pk,))
    Delivery.objects.filter(pk=delivery.pk).update(payload=showing.as_json())
    revocation = revoke(bob, form)
    assert steps(revocation) == [Step.NOT_KEPT]
    carry_removals()
    assert live(network) == [TEXT]
    with pytest.raises(verbs.NotPossible, match="cannot be kept"):
        takedowns.gone(by=nora, takedown=revocation.takedowns.get())
    Delivery.objects.filter(pk=delivery.pk).update(payload=delivery.payload)
    tasks.follow(timezone.now())
    carry_removals()
    assert steps(revocation) == [Step.GONE]


def test_where_the_network_cannot_remove_a_person_has_to(
    approved: Approved, form: Authorization, bob: Membership, nora: Membership
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    deliver(delivery.pk)
    Account.objects.update(health=Account.Health.DISCONNECTED)
    revocation = revoke(bob, form)
    assert revocation.owner_id == nora.user_id
    assert steps(revocation) == [Step.BY_HAND]
    takedown = revocation.takedowns.get()
    with pytest.raises(PermissionDenied):
        takedowns.gone(by=bob, takedown=takedown)
    takedowns.gone(by=nora, takedown=takedown)
    takedowns.gone(by=nora, takedown=takedown)
    assert steps(revocation) == [Step.GONE]
    assert state(delivery) == State.REMOVED
    assert happened(form).count("take_down.gone") == 1


def test_a_refused_removal_becomes_a_persons_task(
    approved: Approved, form: Authorization, bob: Membership, nora: Membership, network
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    deliver(delivery.pk)
    revocation = revoke(bob, form)
    network.feel(Mood.REFUSE, doing=Doing.DELETE)
    carry_removals()
    assert live(network) == [TEXT]
    assert steps(revocation) == [Step.BY_HAND]
    takedowns.gone(by=nora, takedown=revocation.takedowns.get())
    assert state(delivery) == State.REMOVED
    removals = Delivery.objects.filter(action=Action.DELETE)
    assert [one.state for one in removals] == [State.CANCELLED]


def test_what_was_on_the_line_is_found_live_and_removed(
    approved: Approved, form: Authorization, bob: Membership, nora: Membership, network
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    network.feel(Mood.CUT)
    deliver(delivery.pk)
    assert state(delivery) == State.UNKNOWN
    revocation = revoke(bob, form)
    assert steps(revocation) == [Step.ON_ITS_WAY]
    with pytest.raises(verbs.NotPossible, match="Settle that first"):
        takedowns.gone(by=nora, takedown=revocation.takedowns.get())
    assert tasks.follow(timezone.now()) == 0
    outbox.settle_live(by=bob, delivery=delivery, url="https://practice.example/1")
    tasks.follow(timezone.now())
    assert steps(revocation) == [Step.TO_ASK]


def test_what_was_claimed_meets_the_refusal_and_is_stopped(
    approved: Approved, form: Authorization, bob: Membership, network: PracticeNetwork
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    assert claim(delivery.pk, timezone.now())
    revocation = revoke(bob, form)
    assert steps(revocation) == [Step.ON_ITS_WAY]
    Delivery.objects.update(state=State.REFUSED, asks_person=True)
    tasks.follow(timezone.now())
    assert steps(revocation) == [Step.STOPPED]
    assert live(network) == []


def test_what_somebody_may_have_posted_by_hand_is_looked_for(
    approved: Approved, form: Authorization, bob: Membership, nora: Membership
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    Delivery.objects.update(state=State.BY_HAND, asks_person=True)
    revocation = revoke(bob, form)
    assert state(delivery) == State.CANCELLED
    assert steps(revocation) == [Step.BY_HAND]
    takedowns.gone(by=nora, takedown=revocation.takedowns.get())
    assert is_done(revocation)


def test_the_rest_of_a_thread_stops_with_its_first_part(
    form: Authorization, bob: Membership, account: Account
) -> None:
    parts = [
        outbox.Outgoing(Payload(text=TEXT, consents=(form.pk,))),
        outbox.Outgoing(Payload(text="More on our page.")),
    ]
    deliveries = outbox.send(
        by=bob, account=account, subject="post:7", parts=parts, due=timezone.now()
    )
    revoke(bob, form)
    assert [state(one) for one in deliveries] == [State.CANCELLED, State.CANCELLED]


def test_taking_back_one_network_leaves_the_posts_on_the_others(
    approved: Approved, form: Authorization, bob: Membership
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    revocation = revoke(bob, form, networks=["facebook"])
    assert steps(revocation) == []
    assert state(delivery) == State.PLANNED
    assert status_of(authorizations(form.organisation).get()) is Status.ACTIVE
    assert steps(revoke(bob, form, networks=["practice"])) == [Step.STOPPED]
    assert state(delivery) == State.CANCELLED


def test_taking_back_advertising_leaves_what_is_not_paid_for(
    approved: Approved, form: Authorization, bob: Membership
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    assert steps(revoke(bob, form, paid_only=True)) == []
    assert state(delivery) == State.PLANNED


def test_other_places_are_asked_of_a_person(
    form: Authorization, bob: Membership, nora: Membership, charlie: Membership
) -> None:
    revocation = revoke(bob, form, elsewhere=["The flyer in the hall", " "])
    added = takedowns.add_elsewhere(by=bob, revocation=revocation, name="A banner")
    assert [row.place for row in progress(revocation)] == [
        "The flyer in the hall",
        "A banner",
    ]
    assert open_revocations(bob.organisation) == [revocation]
    takedowns.gone(by=nora, takedown=added)
    takedowns.not_gone(by=nora, takedown=added)
    assert steps(revocation) == [Step.BY_HAND, Step.BY_HAND]
    for takedown in revocation.takedowns.all():
        takedowns.gone(by=nora, takedown=takedown)
    assert is_done(revocation)
    assert open_revocations(bob.organisation) == []
    with pytest.raises(TakeDown.DoesNotExist):
        takedowns.not_gone(by=charlie, takedown=added)


def test_an_address_is_read_again_and_what_is_still_there_comes_back(
    approved: Approved, form: Authorization, bob: Membership, nora: Membership, network
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    deliver(delivery.pk)
    revocation = revoke(bob, form)
    network.feel(Mood.LIE_SENT, doing=Doing.DELETE)
    carry_removals()
    takedown = revocation.takedowns.get()
    assert steps(revocation) == [Step.GONE]
    soon = takedown.look_again_at
    assert soon is not None
    takedowns.look_again(takedown.pk, soon - timedelta(seconds=1))
    assert steps(revocation) == [Step.GONE]
    takedowns.look_again(takedown.pk, soon)
    assert steps(revocation) == [Step.STILL_THERE]
    assert happened(form)[-1] == "take_down.seen_again"
    assert tasks.follow(timezone.now()) == 0
    takedowns.gone(by=nora, takedown=takedown)
    assert steps(revocation) == [Step.GONE]


def test_an_empty_address_is_read_three_times_and_then_no_more(
    approved: Approved, form: Authorization, bob: Membership, network: PracticeNetwork
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    deliver(delivery.pk)
    revocation = revoke(bob, form)
    carry_removals()
    for number in (1, 2, 3):
        takedown = revocation.takedowns.get()
        assert takedown.look_again_at is not None, number
        takedowns.look_again(takedown.pk, takedown.look_again_at)
    assert revocation.takedowns.get().look_again_at is None
    assert steps(revocation) == [Step.GONE]


def test_what_is_late_is_said_once_and_loudly(
    form: Authorization, bob: Membership, nora: Membership
) -> None:
    revocation = revoke(bob, form, elsewhere=["The flyer in the hall"])
    assert tasks.escalate(revocation.due_at) == 0
    late = revocation.due_at + timedelta(seconds=1)
    assert tasks.escalate(late) == 1
    assert tasks.escalate(late) == 0
    assert happened(form)[-1] == "revocation.overdue"
    revocation.refresh_from_db()
    assert revocation.escalated_at == late
    assert open_revocations(bob.organisation) == [revocation]


def test_what_is_done_in_time_is_not_said(form: Authorization, bob: Membership) -> None:
    revocation = revoke(bob, form)
    assert tasks.escalate(revocation.due_at + timedelta(days=9)) == 0


def test_the_day_counts_from_when_the_word_arrived(form: Authorization, bob: Membership) -> None:
    yesterday = timezone.now() - timedelta(hours=30)
    revocation = revoke(bob, form, received_at=yesterday)
    assert revocation.due_at == yesterday + timedelta(hours=24)
    with pytest.raises(verbs.NotPossible):
        revoke(bob, form, received_at=timezone.now() + timedelta(hours=1))


def test_the_person_can_take_it_back_by_their_own_link(
    approved: Approved, form: Authorization, network: PracticeNetwork
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    revoke(None, form, how="link")
    assert state(delivery) == State.CANCELLED
    last = timeline(form.organisation_id, form.subject)[-1]
    assert (last.verb, last.actor) == ("authorization.revoked", "signer")


def test_nobody_takes_back_what_nobody_signed_or_named(bob: Membership) -> None:
    draft = verbs.replace(by=bob, authorization=signed(bob))
    with pytest.raises(verbs.NotPossible):
        revoke(bob, draft)
    with pytest.raises(verbs.NotPossible):
        revoke(bob, signed(bob), networks=["linkedin"])


def test_the_letter_is_noted_once(form: Authorization, bob: Membership) -> None:
    revocation = revoke(bob, form)
    verbs.answer(by=bob, revocation=revocation)
    verbs.answer(by=bob, revocation=revocation)
    assert happened(form).count("revocation.answered") == 1


def test_what_is_planned_in_the_moment_of_a_revocation_is_found_by_the_clock(
    form: Authorization, bob: Membership, account: Account
) -> None:
    revocation = revoke(bob, form)
    [late] = outbox.send(
        by=bob,
        account=account,
        subject="post:7",
        parts=[outbox.Outgoing(Payload(text=TEXT, consents=(form.pk,)))],
        due=timezone.now() + timedelta(hours=1),
    )
    tasks.follow(timezone.now())
    assert state(late) == State.CANCELLED
    assert steps(revocation) == [Step.STOPPED]
    assert tasks.follow(timezone.now()) == 0


def test_following_twice_changes_nothing(
    approved: Approved, form: Authorization, bob: Membership, network: PracticeNetwork
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    deliver(delivery.pk)
    revocation = revoke(bob, form)
    before = happened(form)
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        takedowns.follow_up(revocation.pk)
    assert happened(form) == before
    assert Delivery.objects.filter(action=Action.DELETE).count() == 1
