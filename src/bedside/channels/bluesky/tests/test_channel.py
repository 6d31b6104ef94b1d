"""Bluesky's channel, with every fault, on a server that keeps its own books."""

from dataclasses import replace
from datetime import UTC, datetime

import httpx
import pytest

from bedside.channels.base import (
    Absent,
    Deleted,
    Part,
    Picture,
    Ref,
    Renewed,
    Sent,
    Staged,
    Unknown,
    Wait,
)
from bedside.channels.bluesky.record import Prepared
from bedside.channels.bluesky.tests.fake import no, token, yes
from bedside.channels.tests.faults import AFTER, BEFORE, Fault

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PUT, GET = "POST .putRecord", "GET .getRecord"
UPLOAD, RENEW = "POST .uploadBlob", "POST .refreshSession"
RESOLVE, DELETE = "GET .resolveHandle", "POST .deleteRecord"


def part(key="k", text="Flu shots are here.", **more):
    return Part(text=text, key=key, created_at=NOW, **more)


def send(bluesky, account, one):
    return bluesky.send(account, one, bluesky.stage(account, one))


@pytest.fixture
def picture():
    return Picture(b"picture", "image/png", "Our front door.", 3, 2)


@pytest.mark.parametrize("fault", BEFORE)
def test_fault_before_the_server_acted(bluesky, account, pds, line, fault):
    line.befall(fault, PUT)

    assert type(send(bluesky, account, part())) is BEFORE[fault]
    assert pds.writes == []
    assert isinstance(bluesky.find(account, part(), NOW), Absent)
    assert isinstance(send(bluesky, account, part()), Sent)
    assert len(pds.writes) == 1


def test_pause_is_the_one_the_server_asks_for(bluesky, account, line):
    line.befall(Fault.LIMIT, PUT)

    assert send(bluesky, account, part()).seconds == 7


@pytest.mark.parametrize("fault", AFTER)
def test_fault_after_the_server_acted(bluesky, account, pds, line, fault, picture):
    one = part(pictures=(picture,))
    line.befall(fault, PUT)

    assert type(send(bluesky, account, one)) is Unknown
    found = bluesky.find(account, one, NOW)
    again = send(bluesky, account, one)

    assert isinstance(found, Sent)
    assert again == found
    assert len(pds.writes) == 1


@pytest.mark.parametrize("fault", [*BEFORE, *AFTER])
def test_reading_that_fails_is_unknown_not_absent(bluesky, account, line, fault):
    line.befall(fault, GET)

    assert type(bluesky.find(account, part(), NOW)) is Unknown


@pytest.mark.parametrize(
    "answer",
    [yes({}), yes([]), yes({"uri": "at://x", "value": {}}), no(400, "RepoNotFound", "No repo")],
)
def test_answer_that_names_nothing_is_unknown(bluesky, account, line, answer):
    line.befall(answer, GET)

    assert type(bluesky.find(account, part(), NOW)) is Unknown


def test_agreement_that_names_no_post_is_unknown(bluesky, account, line):
    line.befall(yes({}), PUT)

    assert type(send(bluesky, account, part())) is Unknown


@pytest.mark.parametrize("request_kind", [UPLOAD, RESOLVE])
@pytest.mark.parametrize("fault", [*BEFORE, *AFTER])
def test_fault_while_staging_is_a_wait(bluesky, account, pds, line, fault, request_kind, picture):
    one = part(text="Thank you @bob.example", pictures=(picture,))
    line.befall(fault, request_kind)

    assert isinstance(bluesky.stage(account, one), Wait)
    assert isinstance(send(bluesky, account, one), Sent)
    assert len(pds.writes) == 1


def test_upload_that_answers_without_a_picture_is_a_wait(bluesky, account, line, picture):
    line.befall(yes({"blob": {"ref": "nothing"}}), UPLOAD)

    assert isinstance(bluesky.stage(account, part(pictures=(picture,))), Wait)


def test_picture_that_the_server_forgot_is_uploaded_again(bluesky, account, pds, picture):
    one = part(pictures=(picture,))
    staged = bluesky.stage(account, one)
    pds.blobs.clear()

    assert isinstance(bluesky.send(account, one, staged), Wait)
    assert isinstance(send(bluesky, account, one), Sent)


