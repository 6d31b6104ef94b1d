"""Opens a file from a stranger: upright, in sRGB, at most so many pixels. Needs Pillow."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageCms, ImageOps, ImageStat, UnidentifiedImageError

from bedside.guard.images.refusals import Refused, Why, must_be_picture

try:
    import pillow_heif
except ModuleNotFoundError:
    _HEIF: tuple[str, ...] = ()
else:
    # Thumbnails and further pictures of the file are never decoded: only the main one goes on.
    pillow_heif.options.THUMBNAILS = False
    pillow_heif.options.DECODE_THREADS = 1
    pillow_heif.register_heif_opener()
    _HEIF = ("HEIF",)

if TYPE_CHECKING:
    from bedside.guard.images.boxes import Size

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", *_HEIF)
"""What Pillow may open here; it knows many more, whose decoders are less tried."""
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2048
"""Pixels of the longer side as it goes out, and as it is looked at."""

_DAMAGED = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What Pillow's readers raise for files that are damaged, or made to look so."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture in RGB or RGBA without metadata, and the upright size that its file has."""

    picture: Image.Image
    size: Size


def opened(content: bytes, longest: int = LONGEST_SIDE) -> Opened:
    """
    Decode a picture (of an animation the first frame), at most `longest` pixels a side.

    Raises `Refused`.
    """
    must_be_picture(content)
    try:
        return _opened(content, longest)
    except (MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(Why.LARGE) from None
    except UnidentifiedImageError:
        raise Refused(Why.BROKEN) from None
    except Refused:
        raise
    except _DAMAGED as error:
        cut = "truncated" in str(error).lower()
        raise Refused(Why.TRUNCATED if cut else Why.BROKEN) from None


def _opened(content: bytes, longest: int) -> Opened:
    with Image.open(BytesIO(content), formats=FORMATS) as source:
        size = source.size
        if size[0] * size[1] > MOST_PIXELS:
            raise Refused(Why.LARGE)
        source.draft("RGB", (longest, longest))
        source.load()
        upright = ImageOps.exif_transpose(source)
    if (upright.width < upright.height) != (size[0] < size[1]):
        size = size[1], size[0]
    return Opened(within(_plain(upright), longest), size)


def within(picture: Image.Image, side: int) -> Image.Image:
    """Return the picture with its longer side at most `side` pixels."""
    longer = max(picture.size)
    if longer <= side:
        return picture
    size = tuple(max(1, round(length * side / longer)) for length in picture.size)
    return picture.resize((size[0], size[1]), Image.Resampling.LANCZOS, reducing_gap=3.0)


def flat(picture: Image.Image) -> Image.Image:
    """Return it in RGB: what is see-through stands before whatever shows it best."""
    if picture.mode == "RGB":
        return picture
    alpha = picture.getchannel("A")
    light = ImageStat.Stat(picture.convert("L"), alpha.point(lambda value: value and 255)).mean
    ground = Image.new("RGB", picture.size, "black" if light[0] > 127 else "white")
    ground.paste(picture, mask=alpha)
    return ground


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
    if has_alpha:
        picture = _without_hidden(picture)
    picture.info.clear()
    return picture


def _without_hidden(picture: Image.Image) -> Image.Image:
    """Blacken what cannot be seen at all: its colors would still be there for whoever looks."""
    alpha = picture.getchannel("A")
    if alpha.getextrema() == (255, 255):
        return picture.convert("RGB")
    hidden = alpha.point(lambda value: 255 if value == 0 else 0)
    picture.paste((0, 0, 0, 0), mask=hidden)
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
