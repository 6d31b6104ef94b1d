"""
Reads what is written in a picture, and finds what is written but cannot be read.

The models are PP-OCRv6 (PaddleOCR, Apache-2.0) inside the package `rapidocr`, run by onnxruntime;
nothing is fetched. There are two `RapidOCR` objects, one that only finds text and one that only
reads it: an object that was called once to find only does not read in later calls either.
"""

from __future__ import annotations

import functools
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image
from rapidocr import RapidOCR

from bedside.guard.images import contrast, reading
from bedside.guard.images.boxes import Box, around
from bedside.guard.images.findings import Area, Line, Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from bedside.guard.draft import Organisation
    from bedside.guard.images.boxes import Size

SMALL = 20.0
"""Pixels: where lines are lower than this, their part is looked at again, in larger size."""
LARGEST = 1_800_000
"""Pixels that are looked at together: what a look takes in memory grows with them."""
SURE = 0.8
"""A line that scores less was not read for sure: a person must look."""
READ = 0.6
"""A line that scores less was not read at all."""
SHORTEST = 3
"""Letters and digits of a line: on patterns the model sees a stray character or two."""
ENLARGED = 28.0
"""Pixels of a small line after it was enlarged, by at most `_MOST`."""
_MOST = 2.0
_WORTH = 1.2
_LEAST_SIDE = 736
_STEP = 32
_COARSE = 0.4
_SAME = 0.4
_UPRIGHT = 1.5
_CHECKED = 64.0
_TALLEST = 0.25
_LONG = 1.6
_UNREAD = "Text that cannot be read here. Look closely or cover it."

Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Region:
    """Where text is: four corners in pixels from the upper left, clockwise along the text."""

    corners: tuple[Corner, Corner, Corner, Corner]

    @property
    def length(self) -> float:
        return self._side(0, 1)

    @property
    def height(self) -> float:
        return self._side(1, 2)

    def _side(self, one: int, other: int) -> float:
        (x, y), (right, bottom) = self.corners[one], self.corners[other]
        return float(np.hypot(right - x, bottom - y))

    @classmethod
    def of(cls, corners: Iterable[Sequence[float]]) -> _Region:
        """Build it from four pairs of numbers."""
        one, two, three, four = ((float(x), float(y)) for x, y in corners)
        return cls((one, two, three, four))

    def moved(self, scale: float, by: Corner) -> _Region:
        """Return it in the pixels of the picture of which its own was an enlarged part."""
        return self.of((x * scale + by[0], y * scale + by[1]) for x, y in self.corners)

    def box(self, size: Size) -> Box:
        left, right = min(x for x, _ in self.corners), max(x for x, _ in self.corners)
        top, bottom = min(y for _, y in self.corners), max(y for _, y in self.corners)
        return Box.of_pixels(left, top, right - left, bottom - top, size)


def read(picture: Image.Image, org: Organisation) -> Texts:
    """Return the lines, unread areas and screens of an upright picture in RGB."""
    lines: list[Line] = []
    unread: list[Box] = []
    for region in _regions(picture):
        box = region.box(picture.size)
        text, score = _text(picture, region)
        letters = sum(character.isalnum() for character in text)
        if score >= READ and letters >= SHORTEST:
            lines.append(Line(box, text, round(score, 3)))
        elif score < READ and _may_be_text(picture, region):
            unread.append(box)
    told = reading.judged(lines, org, picture.size)
    # Scrawls are read as some letters or other: what is doubtful and says nothing was not read.
    sure = tuple(line for line in told if line.identifier or line.score >= SURE)
    unread += [line.box for line in told if line not in sure]
    return Texts(
        lines=sure,
        unread=tuple(Area(box, _UNREAD) for box in unread),
        screens=reading.screens([*(line.box for line in sure), *unread], picture.size),
        faint=contrast.faint(picture, (line.box for line in sure)),
    )


def _regions(picture: Image.Image) -> list[_Region]:
    """Find text; where it is small, find it again in larger size, which parts close lines."""
    found = _found(picture)
    boxes = [region.box(picture.size) for region in found]
    # Writing out of focus is found only where it is made small.
    coarse = [one.moved(1 / _COARSE, (0, 0)) for one in _found(_scaled(picture, _COARSE), least=0)]
    found += [one for one in coarse if _is_missing(one.box(picture.size), boxes)]
    # What is small as a whole was enlarged for the finder.
    small = SMALL / max(1.0, _LEAST_SIDE / min(picture.size))
    few = [region for region in found if region.height < small]
    if not few:
        return found
    scale = min(_MOST, ENLARGED / statistics.median(region.height for region in few))
    zone = around(region.box(picture.size) for region in few).grown(0.1)
    again = _enlarged(picture, zone.pixels(picture.size), scale) if scale >= _WORTH else []
    boxes = [region.box(picture.size) for region in again]
    missed = [one for one in found if _is_missing(one.box(picture.size), boxes)]
    return [*again, *missed]