@pytest.fixture
def video():
    said = "WEBVTT\n\n00:00.000 --> 00:02.000\nFlu shots are here.\n"
    return Picture(b"film", "video/mp4", "Our door opens.", 640, 360, said, 2.0)


def test_video_is_live_with_its_captions_and_its_shape(bluesky, account, pds, video):
    answer = send(bluesky, account, part(pictures=(video,)))

    assert isinstance(answer, Sent)
    [record] = pds.records.values()
    embed = record["embed"]
    assert embed["$type"] == "app.bsky.embed.video"
    assert (embed["video"]["mimeType"], embed["video"]["size"]) == ("video/mp4", 4)
    assert (embed["alt"], embed["aspectRatio"]) == (
        "Our door opens.",
        {"width": 640, "height": 360},
    )
    [captions] = embed["captions"]
    assert captions["lang"] == "en"
    assert captions["file"]["mimeType"] == "text/vtt"
    assert captions["file"]["size"] == len(video.captions)


def test_video_without_captions_is_live_without_any(bluesky, account, pds, video):
    send(bluesky, account, part(pictures=(replace(video, captions=""),)))

    [record] = pds.records.values()
    assert "captions" not in record["embed"]


def test_video_whose_captions_the_server_forgot_is_uploaded_again(bluesky, account, pds, video):
    one = part(pictures=(video,))
    staged = bluesky.stage(account, one)
    pds.blobs.remove(staged_captions(staged))

    assert isinstance(bluesky.send(account, one, staged), Wait)
    assert isinstance(send(bluesky, account, one), Sent)


@pytest.mark.parametrize("fault", [*BEFORE, *AFTER])
def test_fault_while_uploading_a_video_is_a_wait(bluesky, account, pds, line, fault, video):
    line.befall(fault, UPLOAD)

    assert isinstance(bluesky.stage(account, part(pictures=(video,))), Wait)
    assert pds.writes == []


def test_video_that_would_be_refused_is_not_uploaded(bluesky, account, pds, video, picture):
    long = replace(video, seconds=180.5)

    assert bluesky.stage(account, part(pictures=(long,))).field == "pictures"
    assert bluesky.stage(account, part(pictures=(video, picture))).field == "pictures"
    assert "uploadBlob" not in pds.calls


def staged_captions(staged):
    [captions] = Prepared.read(staged).captions
    return captions["ref"]["$link"]


def test_session_that_ends_in_the_middle_of_a_thread(bluesky, account, pds):
    first = send(bluesky, account, part("1", "One"))
    pds.end_sessions()
    second = part("2", "Two", root=first.ref, parent=first.ref)

    refused = bluesky.send(account, second, Staged())
    renewed = bluesky.renew(account)
    fresh = replace(account, secrets=renewed.secrets)

    assert refused.reconnect
    assert isinstance(renewed, Renewed)
    assert isinstance(send(bluesky, fresh, second), Sent)
    assert [record["text"] for record in pds.records.values()] == ["One", "Two"]


SIGNED_OUT = [
    no(400, "ExpiredToken", "Token has expired"),
    no(400, "InvalidToken", "Token could not be verified"),
    no(401, "AuthMissing", "Authentication Required"),
    httpx.Response(401, json={}),
]


@pytest.mark.parametrize("answer", SIGNED_OUT)
@pytest.mark.parametrize("request_kind", [UPLOAD, RESOLVE])
def test_key_that_is_not_accepted_while_staging_asks_for_a_new_one(
    bluesky, account, line, picture, answer, request_kind
):
    line.befall(answer, request_kind)

    one = part(text="Thank you @bob.example", pictures=(picture,))
    assert bluesky.stage(account, one).reconnect


@pytest.mark.parametrize("answer", SIGNED_OUT)
def test_key_that_is_not_accepted_while_sending_asks_for_a_new_one(
    bluesky, account, pds, line, answer
):
    line.befall(answer, PUT)

    assert send(bluesky, account, part()).reconnect
    assert pds.writes == []


def test_ended_session_can_still_look(bluesky, account, pds):
    send(bluesky, account, part())
    pds.end_sessions()

    assert isinstance(bluesky.find(account, part(), NOW), Sent)
    assert pds.calls[-2:] == ["getRecord", "getRecord"]


