"""
A picture's perceptual hash: 64 bits that stay nearly the same in a smaller or weaker copy.

In plain Python, so that the decoder, which starts anew for each file, need not load more.
"""

from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIDE = 32
_KEPT = 8
_COSINES = [
    [math.cos(math.pi / _SIDE * row * (place + 0.5)) for place in range(_SIDE)]
    for row in range(_KEPT)
]
"""The rows of the transform that are kept."""


def phash(picture: Image.Image) -> int:
    """
    Return the hash as a number of 64 bits without sign.

    The picture in gray at 32 by 32, its cosine transform (DCT-II), of that the 8 by 8 lowest
    frequencies, each above their median or not (Zauner, "Implementation and Benchmarking of
    Perceptual Image Hash Functions", 2010).
    """
    gray = picture.convert("L").resize((_SIDE, _SIDE), Image.Resampling.LANCZOS).tobytes()
    lines = [gray[start : start + _SIDE] for start in range(0, len(gray), _SIDE)]
    columns = list(zip(*(_lowest(line) for line in lines), strict=True))
    lowest = [value for row in zip(*map(_lowest, columns), strict=True) for value in row]
    middle = median(lowest)
    return int("".join("1" if value > middle else "0" for value in lowest), 2)


def _lowest(values: Sequence[float]) -> list[float]:
    """Return the lowest frequencies in a row of values."""
    return [sum(part * value for part, value in zip(row, values, strict=True)) for row in _COSINES]
