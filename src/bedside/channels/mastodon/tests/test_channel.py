"""Mastodon's channel, with every fault, on a server that keeps its own books."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bedside.channels.base import (
    Absent,
    Deleted,
    Part,
    Picture,
    Ref,
    Refused,
    Renewed,
    Sent,
    Staged,
    Unknown,
    Wait,
)
from bedside.channels.mastodon.tests.fake import HOST, no
from bedside.channels.tests.faults import AFTER, BEFORE, Fault

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
POST, LIST = "POST /api/v1/statuses", "GET /statuses"
UPLOAD, LOOK = "POST /api/v2/media", "GET /1"
DELETE = "DELETE 1"


def part(key="k", text="Flu shots are here.", **more):
    return Part(text=text, key=key, created_at=NOW, **more)


def send(mastodon, account, one):
    return mastodon.send(account, one, mastodon.stage(account, one))


def live(server):
    return list(server.statuses.values())


@pytest.fixture
def picture():
    return Picture(b"picture", "image/png", "Our front door.", 3, 2)


def test_status_is_live_with_everything(mastodon, account, server, contract, picture):
    answer = send(mastodon, account, part(text="Grippe?", language="de", pictures=(picture,)))

    [status] = live(server)
    assert answer == Sent(Ref(status["id"], f"{HOST}/@cedarhollow/{status['id']}"))
    assert (status["content"], status["language"]) == ("<p>Grippe?</p>", "de")
    assert status["visibility"] == "public"
    assert [media["description"] for media in status["media_attachments"]] == ["Our front door."]
    assert contract.checked[-2:] == ["POST /api/v2/media", "POST /api/v1/statuses"]


def test_picture_without_words_may_go_alone(mastodon, account, server, picture):
    silent = replace(picture, alt="")

    assert isinstance(send(mastodon, account, part(text="", pictures=(silent,))), Sent)
    assert live(server)[0]["media_attachments"][0]["description"] is None


def test_thread_hangs_together(mastodon, account, server):
    first = send(mastodon, account, part("1", "One"))
    second = send(mastodon, account, part("2", "Two", root=first.ref, parent=first.ref))
    send(mastodon, account, part("3", "Three", root=first.ref, parent=second.ref))

    assert [status["in_reply_to_id"] for status in live(server)] == [
        None,
        first.ref.id,
        second.ref.id,
    ]


@pytest.mark.parametrize("fault", BEFORE)
def test_fault_before_the_server_acted(mastodon, account, server, line, fault):
    line.befall(fault, POST)

    assert type(send(mastodon, account, part())) is BEFORE[fault]
    assert isinstance(mastodon.find(account, part(), NOW), Absent)
    assert isinstance(send(mastodon, account, part()), Sent)
    assert server.posted == 1


def test_pause_is_the_one_the_server_asks_for(mastodon, account, line):
    line.befall(
        httpx.Response(
            429,
            headers={
                "X-RateLimit-Reset": "2026-11-24T09:05:00.000Z",
                "Date": "Tue, 24 Nov 2026 09:00:00 GMT",
            },
        ),
        POST,
    )

    assert send(mastodon, account, part()).seconds == 300


@pytest.mark.parametrize("fault", AFTER)
def test_fault_after_the_server_acted(mastodon, account, server, line, fault, picture):
    one = part(
        text="See https://cedarhollow.example/flu?a=1&b=2 @bob@m.example", pictures=(picture,)
    )
    line.befall(fault, POST)

    assert type(send(mastodon, account, one)) is Unknown
    found = mastodon.find(account, one, NOW)

    assert isinstance(found, Sent)
    assert [found.ref.id] == list(server.statuses)
    assert server.posted == 1


@pytest.mark.parametrize("fault", AFTER)
def test_same_key_within_the_hour_makes_no_second_status(mastodon, account, server, line, fault):
    line.befall(fault, POST)
    send(mastodon, account, part())

    again = send(mastodon, account, part())

    assert again == mastodon.find(account, part(), NOW)
    assert server.posted == 1


def test_server_that_ignores_keys_would_make_two_so_its_account_says_so(
    mastodon, account, server, line
):
    server.honours_keys = False
    line.befall(Fault.CUT, POST)
    send(mastodon, account, part())
    send(mastodon, account, part())

    assert server.posted == 2
    assert mastodon.capability(account).idempotency == "window"
    takahe = replace(account, settings={"idempotency": "none"})
    assert mastodon.capability(takahe).idempotency == "none"


@pytest.mark.parametrize("fault", [*BEFORE, *AFTER])
def test_reading_that_fails_is_unknown_not_absent(mastodon, account, line, fault):
    line.befall(fault, LIST)

    assert type(mastodon.find(account, part(), NOW)) is Unknown


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, json={}),
        httpx.Response(200, json={"error": "no"}),
        httpx.Response(200, json=[{"id": "1"}]),
        httpx.Response(200, json=[{"id": "1", "created_at": "yesterday"}]),
        httpx.Response(200, json=["1"]),
        no(401, "The access token is invalid"),
        no(404, "Record not found"),
        no(410, "Gone"),
    ],
)
def test_answer_that_makes_no_sense_is_unknown_not_absent(mastodon, account, line, answer):
    line.befall(answer, LIST)

    assert type(mastodon.find(account, part(), NOW)) is Unknown


@pytest.mark.parametrize("fault", [*BEFORE, *AFTER])
def test_fault_while_uploading_is_a_wait(mastodon, account, server, line, fault, picture):
    one = part(pictures=(picture,))
    line.befall(fault, UPLOAD)

    assert isinstance(mastodon.stage(account, one), Wait)
    assert isinstance(send(mastodon, account, one), Sent)
    assert server.posted == 1


def test_picture_in_processing_is_waited_for_without_a_second_upload(
    mastodon, account, server, picture
):
    server.looks_until_done = 3
    one = part(pictures=(picture, picture))
    answers = [mastodon.stage(account, one)]

    while isinstance(answers[-1], Wait):
        assert server.posted == 0
        answers.append(mastodon.stage(account, one, answers[-1].staged))

    assert [type(answer) for answer in answers] == [Wait, Wait, Wait, Wait, Staged]
    assert isinstance(mastodon.send(account, one, answers[-1]), Sent)
    assert len(server.media) == 2
    assert server.posted == 1


@pytest.mark.parametrize("fault", [*BEFORE, *AFTER])
def test_fault_at_the_second_upload_keeps_the_first(
    mastodon, account, server, line, fault, picture
):
    one = part(pictures=(picture, picture))
    first = mastodon.stage(account, part(pictures=(picture,)))
    line.befall(fault, UPLOAD)

    answer = mastodon.stage(account, one, first)

    assert isinstance(answer, Wait)
    assert answer.staged == first
    assert isinstance(
        mastodon.send(account, one, mastodon.stage(account, one, answer.staged)), Sent
    )
    [status] = server.statuses.values()
    assert status["media_attachments"][0]["id"] == first.handles[0]


@pytest.mark.parametrize("fault", [*BEFORE, *AFTER])
def test_look_that_fails_loses_no_upload(mastodon, account, server, line, fault, picture):
    server.looks_until_done = 2
    one = part(pictures=(picture,))
    waits = mastodon.stage(account, one)
    [name] = server.media
    line.befall(fault, f"GET /api/v1/media/{name}")

    again = mastodon.stage(account, one, waits.staged)

    assert isinstance(again, Wait)
    assert again.staged == waits.staged


def test_video_is_uploaded_as_what_it_is_with_its_description_and_without_captions(
    mastodon, account, server, line
):
    video = Picture(b"film", "video/mp4", "Our door opens.", 640, 360, "WEBVTT\n", 12.0)
    one = part(pictures=(video,))

    answer = send(mastodon, account, one)

    assert isinstance(answer, Sent)
    [media] = server.media.values()
    assert media["description"] == "Our door opens."
    assert media["mime"] == "video/mp4"
    assert isinstance(mastodon.find(account, one, NOW), Sent)


def test_picture_that_cannot_be_processed_is_refused(mastodon, account, server, line, picture):
    server.looks_until_done = 2
    one = part(pictures=(picture,))
    waits = mastodon.stage(account, one)
    [name] = server.media
    line.befall(
        no(422, "Error processing thumbnail for uploaded media"), f"GET /api/v1/media/{name}"
    )

    answer = mastodon.stage(account, one, waits.staged)

    assert isinstance(answer, Refused)
    assert answer.field == "pictures"
    assert server.posted == 0


def test_upload_that_answers_without_a_picture_is_a_wait(mastodon, account, line, picture):
    line.befall(httpx.Response(200, json={}), UPLOAD)

    assert isinstance(mastodon.stage(account, part(pictures=(picture,))), Wait)


def test_key_taken_back_in_the_middle_of_a_thread(mastodon, account, server):
    first = send(mastodon, account, part("1", "One"))
    server.tokens.clear()

    answer = send(mastodon, account, part("2", "Two", root=first.ref, parent=first.ref))

    assert isinstance(answer, Refused)
    assert answer.reconnect
    assert server.posted == 1


@pytest.mark.parametrize(
    ("answer", "field", "reconnect"),
    [
        (no(422, "Validation failed: Text character limit of 640 exceeded"), "text", False),
        (no(404, "Record not found"), "parent", False),
        (no(401, "The access token is invalid"), "", True),
        (no(403, "This action is outside the authorized scopes"), "", True),
        (no(403, "Your login is currently disabled"), "text", False),
        (httpx.Response(400, json=[]), "text", False),
    ],
)
def test_refusal_says_what_to_do(mastodon, account, server, line, answer, field, reconnect):
    line.befall(answer, POST)

    said = send(mastodon, account, part())

    assert isinstance(said, Refused)
    assert (said.field, said.reconnect) == (field, reconnect)
    assert server.posted == 0


def test_refusal_carries_no_key(mastodon, account, line):
    line.befall(no(422, f"bad {account.secrets['access']}"), POST)

    assert account.secrets["access"] not in send(mastodon, account, part()).reason


def test_agreement_that_names_no_status_is_unknown(mastodon, account, line):
    line.befall(httpx.Response(200, json={"ok": True}), POST)

    assert type(send(mastodon, account, part())) is Unknown


@pytest.mark.parametrize("length", [640, 641])
def test_check_and_server_agree_on_the_length(mastodon, account, length):
    one = part(text="é" * length)

    assert (mastodon.check(account, one) == []) == isinstance(send(mastodon, account, one), Sent)


@pytest.mark.parametrize("other", ["words", "pictures", "answered", "too early"])
def test_find_is_not_content_with_something_alike(mastodon, account, server, picture, other):
    root = send(mastodon, account, part("root", "Question"))
    one = part(pictures=(picture,), parent=root.ref)
    alike = {
        "words": replace(one, text="Flu shots are here!"),
        "pictures": replace(one, pictures=()),
        "answered": replace(one, parent=None),
        "too early": one,
    }[other]
    send(mastodon, account, alike)
    since = {"too early": server.now + timedelta(minutes=2)}.get(other, NOW)

    assert isinstance(mastodon.find(account, one, since), Absent)


def test_find_reads_on_until_the_time_is_reached(mastodon, account, server, contract):
    sent = send(mastodon, account, part("wanted", "The one we look for"))
    for number in range(90):
        send(mastodon, account, part(str(number), f"Another {number}"))

    assert mastodon.find(account, part(text="The one we look for"), NOW) == sent
    assert contract.checked[-4:].count("GET /api/v1/accounts/7/statuses") == 4


def test_find_gives_up_as_unknown_when_there_is_too_much(mastodon, account):
    for number in range(201):
        send(mastodon, account, part(str(number), f"Another {number}"))

    assert type(mastodon.find(account, part(), NOW)) is Unknown


def test_of_two_alike_the_first_is_found(mastodon, account):
    first = send(mastodon, account, part("1"))
    send(mastodon, account, part("2"))

    assert mastodon.find(account, part(), NOW) == first


def test_what_is_taken_down_takes_its_pictures_along_and_stays_down(
    mastodon, account, server, contract
):
    ref = send(mastodon, account, part()).ref

    assert isinstance(mastodon.delete(account, ref), Deleted)
    assert isinstance(mastodon.delete(account, ref), Deleted)
    assert live(server) == []
    assert contract.checked[-1] == f"DELETE /api/v1/statuses/{ref.id}"


@pytest.mark.parametrize("fault", AFTER)
def test_lost_answer_to_a_deletion(mastodon, account, server, line, fault):
    ref = send(mastodon, account, part()).ref
    line.befall(fault, f"DELETE {ref.id}")

    assert type(mastodon.delete(account, ref)) is Unknown
    assert isinstance(mastodon.delete(account, ref), Deleted)
    assert live(server) == []


def test_deletion_without_a_key_that_works_asks_for_a_new_one(mastodon, account, server):
    ref = send(mastodon, account, part()).ref
    server.tokens.clear()

    assert mastodon.delete(account, ref).reconnect
    assert len(live(server)) == 1


def test_key_never_ends(mastodon, account, contract):
    before = list(contract.checked)

    assert mastodon.renew(account) == Renewed(account.secrets)
    assert contract.checked == before


def test_sending_makes_exactly_one_request(mastodon, account, contract):
    before = len(contract.checked)

    mastodon.send(account, part(), Staged())

    assert contract.checked[before:] == ["POST /api/v1/statuses"]
