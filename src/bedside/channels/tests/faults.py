"""A line to a server, real or played, on which single requests meet with a fault."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from contextlib import closing
from enum import StrEnum

import httpx

from bedside.channels.base import Unknown, Wait


class Fault(StrEnum):
    """What happens to a request on its way."""

    DOWN = "no connection"
    LIMIT = "429 that says for how long"
    LIMIT_OPEN = "429 that does not say for how long"
    FAIL = "500 before acting"
    CUT = "acts, then the line is cut"
    FAIL_AFTER = "acts, then 500"
    LATE = "acts, then answers too late"
    GARBAGE = "acts, then answers with a web page"


BEFORE = {
    Fault.DOWN: Wait,
    Fault.LIMIT: Wait,
    Fault.LIMIT_OPEN: Wait,
    Fault.FAIL: Unknown,
}
"""Faults that keep the server from acting, and what a channel may say of them."""

AFTER = (Fault.CUT, Fault.FAIL_AFTER, Fault.LATE, Fault.GARBAGE)
"""Faults that hide that the server acted: a channel must say that it does not know."""


class FaultyLine(httpx.BaseTransport):
    """
    Carries requests to a server, except those that a fault befalls.

    Requests are told apart by method and the end of their path, e.g. `POST /v1/statuses`. `acted`
    counts those that the server got to see.
    """

    def __init__(self, server: httpx.BaseTransport) -> None:
        self._server = server
        self._faults: dict[str, deque[Fault | httpx.Response]] = defaultdict(deque)
        self.acted: Counter[str] = Counter()

    def befall(self, fault: Fault | str | httpx.Response, request: str) -> None:
        """Let a fault befall the next such request; a response is given in the server's place."""
        chosen = Fault(fault) if isinstance(fault, str) else fault
        self._faults[request].append(chosen)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Carry one request."""
        kind = self._kind(request)
        fault = self._faults[kind].popleft() if self._faults[kind] else None
        match fault:
            case httpx.Response():
                return fault
            case Fault.DOWN:
                raise httpx.ConnectError("down", request=request)
            case Fault.LIMIT:
                return httpx.Response(429, headers={"Retry-After": "7"}, json={})
            case Fault.LIMIT_OPEN:
                return httpx.Response(429, json={})
            case Fault.FAIL:
                return httpx.Response(500, json={"error": "InternalServerError"})
        answer = self._server.handle_request(request)
        self.acted[kind] += 1
        return self._spoilt(answer, fault, request) if fault else answer

    def close(self) -> None:
        """Close the line."""
        self._server.close()

    def _kind(self, request: httpx.Request) -> str:
        asked = f"{request.method} {request.url.path}"
        known = (
            kind
            for kind in self._faults
            if asked.startswith(kind.split()[0]) and asked.endswith(kind.split()[1])
        )
        return next(known, asked)

    def _spoilt(
        self, answer: httpx.Response, fault: Fault, request: httpx.Request
    ) -> httpx.Response:
        with closing(answer):
            answer.read()
        match fault:
            case Fault.CUT:
                raise httpx.RemoteProtocolError("cut", request=request)
            case Fault.LATE:
                raise httpx.ReadTimeout("late", request=request)
            case Fault.FAIL_AFTER:
                return httpx.Response(500, json={"error": "InternalServerError"})
            case _:
                return httpx.Response(200, html="<title>Please stand by</title>")
