import pytest

from bedside.channels.base import Account
from bedside.channels.bluesky.channel import Bluesky
from bedside.channels.bluesky.connect import connect
from bedside.channels.bluesky.tests.fake import HANDLE, HOST, PASSWORD, FakePds
from bedside.channels.http import Http
from bedside.channels.tests.faults import FaultyLine


@pytest.fixture
def pds():
    return FakePds()


@pytest.fixture
def line(pds):
    return FaultyLine(pds)


@pytest.fixture
def http(line):
    with Http(transport=line) as door:
        yield door


@pytest.fixture
def bluesky(http):
    return Bluesky(http)


@pytest.fixture
def sign_in(http):
    """Connect the clinic's account, with other values where a test gives them."""
    usual = {"handle": HANDLE, "password": PASSWORD, "server": HOST}
    return lambda **values: connect(http, usual | values)


@pytest.fixture
def account(sign_in):
    got = sign_in()
    return Account("bluesky", got.handle, got.server, got.remote_id, got.secrets, got.settings)
