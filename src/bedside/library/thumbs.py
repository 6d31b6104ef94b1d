"""Small pictures for lists, kept under the hash of the picture they were made of."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


def put(organisation_id: int, sha256: str, content: bytes) -> None:
    """Keep the thumbnail of the picture with this hash."""
    path = _path(organisation_id, sha256)
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))


def get(organisation_id: int, sha256: str) -> bytes | None:
    """Return the thumbnail of a picture, or None where it has none."""
    path = _path(organisation_id, sha256)
    if not default_storage.exists(path):
        return None
    with default_storage.open(path) as file:
        content: bytes = file.read()
    return content


def _path(organisation_id: int, sha256: str) -> str:
    return f"thumbs/{organisation_id}/{sha256[:2]}/{sha256}"
