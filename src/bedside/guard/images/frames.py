"""
How two processes pass questions and answers over a pipe: frames of JSON and bytes.

A frame is two lengths (unsigned, 4 bytes each, big-endian), that much JSON, that many bytes.
"""

from __future__ import annotations

import json
import struct
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_LENGTHS = struct.Struct(">II")


class Broken(EOFError):
    """The other side has gone, or breaks off within a frame."""


def write(stream: IO[bytes] | None, head: Mapping[str, Any], body: bytes = b"") -> None:
    """Write one frame. `OSError` or `Broken` where nobody reads any more."""
    words = json.dumps(head).encode()
    if stream is None:
        raise Broken
    stream.write(_LENGTHS.pack(len(words), len(body)))
    stream.write(words)
    stream.write(body)
    stream.flush()


def read(stream: IO[bytes] | None) -> tuple[dict[str, Any], bytes]:
    """Wait for one frame and return it. Raises `Broken`."""
    words, body = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    head = json.loads(_exactly(stream, words))
    return head, _exactly(stream, body)


def _exactly(stream: IO[bytes] | None, size: int) -> bytes:
    found = stream.read(size) if stream else b""
    if len(found) < size:
        raise Broken
    return found
