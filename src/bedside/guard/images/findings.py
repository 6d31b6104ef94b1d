"""What was found in a picture: plain values that can cross a pipe and stand in a database."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from bedside.guard.images.boxes import Box

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Face:
    """A face, never whose: `score` is 0 to 1, `sure` tells whether it is above the threshold."""

    box: Box
    score: float
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line of readable text. `identifier` tells whether it may say who somebody is.

    `says` is a sentence for people without the words themselves: "Reads like a date of birth.";
    of a line about which nobody has to decide anything it is empty.
    """

    box: Box
    text: str
    score: float
    identifier: bool = False
    says: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the picture with a sentence: text that cannot be read, a screen, a document."""

    box: Box
    says: str


@dataclass(frozen=True, slots=True)
class Code:
    """A bar code or QR code: its format and what it says; `own` where it leads to ourselves."""

    box: Box
    format: str
    text: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file carried beside its pixels: kinds only (`EXIF`, `GPS`, `XMP`…), no values."""

    gps: bool = False
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Texts:
    """What reading a picture gave: lines, areas nobody can read, screens, and weak contrast."""

    lines: tuple[Line, ...] = ()
    unread: tuple[Area, ...] = ()
    screens: tuple[Area, ...] = ()
    faint: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Scan:
    """
    Everything that was found in a picture of `width` by `height` pixels, upright.

    `phash` is its 64-bit perceptual hash. Without `full` only faces were looked for, at 640 pixels.
    """

    width: int
    height: int
    phash: int
    faces: tuple[Face, ...] = ()
    texts: Texts = Texts()
    codes: tuple[Code, ...] = ()
    metadata: Metadata = Metadata()
    full: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return plain values for a pipe."""
        return asdict(self)

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Scan:
        """Build it again from `as_json`."""
        texts = told["texts"]
        return cls(
            width=told["width"],
            height=told["height"],
            phash=told["phash"],
            faces=tuple(Face(_box(f), f["score"], f["sure"]) for f in told["faces"]),
            texts=Texts(
                lines=tuple(
                    Line(_box(line), line["text"], line["score"], line["identifier"], line["says"])
                    for line in texts["lines"]
                ),
                unread=tuple(Area(_box(area), area["says"]) for area in texts["unread"]),
                screens=tuple(Area(_box(area), area["says"]) for area in texts["screens"]),
                faint=tuple(Box(**box) for box in texts["faint"]),
            ),
            codes=tuple(Code(_box(c), c["format"], c["text"], c["own"]) for c in told["codes"]),
            metadata=Metadata(told["metadata"]["gps"], tuple(told["metadata"]["kinds"])),
            full=told["full"],
        )


def _box(told: Mapping[str, Any]) -> Box:
    return Box(**told["box"])
