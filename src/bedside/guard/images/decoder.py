"""
Rebuilds a picture from its pixels, in a process of its own with limits.

Run as `python -I -m bedside.guard.images.decoder`: a file on standard input, and on standard output
one line of JSON followed by the bytes of the picture and of its thumbnail. Its perceptual hash is
in that line, so that no picture is without, also where nothing can look at it. Decoders of pictures
are where hostile files strike, so the process can write no file, and has little memory and time.
"""

from __future__ import annotations

import json
import resource
import sys
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from bedside.guard.images.hashing import phash
from bedside.guard.images.opening import MOST_PIXELS, flat, opened, within
from bedside.guard.images.rebuilt import Rebuilt
from bedside.guard.images.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space: room for 50 million pixels twice over."""
SECONDS = 20
"""Seconds of processor time."""
THUMBNAIL = 480
HEAVIEST = 950_000
"""Bytes; below the smallest limit of the networks (Bluesky's 1,000,000)."""
QUALITY = 90
LOWEST_QUALITY = 70
SHRINK = 0.8


def encode(picture: Image.Image) -> Rebuilt:
    """Return a picture in RGB or RGBA as bytes that every network takes, and its thumbnail."""
    if picture.mode == "RGBA":
        picture, encoded, mime = *_light_png(picture), "image/png"
    else:
        picture, encoded, mime = *_light_jpeg(picture), "image/jpeg"
    small = within(picture, THUMBNAIL)
    thumbnail = _png(small) if small.mode == "RGBA" else _jpeg(small, QUALITY - 10)
    return Rebuilt(encoded, thumbnail, mime, picture.width, picture.height)


def _light_jpeg(picture: Image.Image) -> tuple[Image.Image, bytes]:
    quality = QUALITY
    encoded = _jpeg(picture, quality)
    while len(encoded) > HEAVIEST:
        if quality > LOWEST_QUALITY:
            quality -= 5
        else:
            picture = within(picture, round(max(picture.size) * SHRINK))
        encoded = _jpeg(picture, quality)
    return picture, encoded


def _light_png(picture: Image.Image) -> tuple[Image.Image, bytes]:
    encoded = _png(picture)
    while len(encoded) > HEAVIEST:
        picture = within(picture, round(max(picture.size) * SHRINK))
        encoded = _png(picture)
    return picture, encoded


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    # Not progressive: that takes twice the time for three percent fewer bytes.
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def _png(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _limit() -> None:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(head: Mapping[str, str | int], *bodies: bytes) -> None:
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n")
    for body in bodies:
        sys.stdout.buffer.write(body)


def main() -> None:
    """Read one file, write one answer."""
    content = sys.stdin.buffer.read()
    _limit()
    try:
        picture = opened(content).picture
        made, alike = encode(picture), phash(flat(picture))
    except Refused as refusal:
        _answer({"refused": refusal.why})
    else:
        head: dict[str, str | int] = {"mime": made.mime, "size": len(made.content)}
        head |= {"width": made.width, "height": made.height, "phash": alike}
        _answer(head, made.content, made.thumbnail)


if __name__ == "__main__":
    main()
