"""Opens an account on the practice network. Nobody needs a password there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.channels import untrusted
from bedside.channels.base import Refused, Wait
from bedside.channels.connection import Connected, Field
from bedside.channels.http import Call
from bedside.channels.practice.transport import BASE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.channels.http import Http

FIELDS = (
    Field("handle", "Handle", hint="Any name you like, for example cedarhollow."),
    Field("name", "Name", required=False, hint="As readers see it."),
)


def connect(http: Http, values: Mapping[str, str]) -> Connected | Refused | Wait:
    """Open the account, or find the one that has this handle."""
    asked = {"handle": values.get("handle", ""), "name": values.get("name", "")}
    heard = http.probe(Call("POST", f"{BASE}/accounts", json=asked))
    if isinstance(heard, Refused | Wait):
        return heard
    if not heard.ok:
        return Refused(untrusted.text(heard.data, "error"), untrusted.text(heard.data, "field"))
    handle = untrusted.text(heard.data, "handle")
    return Connected(
        handle=handle,
        server="practice",
        remote_id=handle,
        secrets={"token": untrusted.text(heard.data, "token")},
    )
