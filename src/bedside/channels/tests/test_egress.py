import socket

import httpx
import pytest

from bedside.channels.egress import ForbiddenAddress, PublicTransport, is_allowed, is_public

PUBLIC = ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"]

PRIVATE = [
    "127.0.0.1",
    "127.8.8.8",
    "10.0.0.7",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1%eth0",
    "fd00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.7",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "2002:c0a8:101::",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_address_on_the_internet_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_address_at_home_is_not_public_in_whatever_dress(address):
    assert not is_public(address)


def test_host_may_be_allowed_at_one_port_or_at_all():
    assert is_allowed("LOCALHOST", 2583, {"localhost"})
    assert is_allowed("localhost", 2583, {"localhost:2583"})
    assert not is_allowed("localhost", 80, {"localhost:2583"})
    assert not is_allowed("localhost.evil.example", 80, {"localhost"})


@pytest.fixture
def names(monkeypatch):
    """A directory of names in place of DNS; the list says which names were asked for."""
    directory: dict[str, list[str]] = {}
    asked: list[str] = []
    resolve = socket.getaddrinfo

    def look_up(host, port, *args, **more):
        asked.append(host)
        addresses = directory.get(host, [host])
        return [entry for one in addresses for entry in resolve(one, port, *args, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    directory["asked"] = asked
    return directory


@pytest.fixture
def transport():
    with PublicTransport({"printer.clinic.example"}) as opened:
        yield opened


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["::1"]])
def test_name_that_leads_home_is_refused_before_a_socket_opens(names, transport, addresses):
    names["social.example"] = addresses

    with pytest.raises(ForbiddenAddress):
        transport.handle_request(httpx.Request("GET", "http://social.example/"))


def test_name_that_leads_nowhere_is_a_connect_error(transport):
    with pytest.raises(httpx.ConnectError):
        transport.handle_request(httpx.Request("GET", "http://no-such-name.invalid/"))


def test_connection_goes_to_the_address_that_was_judged(names, transport, monkeypatch):
    """A name that would lead home at a second look (DNS rebinding) is not asked a second time."""
    names["social.example"] = ["93.184.215.14"]
    reached = []

    def connect(address, *args, **more):
        reached.append(address)
        raise OSError("no way out of this test")

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(httpx.ConnectError):
        transport.handle_request(httpx.Request("GET", "http://social.example/"))

    assert reached == [("93.184.215.14", 80)]
    assert names["asked"] == ["social.example"]


def test_host_on_the_premises_is_reached_when_it_is_allowed(names, transport):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        names["printer.clinic.example"] = ["127.0.0.1"]
        timeouts = {"timeout": {"connect": 1, "read": 0.2, "write": 1, "pool": 1}}

        with pytest.raises(httpx.ReadTimeout):
            transport.handle_request(
                httpx.Request("GET", f"http://printer.clinic.example:{port}/", extensions=timeouts)
            )
