"""Why a file is not taken, and what to do instead, in words for whoever chose it."""

from __future__ import annotations

import importlib.util
from enum import StrEnum

from bedside.guard.images.signatures import FORMATS, kind_of, named_kind

HEAVIEST = 20 * 1024 * 1024
"""Bytes of a file that is still read."""


class Why(StrEnum):
    """The grounds on which a file is refused."""

    AVIF = "avif"
    BMP = "bmp"
    BROKEN = "broken"
    DICOM = "dicom"
    EMPTY = "empty"
    HEAVY = "heavy"
    HEIC = "heic"
    LARGE = "large"
    LYING = "lying"
    PDF = "pdf"
    SLOW = "slow"
    SVG = "svg"
    TIFF = "tiff"
    TRUNCATED = "truncated"
    UNKNOWN = "unknown"
    VIDEO = "video"


_WORDS: dict[Why, str] = {
    Why.AVIF: "It is an AVIF picture, which most networks do not take. Save it as JPEG.",
    Why.BMP: "It is a BMP picture, which no network takes. Save it as JPEG or PNG.",
    Why.BROKEN: "It is damaged and cannot be read. Open it on your computer and save it again.",
    Why.DICOM: (
        "It is a medical image (DICOM), which carries a patient's data. It must not go here."
    ),
    Why.EMPTY: "The file is empty. Copy it again from where it came from.",
    Why.HEAVY: "It is larger than 20 MB. Save it smaller, for example 4,000 pixels wide.",
    Why.HEIC: (
        "It is an HEIC picture, as iPhones make them, which cannot be read here. Save it as "
        "JPEG; on the phone: Settings, Camera, Formats, Most Compatible."
    ),
    Why.LARGE: (
        "It has more than 50 million pixels. Save it smaller, for example 4,000 pixels wide."
    ),
    Why.LYING: (
        "Its name says {named}, but it is {real}. Rename it to match, or save it again as JPEG."
    ),
    Why.PDF: "It is a PDF. Export the page as a picture, or take a screenshot of it.",
    Why.SLOW: "Reading it took too long. Open it on your computer and save it again as JPEG.",
    Why.SVG: "It is an SVG drawing, which can carry programs. Save it as PNG.",
    Why.TIFF: (
        "It is a TIFF picture, which no network takes and which may hold several pages. "
        "Save the one page that you mean as JPEG."
    ),
    Why.TRUNCATED: "The file breaks off before its end. Copy it again from where it came from.",
    Why.UNKNOWN: "It is not a picture that we know. JPEG, PNG, WebP, GIF and HEIC are taken.",
    Why.VIDEO: "It is a video, and here only a picture can be used. Choose a JPEG, PNG or WebP.",
}


class Refused(ValueError):
    """A file that is not taken; `str()` gives cause and cure. Nothing of it was kept."""

    def __init__(self, why: Why, *, named: str = "", real: str = "") -> None:
        super().__init__(_WORDS[why].format(named=named, real=real))
        self.why = why


def must_be_picture(content: bytes, name: str = "") -> None:
    """Raise `Refused` for bytes that are no picture that we take, or not what the name says."""
    if not content:
        raise Refused(Why.EMPTY)
    if len(content) > HEAVIEST:
        raise Refused(Why.HEAVY)
    real, named = kind_of(content), named_kind(name)
    if real not in FORMATS:
        raise Refused(Why(real or "unknown"))
    if named and named != real:
        raise Refused(Why.LYING, named=FORMATS.get(named, named.upper()), real=FORMATS[real])
    if real == "heic" and importlib.util.find_spec("pillow_heif") is None:
        raise Refused(Why.HEIC)
