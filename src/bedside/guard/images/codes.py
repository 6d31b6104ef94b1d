"""Finds bar codes and QR codes, as wristbands, labels and badges carry them: zxing-cpp."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import zxingcpp
from PIL import Image

from bedside.guard.draft import Draft, Organisation
from bedside.guard.images.boxes import Box, around
from bedside.guard.images.findings import Code
from bedside.guard.ownership import is_own_domain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.images.boxes import Size

MARGIN = 0.25
"""How much larger than what was decoded a box is: bars go on above and below the line read."""
FLATTEST = 0.4
"""Of a code of bars only a line is located: its box is at least this part of its length high."""
TWICE_UP_TO = 3000
"""Pixels of the longer side up to which the picture is looked at in double size too."""
ASKEW = (30, 60)
"""Degrees by which the picture is turned for bars that lie across it, as on a wristband."""

_URL = re.compile(r"https?://([^/?#:\s@]+)(?:[/:?#]\S*)?", re.IGNORECASE)


def find(picture: Image.Image, org: Organisation) -> tuple[Code, ...]:
    """
    Return the codes of an upright picture that can be read: at its size, at twice that, and askew.

    A QR code that holds an address of the organisation's own site is `own`.
    """
    gray = picture.convert("L")
    found: list[Code] = []
    for angle, scale in _views(max(gray.size)):
        view = gray
        if scale > 1:
            view = gray.resize((gray.width * scale, gray.height * scale), Image.Resampling.BICUBIC)
        if angle:
            view = gray.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        for code in _in(view, angle, (gray.width * scale, gray.height * scale), org):
            found = _joined(found, code)
    return tuple(found)


def _joined(found: list[Code], code: Code) -> list[Code]:
    """Add a code; one that was read before gets a box around both: a slant reading sees a part."""
    same = [one for one in found if one.text == code.text and one.box.overlap(code.box)]
    others = [one for one in found if one not in same]
    return [*others, replace(code, box=around(one.box for one in (code, *same)))]


def _views(longer: int) -> Iterator[tuple[int, int]]:
    """Return angles and scales: bars are read along a view's sides, give or take 15 degrees."""
    yield 0, 1
    if longer <= TWICE_UP_TO:
        yield 0, 2
    yield from ((angle, 1) for angle in ASKEW)


def _in(view: Image.Image, angle: int, size: Size, org: Organisation) -> Iterator[Code]:
    """Read the codes of a view that was turned by `angle` from a picture of `size`."""
    for read in zxingcpp.read_barcodes(view, try_rotate=True, try_invert=True):
        points = [_back(x, y, angle, view.size, size) for x, y in _corners(read.position)]
        left, top = min(x for x, _ in points), min(y for _, y in points)
        wide, high = max(x for x, _ in points) - left, max(y for _, y in points) - top
        box = Box.of_pixels(left, top, wide, high, size)
        yield Code(box, _name(read), read.text, _is_own(read.text, org))


def _corners(at: zxingcpp.Position) -> Iterator[tuple[float, float]]:
    """Return the corners of a rectangle that lies as the code does and holds all of it."""
    one, two, three, four = at.top_left, at.top_right, at.bottom_right, at.bottom_left
    x, y = (one.x + three.x) / 2, (one.y + three.y) / 2
    length = max(math.dist((one.x, one.y), (two.x, two.y)), 1.0)
    height = max(math.dist((one.x, one.y), (four.x, four.y)), FLATTEST * length)
    along = (two.x - one.x) / length, (two.y - one.y) / length
    for right, down in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        far = right * (length / 2 + MARGIN / 2 * max(length, height))
        low = down * (height / 2 + MARGIN / 2 * max(length, height))
        yield x + far * along[0] - low * along[1], y + far * along[1] + low * along[0]


def _back(x: float, y: float, angle: int, view: Size, size: Size) -> tuple[float, float]:
    """Return where a point of the turned view lies in the picture; Pillow turns to the left."""
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    right, down = x - view[0] / 2, y - view[1] / 2
    return right * cosine - down * sine + size[0] / 2, right * sine + down * cosine + size[1] / 2


def _name(read: zxingcpp.Barcode) -> str:
    """Return "QRCode", "Code128", "DataMatrix" and so on."""
    return str(read.format).rpartition(".")[2].replace(" ", "")


def _is_own(text: str, org: Organisation) -> bool:
    site = _URL.fullmatch(text.strip())
    return site is not None and is_own_domain(Draft("", org=org), site[1].lower())
