"""
Tells what the lines of a picture say about somebody: the text guard, and looser patterns.

In a picture stand labels, lists and forms, not sentences. So a lone name, a room or "NPO" counts
here, each line is also read together with its neighbours, and letters that look like digits
(O, I, l, S, B) are taken for digits where a number is expected. What is the organisation's own is
no identifier: its name, staff, phones, addresses and places.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from bedside.guard.draft import Draft, Kind
from bedside.guard.engine import check
from bedside.guard.images.boxes import around
from bedside.guard.images.clues import BIRTH, DATE, NAME, RECORD, clues
from bedside.guard.images.findings import Area

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bedside.guard.draft import Organisation
    from bedside.guard.images.boxes import Box, Size
    from bedside.guard.images.findings import Line

MANY = 10
"""Pieces of text close to each other from which on they are a screen or a document."""
NAMES = {
    "ID-NAME": NAME,
    "ID-DATE": DATE,
    "ID-GEO": "an address",
    "ID-CONTACT": "a way to reach somebody",
    "ID-NUMBER": RECORD,
    "ID-AGE90": "an age over 89",
}
"""What the guard's labels are called; findings of other labels say nothing about a picture."""
_SCREEN = "Many lines close together: this may be a screen or a document."
_NEAR = 1.2
"""Line heights between two lines, up to which they belong together."""
_BESIDE = 3.0
"""Line heights between two pieces of one row, up to which they belong together."""
_LOOSE = 3.0
_SHOUTED = re.compile(r"[A-Z]{2,}")


def judged(lines: Sequence[Line], org: Organisation, size: Size) -> tuple[Line, ...]:
    """Return the lines, each with whether and in what way it says who somebody is."""
    found: dict[int, list[str]] = defaultdict(list)
    for block in _blocks(lines, size):
        texts = [lines[index].text for index in block]
        for place, kind in (*_of_guard(texts, org), *clues(texts, org)):
            if kind not in found[block[place]]:
                found[block[place]].append(kind)
    return tuple(
        replace(line, identifier=True, says=_sentence(found[index])) if found[index] else line
        for index, line in enumerate(lines)
    )


def screens(boxes: Sequence[Box], size: Size) -> tuple[Area, ...]:
    """Return the areas where so many pieces of text stand that they are a screen or a document."""
    groups = _groups(boxes, size, beside=_LOOSE * 2, below=_LOOSE)
    large = [group for group in groups if len(group) >= MANY]
    return tuple(Area(around(boxes[index] for index in group), _SCREEN) for group in large)


def _sentence(kinds: Sequence[str]) -> str:
    """Say what a line reads like, without its words; a name comes first."""
    told = [kind for kind in kinds if kind != DATE or BIRTH not in kinds]
    parts = sorted(told, key=lambda kind: kind != NAME)[:3]
    if len(parts) == 1:
        return f"Reads like {parts[0]}."
    return f"Reads like {', '.join(parts[:-1])} and {parts[-1]}."


def _of_guard(texts: Sequence[str], org: Organisation) -> Iterator[tuple[int, str]]:
    """Ask the text guard about lines together; yield the line and what it found there."""
    for written in dict.fromkeys(["\n".join(texts), "\n".join(map(_unshouted, texts))]):
        ends, reached = [], 0
        for text in texts:
            reached += len(text) + 1
            ends.append(reached)
        for finding in check(Draft(written, Kind.POST, org=org), quick=True).findings:
            if finding.label in NAMES and finding.end:
                place = next(index for index, end in enumerate(ends) if finding.start < end)
                yield place, NAMES[finding.label]


def _unshouted(text: str) -> str:
    """Write words in capitals as names are written, so that "MARGARET" is read as one."""
    return _SHOUTED.sub(lambda match: match[0].capitalize(), text)


def _blocks(lines: Sequence[Line], size: Size) -> list[list[int]]:
    """Group lines that belong together, each group in the order in which people read it."""
    boxes = [line.box for line in lines]
    groups = _groups(boxes, size, beside=_BESIDE, below=_NEAR)
    return [_in_order(group, boxes) for group in groups]


def _in_order(group: Iterable[int], boxes: Sequence[Box]) -> list[int]:
    """Sort by rows and, within a row, from left to right."""
    rows: list[list[int]] = []
    for index in sorted(group, key=lambda one: boxes[one].y + boxes[one].h / 2):
        middle = boxes[index].y + boxes[index].h / 2
        last = boxes[rows[-1][0]] if rows else None
        if last and last.y <= middle <= last.y + last.h:
            rows[-1].append(index)
        else:
            rows.append([index])
    return [index for row in rows for index in sorted(row, key=lambda one: boxes[one].x)]


def _groups(boxes: Sequence[Box], size: Size, *, beside: float, below: float) -> list[list[int]]:
    """Join boxes that are at most so many line heights apart, beside or below each other."""
    group = list(range(len(boxes)))
    for one in range(len(boxes)):
        for other in range(one):
            if group[one] != group[other] and _are_near(
                boxes[one], boxes[other], size, beside, below
            ):
                old, new = group[one], group[other]
                group = [new if number == old else number for number in group]
    gathered = defaultdict(list)
    for index, number in enumerate(group):
        gathered[number].append(index)
    return list(gathered.values())


def _are_near(one: Box, other: Box, size: Size, beside: float, below: float) -> bool:
    """Tell whether two lines are near; of one that runs upwards the width is its height."""
    wide, high = size
    unit = sum(min(box.w * wide, box.h * high) for box in (one, other)) / 2
    across = wide * (max(one.x, other.x) - min(one.x + one.w, other.x + other.w))
    down = high * (max(one.y, other.y) - min(one.y + one.h, other.y + other.h))
    if one.w * wide < one.h * high:
        across, down = down, across
    return across <= beside * unit and down <= below * unit
