"""
Rebuilds a picture from its pixels, in a process of its own with limits.

Run as `python -I -m bedside.guard.images.decoder`: a file on standard input, and on standard output
one line of JSON followed by the bytes of the picture and of its thumbnail. Decoders of pictures are
where hostile files strike, so the process can write no file, and has little memory and time.
"""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space: room for 50 million pixels twice over."""
SECONDS = 20
"""Seconds of processor time."""
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2048
"""Pixels of the longer side as it goes out."""
THUMBNAIL = 480
HEAVIEST = 950_000
"""Bytes; below the smallest limit of the networks (Bluesky's 1,000,000)."""
QUALITY = 90
LOWEST_QUALITY = 70
SHRINK = 0.8


class TooLarge(ValueError):
    """More pixels than `MOST_PIXELS`."""


@dataclass(frozen=True)
class Rebuilt:
    """A picture made anew from its pixels, upright, in sRGB, with nothing else in it."""

    content: bytes
    thumbnail: bytes
    mime: str
    width: int
    height: int


def rebuild(content: bytes) -> Rebuilt:
    """
    Decode a JPEG, PNG, WebP or GIF (its first frame) and encode it again.

    Raises `TooLarge`, and whatever Pillow raises for a file that it cannot read.
    """
    with Image.open(BytesIO(content), formats=["JPEG", "PNG", "WEBP", "GIF"]) as source:
        if source.width * source.height > MOST_PIXELS:
            raise TooLarge
        source.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        source.load()
        upright = ImageOps.exif_transpose(source)
    picture = _within(_plain(upright), LONGEST_SIDE)
    if picture.mode == "RGBA":
        picture, encoded, mime = *_light_png(picture), "image/png"
    else:
        picture, encoded, mime = *_light_jpeg(picture), "image/jpeg"
    small = _within(picture, THUMBNAIL)
    thumbnail = _png(small) if small.mode == "RGBA" else _jpeg(small, QUALITY - 10)
    return Rebuilt(encoded, thumbnail, mime, picture.width, picture.height)


def _plain(picture: Image.Image) -> Image.Image:
    """Return the pixels as sRGB in RGB, or RGBA where any of them is see-through; no more."""
    profile = picture.info.get("icc_profile")
    has_alpha = picture.has_transparency_data
    if profile and picture.mode in {"RGB", "CMYK"}:
        picture = _in_srgb(picture, profile)
    if picture.mode.startswith("I"):
        # Sixteen bits of gray: Pillow would cut off what is above 255 instead of scaling it.
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    picture = picture.convert("RGBA" if has_alpha else "RGB")
    if has_alpha and picture.getchannel("A").getextrema() == (255, 255):
        picture = picture.convert("RGB")
    picture.info.clear()
    return picture


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Turn the colors of another space into sRGB, which every screen takes for granted."""
    try:
        inside = ImageCms.ImageCmsProfile(BytesIO(profile))
        outside = ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(picture, inside, outside, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture
    return turned or picture


def _within(picture: Image.Image, side: int) -> Image.Image:
    longer = max(picture.size)
    if longer <= side:
        return picture
    size = tuple(max(1, round(length * side / longer)) for length in picture.size)
    return picture.resize((size[0], size[1]), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _light_jpeg(picture: Image.Image) -> tuple[Image.Image, bytes]:
    quality = QUALITY
    encoded = _jpeg(picture, quality)
    while len(encoded) > HEAVIEST:
        if quality > LOWEST_QUALITY:
            quality -= 5
        else:
            picture = _within(picture, round(max(picture.size) * SHRINK))
        encoded = _jpeg(picture, quality)
    return picture, encoded


def _light_png(picture: Image.Image) -> tuple[Image.Image, bytes]:
    encoded = _png(picture)
    while len(encoded) > HEAVIEST:
        picture = _within(picture, round(max(picture.size) * SHRINK))
        encoded = _png(picture)
    return picture, encoded


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
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


def _answer(head: dict[str, str | int], *bodies: bytes) -> None:
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n")
    for body in bodies:
        sys.stdout.buffer.write(body)


def main() -> None:
    """Read one file, write one answer."""
    content = sys.stdin.buffer.read()
    _limit()
    try:
        made = rebuild(content)
    except (TooLarge, MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        _answer({"refused": "large"})
    except UnidentifiedImageError:
        _answer({"refused": "broken"})
    except OSError as error:
        cut = "truncated" in str(error) or "Truncated" in str(error)
        _answer({"refused": "truncated" if cut else "broken"})
    else:
        head: dict[str, str | int] = {"mime": made.mime, "width": made.width}
        head |= {"height": made.height, "size": len(made.content)}
        _answer(head, made.content, made.thumbnail)


if __name__ == "__main__":
    main()
