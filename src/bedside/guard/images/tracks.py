"""
Follows what is found in the pictures of a video from one to the next: where is it when.

Boxes of one kind belong together where they overlap from one picture to the next within a scene.
Who somebody is plays no part: a face that goes and comes back, or is in two scenes, is two tracks.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bedside.guard.images.boxes import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

At = tuple[float, Box]
"""A second, and where it was then."""

GAPS: Mapping[str, float] = {"face": 1.5}
"""Seconds for which something may be out of sight and still be the same thing."""
GAP = 3.0
"""The same for text and codes, which are looked for every two seconds."""
REACH = 0.5
"""How much larger boxes are made before they are compared, for what moves fast."""
SAME = 0.2
"""Intersection over union, of the larger boxes, from which two are one thing."""
HOLD: Mapping[str, float] = {"face": 0.5}
"""Seconds before and after it was seen for which something counts as there, within its scene."""
HOLD_TEXT = 2.0


@dataclass(frozen=True, slots=True)
class Sight:
    """One thing in one picture. `harmless` is text that was read and names nobody."""

    kind: str
    box: Box
    score: float = 1.0
    says: str = ""
    harmless: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """
    One thing in a video: `kind` is "face", "text", "unread" or "code".

    `boxes` tell where it was seen when, in the order of time; it counts as there from `since` to
    `until`. All times are seconds from the start of the video.
    """

    kind: str
    boxes: tuple[At, ...]
    since: float
    until: float
    score: float = 1.0
    says: str = ""
    harmless: bool = False

    def at(self, second: float) -> Box | None:
        """Return where it is at a second, or None if it is not there."""
        if not self.since <= second <= self.until:
            return None
        index = bisect_right(self.boxes, second, key=lambda one: one[0])
        if index == 0:
            return self.boxes[0][1]
        if index == len(self.boxes):
            return self.boxes[-1][1]
        (before, start), (after, end) = self.boxes[index - 1 : index + 1]
        return between(start, end, (second - before) / (after - before))

    @property
    def best(self) -> At:
        """When and where it is largest: the sight to show to people."""
        return max(self.boxes, key=lambda one: one[1].area)

    def as_json(self) -> dict[str, Any]:
        """Return plain values, each box as `[second, x, y, w, h]`."""
        boxes = [[second, box.x, box.y, box.w, box.h] for second, box in self.boxes]
        told = {"kind": self.kind, "since": self.since, "until": self.until, "boxes": boxes}
        return told | {"score": self.score, "says": self.says, "harmless": self.harmless}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Track:
        """Build it again from `as_json`."""
        boxes = tuple((second, Box(*box)) for second, *box in told["boxes"])
        return cls(**{**told, "boxes": boxes})


def between(start: Box, end: Box, share: float) -> Box:
    """Return the box that is a share, 0 to 1, of the way from one to another."""
    pairs = ((start.x, end.x), (start.y, end.y), (start.w, end.w), (start.h, end.h))
    return Box(*(one + (other - one) * share for one, other in pairs))


@dataclass
class _Open:
    kind: str
    boxes: list[At]
    sights: list[Sight]

    @property
    def last(self) -> At:
        return self.boxes[-1]


@dataclass
class Tracker:
    """
    Takes the sights of one picture after the other, in the order of time.

    `cut` ends everything at the start of a new scene; `finish` returns all tracks.
    """

    _open: list[_Open] = field(default_factory=list)
    _done: list[Track] = field(default_factory=list)
    _scene: float = 0.0

    @property
    def count(self) -> int:
        """How many tracks there are so far."""
        return len(self._open) + len(self._done)

    def cut(self, second: float) -> None:
        """Begin a new scene: nothing goes on from the one before."""
        self._done += [_closed(one, self._scene, second) for one in self._open]
        self._open, self._scene = [], second

    def see(self, second: float, sights: Iterable[Sight]) -> None:
        """Add what is in the picture of a second, the likeliest pairs first."""
        self._forget(second)
        waiting = list(sights)
        pairs = sorted(
            (
                (_alike(one, sight), where, which)
                for where, one in enumerate(self._open)
                for which, sight in enumerate(waiting)
                if one.kind == sight.kind
            ),
            reverse=True,
        )
        taken: set[int] = set()
        going: set[int] = set()
        for alike, where, which in pairs:
            if alike < SAME or where in going or which in taken:
                continue
            going.add(where)
            taken.add(which)
            self._open[where].boxes.append((second, waiting[which].box))
            self._open[where].sights.append(waiting[which])
        self._open += [
            _Open(sight.kind, [(second, sight.box)], [sight])
            for which, sight in enumerate(waiting)
            if which not in taken
        ]

    def finish(self, second: float) -> tuple[Track, ...]:
        """Return all tracks of a video of this length, by their first sight."""
        self.cut(second)
        return tuple(sorted(self._done, key=lambda one: (one.boxes[0][0], one.boxes[0][1].x)))

    def _forget(self, second: float) -> None:
        """Close what has been out of sight for too long."""
        gone = [one for one in self._open if second - one.last[0] > GAPS.get(one.kind, GAP)]
        self._open = [one for one in self._open if one not in gone]
        self._done += [_closed(one, self._scene, second) for one in gone]


def _alike(one: _Open, sight: Sight) -> float:
    return one.last[1].grown(REACH).iou(sight.box.grown(REACH))


def _closed(one: _Open, scene: float, end: float) -> Track:
    hold = HOLD.get(one.kind, HOLD_TEXT)
    told = [sight for sight in one.sights if not sight.harmless] or one.sights
    clearest = max(told, key=lambda sight: sight.score)
    return Track(
        kind=one.kind,
        boxes=tuple(one.boxes),
        since=max(scene, one.boxes[0][0] - hold),
        until=min(end, one.last[0] + hold),
        score=max(sight.score for sight in one.sights),
        says=clearest.says,
        harmless=all(sight.harmless for sight in one.sights),
    )
