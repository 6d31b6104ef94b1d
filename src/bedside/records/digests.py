"""
How a record is turned into digests: the whole of the format, and nothing but the standard library.

Both sides use it, the database's (`bedside.records.chain`) and the outsider's
(`bedside.records.verifier`), so that they cannot disagree.

* An entry's *content* is a JSON object with the members of `CONTENT`.
* Its *body hash* is the SHA-256 of that object in canonical form (RFC 8785, JSON Canonicalization
  Scheme; numbers are whole and names are ASCII, which is all that `json` needs to agree with it).
  The content holds a random salt: nobody who sees only the hash can guess the content.
* Its *digest* is SHA-256(previous digest || body hash), over the 32 + 32 raw bytes.
  The first entry of an organisation follows `GENESIS`.
* An *anchor* is an Ed25519 signature (RFC 8032) over `anchor_message`.

Digests are written as lower-case hexadecimal.
"""

from __future__ import annotations

import json
from datetime import UTC
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    Scalar = str | int | bool | None
    Fact = Scalar | Sequence[Scalar]

RECORD_FORMAT = "bedside-record/1"
"""One subject, as one JSON document."""
ARCHIVE_FORMAT = "bedside-archive/1"
"""Everything of an organisation, as JSON lines."""
ANCHOR_FORMAT = "bedside-anchor/1"

CONTENT = ("organisation", "seq", "at", "actor", "verb", "subject", "facts", "salt")
GENESIS = "0" * 64


def canonical(value: object) -> bytes:
    """Return JSON in the one form that is hashed and signed."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def moment(at: datetime) -> str:
    """Write an aware moment as content holds it: UTC, always with six decimals."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def body_hash(content: Mapping[str, object]) -> str:
    """Return the hash of an entry's content."""
    return sha256(canonical(content)).hexdigest()


def link(previous: str, body: str) -> str:
    """Return the digest of an entry from the digest before it and its body hash."""
    return sha256(bytes.fromhex(previous) + bytes.fromhex(body)).hexdigest()


def anchor_message(*, organisation: int, seq: int, digest: str, day: date | str, key: str) -> bytes:
    """
    Return the bytes that an anchor signs.

    `day` is the date of signing (UTC), `key` the fingerprint of the signing key.
    """
    return canonical(
        {
            "format": ANCHOR_FORMAT,
            "organisation": organisation,
            "seq": seq,
            "digest": digest,
            "day": str(day),
            "key": key,
        }
    )


def fingerprint(public_key: bytes) -> str:
    """Return the name of a public key: the first 128 bits of its SHA-256, in hexadecimal."""
    return sha256(public_key).hexdigest()[:32]


def short(digest: str) -> str:
    """Return a digest as people read it, e.g. `4be1…70c2`."""
    return f"{digest[:4]}…{digest[-4:]}"
