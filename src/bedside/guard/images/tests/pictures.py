"""Pictures for tests, drawn here: as a camera, a phone or somebody with bad intent makes them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pillow_heif
from PIL import Image, ImageDraw, ImageFilter
from PIL.PngImagePlugin import PngInfo

pillow_heif.register_heif_opener()

SECRET = "Maria Lopez, room 12"
GROUND = "#7f8f9a"
SIDE = 640
"""Pixels at which a face is drawn."""


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


def _disc(draw: ImageDraw.ImageDraw, x: float, y: float, wide: float, high: float, fill: Any):
    """Draw an ellipse around (x, y); all four in parts of the side of a face."""
    sides = (x - wide, y - high, x + wide, y + high)
    draw.ellipse(tuple(round(side * SIDE) for side in sides), fill=fill)


def _spread(stains: list[tuple[float, float, float, float, int]], blur: float) -> Image.Image:
    mask = Image.new("L", (SIDE, SIDE), 0)
    draw = ImageDraw.Draw(mask)
    for x, y, wide, high, fill in stains:
        _disc(draw, x, y, wide, high, fill)
    return mask.filter(ImageFilter.GaussianBlur(blur))


def face(side: int = 160) -> Image.Image:
    """Return a face of nobody, drawn softly enough that a detector takes it for one."""
    made = Image.new("RGB", (SIDE, SIDE), GROUND)
    draw = ImageDraw.Draw(made)
    draw.rectangle((256, 480, 384, 640), fill="#b98060")
    _disc(draw, 0.5, 1.12, 0.42, 0.25, "#3a5a78")
    _disc(draw, 0.5, 0.40, 0.33, 0.36, "#2b1d16")
    _disc(draw, 0.5, 0.50, 0.265, 0.36, "#e0ac88")
    draw.chord((154, 51, 486, 256), 180, 360, fill="#2b1d16")
    dark = [
        (0.5, 0.635, 0.07, 0.02, 180),
        (0.5, 0.79, 0.09, 0.02, 115),
        (0.5, 0.87, 0.2, 0.05, 180),
    ]
    for way in (-1, 1):
        dark += [(0.5 + way * 0.115, 0.455, 0.085, 0.05, 166)]
        dark += [
            (0.5 + way * 0.25, 0.55, 0.06, 0.28, 192),
            (0.5 + way * 0.03, 0.56, 0.02, 0.06, 77),
        ]
    made.paste("#5a3524", mask=_spread(dark, 16))
    _features(ImageDraw.Draw(made))
    light = [(0.5, 0.33, 0.12, 0.06, 110), (0.5, 0.56, 0.012, 0.07, 120)]
    light += [(0.36, 0.57, 0.05, 0.04, 60), (0.64, 0.57, 0.05, 0.04, 60)]
    made.paste("#fff0e2", mask=_spread(light, 16))
    soft = made.filter(ImageFilter.GaussianBlur(3))
    return soft.resize((side, side), Image.Resampling.LANCZOS)


def _features(draw: ImageDraw.ImageDraw) -> None:
    """Draw eyes, brows, nostrils and a mouth."""
    for way in (-1, 1):
        middle = 0.5 + way * 0.115
        _disc(draw, middle, 0.47, 0.048, 0.020, "#e8ddd4")
        _disc(draw, middle, 0.468, 0.021, 0.021, "#2a1c12")
        x = round(middle * SIDE)
        draw.arc((x - 35, 282, x + 35, 320), 190, 350, fill="#2b1a12", width=7)
        draw.arc((x - 48, 246, x + 48, 294), 205, 335, fill="#33211a", width=12)
        _disc(draw, 0.5 + way * 0.025, 0.625, 0.013, 0.008, "#6a3a2a")
    draw.chord((262, 429, 378, 477), 0, 180, fill="#a34f4a")
    draw.chord((269, 435, 371, 454), 180, 360, fill="#a34f4a")
    draw.line((262, 452, 378, 452), fill="#5a2420", width=5)


def faces_at(*places: tuple[int, int], side: int = 160, size: Any = (640, 480)) -> Image.Image:
    """Return a picture with faces whose upper left corners are there."""
    made = Image.new("RGB", size, GROUND)
    one = face(side)
    for place in places:
        made.paste(one, place)
    return made


def photo_with_preview() -> bytes:
    """Return a JPEG whose EXIF holds a small picture of the whole, as cameras write it."""
    small = encoded(drawing(80, 60))
    # TIFF 6.0: no tag in the first directory, two in the second: where the preview is, its length.
    head = b"MM\0*" + struct.pack(">IHIH", 8, 0, 14, 2)
    tags = struct.pack(">HHIIHHIII", 0x0201, 4, 1, 44, 0x0202, 4, 1, len(small), 0)
    body = b"Exif\0\0" + head + tags + small
    content = encoded(drawing())
    return content[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + content[2:]


def heic(picture: Image.Image, orientation: int = 1) -> bytes:
    """Return an HEIC with a place, as iPhones write it: turned by a box of the file itself."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"
    return encoded(picture, "HEIF", exif=exif.tobytes(), quality=80)
