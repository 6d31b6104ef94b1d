"""Connects a Bluesky account with an app password. The password itself is not kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.channels import untrusted
from bedside.channels.base import Refused, Wait
from bedside.channels.bluesky.tokens import session_secrets
from bedside.channels.connection import Connected, Field, FieldKind, server_address
from bedside.channels.http import Call, complaint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.channels.http import Http, Response

FIELDS = (
    Field("handle", "Handle", hint="For example cedarhollow.bsky.social."),
    Field(
        "password",
        "App password",
        FieldKind.PASSWORD,
        hint=(
            "Not the password you sign in with. In Bluesky, open Settings, Privacy and security,"
            " App passwords. It looks like abcd-efgh-ijkl-mnop and can be taken back any time."
        ),
    ),
    Field(
        "server",
        "Server",
        FieldKind.URL,
        required=False,
        default="https://bsky.social",
        hint="Change it only if your account lives on another server.",
    ),
)

_APP_PASSWORD = re.compile(r"[a-z0-9]{4}(-[a-z0-9]{4}){3}")


def connect(http: Http, values: Mapping[str, str]) -> Connected | Refused | Wait:
    """Sign in once and keep the session's tokens."""
    server = server_address(values.get("server", "").strip() or "https://bsky.social")
    handle = values.get("handle", "").strip().lstrip("@")
    password = values.get("password", "").strip()
    if not server:
        return Refused("This is not the address of a server.", "server")
    if not handle:
        return Refused("Say which account it is.", "handle")
    if not password:
        return Refused("Enter an app password.", "password")
    heard = http.probe(
        Call(
            "POST",
            f"{server}/xrpc/com.atproto.server.createSession",
            json={"identifier": handle, "password": password},
        )
    )
    if isinstance(heard, Refused | Wait):
        return heard
    if not heard.ok:
        return _refused(heard, password)
    secrets, did = session_secrets(heard.data), untrusted.text(heard.data, "did")
    if not secrets or not did.startswith("did:"):
        return Refused("This address does not answer like a Bluesky server.", "server")
    return Connected(
        handle=untrusted.text(heard.data, "handle") or handle,
        server=server,
        remote_id=did,
        secrets=secrets,
    )


def _refused(heard: Response, password: str) -> Refused:
    error = untrusted.text(heard.data, "error")
    if error == "AuthFactorTokenRequired":
        return Refused("This is the account's main password. Make an app password.", "password")
    if error == "AccountTakedown":
        return Refused("Bluesky has suspended this account.", "handle")
    if heard.status == 401:
        hint = "" if _APP_PASSWORD.fullmatch(password) else " Is it an app password?"
        return Refused(f"Bluesky does not accept this handle with this password.{hint}", "password")
    said = untrusted.text(heard.data, "message")
    if not error or not said:
        return Refused("This address does not answer like a Bluesky server.", "server")
    return Refused(f"Bluesky says: {complaint(said, password)}", "handle")
