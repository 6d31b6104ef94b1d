"""Small videos that tests make for themselves, with ffmpeg's own sources and drawn faces."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from bedside.guard.images.tests.pictures import GROUND, face

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PIL.Image import Image

needs_ffmpeg = pytest.mark.skipif(
    not (shutil.which("ffmpeg") and shutil.which("ffprobe")),
    reason="ffmpeg and ffprobe are not installed",
)
SIZE = (480, 360)
FPS = 10
SIDE = 120

H264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")


def ffmpeg(*asked: str, feed: bytes | None = None) -> None:
    """Run ffmpeg, which must succeed."""
    quiet = ["ffmpeg", "-nostdin", "-v", "error", "-y"]
    subprocess.run([*quiet, *asked], input=feed, check=True, timeout=120)


def pattern(out: Path, source: str = "testsrc=s=320x180:r=10:d=2", *more: str) -> Path:
    """Write a video of one of ffmpeg's own sources."""
    ffmpeg("-f", "lavfi", "-i", source, *(more or H264), str(out))
    return out


def drawn(out: Path, frames: Iterable[Image], *more: str, sound: bool = False) -> Path:
    """Write a video of these pictures, ten a second, perhaps with a tone."""
    body = b"".join(frame.tobytes() for frame in frames)
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{SIZE[0]}x{SIZE[1]}", "-r", str(FPS)]
    tone = ["-f", "lavfi", "-i", "sine=f=440", "-shortest", "-c:a", "aac"] if sound else []
    inputs = [*raw, "-i", "pipe:0", *tone[:4]]
    ffmpeg(*inputs, *H264, *tone[4:], *more, str(out), feed=body)
    return out


def walk(seconds: float, place: Callable[[float], tuple[int, int] | None]) -> list[Image]:
    """Return pictures in which a face is where `place` says at that second, or nowhere."""
    head = face(SIDE)
    plain = face(2).resize(SIZE)
    plain.paste(GROUND, (0, 0, *SIZE))
    made = []
    for number in range(round(seconds * FPS)):
        picture = plain.copy()
        if (where := place(number / FPS)) is not None:
            picture.paste(head, where)
        made.append(picture)
    return made


def from_left(second: float) -> tuple[int, int]:
    """Move 60 pixels a second to the right."""
    return round(20 + 60 * second), 100
