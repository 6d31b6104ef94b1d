"""
A stored file, or the part of it that a browser asks for (RFC 9110, section 14), read in pieces.

Browsers ask for parts of a video to move about in it; Safari plays none without.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.http import HttpResponse, StreamingHttpResponse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from django.core.files.base import File
    from django.http import HttpRequest, HttpResponseBase

PIECE = 256 * 1024
"""Bytes that are read at once."""
_ASKED = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def answer(request: HttpRequest, file: File[Any], mime: str, tag: str) -> HttpResponseBase:
    """
    Return an open file, which the answer closes: all of it, the part that is asked for, or 416.

    `tag` is its entity tag. Where several parts are asked for at once, all of it comes.
    """
    size = file.size
    part = _part(request, size, tag)
    if part is None:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    first, last = part
    body = StreamingHttpResponse(_Part(file, first, last), content_type=mime)
    body["Accept-Ranges"], body["Content-Length"] = "bytes", str(last - first + 1)
    if (first, last) != (0, size - 1) or _asks(request, tag):
        body.status_code = 206
        body["Content-Range"] = f"bytes {first}-{last}/{size}"
    return body


def _asks(request: HttpRequest, tag: str) -> re.Match[str] | None:
    """Return the one range that is asked for, of these very bytes."""
    if request.headers.get("If-Range", tag) != tag:
        return None
    asked = _ASKED.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    return asked if asked and any(asked.groups()) else None


def _part(request: HttpRequest, size: int, tag: str) -> tuple[int, int] | None:
    """Return the first and the last byte to be sent; None where what is asked for is not there."""
    asked = _asks(request, tag)
    if asked is None:
        return 0, size - 1
    first, last = asked.groups()
    if not first:
        return (max(size - int(last), 0), size - 1) if int(last) else None
    start, end = int(first), min(int(last), size - 1) if last else size - 1
    return (start, end) if start <= end else None


class _Part:
    """A part of a file in pieces; the file is closed with the answer."""

    def __init__(self, file: File[Any], first: int, last: int) -> None:
        self._file, self._left = file, last - first + 1
        file.seek(first)

    def __iter__(self) -> Iterator[bytes]:
        while self._left > 0 and (piece := self._file.read(min(PIECE, self._left))):
            self._left -= len(piece)
            yield piece

    def close(self) -> None:
        self._file.close()
