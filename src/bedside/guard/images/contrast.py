"""
Tells whether letters stand out from what lies behind them: WCAG 2.2, success criterion 1.4.3.

Ink and ground are told apart by brightness (Otsu, "A Threshold Selection Method from Gray-Level
Histograms", 1979), so the ratio is that of what is seen, whatever made it so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from PIL import Image

    from bedside.guard.images.boxes import Box

LEAST = 4.5
"""The least ratio that WCAG asks of text at level AA."""
_STEPS = 256
_SHARE = 0.5
"""The part of the darker and of the lighter pixels that counts: the others are blurred edges."""


def faint(picture: Image.Image, boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Return the boxes of text in an RGB picture whose contrast is under `LEAST`."""
    return tuple(box for box in boxes if ratio(picture, box) < LEAST)


def ratio(picture: Image.Image, box: Box) -> float:
    """Return the contrast between ink and ground in a box, from 1 (none) to 21."""
    left, top, wide, high = box.pixels(picture.size)
    part = picture.crop((left, top, left + wide, top + high))
    light = np.sort(_luminance(np.asarray(part, dtype=np.float64)).ravel())
    split = int(np.searchsorted(light, _threshold(light), side="right"))
    dark, bright = light[:split], light[split:]
    if not dark.size or not bright.size:
        return 1.0
    low = dark[: max(1, int(dark.size * _SHARE))].mean()
    high_end = bright[-max(1, int(bright.size * _SHARE)) :].mean()
    return float((high_end + 0.05) / (low + 0.05))


def _luminance(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the relative luminance of sRGB pixels, 0 to 1, as WCAG defines it."""
    part = pixels / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _threshold(light: NDArray[np.float64]) -> float:
    """Return the luminance that parts the two groups which differ most (Otsu)."""
    # Equal steps of lightness, so that dark tones are not all in one step.
    counts, edges = np.histogram(np.cbrt(light), bins=_STEPS, range=(0, 1))
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)
    above = below[-1] - below
    sums = np.cumsum(counts * middles)
    with np.errstate(divide="ignore", invalid="ignore"):
        between = below * above * (sums / below - (sums[-1] - sums) / above) ** 2
    between = np.where((below > 0) & (above > 0), between, -1.0)
    return float(edges[int(np.argmax(between)) + 1] ** 3)
