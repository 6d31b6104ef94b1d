"""
The one door to the networks.

A channel describes a `Call`; the door makes it once and answers with a value. What a failure means
depends on one question only: *may the network have read the request?* If not, it is `Wait`. If it
may, it is `Unknown` for a call that changes what the world sees, and `Wait` for one that does not.

Tokens travel in the Authorization header and in bodies, never in an address; nothing that a call
carries is logged or put into a reason.
"""

from __future__ import annotations

import json
import logging
import os
import re
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Literal, Self

import httpx

from bedside import __version__
from bedside.channels.base import Refused, Unknown, Wait
from bedside.channels.egress import ForbiddenAddress, PublicTransport, is_allowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

USER_AGENT = f"Bedside/{__version__}"

NOT_REACHED = 30.0
"""Seconds to wait when a network could not be reached."""
UNCLEAR = 60.0
"""Seconds to wait when a harmless call got no clear answer."""
LIMITED = 300.0
"""Seconds to wait when a network is busy and does not say for how long."""
LONGEST = 86_400.0
"""No network is believed when it asks for a longer wait than a day."""

_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)
"""Failures before the first byte of a request: name, connection, TLS, our own pool."""

# httpx logs every address at INFO, and an address may hold the handle of a person.
logging.getLogger("httpx").setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Call:
    """
    One request. `token` becomes a bearer token; at most one of `json`, `content`, `picture` is set.

    `content` is sent as it is with its type in `mime`; `picture` is sent as a form's file together
    with the text fields in `form`. The picture's name is never the one it has on our side.
    """

    method: Literal["GET", "POST", "PUT", "DELETE"]
    url: str
    token: str = field(default="", repr=False)
    params: Mapping[str, str] = field(default_factory=dict, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    json: object = field(default=None, repr=False)
    content: bytes | None = field(default=None, repr=False)
    mime: str = ""
    picture: bytes | None = field(default=None, repr=False)
    picture_mime: str = ""
    form: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Response:
    """What the network answered, never a 5xx or 429. Nobody vouches for `data`: see `untrusted`."""

    status: int
    url: str
    data: object = field(default=None, repr=False)

    @property
    def ok(self) -> bool:
        """Whether the network agreed."""
        return 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class Garbled(Unknown):
    """The answer came whole, but no client of this network could read it."""


class Http:
    """
    The door. One serves a whole process: it is safe to share between threads.

    `allow_hosts` names servers (`name` or `name:port`) that may be on a private address or speak
    plain HTTP; `transport` replaces the network altogether; times are seconds, sizes bytes.
    """

    def __init__(
        self,
        *,
        transport: httpx.BaseTransport | None = None,
        allow_hosts: Iterable[str] = (),
        timeout: float = 20.0,
        connect_timeout: float = 5.0,
        largest: int = 4_194_304,
    ) -> None:
        self._allowed = frozenset(host.strip().lower() for host in allow_hosts)
        self._timeout = timeout
        self._largest = largest
        self._client = httpx.Client(
            transport=transport or PublicTransport(self._allowed),
            timeout=httpx.Timeout(timeout, connect=connect_timeout),
            headers={"User-Agent": USER_AGENT, "Accept": "application/json"},
            event_hooks={"request": [self._admit]},
            max_redirects=3,
            # One client serves accounts of several organisations: none inherits another's session.
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
            trust_env=False,
        )

    @classmethod
    def from_environment(cls) -> Http:
        """Open the door with the hosts that `BEDSIDE_ALLOW_HOSTS` names, separated by commas."""
        named = os.environ.get("BEDSIDE_ALLOW_HOSTS", "")
        return cls(allow_hosts=[host for host in named.split(",") if host.strip()])

    def read(self, call: Call) -> Response | Refused | Wait:
        """Make a call that changes nothing."""
        return _harmless(self._once(call))

    def prepare(self, call: Call) -> Response | Refused | Wait:
        """Make a call whose effect nobody sees and that may be repeated, e.g. an upload."""
        return _harmless(self._once(call))

    def probe(self, call: Call) -> Response | Refused | Wait:
        """Make a harmless call to a server that may be none of this network's."""
        heard = self._once(call)
        if isinstance(heard, Garbled):
            return Refused("This address does not answer like a server of this network.", "server")
        return _harmless(heard)

    def change(self, call: Call) -> Response | Refused | Wait | Unknown:
        """Make a call that changes what the world sees."""
        heard = self._once(call)
        return Unknown(heard.reason) if isinstance(heard, Garbled) else heard

    def close(self) -> None:
        """Close every connection."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _admit(self, request: httpx.Request) -> None:
        """Look at every address before it is used, those of redirects too."""
        url = request.url
        port = url.port or (443 if url.scheme == "https" else 80)
        if not url.host or url.userinfo:
            raise ForbiddenAddress("not a plain address", request=request)
        if url.scheme != "https" and not is_allowed(url.host, port, self._allowed):
            raise ForbiddenAddress("not encrypted", request=request)

    def _once(self, call: Call) -> Response | Refused | Wait | Unknown:
        try:
            request = self._request(call)
        except (httpx.InvalidURL, ValueError):
            return Refused("This is not an address or a key that can be used.")
        # Without a key and without an effect, a redirect (example.org to www.example.org) is
        # harmless; a call that carries a key goes where it was sent, or nowhere.
        follow = call.method == "GET" and not call.token
        try:
            answer = self._client.send(request, stream=True, follow_redirects=follow)
            try:
                return self._judge(answer)
            finally:
                answer.close()
        except ForbiddenAddress as error:
            return Refused(f"Bedside does not talk to this address: {error}.", "server")
        except _NOT_SENT:
            return Wait(NOT_REACHED, "The network could not be reached.")
        except httpx.TimeoutException:
            return Unknown("The network did not answer in time.")
        except httpx.HTTPError:
            return Unknown("The line broke before the network answered.")

    def _request(self, call: Call) -> httpx.Request:
        """Build the request. Raises ValueError for what cannot be put into one."""
        headers = dict(call.headers)
        if call.token:
            headers["Authorization"] = f"Bearer {call.token}"
        if call.mime:
            headers["Content-Type"] = call.mime
        if not all(value.isprintable() for value in headers.values()):
            raise ValueError("a line break in a header")
        return self._client.build_request(
            call.method,
            call.url,
            params=dict(call.params) or None,
            headers=headers,
            json=call.json,
            content=call.content,
            data=dict(call.form) or None,
            files=_file(call),
        )

    def _judge(self, answer: httpx.Response) -> Response | Refused | Wait | Unknown:
        if answer.status_code == 429:
            return Wait(pause(answer.headers), "The network asks for a pause.")
        if answer.status_code == 413:
            return Refused("The network says that this is too large.", "pictures")
        if answer.status_code >= 500:
            return Unknown(f"The network reported a fault of its own ({answer.status_code}).")
        body = self._body(answer)
        if body is None:
            return Garbled("The network's answer was too long.")
        try:
            data = json.loads(body) if body else {}
        except (ValueError, RecursionError):
            return Garbled("The network's answer made no sense.")
        if not 200 <= answer.status_code < 300 and answer.status_code < 400:
            return Garbled("The network pointed to another address.")
        return Response(answer.status_code, str(answer.url), data)

    def _body(self, answer: httpx.Response) -> bytes | None:
        """Read the whole body; None when it is larger than anything a network has to say."""
        body = bytearray()
        for chunk in self._in_time(answer):
            body += chunk
            if len(body) > self._largest:
                return None
        return bytes(body)

    def _in_time(self, answer: httpx.Response) -> Iterator[bytes]:
        """Yield a body's pieces, but not for ever: httpx's own limit is for each piece."""
        until = time.monotonic() + self._timeout
        for chunk in answer.iter_bytes():
            yield chunk
            if time.monotonic() > until:
                raise httpx.ReadTimeout("the answer drips", request=answer.request)


def _file(call: Call) -> dict[str, tuple[str, bytes, str]] | None:
    if call.picture is None:
        return None
    return {"file": ("picture", call.picture, call.picture_mime or "application/octet-stream")}


def _harmless(heard: Response | Refused | Wait | Unknown) -> Response | Refused | Wait:
    return Wait(UNCLEAR, heard.reason) if isinstance(heard, Unknown) else heard


def pause(headers: httpx.Headers) -> float:
    """
    Return the seconds that a network asks to wait, between 1 and a day.

    `Retry-After` counts seconds or names a date (RFC 9110, 10.2.3); Mastodon's `X-RateLimit-Reset`
    is an ISO date, Bluesky's `RateLimit-Reset` the seconds since 1970. Dates are compared with
    the server's own clock where it tells it.
    """
    now = _date(headers.get("date", "")) or datetime.now(UTC)
    for name in ("retry-after", "x-ratelimit-reset", "ratelimit-reset"):
        value = headers.get(name, "").strip()
        if re.fullmatch(r"\d{1,11}(\.\d+)?", value):
            seconds = float(value)
            return _bounded(seconds if name == "retry-after" else seconds - now.timestamp())
        if moment := _date(value):
            return _bounded((moment - now).total_seconds())
    return LIMITED


def _bounded(seconds: float) -> float:
    return min(max(seconds, 1.0), LONGEST)


def _date(value: str) -> datetime | None:
    for parse in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = parse(value)
        except ValueError:
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def complaint(said: str, *secrets: str) -> str:
    """Return a network's own words fit to be shown: one line, short, without the secrets given."""
    for secret in filter(None, secrets):
        said = said.replace(secret, "…")
    said = " ".join(said.split())
    return said if len(said) <= 200 else said[:199] + "…"
