"""The practice network, through its channel, and what is really live."""

import multiprocessing
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bedside.channels.base import (
    Absent,
    Account,
    Deleted,
    Part,
    Picture,
    Ref,
    Refused,
    Sent,
    Staged,
)
from bedside.channels.practice.channel import Practice
from bedside.channels.practice.connect import connect
from bedside.channels.practice.network import NewPost, PracticeNetwork

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def part(key="k", text="Flu shots are here.", **more):
    return Part(text=text, key=key, created_at=NOW, **more)


def live(network):
    return [post.text for post in network.timeline("cedarhollow")]


def test_post_is_live_with_its_pictures_and_words(practice, account, network):
    pictures = (
        Picture(b"one", "image/png", "Our front door.", 3, 2),
        Picture(b"two", "image/jpeg", "", 1, 1),
    )
    one = part(text="Grüße 💉", language="de", pictures=pictures)

    answer = practice.send(account, one, practice.stage(account, one))

    [post] = network.timeline("cedarhollow")
    assert answer == Sent(Ref(post.id, f"/practice/cedarhollow/{post.id}"))
    assert (post.text, post.language, post.key) == ("Grüße 💉", "de", "k")
    assert post.written_at == NOW
    assert [(shown.alt, shown.mime, shown.width, shown.height) for shown in post.pictures] == [
        ("Our front door.", "image/png", 3, 2),
        ("", "image/jpeg", 1, 1),
    ]
    assert [network.picture(shown.id) for shown in post.pictures] == [b"one", b"two"]


def test_thread_and_replies_hang_together(practice, account, network, connect_as):
    first = practice.send(account, part("1", "One"), Staged())
    practice.send(account, part("2", "Two", root=first.ref, parent=first.ref), Staged())
    practice.send(connect_as("bob"), part("q", "Open on Friday?", parent=first.ref), Staged())

    assert [post.text for post in network.replies(first.ref.id)] == ["Two", "Open on Friday?"]
    assert network.replies(first.ref.id)[0].root == first.ref.id


def test_answer_to_what_is_not_there_is_refused(practice, account, network):
    answer = practice.send(account, part(parent=Ref("nothing", "")), Staged())

    assert isinstance(answer, Refused)
    assert answer.field == "parent"
    assert live(network) == []


def test_picture_of_somebody_else_is_refused(practice, account, network, connect_as):
    one = part(pictures=(Picture(b"x", "image/png", "", 1, 1),))
    staged = practice.stage(connect_as("charlie"), one)

    assert practice.send(account, one, staged).field == "pictures"
    assert live(network) == []


@pytest.mark.parametrize("length", [500, 501])
def test_check_and_network_agree_on_the_length(practice, account, length):
    one = part(text="é" * length)

    answer = practice.send(account, one, Staged())

    assert (practice.check(account, one) == []) == isinstance(answer, Sent)


def test_what_is_taken_down_is_gone_and_stays_on_record(practice, account, network):
    ref = practice.send(account, part(), Staged()).ref

    assert isinstance(practice.delete(account, ref), Deleted)
    assert isinstance(practice.delete(account, ref), Deleted)
    assert isinstance(practice.find(account, part(), NOW), Absent)
    assert live(network) == []
    assert network.post(ref.id).deleted_at is not None


def test_nobody_takes_down_what_is_not_theirs(practice, account, network, connect_as):
    ref = practice.send(account, part(), Staged()).ref

    practice.delete(connect_as("charlie"), ref)

    assert live(network) == ["Flu shots are here."]


def test_same_key_makes_one_post(practice, account, network):
    first = practice.send(account, part(), Staged())

    assert practice.send(account, part(), Staged()) == first
    assert len(live(network)) == 1
    assert network.times_asked("cedarhollow", "k") == 2


def test_network_that_forgets_keys_makes_two(practice, account, network):
    network.forget_keys("cedarhollow")

    practice.send(account, part(), Staged())
    practice.send(account, part(), Staged())

    assert len(live(network)) == 2


