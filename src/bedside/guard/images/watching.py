"""`bedside scan` of a video: what is in it and when, and what is wrong with its captions."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bedside.guard.command import BAD_INPUT
from bedside.guard.images.captions import clock
from bedside.guard.images.eyes import eyes
from bedside.guard.images.telling import FOUND, UNAVAILABLE, lines, of_video
from bedside.guard.images.video import VideoRefused, VideoWhy, scan_video, with_eyes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bedside.guard.images.captions import Cue
    from bedside.guard.images.telling import Finding
    from bedside.guard.images.video import VideoScan

INSTALL = (
    "Videos are looked at by ffmpeg and ffprobe, which are not installed here. Install them: "
    "`apt install ffmpeg` on Debian and Ubuntu, `dnf install ffmpeg-free` on Fedora, "
    "`brew install ffmpeg` on macOS."
)

CLEAR = "\r\x1b[K"
"""Takes away what stands in the line of a terminal (ECMA-48, erase in line)."""


def look(name: str, cues: Sequence[Cue], *, as_json: bool) -> int:
    """
    Look at a video, print what is found in it and in its captions, and return the exit status.

    Where standard error is a terminal, it tells meanwhile how far the look is. Raises `OSError`
    where the file cannot be read, and `Unavailable`.
    """
    shown = sys.stderr.isatty()
    try:
        scan = scan_video(Path(name), with_eyes(eyes()), _tell if shown else None)
    except VideoRefused as refusal:
        absent = refusal.why is VideoWhy.NO_PROGRAM
        sys.stderr.write(f"{name}: {INSTALL if absent else refusal}\n")
        return UNAVAILABLE if absent else BAD_INPUT
    finally:
        if shown:
            sys.stderr.write(CLEAR)
    found = of_video(scan, cues)
    if as_json:
        data = as_data(scan, name, found, captioned=bool(cues))
        sys.stdout.write(f"{json.dumps(data)}\n")
        return 0
    sys.stdout.writelines(lines(name, found, (scan.width, scan.height)))
    return FOUND if found else 0


def _tell(second: float, seconds: float) -> None:
    sys.stderr.write(f"\r{clock(second)} of {clock(seconds)} looked at")
    sys.stderr.flush()


def as_data(
    scan: VideoScan, name: str, found: Sequence[Finding], *, captioned: bool
) -> dict[str, Any]:
    """
    Return the object that `--json` prints of a video.

    Places are [x, y, width, height] in pixels, of a track where it is largest; times are seconds.
    """
    size = (scan.width, scan.height)
    return {
        "file": name,
        "width": scan.width,
        "height": scan.height,
        "seconds": scan.seconds,
        "tracks": [
            {
                "kind": track.kind,
                "from": track.since,
                "to": track.until,
                "box": list(track.best[1].pixels(size)),
            }
            for track in scan.tracks
        ],
        "sound": scan.has_audio,
        "captions": captioned or scan.has_captions,
        "metadata": {"gps": "GPS" in scan.kinds, "kinds": list(scan.kinds)},
        "findings": [
            {
                "kind": one.kind,
                "from": one.span and one.span[0],
                "to": one.span and one.span[1],
                "box": one.box and list(one.box.pixels(size)),
                "says": one.says,
            }
            for one in found
        ],
    }
