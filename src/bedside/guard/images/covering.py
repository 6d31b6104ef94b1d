"""Covers parts of a picture and makes it anew from its pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from bedside.guard.images.decoder import encode
from bedside.guard.images.opening import opened
from bedside.guard.images.rebuilt import Cover, Rebuilt

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CELLS", "FILL", "GROWN", "Cover", "cover"]

GROWN = 0.25
"""How much larger a cover is than what lies under it: chin, hair and the ends of a line."""
CELLS = 6
"""Cells of a mosaic along its shorter side; coarser than any at which a face was found again."""
FILL = (38, 50, 56)
"""The color of a solid cover: it reads as one on light and on dark pictures."""


def cover(content: bytes, covers: Iterable[Cover]) -> Rebuilt:
    """
    Return the picture with these covers, at most 2,048 pixels and 950 kB, without metadata.

    Raises `Refused` for a file that cannot be opened.
    """
    picture = opened(content).picture
    # A mosaic mixes what is there: it comes first, so that nothing solid is thinned by it.
    for one in sorted(covers, key=lambda one: one.how == "solid"):
        left, top, wide, high = one.box.grown(GROWN).pixels(picture.size)
        place = (left, top, left + wide, top + high)
        if one.how == "solid":
            picture.paste(_solid(picture), place)
        else:
            picture.paste(_mosaic(picture.crop(place)), place)
    return encode(picture)


def _solid(picture: Image.Image) -> tuple[int, ...]:
    return (*FILL, 255) if picture.mode == "RGBA" else FILL


def _mosaic(part: Image.Image) -> Image.Image:
    """Return it in square cells of one color each, `CELLS` of them along the shorter side."""
    cell = max(min(part.size) / CELLS, 1.0)
    cells = tuple(max(1, round(length / cell)) for length in part.size)
    few = part.resize((cells[0], cells[1]), Image.Resampling.BOX)
    return few.resize(part.size, Image.Resampling.NEAREST)
