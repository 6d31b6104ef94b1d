import pytest

from bedside.channels.base import Account
from bedside.channels.connection import Begun, Connected
from bedside.channels.http import Http
from bedside.channels.mastodon.channel import Mastodon
from bedside.channels.mastodon.connect import begin, finish
from bedside.channels.mastodon.tests.contract import FILE, Contract
from bedside.channels.mastodon.tests.fake import HOST, FakeMastodon
from bedside.channels.tests.faults import FaultyLine

BACK = "https://bedside.clinic.example/networks/back"


@pytest.fixture
def server():
    return FakeMastodon()


@pytest.fixture
def contract(server):
    if not FILE.exists():
        pytest.skip(f"the description of Mastodon's API is not there: {FILE.name}")
    return Contract(server, HOST)


@pytest.fixture
def line(contract):
    return FaultyLine(contract)


@pytest.fixture
def http(line):
    with Http(transport=line) as door:
        yield door


@pytest.fixture
def mastodon(http):
    return Mastodon(http)


@pytest.fixture
def begin_at(http):
    """Begin a sign-in at a server, as it was typed."""
    return lambda typed: begin(http, typed, BACK)


@pytest.fixture
def begun(begin_at):
    answer = begin_at("mastodon.example")
    assert isinstance(answer, Begun)
    return answer


@pytest.fixture
def account(http, server, begun):
    params = {"code": server.allow(begun.url), "state": begun.state}
    got = finish(http, begun.carried, params)
    assert isinstance(got, Connected)
    return Account("mastodon", got.handle, got.server, got.remote_id, got.secrets, got.settings)
