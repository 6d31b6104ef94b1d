"""What is in a video and when: faces twice a second, text and codes every two seconds."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from bedside.guard.draft import Organisation
from bedside.guard.engine import DEFAULT
from bedside.guard.images.reading import heard
from bedside.guard.images.tracks import Sight, Tracker
from bedside.guard.images.video.footage import PATIENCE, STEP, frames
from bedside.guard.images.video.probing import probe
from bedside.guard.images.video.refusals import VideoRefused, VideoWhy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PIL import Image

    from bedside.guard.engine import Settings
    from bedside.guard.images.eyes import Eyes
    from bedside.guard.images.findings import Scan
    from bedside.guard.images.tracks import Track
    from bedside.guard.images.video.footage import Frame

    See = Callable[[Image.Image, bool], Scan]
    """Looks at a picture: for faces, or with True for text and codes as well."""
    Progress = Callable[[float, float], None]
    """Hears which second of how many is done; whatever it raises ends the look."""

READ_EVERY = 2.0
"""Seconds after which text is looked for again."""
QUICK = 640
"""Pixels of the longer side where only faces are looked for."""
CLOSEST = 0.1
"""Seconds that lie between two looks at least, however often a video flickers."""
MOST_TRACKS = 500
_MOMENT = 0.001


@dataclass(frozen=True, slots=True)
class VideoScan:
    """
    Everything that was found in a video of `width` by `height` pixels, upright.

    `phash` is that of the first picture with text looked for; `kinds` are the kinds of metadata in
    the file.
    """

    seconds: float
    width: int
    height: int
    has_audio: bool
    has_captions: bool
    tracks: tuple[Track, ...] = ()
    kinds: tuple[str, ...] = ()
    phash: int = 0


def scan_video(
    path: Path, see: See, progress: Progress | None = None, *, patience: float = PATIENCE
) -> VideoScan:
    """
    Look at a video to its end.

    `see` looks at one picture, `progress` hears how far it is after each; `patience` is in seconds.
    Raises `VideoRefused`, and whatever the two raise.
    """
    told = probe(path)
    look = _Look(see, time.monotonic() + patience)
    with closing(frames(path, known=told, patience=patience)) as found:
        for frame in found:
            look.at(frame)
            if progress:
                progress(min(frame.second, told.seconds), told.seconds)
    if progress:
        progress(told.seconds, told.seconds)
    return VideoScan(
        seconds=told.seconds,
        width=told.width,
        height=told.height,
        has_audio=told.has_audio,
        has_captions=told.has_subtitles,
        tracks=look.tracker.finish(told.seconds),
        kinds=told.kinds,
        phash=look.phash,
    )


@dataclass
class _Look:
    """How far a look at a video is: `looked` and `read` are when faces and text were looked for."""

    see: See
    until: float
    tracker: Tracker = field(default_factory=Tracker)
    phash: int = 0
    looked: float = -CLOSEST
    read: float = -READ_EVERY

    def at(self, frame: Frame) -> None:
        """Take the next picture in. Raises `VideoRefused` where it has become too much."""
        if time.monotonic() > self.until:
            raise VideoRefused(VideoWhy.SLOW)
        if frame.cut:
            self.tracker.cut(frame.second)
            if frame.second - self.read >= STEP:
                # A scene may be over before text would be looked for again.
                self.read = frame.second - READ_EVERY
        if frame.second - self.looked < CLOSEST - _MOMENT:
            return
        reads = frame.second - self.read >= READ_EVERY - _MOMENT
        seen = self.see(frame.picture if reads else _small(frame.picture), reads)
        self.looked, self.read = frame.second, frame.second if reads else self.read
        self.phash = self.phash or seen.phash
        self.tracker.see(frame.second, _sights(seen))
        if self.tracker.count > MOST_TRACKS:
            raise VideoRefused(VideoWhy.CROWDED)


def with_eyes(eyes: Eyes, org: Organisation | None = None, settings: Settings = DEFAULT) -> See:
    """
    Return what looks at pictures in the process of `eyes`, which raises `Unavailable`.

    The text guard reads their words with the `settings` of whoever publishes the video, `org`.
    """
    ours = org or Organisation()

    def see(picture: Image.Image, reads: bool) -> Scan:
        out = BytesIO()
        picture.save(out, "PNG", compress_level=1)
        return heard(eyes.scan(out.getvalue(), full=reads, org=ours), ours, settings)

    return see


def _small(picture: Image.Image) -> Image.Image:
    scale = QUICK / max(picture.size)
    if scale >= 1:
        return picture
    wide, high = (max(1, round(side * scale)) for side in picture.size)
    return picture.resize((wide, high), reducing_gap=2.0)


def _sights(seen: Scan) -> Iterator[Sight]:
    for face in seen.faces:
        yield Sight("face", face.box, face.score, "" if face.sure else "Perhaps a face.")
    for line in seen.texts.lines:
        harmless = not (line.identifier or line.says)
        yield Sight("text", line.box, line.score, line.says, harmless=harmless)
    for area in (*seen.texts.unread, *seen.texts.screens):
        yield Sight("unread", area.box, 1.0, area.says)
    for code in seen.codes:
        says = "Leads to ourselves." if code.own else "May hold a number of somebody."
        yield Sight("code", code.box, 1.0, says, harmless=code.own)