def test_account_says_whether_keys_are_honoured(practice, account):
    forgetful = replace(account, settings={"idempotency": "none"})

    assert practice.capability(account).idempotency == "keyed"
    assert practice.capability(forgetful).idempotency == "none"


def test_many_senders_of_one_key_make_one_post(practice, account, network):
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: practice.send(account, part(), Staged()), range(64)))

    assert len({answer.ref.id for answer in answers}) == 1
    assert len(live(network)) == 1


def publish_many(path, handle, count):
    network = PracticeNetwork(path)
    for number in range(count):
        network.publish(handle, NewPost(key=f"shared-{number}", text=str(number)))


def test_processes_share_the_network(path, account, network):
    spawn = multiprocessing.get_context("spawn")
    senders = [spawn.Process(target=publish_many, args=(path, "cedarhollow", 20)) for _ in range(3)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join(60)

    assert [sender.exitcode for sender in senders] == [0, 0, 0]
    assert len(network.timeline("cedarhollow")) == 20


KILLED = """
import sys
from bedside.channels.practice.network import NewPost, PracticeNetwork

network = PracticeNetwork(sys.argv[1])
number = 0
while True:
    network.publish("cedarhollow", NewPost(key=str(number), text=str(number)))
    print(number, flush=True)
    number += 1
"""


def test_what_was_answered_survives_the_end_of_the_process(path, account, network):
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with process:
        assert process.stdout
        answered = [process.stdout.readline().strip() for _ in range(50)]
        process.send_signal(signal.SIGKILL)
        answered += process.stdout.read().split()

    published = {post.key for post in network.timeline("cedarhollow", limit=100_000)}
    assert set(answered) <= published
    assert len(published) - len(answered) <= 1
    assert isinstance(network.publish("cedarhollow", NewPost(key="after", text="Hello")).id, str)


@pytest.mark.parametrize("handle", ["", "@", "two words", "a/b", "Zoë"])
def test_handle_that_cannot_be_shown_is_refused(http, handle):
    answer = connect(http, {"handle": handle})

    assert isinstance(answer, Refused)
    assert answer.field == "handle"


def test_account_connected_again_is_the_same(connect_as, account):
    assert connect_as("@cedarhollow") == account


def test_stranger_is_asked_for_a_key(practice, account, network):
    stranger = replace(account, secrets={"token": "guessed"})

    assert practice.send(stranger, part(), Staged()).reconnect
    assert live(network) == []


def test_store_is_the_account_s_or_the_installation_s(tmp_path, monkeypatch):
    monkeypatch.setenv("BEDSIDE_PRACTICE", str(tmp_path / "house.sqlite3"))
    other = PracticeNetwork(tmp_path / "other.sqlite3").open_account("cedarhollow")
    house = PracticeNetwork(tmp_path / "house.sqlite3").open_account("cedarhollow")
    practice = Practice()
    here = Account("practice", "cedarhollow", "practice", "cedarhollow", {"token": house.token})
    there = replace(
        here,
        secrets={"token": other.token},
        settings={"store": str(tmp_path / "other.sqlite3")},
    )

    practice.send(here, part(text="here"), Staged())
    practice.send(there, part(text="there"), Staged())

    assert live(PracticeNetwork(tmp_path / "house.sqlite3")) == ["here"]
    assert live(PracticeNetwork(tmp_path / "other.sqlite3")) == ["there"]


def test_video_is_shown_with_its_captions(practice, account, network):
    said = "WEBVTT\n\n00:00.000 --> 00:02.000\nFlu shots are here.\n"
    video = Picture(b"film", "video/mp4", "Our door opens.", 640, 360, said, 2.0)
    one = part(pictures=(video,))

    answer = practice.send(account, one, practice.stage(account, one))

    assert isinstance(answer, Sent)
    [shown] = network.post(answer.ref.id).pictures
    assert (shown.mime, shown.alt, shown.captions) == ("video/mp4", "Our door opens.", said)
    assert shown.is_video
    assert network.picture(shown.id) == b"film"
