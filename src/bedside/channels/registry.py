"""
The channels that can send. Only the outbox imports this; a contract of import-linter holds it so.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from bedside.channels.bluesky.channel import Bluesky
from bedside.channels.http import Http
from bedside.channels.limits import MANUAL, rows
from bedside.channels.manual.channel import Manual
from bedside.channels.mastodon.channel import Mastodon
from bedside.channels.practice.channel import Practice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.channels.base import Channel

_replaced: dict[str, Channel] = {}


def channel(network: str) -> Channel:
    """Return the channel of a network. Raises KeyError for a network that nobody knows."""
    return _replaced.get(network) or _channels()[network]


@contextmanager
def replaced(stand_in: Channel) -> Iterator[None]:
    """Let another channel answer for its network meanwhile, e.g. one with a door that fails."""
    before = _replaced.get(stand_in.network)
    _replaced[stand_in.network] = stand_in
    try:
        yield
    finally:
        del _replaced[stand_in.network]
        if before:
            _replaced[stand_in.network] = before


@cache
def _channels() -> dict[str, Channel]:
    http = Http.from_environment()
    by_hand = [network for network, row in rows().items() if row.capability.by_hand]
    channels: list[Channel] = [
        Practice(),
        Bluesky(http),
        Mastodon(http),
        *map(Manual, [MANUAL, *by_hand]),
    ]
    return {one.network: one for one in channels}
