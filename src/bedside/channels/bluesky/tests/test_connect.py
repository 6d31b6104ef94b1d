import httpx
import pytest

from bedside.channels.base import Refused, Wait
from bedside.channels.bluesky.connect import connect
from bedside.channels.bluesky.tests.fake import DID, HANDLE, HOST, PASSWORD, no, yes
from bedside.channels.connection import Connected
from bedside.channels.http import Http
from bedside.channels.tests.faults import Fault

SIGN_IN = "POST .createSession"


def test_app_password_connects_and_is_not_kept(sign_in):
    got = sign_in(handle=f" @{HANDLE} ")

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
def test_bad_input_is_refused_at_its_field(sign_in, values, field):
    answer = sign_in(**values)

    assert isinstance(answer, Refused)
    assert answer.field == field


def test_only_what_does_not_look_like_an_app_password_is_asked_about(sign_in):
    main = sign_in(password="correct horse")
    app = sign_in(password="aaaa-bbbb-cccc-dddd")

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
def test_what_is_not_a_bluesky_server_or_says_no(sign_in, line, answer, field):
    line.befall(answer, SIGN_IN)

    got = sign_in()

    assert isinstance(got, Refused)
    assert got.field == field
    assert PASSWORD not in got.reason


@pytest.mark.parametrize("fault", [Fault.DOWN, Fault.LIMIT, Fault.FAIL, Fault.LATE, Fault.CUT])
def test_server_that_cannot_answer_now_is_a_wait(sign_in, line, fault):
    line.befall(fault, SIGN_IN)

    assert isinstance(sign_in(), Wait)


def test_server_at_home_is_out_of_reach():
    with Http() as door:
        answer = connect(
            door, {"handle": HANDLE, "password": PASSWORD, "server": "https://127.0.0.1"}
        )

    assert isinstance(answer, Refused)
    assert answer.field == "server"