def _enlarged(picture: Image.Image, zone: tuple[int, int, int, int], scale: float) -> list[_Region]:
    """Look at a zone in larger size, in bands of at most `LARGEST` pixels that share a few rows."""
    left, top, wide, high = zone
    rows = max(1, int(LARGEST / (wide * scale * scale)))
    shared = min(round(ENLARGED * 2), rows // 3)
    kept: list[_Region] = []
    for start in range(0, max(1, high - shared), max(1, rows - shared)):
        stop = min(high, start + rows)
        part = picture.crop((left, top + start, left + wide, top + stop))
        for region in _found(_scaled(part, scale), least=0):
            one = region.moved(1 / scale, (left, top + start))
            box = one.box(picture.size)
            if _is_missing(box, [other.box(picture.size) for other in kept]):
                kept.append(one)
    return kept


def _is_missing(box: Box, among: Sequence[Box]) -> bool:
    """Tell whether no other boxes cover a good part of this one."""
    return sum(box.overlap(other) for other in among) <= _SAME * box.area


def _found(picture: Image.Image, least: int = _LEAST_SIDE) -> list[_Region]:
    """Run the model that finds text, on a picture whose shorter side is at least so long."""
    scale = min(max(1.0, least / min(picture.size)), (LARGEST / _area(picture)) ** 0.5)
    boxes = _finder()(np.asarray(_scaled(picture, scale))[:, :, ::-1]).boxes
    regions = [] if boxes is None else [_Region.of(corners) for corners in boxes]
    return [region.moved(1 / scale, (0, 0)) for region in regions]


def _area(picture: Image.Image) -> int:
    return picture.width * picture.height


def _scaled(picture: Image.Image, scale: float) -> Image.Image:
    if scale == 1:
        return picture
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return picture.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)


def _may_be_text(picture: Image.Image, region: _Region) -> bool:
    """
    Tell whether something that could not be read may be text all the same.

    Outlines of large shapes look like letters to the finder. What is a line of writing is longer
    than high, leaves room above and below, and is found as text in a small size too.
    """
    part_of_height = region.height / min(picture.size)
    if part_of_height > _TALLEST or (
        part_of_height > _TALLEST / 2 and region.length < _LONG * region.height
    ):
        return False
    if region.height <= _CHECKED:
        return True
    box = region.box(picture.size)
    left, top, wide, high = box.grown(0.5).pixels(picture.size)
    scale = _CHECKED / region.height
    part = picture.crop((left, top, left + wide, top + high))
    again = [
        one.moved(1 / scale, (left, top)).box(picture.size)
        for one in _found(_scaled(part, scale), least=0)
    ]
    return not _is_missing(box, again)


def _text(picture: Image.Image, region: _Region) -> tuple[str, float]:
    """Read a region: the text, and from 0 to 1 how sure it is."""
    wide, high = max(1, round(region.length)), max(1, round(region.height))
    one, two, three, four = region.corners
    # Pillow counts the other way round: upper left, lower left, lower right, upper right.
    corners = (*one, *four, *three, *two)
    part = picture.transform((wide, high), Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    if high >= _UPRIGHT * wide:
        part = part.transpose(Image.Transpose.ROTATE_90)
    told = _reader()(np.asarray(part)[:, :, ::-1])
    if not told.txts:
        return "", 0.0
    return told.txts[0].strip(), float(told.scores[0])


@functools.cache
def _finder() -> Callable[[NDArray[np.uint8]], Any]:
    return _made({"Det.limit_side_len": _STEP}, use_cls=False, use_rec=False)


@functools.cache
def _reader() -> Callable[[NDArray[np.uint8]], Any]:
    return _made({}, use_det=False, text_score=0.0)


def _made(more: dict[str, Any], **settings: Any) -> Callable[[NDArray[np.uint8]], Any]:
    one_thread = {"intra_op_num_threads": 1, "inter_op_num_threads": 1}
    named = {f"EngineConfig.onnxruntime.{name}": value for name, value in one_thread.items()}
    ours = {f"Global.{name}": value for name, value in settings.items()}
    quiet = {"Global.log_level": "critical", "Global.max_side_len": 4096}
    return RapidOCR(params=named | quiet | ours | more)