@pytest.mark.parametrize("fault", [*BEFORE, *AFTER])
def test_renewal_that_fails_for_now_does_not_end_the_account(bluesky, account, line, fault):
    line.befall(fault, RENEW)

    assert isinstance(bluesky.renew(account), Wait)
    assert isinstance(bluesky.renew(account), Renewed)


def test_renewal_that_is_refused_ends_the_account(bluesky, account, pds):
    pds.refresh.clear()

    assert bluesky.renew(account).reconnect


def test_renewal_without_a_session_is_a_wait(bluesky, account, line):
    line.befall(yes({"accessJwt": "a.b.c"}), RENEW)

    assert isinstance(bluesky.renew(account), Wait)


@pytest.mark.parametrize(
    ("ends", "kept"),
    [
        (1_795_514_400, "2026-11-24T10:00:00+00:00"),
        (None, None),
        ("soon", None),
        (10**30, None),
    ],
)
def test_end_of_a_session_is_kept_where_the_token_says_it(bluesky, account, line, ends, kept):
    line.befall(yes({"accessJwt": token(1, ends), "refreshJwt": "r"}), RENEW)

    assert bluesky.renew(account).secrets.get("expires_at") == kept


def test_what_answers_nothing_from_bluesky_is_refused_unsent(bluesky, account, pds):
    elsewhere = Ref("109", "https://mastodon.example/@bob/109")

    assert bluesky.send(account, part(parent=elsewhere), Staged()).field == "parent"
    assert pds.writes == []


def test_refusal_says_which_field_and_carries_no_key(bluesky, account, line, pds):
    said = f"Record/text must not be longer than 300 graphemes {account.secrets['access']}"
    line.befall(no(400, "InvalidRequest", said), PUT)

    answer = send(bluesky, account, part())

    assert answer.field == "text"
    assert account.secrets["access"] not in answer.reason
    assert pds.writes == []


def test_another_post_under_the_same_key_is_never_overwritten(bluesky, account, pds):
    send(bluesky, account, part(text="First"))

    assert type(send(bluesky, account, part(text="Second"))) is Unknown
    assert [record["text"] for record in pds.records.values()] == ["First"]


def test_attempt_that_learned_of_a_mention_meanwhile_finds_its_first_self(bluesky, account, pds):
    one = part(text="Thank you @ivy.example")
    first = send(bluesky, account, one)
    pds.people["ivy.example"] = "did:plc:ivy"

    assert send(bluesky, account, one) == first
    assert len(pds.writes) == 1


@pytest.mark.parametrize("staged_first", [True, False])
def test_mention_is_marked_whether_or_not_it_was_staged(bluesky, account, pds, staged_first):
    one = part(text="Thank you @bob.example and @nobody.example")
    staged = {True: bluesky.stage(account, one), False: Staged()}[staged_first]
    asked = pds.calls.count("resolveHandle")

    bluesky.send(account, one, staged)

    [record] = pds.records.values()
    assert [facet["features"][0]["did"] for facet in record["facets"]] == ["did:plc:bob"]
    assert pds.calls.count("resolveHandle") - asked == {True: 0, False: 2}[staged_first]


def test_network_that_contradicts_itself_is_unknown(bluesky, account, line):
    line.befall(no(400, "InvalidSwap", "Record was at bafyrei"), PUT)

    assert type(send(bluesky, account, part())) is Unknown


@pytest.mark.parametrize("fault", AFTER)
def test_lost_answer_to_a_deletion(bluesky, account, pds, line, fault):
    ref = send(bluesky, account, part()).ref
    line.befall(fault, DELETE)

    assert type(bluesky.delete(account, ref)) is Unknown
    assert isinstance(bluesky.delete(account, ref), Deleted)
    assert pds.records == {}


def test_deletion_with_an_ended_session_asks_for_a_new_one(bluesky, account, pds):
    ref = send(bluesky, account, part()).ref
    pds.end_sessions()

    assert bluesky.delete(account, ref).reconnect
    assert len(pds.records) == 1


def test_sending_makes_exactly_one_request(bluesky, account, pds):
    before = len(pds.calls)

    bluesky.send(account, part(), Staged())

    assert pds.calls[before:] == ["putRecord"]
