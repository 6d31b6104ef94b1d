"""
Says what was found in a picture or a video: a sentence for each, without the words that stand in
it or are said in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from bedside.guard.draft import Organisation
from bedside.guard.images import captions
from bedside.guard.images.reading import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bedside.guard.images.boxes import Box, Size
    from bedside.guard.images.captions import Cue
    from bedside.guard.images.findings import Scan
    from bedside.guard.images.tracks import Track
    from bedside.guard.images.video import VideoScan

FOUND, UNAVAILABLE = 2, 69
"""Exit statuses: there is something to look at; nothing can be looked at here."""
_FACE = "A face: consent or a cover is needed."
_PERHAPS = "Perhaps a face: look."
_PERSON = "Reads like something about a person."
_PLACE = "The file says where it was taken."


@dataclass(frozen=True, slots=True)
class Finding:
    """
    Something that a person should decide on.

    `kind` is face, text, unread, screen, code, metadata or contrast, in a video also sound or
    captions. What is of the whole file has no place; `span` are seconds of a video, from and to.
    """

    kind: str
    says: str
    box: Box | None = None
    span: tuple[float, float] | None = None


def findings(scan: Scan) -> tuple[Finding, ...]:
    """
    Return what was found, faces first.

    What harms nobody is left out: codes with our own address, a color profile.
    """
    return tuple(_each(scan))


def _each(scan: Scan) -> Iterator[Finding]:
    for face in scan.faces:
        yield Finding("face", _FACE if face.sure else _PERHAPS, face.box)
    for line in scan.texts.lines:
        if line.identifier or line.says:
            yield Finding("text", line.says or _PERSON, line.box)
    for area in scan.texts.unread:
        yield Finding("unread", area.says, area.box)
    for area in scan.texts.screens:
        yield Finding("screen", area.says, area.box)
    for code in scan.codes:
        if not code.own:
            yield Finding("code", f"A {code.format} code, which may say whose it is.", code.box)
    if scan.metadata.gps:
        yield Finding("metadata", _PLACE)
    if others := [kind for kind in scan.metadata.kinds if kind not in {"GPS", "ICC"}]:
        yield Finding("metadata", f"The file carries more than its pixels: {', '.join(others)}.")
    for box in scan.texts.faint:
        yield Finding("contrast", "Writing that is hard to read: contrast under 4.5 to 1.", box)


def of_video(scan: VideoScan, cues: Sequence[Cue]) -> tuple[Finding, ...]:
    """Return what was found in a video and in its captions, which the text guard reads."""
    tracks = (_of_track(track) for track in scan.tracks if not track.harmless)
    return (*tracks, *_of_file(scan, cues), *_of_captions(scan, cues))


def _of_track(track: Track) -> Finding:
    says = track.says or _PERSON
    if track.kind == "face":
        says = _PERHAPS if track.says else _FACE
    return Finding(track.kind, says, track.best[1], (track.since, track.until))


def _of_file(scan: VideoScan, cues: Sequence[Cue]) -> Iterator[Finding]:
    if "GPS" in scan.kinds:
        yield Finding("metadata", _PLACE)
    if others := [kind for kind in scan.kinds if kind != "GPS"]:
        yield Finding("metadata", f"The file carries more than its pictures: {', '.join(others)}.")
    if scan.has_audio:
        yield Finding("sound", "What is said or heard in it is not looked at: listen to all of it.")
    if scan.has_captions:
        yield Finding("captions", "The file carries captions, not read here: give them as a file.")
    elif captions.required(has_sound=scan.has_audio, cues=cues):
        yield Finding("captions", "It has sound and no captions: add them.")


def _of_captions(scan: VideoScan, cues: Sequence[Cue]) -> Iterator[Finding]:
    for problem in captions.problems(cues, scan.seconds):
        yield Finding("captions", problem)
    for first, last, says in spoken([cue.text for cue in cues], Organisation()):
        yield Finding("captions", says, span=(cues[first].start, cues[last].end))


def lines(name: str, found: Sequence[Finding], size: Size) -> Iterator[str]:
    """Yield a line for each finding in a file of that size in pixels, or that there is none."""
    for one in found:
        when = f" from {_when(one.span)}" if one.span else ""
        where = f" at {','.join(map(str, one.box.pixels(size)))}" if one.box else ""
        yield f"{name}: {one.kind}{when}{where}: {one.says}\n"
    if not found:
        yield f"{name}: nothing found. Still ask: could a neighbour recognise someone?\n"


def _when(span: tuple[float, float]) -> str:
    since, until = span
    return f"{captions.clock(since)} to {captions.clock(ceil(until))}"
