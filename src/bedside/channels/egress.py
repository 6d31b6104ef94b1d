"""
The transport under the door: it connects to public addresses only.

A name is resolved once and the connection goes to exactly the addresses that were judged, so a
name that changes its mind between the check and the use (DNS rebinding) gains nothing. Servers on
the premises are reached by naming them: `allow_hosts`.
"""

from __future__ import annotations

import ipaddress
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpcore
import httpx

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv6 addresses that stand for an IPv4 one (RFC 6052)."""

_ATTEMPTS = 4
"""How many addresses of one name are tried."""


class ForbiddenAddress(httpx.ConnectError):
    """The address is not one that Bedside talks to. Nothing was sent."""


class _Forbidden(httpcore.ConnectError):
    """`ForbiddenAddress`, as it travels through httpcore."""


def is_public(address: str) -> bool:
    """Say whether an IP address, or the IPv4 address inside it, is on the public internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    return all(one.is_global and not one.is_multicast for one in (ip, *_embedded(ip)))


def _embedded(ip: Address) -> Iterator[Address]:
    """Yield the IPv4 addresses that an IPv6 address leads to."""
    if isinstance(ip, ipaddress.IPv4Address):
        return
    if ip.ipv4_mapped:
        yield ip.ipv4_mapped
    if ip.sixtofour:
        yield ip.sixtofour
    if ip.teredo:
        yield from ip.teredo
    if ip in _NAT64:
        yield ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)


def is_allowed(host: str, port: int, allowed: Collection[str]) -> bool:
    """Say whether `host`, or `host:port`, is named in the allow list."""
    host = host.lower()
    return host in allowed or f"{host}:{port}" in allowed


class PublicBackend(httpcore.NetworkBackend):
    """Opens sockets to public addresses, and to hosts that the allow list names."""

    def __init__(self, allow_hosts: Collection[str] = ()) -> None:
        """Take hosts (`name` or `name:port`, lower case) that may be private."""
        self._allowed = allow_hosts
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve, judge every address, then connect to the first that answers."""
        failure: Exception = httpcore.ConnectError("the name has no address")
        for address in self._addresses(host, port)[:_ATTEMPTS]:
            try:
                return self._sockets.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("the name is not known") from error
        addresses = [str(entry[4][0]) for entry in found]
        if not is_allowed(host, port, self._allowed) and not all(map(is_public, addresses)):
            raise _Forbidden("not on the public internet")
        return addresses


class PublicTransport(httpx.BaseTransport):
    """httpx over `PublicBackend`. No proxy, no retry, HTTP/1.1."""

    def __init__(self, allow_hosts: Collection[str] = ()) -> None:
        """Take hosts (`name` or `name:port`, lower case) that may be private."""
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=256,
            max_keepalive_connections=32,
            # Short, so that a request seldom meets a connection that the server has just closed:
            # after such a meeting nobody can tell whether the request was read.
            keepalive_expiry=4.0,
            network_backend=PublicBackend(allow_hosts),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        url = request.url
        with _httpx_errors(request):
            answer = self._pool.handle_request(
                httpcore.Request(
                    method=request.method,
                    url=httpcore.URL(
                        scheme=url.raw_scheme,
                        host=url.raw_host,
                        port=url.port,
                        target=url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=request.extensions,
                )
            )
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer, request),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The body of an answer while it arrives."""

    def __init__(self, answer: httpcore.Response, request: httpx.Request) -> None:
        self._answer, self._request = answer, request

    def __iter__(self) -> Iterator[bytes]:
        with _httpx_errors(self._request):
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@contextmanager
def _httpx_errors(request: httpx.Request) -> Iterator[None]:
    """Raise what httpx would raise: its transport errors bear httpcore's names."""
    try:
        yield
    except _Forbidden as error:
        raise ForbiddenAddress(str(error), request=request) from None
    except (
        httpcore.NetworkError,
        httpcore.ProtocolError,
        httpcore.TimeoutException,
        httpcore.UnsupportedProtocol,
    ) as error:
        kind: Any = getattr(httpx, type(error).__name__)
        raise kind(type(error).__name__, request=request) from error
