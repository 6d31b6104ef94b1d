"""Pictures and videos by the hash of their bytes: what was approved is what is sent."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, BinaryIO

PIECE = 1024 * 1024
"""Bytes of a file that are held in memory at once."""


class BlobMissing(LookupError):
    """Nothing with this hash is stored, or its bytes have changed."""


def put(organisation_id: int, content: bytes) -> str:
    """Store bytes once and return their SHA-256 in hexadecimal."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = _path(organisation_id, sha256)
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))
    return sha256


def put_file(organisation_id: int, source: Path) -> str:
    """Store a copy of a file once, piece by piece, and return its SHA-256 in hexadecimal."""
    with source.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        path = _path(organisation_id, sha256)
        if default_storage.exists(path):
            if default_storage.size(path) == source.stat().st_size:
                return sha256
            default_storage.delete(path)  # who stored it was stopped within it
        file.seek(0)
        default_storage.save(path, File(file))
    return sha256


def get(organisation_id: int, sha256: str) -> bytes:
    """Return the bytes with this hash; raises `BlobMissing` if they are gone or altered."""
    with open_file(organisation_id, sha256) as file:
        content: bytes = file.read()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise BlobMissing(sha256)
    return content


def open_file(organisation_id: int, sha256: str) -> File[Any]:
    """
    Return what is stored under this hash as an open file, of which any part can be read.

    Whether the bytes are still those is not asked: for that there are `get` and `copy`. Raises
    `BlobMissing` if they are gone.
    """
    path = _path(organisation_id, sha256)
    if not default_storage.exists(path):
        raise BlobMissing(sha256)
    return default_storage.open(path)


def copy(organisation_id: int, sha256: str, target: BinaryIO) -> None:
    """
    Write the bytes with this hash into an open file, piece by piece.

    Raises `BlobMissing` if they are gone or altered; what was written then is worth nothing.
    """
    digest = hashlib.sha256()
    with open_file(organisation_id, sha256) as file:
        for piece in file.chunks(PIECE):
            digest.update(piece)
            target.write(piece)
    if digest.hexdigest() != sha256:
        raise BlobMissing(sha256)


def _path(organisation_id: int, sha256: str) -> str:
    return f"pictures/{organisation_id}/{sha256[:2]}/{sha256}"
