"""
Proves on the bytes that would go out that what was to be covered is, and that nothing rides along.

How a cover looks is no proof: a blur can leave a face that is found again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bedside.guard.draft import Organisation
from bedside.guard.images import codes, faces, metadata, texts
from bedside.guard.images.boxes import Box
from bedside.guard.images.covering import FILL, GROWN
from bedside.guard.images.decoder import HEAVIEST
from bedside.guard.images.opening import LONGEST_SIDE, flat, opened
from bedside.guard.images.refusals import must_be_picture
from bedside.guard.images.signatures import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL import Image

    from bedside.guard.images.findings import Face
    from bedside.guard.images.rebuilt import Cover

NOISE = 24
"""Steps of 255 by which a solid cover's pixels may differ from its color: JPEG's own noise."""
WHOLE = 0.9
"""The part that must be covered of a place where the machine found something."""
_POINTS = 64
_EDGE = 8
"""Pixels at a cover's rim where JPEG blocks mix in what lies beside it."""


def verify(content: bytes, covers: Sequence[Cover]) -> tuple[str, ...]:
    """
    Return in sentences what is wrong with bytes that are to go out with these covers; () if safe.

    Safe means: a JPEG or PNG within the networks' limits, without metadata; every solid cover has
    one color to its rim; under a mosaic no face, text or code is found. Where a box was moved,
    there is no face and nothing to read at the place where the machine found it either, and
    covers lie on nearly all of it. Raises `Refused`.
    """
    must_be_picture(content)
    return (*_of_file(content), *_of_covers(content, covers))


def _of_file(content: bytes) -> Iterator[str]:
    if kind_of(content) not in {"jpeg", "png"}:
        yield "It is neither a JPEG nor a PNG."
    if len(content) > HEAVIEST:
        yield "It is heavier than the networks take."
    if kinds := metadata.read(content).kinds:
        yield f"It carries {', '.join(kinds)}."


def _of_covers(content: bytes, covers: Sequence[Cover]) -> Iterator[str]:
    source = opened(content)
    if max(source.size) > LONGEST_SIDE:
        yield "It is larger than a picture that goes out."
    picture = flat(source.picture)
    seen = faces.find(picture, full=True) if covers else ()
    for number, one in enumerate(covers, start=1):
        if one.how == "solid" and not _is_solid(picture, one.box):
            yield f"Cover {number} is not one color from edge to edge."
        if any(_lies_under(face, one.box) for face in seen):
            yield f"A face can still be found under cover {number}."
        if one.how == "mosaic":
            yield from _readable(picture, one.box.grown(GROWN), number)
        if one.found is not None:
            yield from _of_origin(picture, one.found, covers, seen, number)


def _of_origin(
    picture: Image.Image,
    found: Box,
    covers: Sequence[Cover],
    seen: Sequence[Face],
    number: int,
) -> Iterator[str]:
    """Yield what is wrong at the place where the machine found what a moved cover hides."""
    share = _share_under(found, covers)
    if share < WHOLE:
        yield f"Cover {number} leaves open a part of what was found."
    if any(_lies_under(face, found) for face in seen):
        yield f"A face can still be found where what cover {number} hides was found."
    if share < 1 and _has_text(picture, found):
        yield f"Text can still be read where what cover {number} hides was found."


def _has_text(picture: Image.Image, place: Box) -> bool:
    """Tell whether a line can be read that lies in a place by its greater part."""
    zone = place.grown(GROWN)
    inner = Box(
        (place.x - zone.x) / zone.w, (place.y - zone.y) / zone.h, place.w / zone.w, place.h / zone.h
    )
    lines = texts.read(_part(picture, zone), Organisation()).lines
    return any(line.box.overlap(inner) > line.box.area / 2 for line in lines)


def _share_under(found: Box, covers: Sequence[Cover]) -> float:
    """Return which part of a place lies under covers, counted on a grid of points."""
    steps = (np.arange(_POINTS) + 0.5) / _POINTS
    across, down = np.meshgrid(found.x + steps * found.w, found.y + steps * found.h)
    under = np.zeros(across.shape, dtype=bool)
    for box in (one.box.grown(GROWN) for one in covers):
        beside = (across < box.x) | (across > box.x + box.w)
        under |= ~(beside | (down < box.y) | (down > box.y + box.h))
    return float(under.mean())


def _is_solid(picture: Image.Image, box: Box) -> bool:
    left, top, wide, high = box.grown(GROWN).pixels(picture.size)
    rim_x, rim_y = min(_EDGE, (wide - 1) // 2), min(_EDGE, (high - 1) // 2)
    inner = (left + rim_x, top + rim_y, left + wide - rim_x, top + high - rim_y)
    pixels = np.asarray(picture.crop(inner), dtype=np.int16)
    return bool((np.abs(pixels - np.array(FILL, dtype=np.int16)) <= NOISE).all())


def _lies_under(face: Face, box: Box) -> bool:
    """Tell whether a face is the covered one, and not a neighbour whose edge is covered."""
    x, y = face.box.x + face.box.w / 2, face.box.y + face.box.h / 2
    middle = box.x <= x <= box.x + box.w and box.y <= y <= box.y + box.h
    return middle or face.box.iou(box) > 0.3


def _readable(picture: Image.Image, box: Box, number: int) -> Iterator[str]:
    part = _part(picture, box)
    # The cells themselves look like writing that cannot be read, so only what is read counts.
    if texts.read(part, Organisation()).lines:
        yield f"Text can still be found under cover {number}."
    if codes.find(part, Organisation()):
        yield f"A code can still be read under cover {number}."


def _part(picture: Image.Image, box: Box) -> Image.Image:
    left, top, wide, high = box.pixels(picture.size)
    return picture.crop((left, top, left + wide, top + high))
