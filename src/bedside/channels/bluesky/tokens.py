"""The two tokens of a Bluesky session."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime

from bedside.channels import untrusted


def session_secrets(data: object) -> dict[str, str] | None:
    """
    Return what to keep of a session: `access`, `refresh`, and in `expires_at` when `access` ends.

    `expires_at` is an ISO date, a hint for renewing in time: nobody checks the token's signature.
    It is left out where the token does not say. None when the answer holds no session.
    """
    access, refresh = untrusted.text(data, "accessJwt"), untrusted.text(data, "refreshJwt")
    if not access or not refresh:
        return None
    secrets = {"access": access, "refresh": refresh}
    ends = _end_of(access)
    return secrets | {"expires_at": ends.isoformat()} if ends else secrets


def _end_of(token: str) -> datetime | None:
    """Read the claim `exp` (RFC 7519, 4.1.4)."""
    body = token.split(".")[1] if token.count(".") == 2 else ""
    try:
        claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        seconds = untrusted.whole(claims, "exp")
        return datetime.fromtimestamp(seconds, UTC) if seconds else None
    except (ValueError, OverflowError, OSError):
        return None
