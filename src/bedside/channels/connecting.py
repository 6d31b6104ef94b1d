"""
Connects accounts. It signs in and reads who it is; it cannot post.

Networks that a person signs in at (`must_sign_in_there`) are connected in two steps, `begin` and
`finish`; all others in one, `connect`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bedside.channels.base import Refused
from bedside.channels.bluesky import connect as bluesky
from bedside.channels.http import Http
from bedside.channels.manual import connect as manual
from bedside.channels.mastodon import connect as mastodon
from bedside.channels.practice import connect as practice
from bedside.channels.practice.channel import door
from bedside.channels.practice.store import store_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.channels.base import Wait
    from bedside.channels.connection import Begun, Connected


def must_sign_in_there(network: str) -> bool:
    """Say whether the person signs in at the network itself."""
    return network == "mastodon"


def connect(
    network: str, values: Mapping[str, str], *, http: Http | None = None
) -> Connected | Refused | Wait:
    """Connect an account with the values of `catalogue.connect_fields(network)`."""
    match network:
        case "practice":
            return practice.connect(http or door(store_path()), values)
        case "bluesky":
            return bluesky.connect(http or _door(), values)
        case "mastodon":
            return Refused("Sign in at the server.", "server")
        case _:
            return manual.connect(http or _door(), {"target": network, **values})


def begin(
    network: str, values: Mapping[str, str], redirect_uri: str, *, http: Http | None = None
) -> Begun | Refused | Wait:
    """Begin a sign-in at the network; it sends the person back to `redirect_uri`."""
    if network != "mastodon":
        return Refused("This network is connected in one step.")
    return mastodon.begin(http or _door(), values.get("server", ""), redirect_uri)


def finish(
    network: str,
    carried: Mapping[str, str],
    params: Mapping[str, str],
    *,
    http: Http | None = None,
) -> Connected | Refused | Wait:
    """Finish it with what `begin` gave to carry and the parameters of the way back."""
    if network != "mastodon":
        return Refused("This network is connected in one step.")
    return mastodon.finish(http or _door(), carried, params)


@cache
def _door() -> Http:
    return Http.from_environment()
