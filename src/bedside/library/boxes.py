"""From what a look found to boxes that people decide about. Nothing decided is undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.guard.images.boxes import Box as Place
from bedside.library.models import Box
from bedside.library.video import tracks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bedside.guard.images.findings import Scan
    from bedside.guard.images.tracks import Track
    from bedside.library.models import Asset
    from bedside.library.video.tracks import At

SAME = 0.3
"""Intersection over union from which two boxes are about one thing."""
HELD = 0.9
"""The part of a place that must lie under a cover for it to be hidden by it."""
LETTERS = {
    Box.Kind.FACE: "",
    Box.Kind.DRAWN: "",
    Box.Kind.TEXT: "T",
    Box.Kind.UNREAD: "T",
    Box.Kind.CODE: "C",
}
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Found:
    """
    One thing that a look found. `harmless` is why there is nothing to cover, or "". In a video
    `track` is where it is when, and `place` where it is largest.
    """

    kind: str
    place: Place
    score: float = 1.0
    says: str = ""
    harmless: str = ""
    track: tuple[At, ...] = ()


def found_in(scan: Scan) -> Iterator[Found]:
    """Yield what a scan found, of each kind in reading order."""
    for face in sorted(scan.faces, key=lambda face: (face.box.x, face.box.y)):
        says = "" if face.sure else "Perhaps a face."
        yield Found(Box.Kind.FACE, face.box, face.score, says)
    for line in scan.texts.lines:
        harmless = "" if line.identifier or line.says else Box.Reason.READ
        yield Found(Box.Kind.TEXT, line.box, line.score, line.says, harmless)
    for area in (*scan.texts.unread, *scan.texts.screens):
        yield Found(Box.Kind.UNREAD, area.box, 1.0, area.says)
    for code in scan.codes:
        harmless = Box.Reason.OURS if code.own else ""
        says = "Leads to ourselves." if code.own else "May hold a number of somebody."
        yield Found(Box.Kind.CODE, code.box, 1.0, says, harmless)


def tracked_in(found: Iterable[Track]) -> Iterator[Found]:
    """Yield what a look at a video found, in the order of time."""
    for track in found:
        read = Box.Reason.OURS if track.kind == Box.Kind.CODE else Box.Reason.READ
        kept = tuple(tracks.as_kept(track))
        _, *place = tracks.at(*track.best)
        harmless = read if track.harmless else ""
        yield Found(track.kind, Place(*place), track.score, track.says, harmless, kept)


def add_found(asset: Asset, things: Iterable[Found], found_in: str) -> list[Box]:
    """
    Add a box for each thing that no box is about yet, and return the new ones.

    The caller holds the asset's row, so that numbers are given once.
    """
    known = list(asset.boxes.all())
    new: list[Box] = []
    for found in things:
        letter = LETTERS[Box.Kind(found.kind)]
        if any(_about(box, letter, found) for box in (*known, *new)):
            continue
        box = Box(asset=asset, kind=found.kind, found_in=found_in, letter=letter)
        box.number = next_number((*known, *new), letter)
        box.x, box.y, box.w, box.h = found.place.x, found.place.y, found.place.w, found.place.h
        box.origin, box.track = [box.x, box.y, box.w, box.h], list(found.track)
        box.score, box.says = found.score, found.says[:LONGEST]
        if found.harmless:
            box.status, box.reason = Box.Status.DISMISSED, found.harmless
        new.append(box)
    return Box.objects.bulk_create(new)


def next_number(boxes: Iterable[Box], letter: str) -> int:
    """Return the next number of a letter in a picture; numbers that were taken away stay taken."""
    return max((box.number for box in boxes if box.letter == letter), default=0) + 1


def _about(box: Box, letter: str, found: Found) -> bool:
    """Tell whether a box is about what was found, and not more lenient than that."""
    if box.letter != letter or box.status == Box.Status.REMOVED:
        return False
    lenient = box.reason == Box.Reason.READ and not found.harmless
    if lenient or any(here is None or here.iou(there) < SAME for here, there in _both(box, found)):
        return False
    return box.kind == found.kind or bool(found.harmless) or not _settled_otherwise(box, found)


def _settled_otherwise(box: Box, found: Found) -> bool:
    """Tell whether somebody decided about something else here, which does not hide this."""
    if box.status == Box.Status.COVERED:
        both = _both(box, found)
        return any(not here or here.overlap(there) < HELD * there.area for here, there in both)
    return box.status != Box.Status.OPEN


def _both(box: Box, found: Found) -> Iterator[tuple[Place | None, Place]]:
    """Yield where a box is and where something was found, in a video at each of its seconds."""
    if not found.track:
        yield box.place, found.place
        return
    track = tracks.track_of(box)
    for second, *place in found.track:
        yield track.at(second), Place(*place)
