"""The door, on real sockets where it matters whether bytes were sent."""

import socket
import threading
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest
import time_machine

from bedside.channels.base import Refused, Unknown, Wait
from bedside.channels.http import (
    LIMITED,
    LONGEST,
    NOT_REACHED,
    USER_AGENT,
    Call,
    Http,
    Response,
    complaint,
    pause,
)

TOKEN = "a-secret-token"


@contextmanager
def server(behave):
    """Serve one connection on this machine the way `behave(socket)` does; yield its address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve():
            connection, _ = listener.accept()
            with connection:
                behave(connection)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/posts"
        thread.join(5)


@pytest.fixture
def http():
    with Http(allow_hosts=["127.0.0.1"], timeout=0.5, connect_timeout=0.5, largest=1000) as door:
        yield door


def posting(url):
    return Call("POST", url, token=TOKEN, json={"text": "Flu shots are here."})


def hang_up_unread(connection):
    pass


def hang_up_after_reading(connection):
    connection.recv(65536)


def reset(connection):
    connection.recv(65536)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


def stay_silent(connection):
    connection.recv(65536)
    time.sleep(0.8)


def answer(text):
    def behave(connection):
        connection.recv(65536)
        connection.sendall(text.replace("\n", "\r\n").encode())

    return behave


def drip(connection):
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
    with suppress(OSError):  # the door has gone by then
        for _ in range(8):
            connection.sendall(b" ")
            time.sleep(0.1)


PROMISES_MORE = "HTTP/1.1 200 OK\nContent-Length: 100\n\n{"
TOO_LONG = "HTTP/1.1 200 OK\nContent-Length: 2000\n\n" + " " * 2000
NOT_HTTP = "SSH-2.0-OpenSSH_9.6\n"


@pytest.mark.parametrize(
    "behave",
    [
        hang_up_unread,
        hang_up_after_reading,
        reset,
        stay_silent,
        drip,
        answer(PROMISES_MORE),
        answer(TOO_LONG),
        answer(NOT_HTTP),
    ],
)
def test_line_that_breaks_after_the_request_left_is_unknown(http, behave):
    with server(behave) as url:
        assert isinstance(http.change(posting(url)), Unknown)
    with server(behave) as url:
        assert isinstance(http.prepare(posting(url)), Wait)


def test_nobody_listening_means_that_nothing_was_sent(http):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

    assert http.change(posting(f"http://127.0.0.1:{port}/")) == Wait(
        NOT_REACHED, "The network could not be reached."
    )


def test_failed_tls_means_that_nothing_was_sent(http):
    with server(answer(NOT_HTTP)) as url:
        assert isinstance(http.change(posting(url.replace("http:", "https:"))), Wait)


def test_full_pool_means_that_nothing_was_sent():
    def full(request):
        raise httpx.PoolTimeout("full", request=request)

    with Http(transport=httpx.MockTransport(full)) as door:
        assert isinstance(door.change(posting("https://s.example/")), Wait)


@pytest.mark.parametrize(
    "url",
    [
        "http://social.example/",
        "ftp://social.example/",
        "https://user:word@social.example/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://localhost/",
        "https://",
        "social.example",
    ],
)
def test_address_that_bedside_does_not_talk_to_is_refused(url):
    with Http(connect_timeout=0.5) as door:
        assert isinstance(door.change(posting(url)), Refused)
        assert isinstance(door.read(Call("GET", url)), Refused)


def test_hosts_are_allowed_by_the_environment(monkeypatch):
    monkeypatch.setenv("BEDSIDE_ALLOW_HOSTS", "127.0.0.1, social.clinic.example")

    with (
        server(answer("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}")) as url,
        Http.from_environment() as door,
    ):
        heard = door.read(Call("GET", url))
    assert isinstance(heard, Response)


def playing(*answers):
    """Open a door on which these answers are given in turn."""
    return Http(transport=Playing(*answers))


class Playing(httpx.BaseTransport):
    """Gives answers in turn, and keeps the requests."""

    def __init__(self, *answers):
        self.answers, self.seen = list(answers), []

    def handle_request(self, request):
        self.seen.append(request)
        return self.answers.pop(0)


@pytest.mark.parametrize("status", [500, 502, 503, 504, 599])
def test_fault_of_the_network_is_unknown_only_for_what_the_world_would_see(status):
    door = playing(*[httpx.Response(status, json={"error": "oops"})] * 3)

    assert isinstance(door.change(posting("https://s.example/")), Unknown)
    assert isinstance(door.prepare(posting("https://s.example/")), Wait)
    assert isinstance(door.read(Call("GET", "https://s.example/")), Wait)


@pytest.mark.parametrize(
    "body", [b"<html>", b"{", b"\xff\xfe", b"[" * 100_000, b"1" * 10_000, b"nothing"]
)
def test_answer_that_is_not_json_makes_no_sense(body):
    door = playing(*[httpx.Response(200, content=body)] * 4)
    url = "https://s.example/"

    assert type(door.change(posting(url))) is Unknown
    assert isinstance(door.prepare(posting(url)), Wait)
    assert isinstance(door.read(Call("GET", url)), Wait)
    assert door.probe(Call("GET", url)).field == "server"


def test_empty_answer_is_an_answer():
    door = playing(httpx.Response(200), httpx.Response(404))

    assert door.change(posting("https://s.example/")).data == {}
    assert door.change(posting("https://s.example/")).status == 404


def test_key_never_follows_a_redirect():
    moved = httpx.Response(307, headers={"Location": "https://evil.example/"})
    network = Playing(moved, moved)
    door = Http(transport=network)

    assert isinstance(door.change(posting("https://s.example/")), Unknown)
    assert isinstance(door.read(Call("GET", "https://s.example/", token=TOKEN)), Wait)
    assert [request.url.host for request in network.seen] == ["s.example", "s.example"]


def test_reading_without_a_key_follows_redirects_but_not_off_the_record():
    door = playing(
        httpx.Response(301, headers={"Location": "https://www.s.example/"}),
        httpx.Response(200, json={"version": "4.3.0"}),
        httpx.Response(301, headers={"Location": "http://s.example/"}),
    )

    assert door.read(Call("GET", "https://s.example/")).url == "https://www.s.example/"
    assert isinstance(door.read(Call("GET", "https://s.example/")), Refused)


def test_endless_redirects_come_to_an_end():
    moved = httpx.Response(301, headers={"Location": "https://s.example/"})

    assert isinstance(playing(*[moved] * 9).read(Call("GET", "https://s.example/")), Wait)


def test_one_account_does_not_inherit_the_session_of_another():
    answered = httpx.Response(200, json={}, headers={"Set-Cookie": "session=alice; Path=/"})
    network = Playing(answered, answered)
    door = Http(transport=network)

    door.change(posting("https://s.example/"))
    door.change(posting("https://s.example/"))

    assert "cookie" not in network.seen[1].headers


def test_request_says_who_it_is_and_carries_the_key_in_its_header_only():
    network = Playing(httpx.Response(200, json={}))
    door = Http(transport=network)

    door.change(posting("https://s.example/posts"))

    [request] = network.seen
    assert request.headers["user-agent"] == USER_AGENT
    assert USER_AGENT.startswith("Bedside/")
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert TOKEN not in str(request.url)


@pytest.mark.parametrize("token", ["line\nbreak", "line\r\nX-Evil: 1", "schlüssel", "nul\0"])
def test_key_that_does_not_fit_into_a_header_is_refused(token):
    door = playing()

    assert isinstance(door.change(Call("POST", "https://s.example/", token=token)), Refused)


def test_nothing_of_a_call_is_shown_or_logged(caplog, http):
    caplog.set_level("INFO")
    call = Call(
        "POST",
        "https://s.example/",
        token=TOKEN,
        params={"handle": "bob.example"},
        json={"text": "Flu shots are here."},
    )
    with server(hang_up_after_reading) as url:
        heard = http.change(posting(url))

    said = repr(call) + repr(heard) + caplog.text
    assert not any(word in said for word in (TOKEN, "Flu", "bob"))


def test_picture_travels_without_the_name_it_has_here():
    network = Playing(httpx.Response(200, json={}))
    door = Http(transport=network)

    door.prepare(
        Call(
            "POST", "https://s.example/", picture=b"abc", picture_mime="image/png", form={"a": "b"}
        )
    )

    body = network.seen[0].read()
    assert b'filename="picture"' in body
    assert b"Content-Type: image/png" in body
    assert b'name="a"' in body


def test_too_large_is_a_refusal_whatever_else_the_answer_says():
    heard = playing(httpx.Response(413, html="<h1>nginx</h1>")).prepare(
        posting("https://s.example")
    )

    assert heard == Refused("The network says that this is too large.", "pictures")


NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@time_machine.travel(NOW, tick=False)
@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "7.5"}, 7.5),
        ({"Retry-After": "0"}, 1),
        ({"Retry-After": "999999999"}, LONGEST),
        ({"Retry-After": format_datetime(NOW + timedelta(minutes=2), usegmt=True)}, 120),
        ({"Retry-After": "soon"}, LIMITED),
        ({"X-RateLimit-Reset": "2026-11-24T09:05:00.000000Z"}, 300),
        ({"X-RateLimit-Reset": "2020-01-01T00:00:00Z"}, 1),
        ({"RateLimit-Reset": str(int(NOW.timestamp()) + 60)}, 60),
        ({"RateLimit-Reset": "1763974860", "Retry-After": "5"}, 5),
        ({"Date": "Tue, 24 Nov 2026 08:00:00 GMT", "RateLimit-Reset": "1795507260"}, 60),
        ({}, LIMITED),
    ],
)
def test_pause_is_as_long_as_the_network_asks(headers, seconds):
    assert pause(httpx.Headers(headers)) == seconds


def test_limit_is_a_wait_for_every_call():
    limited = httpx.Response(429, headers={"Retry-After": "7"}, text="slow down")
    door = playing(limited, limited, limited, limited)
    url = "https://s.example/"

    heard = [door.change(posting(url)), door.prepare(posting(url))]
    heard += [door.read(Call("GET", url)), door.probe(Call("GET", url))]
    assert [answer.seconds for answer in heard] == [7] * 4


def test_complaint_is_short_and_without_secrets():
    assert complaint(f"Token {TOKEN}\nis bad", TOKEN, "") == "Token … is bad"
    assert len(complaint("x" * 5000)) == 200
