"""
Where the boxes of a video are when.

A box keeps its track as it was found or drawn, and beside it the one place that people see and
move: that of its best sight. Whatever was done to that place is done to all others in the same
measure, so what was found stays known, and a move is taken back like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.tracks import Track

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bedside.library.models import Box

At = list[float]
"""A second and a place, as `[second, x, y, w, h]`."""

BEYOND = 1.0
"""Seconds for which a cover that lasts to the end of a video goes on: its last picture too."""
_DIGITS = 5


def as_kept(track: Track) -> list[At]:
    """Return a track as a box keeps it: with a place where it begins to be there, and ends."""
    (first, start), (last, end) = track.boxes[0], track.boxes[-1]
    sights = list(track.boxes)
    if track.since < first:
        sights.insert(0, (track.since, start))
    if track.until > last:
        sights.append((track.until, end))
    return [at(second, place) for second, place in sights]


def standing(place: Place, since: float, until: float) -> list[At]:
    """Return the track of what stands still from one second to another."""
    return [at(since, place), at(until, place)]


def at(second: float, place: Place) -> At:
    """Return a second and a place as plain numbers."""
    return [round(part, _DIGITS) for part in (second, place.x, place.y, place.w, place.h)]


def places_of(box: Box) -> list[At]:
    """Return where a box of a video is when, after it was moved."""
    seen = Place(*(box.origin or box.track[0][1:]))
    if box.place == seen:
        return list(box.track)
    return [at(second, _moved(Place(*place), seen, box.place)) for second, *place in box.track]


def track_of(box: Box) -> Track:
    """Return a box of a video as a track."""
    places = places_of(box)
    sights = tuple((second, Place(*place)) for second, *place in places)
    return Track(str(box.kind), sights, since=places[0][0], until=places[-1][0], says=box.says)


def covers(boxes: Iterable[Box], seconds: float) -> list[Track]:
    """Return what is covered in a video of this length, in an order of its own."""
    covered = [box for box in boxes if box.status == box.Status.COVERED]
    covered.sort(key=lambda box: (box.letter, box.number))
    return [_to_the_end(track_of(box), seconds) for box in covered]


def plain(tracks: Iterable[Track]) -> list[Any]:
    """Return what decides how a video with these covers looks, to be hashed."""
    return [[one.kind, one.since, one.until, one.as_json()["boxes"]] for one in tracks]


def _to_the_end(track: Track, seconds: float) -> Track:
    if track.until < seconds - BEYOND / 10:
        return track
    return Track(track.kind, track.boxes, track.since, seconds + BEYOND, says=track.says)


def _moved(place: Place, seen: Place, now: Place) -> Place:
    """Return a place moved and grown as the one that was seen was, cut at the edges."""
    wide, high = place.w / seen.w, place.h / seen.h
    left, top = place.x + (now.x - seen.x) * wide, place.y + (now.y - seen.y) * high
    right, bottom = min(left + now.w * wide, 1.0), min(top + now.h * high, 1.0)
    x, y = min(max(left, 0.0), 1.0), min(max(top, 0.0), 1.0)
    return Place(x, y, max(right - x, 0.0), max(bottom - y, 0.0))
