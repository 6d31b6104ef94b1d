import httpx
import pytest

from bedside.channels.base import Refused, Wait
from bedside.channels.bluesky.connect import connect
from bedside.channels.bluesky.tests.fake import DID, HANDLE, HOST, PASSWORD, no, yes
from bedside.channels.connection import Connected
from bedside.channels.http import Http
from bedside.channels.tests.faults import Fault

SIGN_IN = "POST .createSession"
VALUES = {"handle": HANDLE, "password": PASSWORD, "server": HOST}


def test_app_password_connects_and_is_not_kept(http):
    got = connect(http, VALUES | {"handle": f" @{HANDLE} "})

    assert isinstance(got, Connected)
    assert (got.handle, got.server, got.remote_id) == (HANDLE, HOST, DID)
    assert set(got.secrets) == {"access", "refresh", "expires_at"}
    assert PASSWORD not in str(dict(got.secrets))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"server": "not a server"}, "server"),
        ({"handle": " @ "}, "handle"),
        ({"password": ""}, "password"),
        ({"password": "wrong-wrong"}, "password"),
        ({"handle": "bob.example"}, "password"),
    ],
)
def test_bad_input_is_refused_at_its_field(http, values, field):
    answer = connect(http, VALUES | values)

    assert isinstance(answer, Refused)
    assert answer.field == field


def test_only_what_does_not_look_like_an_app_password_is_asked_about(http):
    main = connect(http, VALUES | {"password": "correct horse"})
    app = connect(http, VALUES | {"password": "aaaa-bbbb-cccc-dddd"})

    assert "app password?" in main.reason
    assert "app password?" not in app.reason


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        (httpx.Response(200, html="<h1>Welcome</h1>"), "server"),
        (httpx.Response(404, html="<h1>Not found</h1>"), "server"),
        (httpx.Response(404, json={"message": "nothing here"}), "server"),
        (httpx.Response(301, headers={"Location": "https://other.example/"}), "server"),
        (yes({"accessJwt": "a.b.c", "refreshJwt": "d"}), "server"),
        (yes({"did": "did:plc:x"}), "server"),
        (yes([]), "server"),
        (no(401, "AuthFactorTokenRequired", "A sign in code has been sent"), "password"),
        (no(400, "AccountTakedown", "Account has been taken down"), "handle"),
        (no(400, "InvalidRequest", f"Bad {PASSWORD}"), "handle"),
    ],
)
def test_what_is_not_a_bluesky_server_or_says_no(http, line, answer, field):
    line.befall(answer, SIGN_IN)

    got = connect(http, VALUES)

    assert isinstance(got, Refused)
    assert got.field == field
    assert PASSWORD not in got.reason


@pytest.mark.parametrize("fault", [Fault.DOWN, Fault.LIMIT, Fault.FAIL, Fault.LATE, Fault.CUT])
def test_server_that_cannot_answer_now_is_a_wait(http, line, fault):
    line.befall(fault, SIGN_IN)

    assert isinstance(connect(http, VALUES), Wait)


def test_server_at_home_is_out_of_reach():
    with Http() as door:
        answer = connect(door, VALUES | {"server": "https://127.0.0.1"})

    assert answer.field == "server"
