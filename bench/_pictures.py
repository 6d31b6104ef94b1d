"""
Pictures for the benchmark of images, rendered here: what people photograph in places of care.

All people, numbers and dates are made up. Each picture knows the strings it shows, where each
stands, and which of them are identifiers. Fonts are DejaVu and Liberation of the machine; what
looks written by hand are free fonts that packages ship (`bench/requirements.txt`). Such a font is
no handwriting: figures for it are the optimistic end.
"""

from __future__ import annotations

import functools
import io
import math
import random
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

SYSTEM = Path("/usr/share/fonts/truetype")
PRINTED = {
    "sans": "liberation/LiberationSans-Regular.ttf",
    "bold": "liberation/LiberationSans-Bold.ttf",
    "mono": "liberation/LiberationMono-Regular.ttf",
    "serif": "liberation/LiberationSerif-Regular.ttf",
    "narrow": "liberation/LiberationSansNarrow-Regular.ttf",
}
HANDS = {
    "caveat": "fontpkg_caveat",
    "indie": "fontpkg_indie_flower",
    "kalam": "fontpkg_kalam",
    "marker": "fontpkg_permanent_marker",
    "shadows": "fontpkg_shadows_into_light",
    "zeyada": "fontpkg_zeyada",
}
Corners = tuple[tuple[float, float], ...]
"""Points in pixels, clockwise from the upper left."""
INK, WHITE = (24, 26, 30), (246, 246, 243)


@dataclass(frozen=True)
class Shown:
    """A string in a picture, its corners in pixels clockwise, and whether it is an identifier."""

    text: str
    corners: Corners
    identifier: bool


@dataclass(frozen=True)
class Picture:
    """A rendered picture of a kind; `harmless` where nothing in it says who anybody is."""

    kind: str
    name: str
    image: Image.Image
    shown: tuple[Shown, ...] = ()

    @property
    def harmless(self) -> bool:
        return not any(one.identifier for one in self.shown)


@dataclass
class Page:
    """A flat sheet to write on, before it is placed in a picture."""

    size: tuple[int, int]
    ground: tuple[int, int, int] = WHITE
    shown: list[Shown] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.image = Image.new("RGB", self.size, self.ground)
        self.draw = ImageDraw.Draw(self.image)

    def write(
        self,
        at: tuple[int, int],
        text: str,
        high: int = 30,
        font: str = "sans",
        ink: tuple[int, int, int] = INK,
    ) -> None:
        """Write a line; what stands in `*stars*` is an identifier of its own."""
        used = _font(font, high)
        x, y = float(at[0]), at[1]
        for number, part in enumerate(text.split("*")):
            if part:
                self.draw.text((x, y), part, ink, font=used)
                left, top, right, bottom = self.draw.textbbox((x, y), part, font=used)
                corners = ((left, top), (right, top), (right, bottom), (left, bottom))
                if part.strip():
                    self.shown.append(Shown(part.strip(), corners, number % 2 == 1))
            x += self.draw.textlength(part, font=used)


@functools.cache
def _font(name: str, high: int) -> ImageFont.FreeTypeFont:
    if name in PRINTED:
        return ImageFont.truetype(SYSTEM / PRINTED[name], high)
    package = find_spec(HANDS[name])
    if package is None or package.origin is None:
        raise SystemExit(f"The font of {HANDS[name]} is missing: see bench/requirements.txt.")
    file = sorted(Path(package.origin).parent.glob("files/*.ttf"))[0]
    return ImageFont.truetype(file, high)


def placed(
    page: Page, size: tuple[int, int], corners: Corners
) -> tuple[Image.Image, tuple[Shown, ...]]:
    """Put a page into a room of this size so that its corners (clockwise) lie at `corners`."""
    wide, high = page.size
    flat = ((0, 0), (wide, 0), (wide, high), (0, high))
    there, back = _homography(flat, corners), _homography(corners, flat)
    scene = room(size)
    turned = page.image.transform(
        size, Image.Transform.PERSPECTIVE, tuple(back), Image.Resampling.BICUBIC
    )
    mask = Image.new("L", page.size, 255).transform(
        size, Image.Transform.PERSPECTIVE, tuple(back), Image.Resampling.BILINEAR
    )
    scene.paste(turned, mask=mask)
    return scene, tuple(
        Shown(one.text, tuple(_mapped(there, point) for point in one.corners), one.identifier)
        for one in page.shown
    )


def _homography(source: Corners, target: Corners) -> list[float]:
    """Return the eight numbers of the perspective that takes four points to four others."""
    rows: list[list[float]] = []
    right: list[float] = []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return [float(value) for value in np.linalg.solve(np.array(rows), np.array(right))]


def _mapped(by: list[float], point: tuple[float, float]) -> tuple[float, float]:
    x, y = point
    under = by[6] * x + by[7] * y + 1
    return (
        (by[0] * x + by[1] * y + by[2]) / under,
        (by[3] * x + by[4] * y + by[5]) / under,
    )


def room(size: tuple[int, int], seed: int = 5) -> Image.Image:
    """Return a wall, a floor and some furniture, softly lit and slightly noisy."""
    wide, high = size
    dice = random.Random(seed)
    scene = Image.new("RGB", size, (188, 184, 176))
    draw = ImageDraw.Draw(scene)
    draw.rectangle((0, high * 0.72, wide, high), fill=(126, 118, 108))
    for _ in range(4):
        x, y = dice.uniform(0, wide * 0.8), dice.uniform(high * 0.2, high * 0.7)
        shade = dice.randrange(90, 220)
        box = (x, y, x + dice.uniform(0.1, 0.3) * wide, y + dice.uniform(0.1, 0.3) * high)
        draw.rounded_rectangle(box, 12, fill=(shade, shade - 4, shade - 10))
    return scene.filter(ImageFilter.GaussianBlur(max(size) / 400))


def photographed(image: Image.Image, blur: float = 0.6, noise: float = 4.0) -> Image.Image:
    """Return a picture as a phone makes it: a little soft, noisy, and compressed."""
    soft = np.asarray(image.filter(ImageFilter.GaussianBlur(blur)), dtype=np.float64)
    grain = np.random.default_rng(7).normal(0, noise, soft.shape)
    file = io.BytesIO()
    Image.fromarray(np.clip(soft + grain, 0, 255).astype(np.uint8)).save(file, "JPEG", quality=82)
    return Image.open(file).convert("RGB")


def upright(
    page: Page, size: tuple[int, int], scale: float, turn: float = 0.0
) -> tuple[Image.Image, tuple[Shown, ...]]:
    """Place a page in the middle, so many times its size and turned by degrees to the right."""
    angle = math.radians(turn)
    wide, high = page.size[0] * scale / 2, page.size[1] * scale / 2
    corners = tuple(
        (
            size[0] / 2 + x * math.cos(angle) - y * math.sin(angle),
            size[1] / 2 + x * math.sin(angle) + y * math.cos(angle),
        )
        for x, y in ((-wide, -high), (wide, -high), (wide, high), (-wide, high))
    )
    return placed(page, size, corners)
