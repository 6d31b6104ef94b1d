"""Pictures out of a video: two a second and each first one of a scene, one at a time."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

from bedside.guard.images.video import programs
from bedside.guard.images.video.probing import probe
from bedside.guard.images.video.refusals import VideoRefused, VideoWhy

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path
    from typing import IO, TextIO

    from bedside.guard.images.boxes import Size
    from bedside.guard.images.video.probing import Probe

LONGEST_SIDE = 1600
"""Pixels of the longer side of a picture: small print is read at this size."""
STEP = 0.5
"""Seconds between two pictures of one scene."""
CUT = 0.3
"""How much of ffmpeg's `scene` score, 0 to 1, makes a new scene."""
PATIENCE = 8 * 60 * 60.0
"""Seconds in which a video must have been looked at to its end."""
STILL = 120.0
"""Seconds in which one picture must be there."""
ENDS_EARLY = 2.0
"""Seconds by which the last picture may come before the end that the file tells."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture, upright and in RGB, at a second of a video; `cut` where a scene begins."""

    second: float
    picture: Image.Image
    cut: bool


def fitting(size: Size, longest: int = LONGEST_SIDE) -> Size:
    """Return the size at which pictures come: even sides, none longer than `longest`."""
    scale = min(1.0, longest / max(size))
    wide, high = (max(2, round(side * scale / 2) * 2) for side in size)
    return wide, high


def frames(
    path: Path, *, known: Probe | None = None, shift: float = 0.0, patience: float = PATIENCE
) -> Generator[Frame]:
    """
    Yield the pictures of a video in the order of time; only one is in memory at a time.

    `known` spares asking what the file is, `shift` begins that many seconds later, `patience` is
    in seconds for all of it. Raises `VideoRefused`, also at the end where the file broke off.
    """
    told = known or probe(path)
    size = fitting((told.width, told.height))
    # The file descriptors are passed by number, so ffmpeg's own second pipe carries the times.
    times, writer = os.pipe()
    last = -1.0
    chosen = f"gte(t,{shift})*(isnan(prev_selected_t)+gte(t-prev_selected_t,{STEP - 0.001})"
    filters = (
        f"select='{chosen}+gt(scene,{CUT}))',metadata=mode=print:file='pipe\\:{writer}':direct=1,"
        f"scale={size[0]}:{size[1]},format=rgb24"
    )
    asked = ["-nostdin", "-v", "quiet", "-threads", "2", *programs.reading(path)]
    asked += ["-map", "0:V:0", "-vf", filters, "-vsync", "passthrough", "-f", "rawvideo", "pipe:1"]
    with os.fdopen(times, encoding="ascii", errors="replace") as told_times:
        try:
            child = programs.running("ffmpeg", asked, seconds=patience, keep=(writer,))
            with child as made:
                os.close(writer)
                writer = -1
                assert made.stdout is not None
                for frame in _read(made.stdout, told_times, size):
                    last = frame.second
                    yield frame
                made.wait()
        finally:
            if writer >= 0:
                os.close(writer)
    if last < 0 and shift < told.seconds:
        raise VideoRefused(VideoWhy.BROKEN)
    if last < told.seconds - max(ENDS_EARLY, 2 / float(told.fps)):
        raise VideoRefused(VideoWhy.TRUNCATED)


def still(path: Path, second: float, *, known: Probe | None = None) -> Image.Image:
    """Return the picture at a second; 0 is the first one. Raises `VideoRefused`."""
    told = known or probe(path)
    wide, high = fitting((told.width, told.height))
    asked = ["-nostdin", "-v", "quiet", "-threads", "2", "-ss", str(max(second, 0.0))]
    asked += [*programs.reading(path), "-map", "0:V:0", "-frames:v", "1"]
    asked += ["-vf", f"scale={wide}:{high},format=rgb24", "-f", "rawvideo", "pipe:1"]
    length = wide * high * 3
    body = programs.answer("ffmpeg", asked, seconds=STILL, most=length + 1)
    if len(body) != length:
        raise VideoRefused(VideoWhy.BROKEN)
    return Image.frombytes("RGB", (wide, high), body)


def _read(pixels: IO[bytes], times: TextIO, size: Size) -> Iterator[Frame]:
    """Yield frames; two lines of text belong to each: its time, and how much is new in it."""
    length = size[0] * size[1] * 3
    while len(body := pixels.read(length)) == length:
        second = _named("pts_time", times.readline())
        score = _named("lavfi.scene_score", times.readline())
        yield Frame(second, Image.frombytes("RGB", size, body), score > CUT)


def _named(name: str, line: str) -> float:
    """Return the number behind `name:` or `name=` in a line of ffmpeg."""
    rest = line.partition(name)[2].split()
    if not rest:
        raise VideoRefused(VideoWhy.BROKEN)
    try:
        return float(rest[0].lstrip(":="))
    except ValueError:
        raise VideoRefused(VideoWhy.BROKEN) from None
