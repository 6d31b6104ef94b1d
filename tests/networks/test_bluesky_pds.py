"""Bluesky's channel against a real server."""

from __future__ import annotations

import struct
import zlib
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
)
from bedside.channels.bluesky.connect import connect
from bedside.channels.connection import Connected
from bedside.channels.http import Http
from bedside.channels.tests.faults import AFTER, BEFORE

pytestmark = pytest.mark.networks

PUT = "POST com.atproto.repo.putRecord"
DELETE = "POST com.atproto.repo.deleteRecord"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def part(key: str, text: str = "Flu shots are here.", **more) -> Part:
    return Part(text=text, key=key, created_at=NOW, **more)


def png(padding: int = 0) -> bytes:
    """A picture of one dot, made heavier by a comment."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
            chunk(b"tEXt", b"Comment\0" + b"x" * padding),
            chunk(b"IDAT", zlib.compress(b"\0\xff")),
            chunk(b"IEND", b""),
        ]
    )


def picture(padding: int = 0) -> Picture:
    return Picture(png(padding), "image/png", "Our front door with a wreath.", 1, 1)


def send(bluesky, account, one: Part):
    staged = bluesky.stage(account, one)
    assert isinstance(staged, Staged)
    return bluesky.send(account, one, staged)


def test_text_is_live_with_its_link_tag_and_mention(bluesky, account, pds, clinic):
    friend = pds.make_account("hospital")
    text = f"Grippe? Schützen Sie sich 💉 mit @{friend.handle}: cedarhollow.org/flu #Grippe"

    answer = send(bluesky, account, part("facets", text, language="de"))

    [record] = pds.records(clinic)
    value, octets = record["value"], text.encode()
    shown = {
        octets[facet["index"]["byteStart"] : facet["index"]["byteEnd"]].decode(): facet["features"]
        for facet in value["facets"]
    }
    kind = "app.bsky.richtext.facet"
    assert isinstance(answer, Sent)
    assert answer.ref.id == record["uri"]
    assert value["text"] == text
    assert value["langs"] == ["de"]
    assert value["createdAt"] == "2026-11-24T09:00:00.000Z"
    assert shown == {
        f"@{friend.handle}": [{"$type": f"{kind}#mention", "did": friend.did}],
        "cedarhollow.org/flu": [{"$type": f"{kind}#link", "uri": "https://cedarhollow.org/flu"}],
        "#Grippe": [{"$type": f"{kind}#tag", "tag": "Grippe"}],
    }


def test_mention_of_nobody_stays_plain_text(bluesky, account, pds, clinic):
    send(bluesky, account, part("nobody", "Hello @nobody-at-all.test"))

    [record] = pds.records(clinic)
    assert "facets" not in record["value"]


def test_picture_is_live_with_its_description_and_shape(bluesky, account, pds, clinic):
    send(bluesky, account, part("picture", pictures=(picture(), picture(10))))

    [record] = pds.records(clinic)
    images = record["value"]["embed"]["images"]
    assert [image["alt"] for image in images] == ["Our front door with a wreath."] * 2
    assert [image["aspectRatio"] for image in images] == [{"width": 1, "height": 1}] * 2
    assert [image["image"]["size"] for image in images] == [len(png()), len(png(10))]


def test_thread_hangs_together(bluesky, account, pds, clinic):
    first = send(bluesky, account, part("thread-1", "One"))
    second = send(bluesky, account, part("thread-2", "Two", root=first.ref, parent=first.ref))
    send(bluesky, account, part("thread-3", "Three", root=first.ref, parent=second.ref))

    by_text = {record["value"]["text"]: record for record in pds.records(clinic)}
    reply = by_text["Three"]["value"]["reply"]
    assert reply["root"] == {"uri": by_text["One"]["uri"], "cid": by_text["One"]["cid"]}
    assert reply["parent"] == {"uri": by_text["Two"]["uri"], "cid": by_text["Two"]["cid"]}


def test_reply_to_somebody_else(bluesky, account, pds, clinic, connect_as):
    neighbour = connect_as(pds.make_account("neighbour"))
    asked = send(bluesky, neighbour, part("question", "Open on Friday?"))

    answer = send(bluesky, account, part("answer", "Yes, until six.", parent=asked.ref))

    [record] = pds.records(clinic)
    assert isinstance(answer, Sent)
    assert record["value"]["reply"]["parent"]["uri"] == asked.ref.id


def test_what_was_posted_is_taken_down_and_stays_down(bluesky, account, pds, clinic):
    one = part("down")
    ref = send(bluesky, account, one).ref

    assert isinstance(bluesky.delete(account, ref), Deleted)
    assert isinstance(bluesky.delete(account, ref), Deleted)
    assert isinstance(bluesky.find(account, one, NOW), Absent)
    assert pds.records(clinic) == []


def test_renewed_session_works(bluesky, account):
    renewed = bluesky.renew(account)

    assert isinstance(renewed, Renewed)
    fresh = replace(account, secrets=renewed.secrets)
    assert isinstance(send(bluesky, fresh, part("renewed")), Sent)


def test_ended_session_asks_for_a_new_one_and_can_still_look(bluesky, account):
    one = part("ended")
    send(bluesky, account, one)
    ended = replace(account, secrets={"access": "a.b.c", "refresh": "a.b.c"})

    refused = bluesky.send(ended, one, Staged())
    assert isinstance(refused, Refused)
    assert refused.reconnect
    assert bluesky.renew(ended).reconnect
    assert isinstance(bluesky.find(ended, one, NOW), Sent)


@pytest.mark.parametrize("length", [300, 301])
def test_check_counts_as_the_server_does(bluesky, account, length):
    family = "👨‍👩‍👧‍👦"
    one = part(f"length-{length}", family * 50 + "e\u0301" * (length - 50))

    found = bluesky.check(account, one)
    answer = send(bluesky, account, one)

    assert (not found) == isinstance(answer, Sent)
    assert [problem.amount for problem in found] == [1] * (length - 300)


def test_heavy_picture_is_refused_by_check_and_by_the_server(bluesky, account):
    heavy = part("heavy", pictures=(picture(1_000_001),))

    answer = send(bluesky, account, heavy)

    assert isinstance(answer, Refused)
    assert answer.field == "pictures"
    assert [problem.field for problem in bluesky.check(account, heavy)] == ["pictures"]


@pytest.mark.parametrize("fault", BEFORE)
def test_fault_before_the_server_acted_leaves_nothing(bluesky, account, pds, clinic, line, fault):
    one = part("before")
    line.befall(fault, PUT)

    assert isinstance(send(bluesky, account, one), BEFORE[fault])
    assert isinstance(bluesky.find(account, one, NOW), Absent)
    assert isinstance(send(bluesky, account, one), Sent)
    assert len(pds.records(clinic)) == 1


@pytest.mark.parametrize("fault", AFTER)
def test_fault_after_the_server_acted_leaves_one_record(bluesky, account, pds, clinic, line, fault):
    one = part("after", pictures=(picture(),))
    line.befall(fault, PUT)

    assert isinstance(send(bluesky, account, one), Unknown)
    found = bluesky.find(account, one, NOW)
    again = send(bluesky, account, one)

    [record] = pds.records(clinic)
    assert line.acted[PUT] == 2
    assert found == again
    assert found.ref.id == record["uri"]


@pytest.mark.parametrize("fault", AFTER)
def test_deletion_whose_answer_is_lost_can_be_repeated(bluesky, account, pds, clinic, line, fault):
    ref = send(bluesky, account, part("lost")).ref
    line.befall(fault, DELETE)

    assert isinstance(bluesky.delete(account, ref), Unknown)
    assert isinstance(bluesky.delete(account, ref), Deleted)
    assert pds.records(clinic) == []


def test_eight_senders_at_once_make_one_record(bluesky, account, pds, clinic):
    one = part("race")
    staged = bluesky.stage(account, one)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: bluesky.send(account, one, staged), range(8)))

    assert len(pds.records(clinic)) == 1
    assert {answer.ref.id for answer in answers if isinstance(answer, Sent)} == {
        pds.records(clinic)[0]["uri"]
    }


def test_another_record_under_the_same_key_is_never_overwritten(bluesky, account, pds, clinic):
    send(bluesky, account, part("same", "What was said first"))

    answer = send(bluesky, account, part("same", "Something else"))

    assert isinstance(answer, Unknown)
    assert [record["value"]["text"] for record in pds.records(clinic)] == ["What was said first"]


def test_wrong_password_does_not_connect(pds, clinic, door):
    answer = connect(
        door, {"server": pds.url, "handle": clinic.handle, "password": "not-the-password"}
    )

    assert isinstance(answer, Refused)
    assert answer.field == "password"
    assert "not-the-password" not in answer.reason


def test_unknown_handle_does_not_connect(pds, door):
    answer = connect(
        door, {"server": pds.url, "handle": "nobody.test", "password": "abcd-efgh-ijkl-mnop"}
    )

    assert isinstance(answer, Refused)


def test_server_on_this_machine_is_out_of_reach_unless_it_is_allowed(pds, clinic):
    values = {"server": pds.url, "handle": clinic.handle, "password": clinic.password}

    with Http() as closed, Http(allow_hosts=[pds.host]) as opened:
        answers = [connect(closed, values), connect(opened, values)]

    assert [type(answer) for answer in answers] == [Refused, Connected]
