"""Pictures by the hash of their bytes: what was approved is what is sent."""

from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


class BlobMissing(LookupError):
    """No picture with this hash is stored, or its bytes have changed."""


def put(organisation_id: int, content: bytes) -> str:
    """Store bytes once and return their SHA-256 in hexadecimal."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = _path(organisation_id, sha256)
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))
    return sha256


def get(organisation_id: int, sha256: str) -> bytes:
    """Return the bytes with this hash; raises `BlobMissing` if they are gone or altered."""
    path = _path(organisation_id, sha256)
    if not default_storage.exists(path):
        raise BlobMissing(sha256)
    with default_storage.open(path) as file:
        content: bytes = file.read()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise BlobMissing(sha256)
    return content


def _path(organisation_id: int, sha256: str) -> str:
    return f"pictures/{organisation_id}/{sha256[:2]}/{sha256}"
