"""What the practice network does wrong, and what its channel makes of it."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bedside.channels.base import (
    Absent,
    Deleted,
    Part,
    Picture,
    Refused,
    Renewed,
    Sent,
    Staged,
    Unknown,
    Wait,
)
from bedside.channels.practice.moods import Doing, Mood

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def part(key="k", text="Flu shots are here.", **more):
    return Part(text=text, key=key, created_at=NOW, **more)


def live(network):
    return [post.text for post in network.timeline("cedarhollow")]


NOTHING_HAPPENED = {
    Mood.DOWN: Wait,
    Mood.REFUSE: Refused,
    Mood.LIMIT: Wait,
    Mood.EXPIRED: Refused,
    Mood.FAIL: Unknown,
}


@pytest.mark.parametrize("mood", NOTHING_HAPPENED)
def test_mood_that_does_nothing(practice, account, network, mood):
    network.feel(mood, handle="cedarhollow", seconds=4 if mood is Mood.LIMIT else 0)

    answer = practice.send(account, part(), Staged())

    assert isinstance(answer, NOTHING_HAPPENED[mood])
    assert isinstance(practice.find(account, part(), NOW), Absent)
    assert live(network) == []
    assert isinstance(practice.send(account, part(), Staged()), Sent)


def test_pause_is_the_one_that_was_set(practice, account, network):
    network.feel(Mood.LIMIT, seconds=4)

    assert practice.send(account, part(), Staged()).seconds == 4


def test_ended_key_asks_to_be_renewed(practice, account, network):
    network.feel(Mood.EXPIRED, doing=Doing.SEND)

    assert practice.send(account, part(), Staged()).reconnect

    renewed = practice.renew(account)
    assert isinstance(renewed, Renewed)
    assert practice.send(account, part(), Staged()).reconnect
    fresh = replace(account, secrets=renewed.secrets)
    assert isinstance(practice.send(fresh, part(), Staged()), Sent)


@pytest.mark.parametrize("mood", [Mood.CUT, Mood.FAIL_AFTER, Mood.GARBAGE])
def test_mood_that_acts_and_hides_it(practice, account, network, mood):
    network.feel(mood)

    answer = practice.send(account, part(), Staged())

    assert type(answer) is Unknown
    assert isinstance(practice.find(account, part(), NOW), Sent)
    assert isinstance(practice.send(account, part(), Staged()), Sent)
    assert len(live(network)) == 1


def test_network_that_is_too_slow_has_acted_all_the_same(practice, account, network):
    network.feel(Mood.SLOW, seconds=5, doing=Doing.SEND)

    began = time.monotonic()
    answer = practice.send(account, part(), Staged())

    assert type(answer) is Unknown
    assert time.monotonic() - began < 2
    assert live(network) == ["Flu shots are here."]


def test_network_lies_about_having_sent(practice, account, network):
    network.feel(Mood.LIE_SENT)

    assert isinstance(practice.send(account, part(), Staged()), Sent)
    assert live(network) == []
    assert isinstance(practice.find(account, part(), NOW), Absent)


def test_network_lies_about_what_is_there(practice, account, network):
    practice.send(account, part(), Staged())
    network.feel(Mood.LIE_ABSENT)

    assert isinstance(practice.find(account, part(), NOW), Absent)
    assert isinstance(practice.find(account, part(), NOW), Sent)


@pytest.mark.parametrize("mood", [Mood.GARBAGE, Mood.DOWN, Mood.FAIL, Mood.EXPIRED])
def test_what_cannot_be_read_is_unknown_not_absent(practice, account, network, mood):
    network.feel(mood, doing=Doing.FIND)

    assert type(practice.find(account, part(), NOW)) is Unknown


@pytest.mark.parametrize("mood", [Mood.CUT, Mood.FAIL_AFTER])
def test_lost_answer_to_a_deletion_can_be_asked_for_again(practice, account, network, mood):
    ref = practice.send(account, part(), Staged()).ref
    network.feel(mood, doing=Doing.DELETE)

    assert type(practice.delete(account, ref)) is Unknown
    assert isinstance(practice.delete(account, ref), Deleted)


def test_upload_that_fails_is_a_wait(practice, account, network):
    network.feel(Mood.CUT, doing=Doing.STAGE)
    one = part(pictures=(Picture(b"x", "image/png", "", 1, 1),))

    assert isinstance(practice.stage(account, one), Wait)
    assert isinstance(practice.stage(account, one), Staged)


def test_mood_lasts_as_often_as_it_was_told(practice, account, network):
    network.feel(Mood.REFUSE, times=2)

    answers = [practice.send(account, part(), Staged()) for _ in range(3)]

    assert [type(answer) for answer in answers] == [Refused, Refused, Sent]


def test_mood_without_an_end_lasts_until_calm(practice, account, network):
    network.feel(Mood.REFUSE, times=None)
    refused = [practice.send(account, part(), Staged()) for _ in range(3)]
    network.calm()

    assert [type(answer) for answer in refused] == [Refused] * 3
    assert isinstance(practice.send(account, part(), Staged()), Sent)


def test_mood_of_one_account_leaves_others_alone(practice, account, network, connect_as):
    network.feel(Mood.REFUSE, handle="charlie", times=None)

    assert isinstance(practice.send(account, part(), Staged()), Sent)
    assert isinstance(practice.send(connect_as("charlie"), part(), Staged()), Refused)


def test_slowness_adds_to_another_mood(practice, account, network):
    network.feel(Mood.SLOW, seconds=0.1, times=None)
    network.feel(Mood.CUT)

    began = time.monotonic()
    answers = [practice.send(account, part(), Staged()) for _ in range(2)]

    assert [type(answer) for answer in answers] == [Unknown, Sent]
    assert time.monotonic() - began > 0.2


def test_slow_answers_hold_nobody_up(practice, account, network):
    network.feel(Mood.SLOW, seconds=0.2, times=None)

    began = time.monotonic()
    with ThreadPoolExecutor(32) as pool:
        answers = list(
            pool.map(lambda n: practice.send(account, part(str(n)), Staged()), range(32))
        )

    assert all(isinstance(answer, Sent) for answer in answers)
    assert time.monotonic() - began < 32 * 0.2 / 4
