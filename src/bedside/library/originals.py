"""
Files as they arrived, encrypted with all their metadata: for whoever has to prove something.

Each file has a key of its own (AES-256-GCM), which the asset keeps sealed; so keys are rotated
without touching files. A file is a row of pieces of 1 MiB; a piece's number and whether it is the
last are in its nonce, so that none can be left out, moved or cut off.
"""

from __future__ import annotations

import hashlib
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.files.base import File
from django.core.files.storage import default_storage

from bedside.library.models import about_original
from bedside.records.sealing import SealBroken, seal, unseal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from bedside.library.models import Asset

PIECE = 1024 * 1024
"""Bytes of plain text in one piece."""
_TAG = 16
_LAST = b"\x01"
_MORE = b"\x00"


def keep(asset: Asset, content: BinaryIO) -> None:
    """
    Encrypt a file for an asset that has a row, and set `original` and `original_key` on it.

    The caller saves them. The file is never on the disk in plain words.
    """
    key = AESGCM.generate_key(256)
    digest = hashlib.sha256()
    with TemporaryFile() as sealed:
        for piece in _sealed(AESGCM(key), content, digest):
            sealed.write(piece)
        sealed.seek(0)
        path = _path(asset, digest.hexdigest())
        default_storage.delete(path)
        default_storage.save(path, File(sealed))
    asset.original = digest.hexdigest()
    asset.original_key = seal(key, about=about_original(asset))


def pieces(asset: Asset) -> Iterator[bytes]:
    """
    Yield the file as it arrived, piece by piece.

    Raises `SealBroken` where it was changed or cut off, `FileNotFoundError` where it is gone.
    """
    if not asset.original_key:
        raise FileNotFoundError(f"The original of {asset.subject} was not kept.")
    cipher = AESGCM(unseal(bytes(asset.original_key), about=about_original(asset)))
    with default_storage.open(_path(asset, asset.original)) as file:
        number, piece = 0, file.read(PIECE + _TAG)
        while True:
            following = file.read(PIECE + _TAG)
            try:
                yield cipher.decrypt(_nonce(number, last=not following), piece, None)
            except InvalidTag:
                raise SealBroken(f"The original of {asset.subject} was changed.") from None
            if not following:
                return
            number, piece = number + 1, following


def content(asset: Asset) -> bytes:
    """Return the whole file as it arrived; raises as `pieces` does."""
    return b"".join(pieces(asset))


def _sealed(cipher: AESGCM, content: BinaryIO, digest: hashlib._Hash) -> Iterator[bytes]:
    number, piece = 0, content.read(PIECE)
    while True:
        digest.update(piece)
        following = content.read(PIECE)
        yield cipher.encrypt(_nonce(number, last=not following), piece, None)
        if not following:
            return
        number, piece = number + 1, following


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (_LAST if last else _MORE)


def _path(asset: Asset, sha256: str) -> str:
    return f"originals/{asset.organisation_id}/{asset.pk}/{sha256}"
