"""What covers something in a picture, and the picture that comes of it: values without Pillow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bedside.guard.images.boxes import Box

How = Literal["solid", "mosaic"]
"""A soft blur and a bar over the eyes are not offered: faces were still found under both."""


@dataclass(frozen=True, slots=True)
class Cover:
    """
    What to cover and how. `of` is what lies there: "face", "text", "unread", "code" or "drawn".

    `found` is where the machine found it, where a person has moved the box since.
    Only what is sure to be no writing may have a mosaic: letters can be read back from one.
    Raises `ValueError` otherwise.
    """

    box: Box
    how: How = "solid"
    of: str = "face"
    found: Box | None = None

    def __post_init__(self) -> None:
        """Refuse a mosaic over letters and codes, and a kind of cover that is not known."""
        if self.how not in {"solid", "mosaic"}:
            raise ValueError(f"There is no cover {self.how!r}: solid and mosaic are offered.")
        if self.how == "mosaic" and self.of not in {"face", "drawn"}:
            raise ValueError("Text and codes can be read back from a mosaic: cover them solid.")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A picture made anew from its pixels, upright, in sRGB, with nothing else in it."""

    content: bytes
    thumbnail: bytes
    mime: str
    width: int
    height: int
