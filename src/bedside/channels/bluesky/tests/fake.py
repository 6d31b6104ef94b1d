"""
A small Bluesky server in memory. Its answers are those that a real one gave
(@atproto/pds 0.4.217; tests/networks runs the channel against it).
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST = "https://bsky.example"
DID = "did:plc:cedarhollow"
HANDLE = "cedarhollow.bsky.example"
PASSWORD = "abcd-efgh-ijkl-mnop"


class FakePds(httpx.BaseTransport):
    """Plays one server with one account. `records` is what is live; `writes` is every change."""

    def __init__(self) -> None:
        self.records: dict[str, dict[str, Any]] = {}
        self.writes: list[tuple[str, str]] = []
        self.blobs: set[str] = set()
        self.access: set[str] = set()
        self.refresh: set[str] = set()
        self.calls: list[str] = []
        self.people = {HANDLE: DID, "bob.example": "did:plc:bob"}
        self._number = itertools.count(1)

    def end_sessions(self) -> None:
        """Let every access token end; refresh tokens go on."""
        self.access.clear()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one call."""
        method = request.url.path.rpartition(".")[2]
        self.calls.append(method)
        answer = getattr(self, f"_{method}", None)
        return answer(request) if answer else no(404, "MethodNotImplemented", "Not here")

    def _createSession(self, request):
        asked = json.loads(request.read())
        if (asked["identifier"], asked["password"]) != (HANDLE, PASSWORD):
            return no(401, "AuthenticationRequired", "Invalid identifier or password")
        return yes({"did": DID, "handle": HANDLE, **self._session()})

    def _refreshSession(self, request):
        token = _token(request)
        if token not in self.refresh:
            return no(400, "ExpiredToken", "Token has expired")
        return yes({"did": DID, "handle": HANDLE, **self._session()})

    def _uploadBlob(self, request):
        if refused := self._signed_out(request):
            return refused
        content = request.read()
        link = "bafkrei" + hashlib.sha256(content).hexdigest()[:32]
        self.blobs.add(link)
        mime = request.headers["content-type"]
        ref = {"$type": "blob", "ref": {"$link": link}, "mimeType": mime, "size": len(content)}
        return yes({"blob": ref})

    def _putRecord(self, request):
        if refused := self._signed_out(request):
            return refused
        asked = json.loads(request.read())
        key, record = asked["rkey"], asked["record"]
        if len(record["text"]) > 300:
            return no(400, "InvalidRequest", "Record/text must not be longer than 300 graphemes")
        if not set(_links(record.get("embed"))) <= self.blobs:
            return no(400, "BlobNotFound", "Could not find blob")
        standing = self.records.get(key)
        if standing not in (None, record) and asked.get("swapRecord", "") is None:
            return no(400, "InvalidSwap", "Record was at bafyrei")
        if standing is None:
            self.writes.append(("put", key))
        self.records[key] = record
        return yes(_named(key, record))

    def _getRecord(self, request):
        if _token(request) and (refused := self._signed_out(request)):
            return refused
        record = self.records.get(request.url.params["rkey"])
        if record is None:
            return no(400, "RecordNotFound", "Could not locate record: at://...")
        return yes({**_named(request.url.params["rkey"], record), "value": record})

    def _deleteRecord(self, request):
        if refused := self._signed_out(request):
            return refused
        key = json.loads(request.read())["rkey"]
        if self.records.pop(key, None):
            self.writes.append(("delete", key))
        return yes({})

    def _resolveHandle(self, request):
        did = self.people.get(request.url.params["handle"])
        return yes({"did": did}) if did else no(400, "InvalidRequest", "Unable to resolve handle")

    def _signed_out(self, request):
        if _token(request) in self.access:
            return None
        return no(400, "ExpiredToken", "Token has expired")

    def _session(self):
        access, refresh = (token(next(self._number)) for _ in range(2))
        self.access.add(access)
        self.refresh.add(refresh)
        return {"accessJwt": access, "refreshJwt": refresh}


def token(number: int, ends: object = 1_795_514_400) -> str:
    """Make an unsigned token that ends on 24 Nov 2026 at 10:00 UTC."""
    claims = base64.urlsafe_b64encode(json.dumps({"jti": number, "exp": ends}).encode())
    return f"e30.{claims.rstrip(b'=').decode()}.c2ln"


def yes(body: object) -> httpx.Response:
    """Agree."""
    return httpx.Response(200, json=body)


def no(status: int, error: str, message: str) -> httpx.Response:
    """Refuse the way XRPC does."""
    return httpx.Response(status, json={"error": error, "message": message})


def _token(request: httpx.Request) -> str:
    key: str = request.headers.get("authorization", "")
    return key.removeprefix("Bearer ")


def _links(value: object) -> Iterator[str]:
    """Yield the names of the uploads that a part of a record is made of."""
    if isinstance(value, dict):
        if value.get("$type") == "blob":
            yield value["ref"]["$link"]
        else:
            for part in value.values():
                yield from _links(part)
    elif isinstance(value, list):
        for part in value:
            yield from _links(part)


def _named(key: str, record: dict[str, Any]) -> dict[str, str]:
    digest = hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()[:32]
    return {"uri": f"at://{DID}/app.bsky.feed.post/{key}", "cid": f"bafyrei{digest}"}
