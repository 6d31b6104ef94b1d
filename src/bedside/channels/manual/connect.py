"""Writes down an account that a person posts to. Nobody is asked, no key is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bedside.channels.base import Refused
from bedside.channels.connection import Connected, Field, FieldKind
from bedside.channels.limits import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.channels.base import Wait
    from bedside.channels.http import Http

TARGETS = tuple(
    (network, row.capability.label) for network, row in rows().items() if row.capability.by_hand
)

FIELDS = (
    Field("target", "Network", FieldKind.CHOICE, choices=TARGETS),
    Field("handle", "Name of the page or account", hint="As readers see it there."),
    Field(
        "address",
        "Address of the page",
        FieldKind.URL,
        required=False,
        hint="Where you post. Without it, Bedside opens the network's own page for writing.",
    ),
)


def connect(http: Http, values: Mapping[str, str]) -> Connected | Refused | Wait:
    """Take the account as it is described; `http` is not used."""
    target = values.get("target", "").strip()
    handle = values.get("handle", "").strip()
    address = values.get("address", "").strip()
    if target not in dict(TARGETS):
        return Refused("Choose a network.", "target")
    if not handle:
        return Refused("Say what the page or account is called.", "handle")
    if address and not is_web_address(address):
        return Refused("This is not a web address. It begins with https://.", "address")
    return Connected(
        handle=handle,
        server=target,
        remote_id=address or handle,
        settings={"target": target} | ({"address": address} if address else {}),
    )


def is_web_address(address: str) -> bool:
    """Say whether this can be opened in a browser."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" and "." in parts.netloc
