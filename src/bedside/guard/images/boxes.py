"""Where something is in a picture: parts of its width and height, counted when it is upright."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from its upper left corner; all four are parts of one, 0 to 1."""

    x: float
    y: float
    w: float
    h: float

    @classmethod
    def of_pixels(cls, left: float, top: float, width: float, height: float, size: Size) -> Box:
        """Build it from pixels of a picture of `size` (width, height), cut at its edges."""
        wide, high = size
        x, y = min(max(left / wide, 0.0), 1.0), min(max(top / high, 0.0), 1.0)
        right, bottom = min((left + width) / wide, 1.0), min((top + height) / high, 1.0)
        return cls(x, y, max(right - x, 0.0), max(bottom - y, 0.0))

    def pixels(self, size: Size) -> tuple[int, int, int, int]:
        """Return left, top, width and height in whole pixels that cover all of it."""
        wide, high = size
        left, top = int(self.x * wide), int(self.y * high)
        right = min(wide, -int(-(self.x + self.w) * wide // 1))
        bottom = min(high, -int(-(self.y + self.h) * high // 1))
        return left, top, max(1, right - left), max(1, bottom - top)

    @property
    def area(self) -> float:
        """The part of the picture that it takes."""
        return self.w * self.h

    def overlap(self, other: Box) -> float:
        """Return the area that both have in common."""
        width = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        height = min(self.y + self.h, other.y + other.h) - max(self.y, other.y)
        return max(width, 0.0) * max(height, 0.0)

    def iou(self, other: Box) -> float:
        """Return the intersection over the union, 0 to 1."""
        both = self.overlap(other)
        union = self.area + other.area - both
        return both / union if union else 0.0

    def grown(self, share: float) -> Box:
        """Return it larger by a share of its size, half on each side, cut at the edges."""
        x, y = max(self.x - self.w * share / 2, 0.0), max(self.y - self.h * share / 2, 0.0)
        right = min(self.x + self.w * (1 + share / 2), 1.0)
        bottom = min(self.y + self.h * (1 + share / 2), 1.0)
        return Box(x, y, right - x, bottom - y)


Size = tuple[int, int]
"""Width and height of a picture in pixels."""


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds all of them; at least one is needed."""
    some = list(boxes)
    x, y = min(box.x for box in some), min(box.y for box in some)
    right, bottom = max(box.x + box.w for box in some), max(box.y + box.h for box in some)
    return Box(x, y, right - x, bottom - y)
