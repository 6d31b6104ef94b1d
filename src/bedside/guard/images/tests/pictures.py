"""Pictures for tests, drawn here: as a camera, a phone or somebody with bad intent makes them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

SECRET = "Maria Lopez, room 12"


def drawing(width: int = 320, height: int = 240, mode: str = "RGB") -> Image.Image:
    """Return a lamp, so to speak: a bright disc in the upper left of a dark ground."""
    picture = Image.new(mode, (width, height), "#14231f")
    ImageDraw.Draw(picture).ellipse((0, 0, width // 2, height // 2), fill="#f2bf62")
    return picture


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Return what compresses worst."""
    picture = Image.effect_noise((width, height), 90).convert("RGB")
    if mode == "RGBA":
        picture.putalpha(Image.effect_noise((width, height), 90))
    return picture


def encoded(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def photo(width: int = 320, height: int = 240, orientation: int = 1) -> bytes:
    """Return a JPEG as a phone writes it: with place, owner, captions and a comment."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET
    exif[0x013B] = SECRET
    exif.get_ifd(0x8825)[2] = (41.0, 52.0, 33.0)
    exif.get_ifd(0x8825)[1] = "N"
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()
    return encoded(drawing(width, height), exif=exif, comment=SECRET.encode(), xmp=xmp) + (
        b"trailing: " + SECRET.encode()
    )


def captioned_png() -> bytes:
    """Return a PNG with words in its text chunks."""
    info = PngInfo()
    info.add_text("Description", SECRET)
    info.add_itxt("Comment", SECRET)
    return encoded(drawing(), "PNG", pnginfo=info)


def animation() -> bytes:
    """Return a GIF of two frames, the first with the lamp."""
    return encoded(
        drawing(), "GIF", save_all=True, append_images=[Image.new("RGB", (320, 240), "red")]
    )


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """Return a small PNG that would unfold into gigabytes."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    line = b"\x00" * ((width + 7) // 8 + 1)
    squeezer = zlib.compressobj(9)
    body = b"".join(squeezer.compress(line) for _ in range(height)) + squeezer.flush()
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part))
        for name, part in ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    )
