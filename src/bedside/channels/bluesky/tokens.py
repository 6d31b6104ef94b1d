"""The two tokens of a Bluesky session."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime

from bedside.channels import untrusted


def session_secrets(data: object) -> dict[str, str] | None:
    """
    Return what to keep of a session: `access`, `refresh`, and when `access` ends.

    `expires` is an ISO date, a hint for renewing in time: nobody checks the token's signature.
    None when the answer holds no session.
    """
    access, refresh = untrusted.text(data, "accessJwt"), untrusted.text(data, "refreshJwt")
    if not access or not refresh:
        return None
    return {"access": access, "refresh": refresh, "expires": _expiry(access)}


def _expiry(token: str) -> str:
    body = token.split(".")[1] if token.count(".") == 2 else ""
    try:
        claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        moment = untrusted.whole(claims, "exp")
        return datetime.fromtimestamp(moment, UTC).isoformat() if moment else ""
    except (ValueError, OverflowError, OSError):
        return ""
