"""The one picture that stands for a video in lists, and by which copies of it are known."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from bedside.guard.images.hashing import phash
from bedside.guard.images.opening import within
from bedside.guard.images.video import still

if TYPE_CHECKING:
    from pathlib import Path

    from bedside.guard.images.video import Probe

MIME = "image/jpeg"
AT = 1.0
"""The second that is shown: many videos begin in black."""
SIDE = 480
QUALITY = 80


@dataclass(frozen=True, slots=True)
class Poster:
    """A small JPEG, and the perceptual hash of the picture, 64 bits."""

    content: bytes
    phash: int


def poster_of(path: Path, told: Probe) -> Poster:
    """Return the poster of a video; `told` is what it is. Raises `VideoRefused`."""
    picture = still(path, min(AT, told.seconds / 2), known=told)
    out = BytesIO()
    within(picture, SIDE).save(out, "JPEG", quality=QUALITY, optimize=True)
    return Poster(out.getvalue(), phash(picture))
