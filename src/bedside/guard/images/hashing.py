"""A picture's perceptual hash: 64 bits that stay nearly the same in a smaller or weaker copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALIKE = 10
"""Bits that may differ between copies of one picture; unrelated ones differ in about 32."""

_SIDE = 32
_KEPT = 8


def phash(picture: Image.Image) -> int:
    """
    Return the hash as a number of 64 bits without sign.

    The picture in gray at 32 by 32, its cosine transform (DCT-II), of that the 8 by 8 lowest
    frequencies, each above their median or not (Zauner, "Implementation and Benchmarking of
    Perceptual Image Hash Functions", 2010).
    """
    gray = picture.convert("L").resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    basis = _cosines()
    lowest = (basis @ np.asarray(gray, dtype=np.float64) @ basis.T).ravel()
    bits = lowest > np.median(lowest)
    return int("".join("1" if bit else "0" for bit in bits), 2)


def distance(one: int, other: int) -> int:
    """Return in how many of the 64 bits two hashes differ."""
    return (one ^ other).bit_count()


def _cosines() -> NDArray[np.float64]:
    """Return the rows of the transform that are kept."""
    places = np.arange(_SIDE) + 0.5
    return np.asarray(np.cos(np.pi / _SIDE * np.outer(np.arange(_KEPT), places)))
