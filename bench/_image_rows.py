"""Counts for the benchmark of images, and how a share is written."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from _pictures import Picture, Shown

Rectangle = tuple[float, float, float, float]
"""Left, top, width and height in pixels."""


@dataclass(frozen=True)
class Look:
    """What a system reads: lines with their boxes, and the boxes that a person is to judge."""

    lines: tuple[tuple[str, Rectangle], ...]
    boxes: tuple[Rectangle, ...]
    alarms: tuple[Rectangle, ...]


Looks = Sequence[tuple[Picture, Look]]


def share(part: int, whole: int) -> str:
    """Write a share with the 95 % interval of Wilson."""
    if not whole:
        return "-"
    z = 1.96
    middle = (part + z * z / 2) / (whole + z * z)
    half = z * ((part * (whole - part) / whole + z * z / 4) ** 0.5) / (whole + z * z)
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return f"{part}/{whole} {part / whole:.3f} ({low:.2f}-{high:.2f})"


def exact(looks: Looks, kind: str = "") -> tuple[int, int]:
    """Return how many identifiers were read whole, of how many, in pictures of a kind or all."""
    told = [
        is_read(one, look)
        for picture, look in looks
        if kind in ("", picture.kind)
        for one in picture.shown
        if one.identifier
    ]
    return sum(told), len(told)


def boxed(looks: Looks) -> tuple[int, int]:
    """Return of all strings that were not read whole how many lie in a box, and how many."""
    told = [
        _covered(_around(one), (*(box for _, box in look.lines), *look.boxes)) >= 0.5
        for picture, look in looks
        for one in picture.shown
        if not is_read(one, look)
    ]
    return sum(told), len(told)


def pointed_out(looks: Looks) -> tuple[int, int]:
    """Return how many identifiers lie where the system says that something is."""
    told = [
        _covered(_around(one), look.alarms) >= 0.5
        for picture, look in looks
        for one in picture.shown
        if one.identifier
    ]
    return sum(told), len(told)


def alarms(looks: Looks) -> tuple[int, int]:
    """Return how many pictures in which nobody is identified have an alarm, and how many."""
    told = [bool(look.alarms) for picture, look in looks if picture.harmless]
    return sum(told), len(told)


def missed(looks: Looks) -> Iterator[str]:
    """Yield a line for each identifier that is not pointed out, and each false alarm."""
    for picture, look in looks:
        for one in picture.shown:
            if one.identifier and _covered(_around(one), look.alarms) < 0.5:
                read = "read" if is_read(one, look) else "not read"
                yield f"Not pointed out in {picture.kind} {picture.name}: {one.text!r} ({read})."
        if picture.harmless and look.alarms:
            yield f"False alarm in {picture.kind} {picture.name}."


def is_read(one: Shown, look: Look) -> bool:
    """Tell whether a string stands whole in a line, or in the lines that lie where it is."""
    wanted = _plain(one.text)
    if any(wanted in _plain(text) for text, _ in look.lines):
        return True
    place = _around(one)
    there = [(box, text) for text, box in look.lines if _common(box, place) > 0]
    orders = (sorted(there), sorted(there, key=lambda pair: pair[0][1]))
    return any(wanted in _plain("".join(text for _, text in order)) for order in orders)


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).casefold()


def _around(one: Shown) -> Rectangle:
    left, top = min(x for x, _ in one.corners), min(y for _, y in one.corners)
    right, bottom = max(x for x, _ in one.corners), max(y for _, y in one.corners)
    return left, top, right - left, bottom - top


def _covered(place: Rectangle, boxes: Sequence[Rectangle]) -> float:
    """Return the part of a place that boxes cover; where these overlap, at most all of it."""
    return min(1.0, sum(_common(box, place) for box in boxes) / max(place[2] * place[3], 1e-9))


def _common(one: Rectangle, other: Rectangle) -> float:
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)
