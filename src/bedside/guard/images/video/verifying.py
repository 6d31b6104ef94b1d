"""Proves on the video that would go out that what was to be covered is, and nothing rides along."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np

from bedside.guard.images.covering import FILL, GROWN
from bedside.guard.images.tracks import HOLD
from bedside.guard.images.video.covering import FASTEST, LONGEST_SIDE
from bedside.guard.images.video.footage import STEP, frames
from bedside.guard.images.video.probing import probe
from bedside.guard.images.video.refusals import VideoRefused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from PIL import Image

    from bedside.guard.images.boxes import Box
    from bedside.guard.images.tracks import Track
    from bedside.guard.images.video.footage import Frame
    from bedside.guard.images.video.probing import Probe
    from bedside.guard.images.video.scanning import Progress, See

NOISE = 30
"""Steps of 255 by which a cover's pixels may differ from its color: the encoder's own noise."""
_EDGE = 8
_MOST = 5
"""Problems that are named; where there are more, the next video has them too."""


def verify_video(
    path: Path,
    covers: Sequence[Track],
    see: See,
    *,
    known: Sequence[Track] | None = None,
    progress: Progress | None = None,
) -> tuple[str, ...]:
    """
    Return in sentences what is wrong with a video that is to go out with these covers; () if safe.

    It is looked at between the pictures of the scan. `known` are all tracks about which somebody
    has decided; where it is given, a face that is none of them is a problem too. `see` and
    `progress` are those of `scan_video`. A file that cannot be read to its end is a problem.
    """
    try:
        told = probe(path)
        said = list(_of_file(told))
        with closing(frames(path, known=told, shift=STEP / 2)) as found:
            for frame in found:
                said += _of_frame(frame, covers, see, known)
                if len(said) >= _MOST:
                    return tuple(said[:_MOST])
                if progress:
                    progress(min(frame.second, told.seconds), told.seconds)
    except VideoRefused as refusal:
        return (str(refusal),)
    return tuple(said)


def _of_file(told: Probe) -> Iterator[str]:
    if told.codec != "h264":
        yield "It is not H.264."
    if max(told.width, told.height) > LONGEST_SIDE or told.fps > FASTEST:
        yield "It is larger or faster than what goes out."
    if told.kinds or told.has_subtitles:
        yield f"It carries {', '.join((*told.kinds, *(['subtitles'] * told.has_subtitles)))}."


def _of_frame(
    frame: Frame, covers: Sequence[Track], see: See, known: Sequence[Track] | None
) -> Iterator[str]:
    when = f"{int(frame.second) // 60}:{frame.second % 60:04.1f}"
    present = [(number, box) for number, one in enumerate(covers, 1)
               if (box := one.at(frame.second)) is not None]  # fmt: skip
    for number, box in present:
        if not _is_solid(frame.picture, box):
            yield f"At {when} cover {number} is not one color from edge to edge."
    faces = [face.box for face in see(frame.picture, False).faces if face.sure]
    for face in faces:
        under = [number for number, box in present if _lies_under(face, box)]
        if under:
            yield f"At {when} a face can still be found under cover {under[0]}."
        elif known is not None and not any(_is_of(face, one, frame.second) for one in known):
            yield f"At {when} there is a face that was not found before. Do not post this part."


def _is_solid(picture: Image.Image, box: Box) -> bool:
    left, top, wide, high = box.grown(GROWN).pixels(picture.size)
    rim_x, rim_y = min(_EDGE, (wide - 1) // 2), min(_EDGE, (high - 1) // 2)
    inner = (left + rim_x, top + rim_y, left + wide - rim_x, top + high - rim_y)
    pixels = np.asarray(picture.crop(inner), dtype=np.int16)
    return bool((np.abs(pixels - np.array(FILL, dtype=np.int16)) <= NOISE).all())


def _lies_under(face: Box, box: Box) -> bool:
    x, y = face.x + face.w / 2, face.y + face.h / 2
    middle = box.x <= x <= box.x + box.w and box.y <= y <= box.y + box.h
    return middle or face.iou(box) > 0.3


def _is_of(face: Box, track: Track, second: float) -> bool:
    """Tell whether a face is that of a track, give or take the moment between two pictures."""
    times = (second, second - HOLD["face"], second + HOLD["face"])
    places = [box for at in times if (box := track.at(at)) is not None]
    return any(face.grown(1.0).iou(box.grown(1.0)) > 0.1 for box in places)
