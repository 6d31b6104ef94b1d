from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from bedside.channels import catalogue
from bedside.channels.base import Refused, Wait
from bedside.channels.connection import Connected
from bedside.channels.http import Http
from bedside.channels.mastodon.connect import begin, finish
from bedside.channels.mastodon.instance import settings_of
from bedside.channels.mastodon.tests.fake import HOST, INSTANCE, no
from bedside.channels.tests.faults import Fault

BACK = "https://bedside.clinic.example/networks/back"
INSTANCE_CALL, APP = "GET /api/v2/instance", "POST /api/v1/apps"
TOKEN, ME = "POST /oauth/token", "GET /verify_credentials"


def test_person_is_sent_to_their_server_with_proof_of_who_asked(begun):
    asked = parse_qs(urlsplit(begun.url).query)

    assert begun.url.startswith(f"{HOST}/oauth/authorize?")
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [BACK]
    assert asked["state"] == [begun.state]
    assert begun.carried["verifier"] not in begun.url
    assert begun.carried["client_secret"] not in begun.url


def test_account_is_connected_with_what_its_server_allows(account):
    known = catalogue.capability("mastodon", account.settings)

    assert account.handle == "cedarhollow@mastodon.example"
    assert (account.server, account.remote_id) == (HOST, "7")
    assert (known.text.limit, known.text.link_length, known.text.short_handles) == (640, 23, True)
    assert (known.media.pictures, known.media.picture_bytes) == (3, 2_000_000)
    assert known.media.alt_length == 1400
    assert known.media.formats == {"image/jpeg", "image/png"}
    assert known.idempotency == "window"


def test_every_call_of_connecting_is_as_described(account, contract):
    assert contract.checked == [
        "GET /api/v2/instance",
        "POST /api/v1/apps",
        "POST /oauth/token",
        "GET /api/v1/accounts/verify_credentials",
    ]


@pytest.mark.parametrize(
    ("version", "idempotency"),
    [
        ("4.3.1", "window"),
        ("4.4.0-nightly.2025-01-01", "window"),
        ("4.3.1+glitch", "window"),
        ("2.7.2 (compatible; Pleroma 2.6.0)", "none"),
        ("4.2.1 (compatible; Akkoma 3.10)", "none"),
        ("takahe/0.11.0", "none"),
        ("", "none"),
    ],
)
def test_only_mastodon_itself_is_trusted_with_keys(version, idempotency):
    settings = settings_of(INSTANCE | {"version": version})

    assert catalogue.capability("mastodon", settings).idempotency == idempotency


@pytest.mark.parametrize(
    "instance",
    [
        {},
        [],
        None,
        {"configuration": []},
        {"configuration": {"statuses": {"max_characters": "many"}}},
        {"configuration": {"statuses": {"max_characters": -5}}},
        {"configuration": {"media_attachments": {"supported_mime_types": [1, None]}}},
    ],
)
def test_server_that_tells_no_limits_has_the_usual_ones(instance):
    known = catalogue.capability("mastodon", settings_of(instance))

    assert known.text == catalogue.capability("mastodon").text
    assert known.media == catalogue.capability("mastodon").media


def test_server_that_knows_only_the_older_question_is_asked_it(begin_at, line, server):
    line.befall(no(404, "Not found"), INSTANCE_CALL)
    line.befall(httpx.Response(200, json=server.instance), "GET /api/v1/instance")

    assert begin_at("mastodon.example").carried["server"] == HOST


def test_server_that_lives_elsewhere_is_followed_there(begin_at, line, server):
    moved = {"Location": f"{HOST}/api/v2/instance"}
    line.befall(httpx.Response(301, headers=moved), INSTANCE_CALL)

    assert begin_at("clinic.example").carried["server"] == HOST


@pytest.mark.parametrize("typed", ["", "not a server", "ftp://x.example", "https://"])
def test_what_is_no_server_is_refused(begin_at, typed, contract):
    answer = begin_at(typed)

    assert answer.field == "server"
    assert contract.checked == []


@pytest.mark.parametrize("request_kind", [INSTANCE_CALL, APP])
@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, html="<h1>Welcome to our bakery</h1>"),
        httpx.Response(404, html="<h1>Not found</h1>"),
        httpx.Response(403, json={"error": "Bots are not welcome"}),
        httpx.Response(200, json=[]),
        httpx.Response(200, json={"hello": "world"}),
    ],
)
def test_what_is_not_a_mastodon_server_is_refused(begin_at, line, request_kind, answer):
    line.befall(answer, request_kind)
    line.befall(answer, "GET /api/v1/instance")

    said = begin_at("mastodon.example")

    assert isinstance(said, Refused)
    assert said.field == "server"


@pytest.mark.parametrize("fault", [Fault.DOWN, Fault.LIMIT, Fault.FAIL, Fault.CUT, Fault.LATE])
@pytest.mark.parametrize("request_kind", [INSTANCE_CALL, APP])
def test_server_that_cannot_answer_now_is_a_wait(begin_at, line, fault, request_kind):
    line.befall(fault, request_kind)

    assert isinstance(begin_at("mastodon.example"), Wait)


def test_server_at_home_is_out_of_reach():
    with Http() as door:
        answer = begin(door, "https://127.0.0.1", BACK)

    assert isinstance(answer, Refused)
    assert answer.field == "server"


def test_forged_way_back_is_refused_before_anything_is_asked(http, server, begun, contract):
    before = len(contract.checked)
    code = server.allow(begun.url)

    answers = [
        finish(http, begun.carried, {"code": code, "state": "forged"}),
        finish(http, begun.carried, {"code": code}),
        finish(http, begun.carried, {"code": code, "state": "ünicode"}),
    ]

    assert all(isinstance(answer, Refused) for answer in answers)
    assert len(contract.checked) == before


def test_person_who_said_no_is_not_connected(http, begun):
    answer = finish(http, begun.carried, {"error": "access_denied", "state": begun.state})

    assert isinstance(answer, Refused)


def test_code_works_once(http, server, begun):
    params = {"code": server.allow(begun.url), "state": begun.state}

    assert isinstance(finish(http, begun.carried, params), Connected)
    assert isinstance(finish(http, begun.carried, params), Refused)


def test_code_without_the_verifier_of_who_asked_is_worth_nothing(http, server, begun):
    params = {"code": server.allow(begun.url), "state": begun.state}

    assert isinstance(finish(http, begun.carried | {"verifier": "another"}, params), Refused)


@pytest.mark.parametrize(
    ("request_kind", "answer", "kind"),
    [
        (TOKEN, httpx.Response(200, html="<h1>Hello</h1>"), Wait),
        (TOKEN, httpx.Response(200, json={"token": "x"}), Refused),
        (TOKEN, httpx.Response(400, json={"error": "invalid_grant"}), Refused),
        (TOKEN, httpx.Response(503), Wait),
        (ME, httpx.Response(200, json={}), Refused),
        (ME, no(401, "The access token is invalid"), Refused),
        (ME, httpx.Response(200, html="<h1>Hello</h1>"), Wait),
        (ME, httpx.Response(500), Wait),
    ],
)
def test_sign_in_that_goes_wrong_connects_nothing(
    http, server, begun, line, request_kind, answer, kind
):
    params = {"code": server.allow(begun.url), "state": begun.state}
    line.befall(answer, request_kind)

    assert isinstance(finish(http, begun.carried, params), kind)
