"""
The boxes of an MP4 or MOV file (ISO 14496-12), read without decoding anything.

ffprobe passes over what it does not know, and hides that pictures are encrypted; here it is seen.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_FIRST = {b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"}
_PLAIN = {b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"moof", b"mfra", b"sidx", b"styp"}
_HOLDS = {b"moov", b"trak", b"mdia", b"minf"}
_NAMED = {b"udta": "user data", b"meta": "metadata", b"uuid": "private data"}
_LARGEST_HEAD = 64 * 1024 * 1024
"""Bytes of a movie box that is still read; two hours need about ten million."""


def is_movie(path: Path) -> bool:
    """Tell whether a file begins as an MP4 or MOV does."""
    with path.open("rb") as file:
        start = file.read(8)
    return start[4:8] in _FIRST


def is_protected(path: Path) -> bool:
    """Tell whether its pictures or its sound are encrypted (ISO 14496-12, 8.12; ISO 23001-7)."""
    return any(
        kind == b"pssh" or (kind == b"moov" and b"sinf" in body and b"frma" in body)
        for kind, body in _boxes(path)
    )


def kinds(path: Path) -> set[str]:
    """Return the kinds of metadata that stand in boxes of their own, at any level."""
    found: set[str] = set()
    for kind, body in _boxes(path):
        if kind not in _PLAIN:
            found.add(_NAMED.get(kind, "private data"))
        if kind == b"moov":
            found |= {_NAMED[inner] for inner in _within(body) if _NAMED.get(inner)}
    return found


def blank(path: Path) -> None:
    """
    Take the user data and the encoder's name out of an MP4 that ffmpeg has just made.

    It writes both whatever it is told. Nothing moves: what was there is filled with zeros.
    """
    size, at = path.stat().st_size, 0
    with path.open("r+b") as file:
        while at + 8 <= size:
            kind, length, head = _head(file, at, size)
            if kind == b"moov":
                body = bytearray(file.read(length - head))
                _blank_within(body)
                file.seek(at + head)
                file.write(body)
            at += max(length, 8)


def _blank_within(body: bytearray) -> None:
    at = 0
    while at + 8 <= len(body):
        length, kind = struct.unpack(">I4s", body[at : at + 8])
        if kind == b"udta":
            body[at + 4 : at + length] = b"free" + bytes(length - 8)
        at += max(length, 8)
    entry = body.find(b"stsd") + 12
    while entry >= 12:
        # ISO 14496-12, 12.1.3: a picture's entry names its compressor in 32 bytes.
        if body[entry + 4 : entry + 8] == b"avc1":
            body[entry + 50 : entry + 82] = bytes(32)
        entry = body.find(b"stsd", entry) + 12


def _boxes(path: Path) -> Iterator[tuple[bytes, bytes]]:
    """Yield the outer boxes; of the movie box with what is in it."""
    size = path.stat().st_size
    with path.open("rb") as file:
        at = 0
        while at + 8 <= size:
            kind, length, head = _head(file, at, size)
            if length < head:
                return
            large = kind != b"moov" or length > _LARGEST_HEAD
            yield kind, b"" if large else file.read(length - head)
            at += length


def _head(file: BinaryIO, at: int, size: int) -> tuple[bytes, int, int]:
    """Return the kind, the length and the length of the head of the box that begins there."""
    file.seek(at)
    length, kind = struct.unpack(">I4s", file.read(8))
    if length == 1:
        return kind, int.from_bytes(file.read(8), "big"), 16
    return kind, length or size - at, 8


def _within(body: bytes) -> Iterator[bytes]:
    at = 0
    while at + 8 <= len(body):
        length, kind = struct.unpack(">I4s", body[at : at + 8])
        if length < 8:
            return
        yield kind
        if kind in _HOLDS:
            yield from _within(body[at + 8 : at + length])
        at += length
