"""Once, or ask: what becomes of a delivery, whatever the network does."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from bedside.channels.practice.moods import Doing, Mood
from bedside.orgs.verbs import pause_sending, resume_sending
from bedside.outbox import reconciling, tasks, verbs
from bedside.outbox.models import Account, Attempt, Delivery
from bedside.outbox.sending import claim, deliver
from bedside.outbox.states import State
from bedside.outbox.tests.conftest import age
from bedside.posts.models import Decision, Post
from bedside.records.queries import timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from bedside.channels.practice.network import PracticeNetwork
    from bedside.orgs.models import Membership

pytestmark = pytest.mark.django_db


def live(network: PracticeNetwork) -> list[str]:
    return [post.text for post in network.timeline("cedarhollow")]


def state(delivery: Delivery) -> str:
    delivery.refresh_from_db()
    return delivery.state


def test_an_approved_post_goes_live_once_and_is_recorded(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork, clinic
):
    [delivery] = approved()
    deliver(delivery.pk)
    deliver(delivery.pk)
    assert state(delivery) == State.LIVE
    assert len(live(network)) == 1
    assert Post.objects.get().state == "live"
    verbs_seen = [event.verb for event in timeline(clinic.pk, delivery.subject)]
    assert verbs_seen[-2:] == ["delivery.attempted", "delivery.live"]


@pytest.mark.parametrize("mood", [Mood.CUT, Mood.FAIL_AFTER, Mood.GARBAGE])
def test_an_answer_that_never_came_is_looked_up_and_found(
    mood: Mood, approved: Callable[..., list[Delivery]], network: PracticeNetwork
):
    [delivery] = approved()
    network.feel(mood)
    deliver(delivery.pk)
    assert state(delivery) == State.UNKNOWN
    deliver(delivery.pk)
    age(delivery)
    reconciling.look(delivery.pk)
    assert state(delivery) == State.LIVE
    assert len(live(network)) == 1


def test_a_network_that_fails_before_acting_gets_the_same_key_again(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork
):
    [delivery] = approved()
    network.feel(Mood.FAIL)
    deliver(delivery.pk)
    age(delivery)
    reconciling.look(delivery.pk)
    assert state(delivery) == State.PLANNED
    deliver(delivery.pk)
    assert state(delivery) == State.LIVE
    assert len(live(network)) == 1


def test_where_keys_mean_nothing_a_person_is_asked_and_nothing_is_sent_again(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork, account: Account
):
    Account.objects.update(settings={**account.settings, "idempotency": "none"})
    network.forget_keys("cedarhollow")
    [delivery] = approved()
    network.feel(Mood.CUT)
    network.feel(Mood.LIE_ABSENT, times=None)
    deliver(delivery.pk)
    for _ in reconciling.LOOKS:
        age(delivery)
        reconciling.look(delivery.pk)
    assert state(delivery) == State.UNKNOWN
    assert delivery.asks_person
    assert tasks.wake_due(timezone.now()) == 0
    assert len(live(network)) == 1


def test_a_refusal_is_kept_with_its_reason_and_may_be_tried_again(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork, bob: Membership
):
    [delivery] = approved()
    network.feel(Mood.REFUSE)
    deliver(delivery.pk)
    assert state(delivery) == State.REFUSED
    assert delivery.reason
    verbs.send_again(by=bob, delivery=delivery)
    deliver(delivery.pk)
    assert state(delivery) == State.LIVE
    assert len(live(network)) == 1


def test_a_busy_network_moves_the_schedule_of_the_whole_account(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork
):
    [first] = approved()
    [second] = approved("Another post about hand washing.")
    network.feel(Mood.LIMIT, seconds=120)
    deliver(first.pk)
    deliver(second.pk)
    assert [state(first), state(second)] == [State.PLANNED, State.PLANNED]
    assert not Attempt.objects.filter(delivery=second).exists()
    Account.objects.update(wait_until=timezone.now())
    age(first)
    deliver(first.pk)
    assert state(first) == State.LIVE


def test_a_network_that_is_down_loses_nothing(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork
):
    [delivery] = approved()
    network.feel(Mood.DOWN)
    deliver(delivery.pk)
    assert state(delivery) == State.PLANNED
    Account.objects.update(wait_until=None)
    age(delivery)
    deliver(delivery.pk)
    assert len(live(network)) == 1


def test_a_key_that_ended_is_renewed_and_the_post_goes_out(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork
):
    [delivery] = approved()
    network.feel(Mood.EXPIRED, doing=Doing.SEND)
    deliver(delivery.pk)
    assert state(delivery) == State.PLANNED
    age(delivery)
    deliver(delivery.pk)
    assert state(delivery) == State.LIVE
    assert len(live(network)) == 1


def test_a_key_that_is_refused_for_good_lets_the_posts_wait(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork, account: Account
):
    [delivery] = approved()
    network.feel(Mood.EXPIRED, times=None)
    deliver(delivery.pk)
    account.refresh_from_db()
    assert account.health == Account.Health.RECONNECT
    age(delivery)
    deliver(delivery.pk)
    assert state(delivery) == State.PLANNED
    assert live(network) == []


def test_a_delivery_later_than_its_window_is_missed_not_sent(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork
):
    [delivery] = approved()
    past = timezone.now() - timedelta(minutes=61)
    Delivery.objects.update(wake_at=past, miss_at=past + timedelta(minutes=60))
    deliver(delivery.pk)
    assert tasks.miss_late(timezone.now()) == 1
    assert state(delivery) == State.MISSED
    assert Post.objects.get().state == "missed"
    assert live(network) == []


def test_nothing_leaves_while_sending_is_paused(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork, bob: Membership
):
    [delivery] = approved()
    pause_sending(by=bob)
    assert tasks.wake_due(timezone.now()) == 0
    deliver(delivery.pk)
    assert live(network) == []
    resume_sending(by=bob)
    deliver(delivery.pk)
    assert len(live(network)) == 1


def test_a_pause_does_not_hold_what_takes_something_down(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork, nora: Membership
):
    [delivery] = approved()
    deliver(delivery.pk)
    assert len(live(network)) == 1
    removal = verbs.take_down(by=nora, delivery=delivery)
    pause_sending(by=nora)
    assert tasks.wake_due(timezone.now()) == 1
    deliver(removal.pk)
    assert live(network) == []


def test_two_workers_cannot_hold_the_same_delivery(approved: Callable[..., list[Delivery]]):
    [delivery] = approved()
    assert claim(delivery.pk, timezone.now()) is not None
    assert claim(delivery.pk, timezone.now()) is None


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (State.CLAIMED, State.PLANNED),
        (State.STAGING, State.PLANNED),
        (State.SENDING, State.UNKNOWN),
    ],
)
def test_what_a_dead_worker_held_is_freed_by_how_far_it_got(
    held: State, expected: State, approved: Callable[..., list[Delivery]]
):
    [delivery] = approved()
    claim(delivery.pk, timezone.now())
    Delivery.objects.update(state=held, lease_until=timezone.now() - timedelta(seconds=1))
    assert reconciling.reap(timezone.now()) == 1
    assert state(delivery) == expected


def test_a_thread_goes_out_in_order_and_waits_for_the_part_before(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork
):
    first, second, comment = approved(
        "Part one about sleep.\n---\nPart two about sleep.", first_comment="More on our site."
    )
    deliver(second.pk)
    deliver(comment.pk)
    assert live(network) == []
    for delivery in (first, second, comment):
        deliver(delivery.pk)
    assert [state(d) for d in (first, second, comment)] == [State.LIVE] * 3
    posts = {post.text: post for post in network.timeline("cedarhollow")}
    assert posts["Part two about sleep."].parent == posts["Part one about sleep."].id
    assert posts["More on our site."].parent == posts["Part two about sleep."].id


def test_words_that_nobody_approved_never_leave(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork
):
    [delivery] = approved()
    payload = {**delivery.payload, "text": "Other words."}
    Delivery.objects.update(payload=payload, payload_hash=delivery.content.hash())
    deliver(delivery.pk)
    assert state(delivery) == State.REFUSED
    assert live(network) == []


def test_an_approval_taken_back_at_the_last_moment_stops_the_sending(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork
):
    [delivery] = approved()
    Decision.objects.update(void_at=timezone.now())
    deliver(delivery.pk)
    assert state(delivery) == State.REFUSED
    assert live(network) == []


def test_the_guard_reads_again_at_send_time(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork
):
    [delivery] = approved()
    payload = delivery.content
    grave = type(payload)(text="Our 97-year-old patient Mrs. Alvarez went home on Tuesday.")
    Decision.objects.update(hashes={str(delivery.account_id): [grave.hash()]})
    Delivery.objects.update(payload=grave.as_json(), payload_hash=grave.hash())
    deliver(delivery.pk)
    assert state(delivery) == State.REFUSED
    assert "guard" in delivery.reason
    assert live(network) == []


def test_what_is_live_can_be_taken_down(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork, nora: Membership
):
    [delivery] = approved()
    deliver(delivery.pk)
    removal = verbs.take_down(by=nora, delivery=delivery)
    network.feel(Mood.CUT, doing=Doing.DELETE)
    deliver(removal.pk)
    Account.objects.update(wait_until=None)
    age(removal)
    deliver(removal.pk)
    assert [state(removal), state(delivery)] == [State.REMOVED, State.REMOVED]
    assert Post.objects.get().state == "removed"
    assert live(network) == []


def test_a_person_settles_what_nobody_knows(
    approved: Callable[..., list[Delivery]], network: PracticeNetwork, bob: Membership
):
    [delivery] = approved()
    network.feel(Mood.CUT)
    deliver(delivery.pk)
    verbs.settle_live(by=bob, delivery=delivery, url="https://practice.example/1")
    assert state(delivery) == State.LIVE
    with pytest.raises(verbs.NotPossible):
        verbs.give_up(by=bob, delivery=delivery)
