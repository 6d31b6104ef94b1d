"""
Files as they arrived, encrypted with all their metadata: for whoever has to prove something.

Each file has a key of its own (AES-256-GCM), which the asset keeps sealed; so keys are rotated
without touching files. A file is a row of pieces of 1 MiB; a piece's number and whether it is the
last are in its nonce, so that none can be left out, moved or cut off.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.files.base import File
from django.core.files.storage import default_storage

from bedside.library.models import about_original
from bedside.library.video import private
from bedside.records.sealing import SealBroken, seal, unseal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from bedside.library.models import Asset

PIECE = 1024 * 1024
"""Bytes of plain text in one piece."""
_TAG = 16
_LAST = b"\x01"
_MORE = b"\x00"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file already encrypted: where it lies for now, its key, and its SHA-256 as it arrived."""

    file: Path
    key: bytes
    sha256: str


@contextmanager
def sealing(content: BinaryIO) -> Iterator[Sealed]:
    """
    Encrypt a file for the length of a block, in which `keep_sealed` gives it to an asset.

    So what takes long is done before a transaction begins. The copy is never in plain words.
    """
    key = AESGCM.generate_key(256)
    digest = hashlib.sha256()
    with private.directory() as place:
        with private.create(place / "sealed") as sealed:
            for piece in _sealed(AESGCM(key), content, digest):
                sealed.write(piece)
        yield Sealed(place / "sealed", key, digest.hexdigest())


def keep_sealed(asset: Asset, sealed: Sealed) -> None:
    """
    Keep an encrypted file for an asset that has a row, and set `original` and `original_key` on it.

    The caller saves them. Where files lie on a disk it is moved, not copied.
    """
    path = _path(asset, sealed.sha256)
    default_storage.delete(path)
    with sealed.file.open("rb") as file:
        default_storage.save(path, _Movable(file, str(sealed.file)))
    asset.original = sealed.sha256
    asset.original_key = seal(sealed.key, about=about_original(asset))


def keep(asset: Asset, content: BinaryIO) -> None:
    """Encrypt a file and keep it, as `keep_sealed` does."""
    with sealing(content) as sealed:
        keep_sealed(asset, sealed)


class _Movable(File):  # type: ignore[type-arg]  # it has none when it runs
    """A file that a storage may move, as it does with Django's own uploads."""

    def temporary_file_path(self) -> str:
        return str(self.name)


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
