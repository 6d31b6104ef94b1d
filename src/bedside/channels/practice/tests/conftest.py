from datetime import UTC, datetime

import pytest

from bedside.channels.base import Account
from bedside.channels.connection import Connected
from bedside.channels.http import Http
from bedside.channels.practice.channel import Practice
from bedside.channels.practice.connect import connect
from bedside.channels.practice.network import PracticeNetwork
from bedside.channels.practice.transport import PracticeTransport

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "practice.sqlite3"


@pytest.fixture
def network(path):
    opened = PracticeNetwork(path)
    yield opened
    opened.close()


@pytest.fixture
def http(path):
    with Http(transport=PracticeTransport(path), timeout=0.3) as door:
        yield door


@pytest.fixture
def practice(http):
    return Practice(http)


@pytest.fixture
def connect_as(http):
    """Connect an account by its handle."""

    def connected(handle):
        answer = connect(http, {"handle": handle, "name": "Cedar Hollow"})
        assert isinstance(answer, Connected)
        secrets, settings = answer.secrets, answer.settings
        return Account(
            "practice", answer.handle, answer.server, answer.remote_id, secrets, settings
        )

    return connected


@pytest.fixture
def account(connect_as):
    return connect_as("cedarhollow")
