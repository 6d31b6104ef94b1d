"""
A real Bluesky server on this machine, and a line to it that can be made to fail.

The server comes from npm (`npm ci && npm rebuild better-sqlite3 --foreground-scripts` in this
folder); without it the tests are skipped.
"""

from __future__ import annotations

import os
import socket
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from bedside.channels.base import Account
from bedside.channels.bluesky.channel import Bluesky
from bedside.channels.bluesky.connect import connect
from bedside.channels.connection import Connected
from bedside.channels.egress import PublicTransport
from bedside.channels.http import Http
from bedside.channels.tests.faults import FaultyLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
START_SECONDS = 120


@dataclass(frozen=True)
class PdsAccount:
    """An account on the server."""

    handle: str
    password: str
    did: str


class Pds:
    """A Bluesky server. Everything here goes around Bedside: it is how tests know the truth."""

    def __init__(self, port: int) -> None:
        self.url = f"http://localhost:{port}"
        self.host = f"localhost:{port}"
        self._client = httpx.Client(base_url=f"{self.url}/xrpc/", timeout=60)
        self._made = 0

    def make_account(self, name: str = "clinic") -> PdsAccount:
        """Make a new account; its handle is never one that was used before."""
        self._made += 1
        handle, password = f"{name}-{self._made}.test", f"app-pass-word-{self._made:04}"
        answer = self._client.post(
            "com.atproto.server.createAccount",
            json={"handle": handle, "email": f"{name}{self._made}@example.org"}
            | {"password": password},
        )
        answer.raise_for_status()
        return PdsAccount(handle, password, answer.json()["did"])

    def records(self, account: PdsAccount) -> list[dict]:
        """Return the posts that are live, oldest first: `uri`, `cid` and `value` of each."""
        answer = self._client.get(
            "com.atproto.repo.listRecords",
            params={
                "repo": account.did,
                "collection": "app.bsky.feed.post",
                "limit": 100,
                "reverse": True,
            },
        )
        answer.raise_for_status()
        return answer.json()["records"]

    def close(self) -> None:
        self._client.close()


@pytest.fixture(scope="session")
def pds() -> Iterator[Pds]:
    """A Bluesky server with a directory of identities, on free ports of the loopback interface."""
    if not (HERE / "node_modules" / "@atproto" / "dev-env").exists():
        pytest.skip("the Bluesky server is not installed: see tests/networks/README.md")
    plc_port, pds_port = free_ports(2)
    process = subprocess.Popen(
        ["node", "server.cjs", str(plc_port), str(pds_port)],
        cwd=HERE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "LOG_ENABLED": "false"},
    )
    server = Pds(pds_port)
    try:
        wait_until_ready(process)
        yield server
    finally:
        server.close()
        process.terminate()
        process.communicate(timeout=30)


@pytest.fixture
def line(pds: Pds) -> Iterator[FaultyLine]:
    """The line to the server, without faults until a test asks for one."""
    carrier = FaultyLine(PublicTransport({pds.host}))
    yield carrier
    carrier.close()


@pytest.fixture
def door(pds: Pds, line: FaultyLine) -> Iterator[Http]:
    """Bedside's door, on that line."""
    http = Http(transport=line, allow_hosts=[pds.host])
    yield http
    http.close()


@pytest.fixture
def bluesky(door: Http) -> Bluesky:
    """The channel, through that door."""
    return Bluesky(door)


@pytest.fixture
def clinic(pds: Pds) -> PdsAccount:
    """A new account of the clinic."""
    return pds.make_account("cedarhollow")


@pytest.fixture
def connect_as(pds: Pds, door: Http) -> Callable[[PdsAccount], Account]:
    """Connect an account the way a person does; return it as Bedside keeps it."""

    def connected(who: PdsAccount) -> Account:
        values = {"server": pds.url, "handle": who.handle, "password": who.password}
        answer = connect(door, values)
        assert isinstance(answer, Connected)
        return Account(
            network="bluesky",
            handle=answer.handle,
            server=answer.server,
            remote_id=answer.remote_id,
            secrets=answer.secrets,
            settings=answer.settings,
        )

    return connected


@pytest.fixture
def account(clinic: PdsAccount, connect_as: Callable[[PdsAccount], Account]) -> Account:
    """The clinic's account, connected."""
    return connect_as(clinic)


def free_ports(count: int) -> list[int]:
    """Return ports that nobody listens on."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def wait_until_ready(process: subprocess.Popen[str]) -> None:
    """Read what the server says until it serves; give up after two minutes or when it ends."""
    impatience = threading.Timer(START_SECONDS, process.kill)
    impatience.start()
    try:
        assert process.stdout
        said = next((text for text in process.stdout if text.startswith("READY")), "")
    finally:
        impatience.cancel()
    assert said, "the Bluesky server did not start"
