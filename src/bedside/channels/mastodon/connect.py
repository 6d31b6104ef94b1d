"""
Connects a Mastodon account: the person signs in at their own server (OAuth 2 with PKCE).

Each server is told of Bedside anew (`POST /api/v1/apps`), so nothing has to be set up by hand.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from bedside.channels import untrusted
from bedside.channels.base import Refused, Wait
from bedside.channels.connection import Begun, Connected, Field, FieldKind, server_address
from bedside.channels.http import Call, Response, complaint
from bedside.channels.mastodon.instance import settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.channels.http import Http

FIELDS = (
    Field(
        "server",
        "Server",
        FieldKind.URL,
        hint="Where the account lives, for example mastodon.social. You sign in there.",
    ),
)

SCOPES = "read:accounts read:statuses write:statuses write:media"

_NOT_A_SERVER = Refused("This address does not answer like a Mastodon server.", "server")


def begin(http: Http, server: str, redirect_uri: str) -> Begun | Refused | Wait:
    """Read what the server allows, register there, and say where the person signs in."""
    typed = server_address(server)
    if not typed:
        return Refused("This is not the address of a server.", "server")
    instance = _instance(http, typed)
    if isinstance(instance, Refused | Wait):
        return instance
    # The server may live elsewhere than its name says: example.org at social.example.org.
    home = urlsplit(instance.url)
    server = f"{home.scheme}://{home.netloc}"
    app = http.probe(
        Call(
            "POST",
            f"{server}/api/v1/apps",
            json={"client_name": "Bedside", "redirect_uris": [redirect_uri], "scopes": SCOPES},
        )
    )
    if isinstance(app, Refused | Wait):
        return app
    client = untrusted.text(app.data, "client_id")
    client_secret = untrusted.text(app.data, "client_secret")
    if not app.ok or not client or not client_secret:
        return _said_no(app)
    state, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
    carried = {
        "server": server,
        "redirect_uri": redirect_uri,
        "client_id": client,
        "client_secret": client_secret,
        "state": state,
        "verifier": verifier,
        "settings": json.dumps(settings_of(instance.data)),
    }
    return Begun(_sign_in_address(carried), state, carried)


def finish(
    http: Http, carried: Mapping[str, str], params: Mapping[str, str]
) -> Connected | Refused | Wait:
    """
    Exchange the code that the person came back with, and read who they are.

    `carried` is what `begin` returned; `params` are the parameters of the address they came back
    to. A code works once: after `Wait` the person has to sign in again.
    """
    if not hmac.compare_digest(params.get("state", "").encode(), carried["state"].encode()):
        return Refused("This sign-in was not begun here. Begin again.")
    code = params.get("code", "")
    if not code:
        return Refused("The sign-in was stopped at the server.")
    server = carried["server"]
    token = http.prepare(
        Call(
            "POST",
            f"{server}/oauth/token",
            json={
                "grant_type": "authorization_code",
                "client_id": carried["client_id"],
                "client_secret": carried["client_secret"],
                "redirect_uri": carried["redirect_uri"],
                "code": code,
                "code_verifier": carried["verifier"],
            },
        )
    )
    if isinstance(token, Refused | Wait):
        return token
    access = untrusted.text(token.data, "access_token")
    if not token.ok or not access:
        return Refused("The server did not accept the sign-in. Begin again.")
    return _who(http, carried, access)


def _who(http: Http, carried: Mapping[str, str], access: str) -> Connected | Refused | Wait:
    server = carried["server"]
    me = http.read(Call("GET", f"{server}/api/v1/accounts/verify_credentials", token=access))
    if isinstance(me, Refused | Wait):
        return me
    name, number = untrusted.text(me.data, "acct"), untrusted.text(me.data, "id")
    if not me.ok or not name or not number:
        return Refused("The server did not say whose account this is.")
    return Connected(
        handle=f"{name}@{urlsplit(server).netloc}",
        server=server,
        remote_id=number,
        secrets={
            "access": access,
            "client_id": carried["client_id"],
            "client_secret": carried["client_secret"],
        },
        settings=json.loads(carried["settings"]),
    )


def _instance(http: Http, server: str) -> Response | Refused | Wait:
    """Ask the server about itself; older ones and some that are not Mastodon know only v1."""
    for version in ("v2", "v1"):
        heard = http.probe(Call("GET", f"{server}/api/{version}/instance"))
        if isinstance(heard, Refused | Wait):
            return heard
        if heard.ok and untrusted.text(heard.data, "version"):
            return heard
    return _NOT_A_SERVER


def _sign_in_address(carried: Mapping[str, str]) -> str:
    digest = hashlib.sha256(carried["verifier"].encode()).digest()
    query = {
        "response_type": "code",
        "client_id": carried["client_id"],
        "redirect_uri": carried["redirect_uri"],
        "scope": SCOPES,
        "state": carried["state"],
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    return f"{carried['server']}/oauth/authorize?{urlencode(query)}"


def _said_no(heard: Response) -> Refused:
    said = complaint(untrusted.text(heard.data, "error"))
    return Refused(f"The server says: {said}", "server") if said else _NOT_A_SERVER
