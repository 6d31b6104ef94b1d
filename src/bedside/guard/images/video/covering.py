"""
Makes a video anew, with covers that follow what lies under them, and nothing else in it.

One ffmpeg decodes, the covers are painted here into the bare pictures, another ffmpeg encodes. So
any number of covers costs the same, and each is where it must be in each single picture. Covers
are of one color: a mosaic that moves can be undone by whoever puts its pictures together.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from bedside.guard.images.covering import FILL, GROWN
from bedside.guard.images.video import containers, programs
from bedside.guard.images.video.footage import fitting
from bedside.guard.images.video.probing import probe
from bedside.guard.images.video.refusals import VideoRefused, VideoWhy

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence
    from pathlib import Path
    from typing import IO

    from numpy.typing import NDArray

    from bedside.guard.images.boxes import Box, Size
    from bedside.guard.images.tracks import Track
    from bedside.guard.images.video.scanning import Progress

LONGEST_SIDE = 1920
"""Pixels; every network takes it."""
FASTEST = 30
"""Frames a second, likewise."""
HEAVIEST = 2**31 - 1
"""Bytes that may be written at most."""
FULLEST = 5_000_000
"""Bits a second at most, of the pictures; fewer where a video is so long that it grew too large."""
_SOUND = 128_000
_ROOM = 0.85
"""How much of `HEAVIEST` is planned for: the encoder keeps a rate only in the long run."""
MOST_PATIENCE = 12 * 60 * 60.0
_PER_SECOND = 20.0
"""Seconds of work for one second of video, on a slow machine."""


def render(
    path: Path,
    out: Path,
    covers: Sequence[Track],
    *,
    sound: bool = True,
    progress: Progress | None = None,
) -> None:
    """
    Write a video with these tracks covered as MP4 (H.264, AAC), without metadata, to `out`.

    Without `sound` it is silent. `progress` hears which second of how many is done; whatever it
    raises ends the work. Raises `VideoRefused`, and then leaves no file.
    """
    told = probe(path)
    size = fitting((told.width, told.height), LONGEST_SIDE)
    fps = min(max(told.fps, Fraction(1)), Fraction(FASTEST)).limit_denominator(1001)
    patience = min(MOST_PATIENCE, 120 + told.seconds * _PER_SECOND)
    rate = min(FULLEST, int(HEAVIEST * 8 * _ROOM / told.seconds) - _SOUND)
    encode = _encoding(path, out, size, fps, rate, sound=sound and told.has_audio)
    painter = _Painter(size, covers)
    try:
        with (
            programs.running("ffmpeg", _decoding(path, size, fps), seconds=patience) as source,
            programs.running("ffmpeg", encode, seconds=patience, writes=HEAVIEST, feed=True) as to,
        ):
            many = _through(painter, source, to, fps, told.seconds, progress)
        if source.returncode or to.returncode or not many:
            raise VideoRefused(VideoWhy.NOT_MADE)
        if many / fps < told.seconds - 2:
            raise VideoRefused(VideoWhy.TRUNCATED)
        containers.blank(out)
    except (BrokenPipeError, EOFError):
        out.unlink(missing_ok=True)
        raise VideoRefused(VideoWhy.NOT_MADE) from None
    except BaseException:
        out.unlink(missing_ok=True)
        raise


def _through(
    painter: _Painter,
    source: subprocess.Popen[bytes],
    target: subprocess.Popen[bytes],
    fps: Fraction,
    seconds: float,
    progress: Progress | None,
) -> int:
    """Pass all pictures from one program to the other, painted; return how many."""
    assert source.stdout is not None
    assert target.stdin is not None
    assert target.stdout is not None
    many = 0
    while painter.read(source.stdout):
        second = float(many / fps)
        painter.paint(second)
        target.stdin.write(painter.pixels)
        many += 1
        if progress:
            progress(min(second, seconds), seconds)
    target.stdin.close()
    target.stdout.read()
    source.wait()
    target.wait()
    return many


def _decoding(path: Path, size: Size, fps: Fraction) -> list[str]:
    # Frame number n of the output shows what is seen at n / fps: `at` of a track needs no more.
    filters = (
        f"fps=fps={fps.numerator}/{fps.denominator}:start_time=0,"
        f"scale={size[0]}:{size[1]}:out_color_matrix=bt709:out_range=tv,format=yuv420p"
    )
    asked = ["-nostdin", "-v", "quiet", "-threads", "2", *programs.reading(path)]
    return [*asked, "-map", "0:V:0", "-vf", filters, "-f", "rawvideo", "pipe:1"]


def _encoding(
    path: Path, out: Path, size: Size, fps: Fraction, bits: int, *, sound: bool
) -> list[str]:
    rate = f"{fps.numerator}/{fps.denominator}"
    asked = ["-nostdin", "-v", "quiet", "-y", "-protocol_whitelist", "pipe", "-f", "rawvideo"]
    asked += ["-pix_fmt", "yuv420p", "-s", f"{size[0]}x{size[1]}", "-r", rate, "-i", "pipe:0"]
    if sound:
        asked += programs.reading(path, programs.SOUNDS)
    asked += ["-map", "0:v:0", *(("-map", "1:a:0") if sound else ())]
    asked += ["-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-maxrate", str(bits)]
    asked += [
        "-bufsize",
        str(bits * 2),
        "-profile:v",
        "high",
        "-pix_fmt",
        "yuv420p",
        "-threads",
        "2",
    ]
    asked += ["-g", str(max(1, round(fps * 2))), "-bf", "2"]
    # The encoder writes its name and settings among the pictures.
    asked += ["-bsf:v", "filter_units=remove_types=6"]
    asked += ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"]
    asked += ["-color_range", "tv", "-c:a", "aac", "-b:a", str(_SOUND), "-ac", "2", "-ar", "48000"]
    asked += ["-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact"]
    asked += ["-flags:v", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart"]
    return [*asked, "-f", "mp4", f"file:{out.absolute()}"]


class _Painter:
    """Holds one picture as it is stored, brightness first, and paints covers into it."""

    def __init__(self, size: Size, covers: Sequence[Track]) -> None:
        wide, high = size
        self._size = size
        self._covers = sorted(covers, key=lambda one: one.since)
        self.pixels = bytearray(wide * high * 3 // 2)
        whole: NDArray[np.uint8] = np.frombuffer(self.pixels, dtype=np.uint8)
        bright, color = wide * high, wide * high // 4
        self._bright = whole[:bright].reshape(high, wide)
        self._colors = [
            whole[start : start + color].reshape(high // 2, wide // 2)
            for start in (bright, bright + color)
        ]

    def read(self, stream: IO[bytes]) -> bool:
        """Take the next picture in; False where there is none. Raises `EOFError` within one."""
        room, at = memoryview(self.pixels), 0
        while at < len(room):
            got = stream.readinto(room[at:])  # type: ignore[attr-defined]
            if not got:
                break
            at += got
        if 0 < at < len(room):
            raise EOFError
        return at > 0

    def paint(self, second: float) -> None:
        """Cover what is there at a second."""
        for one in self._covers:
            if one.since > second:
                return
            if (box := one.at(second)) is not None:
                self._fill(box)

    def _fill(self, box: Box) -> None:
        left, top, wide, high = box.grown(GROWN).pixels(self._size)
        # Two by two pixels share their color, so the cover begins and ends at even ones.
        x, y = left // 2, top // 2
        right, bottom = -(-(left + wide) // 2), -(-(top + high) // 2)
        bright, *colors = _FILL
        self._bright[y * 2 : bottom * 2, x * 2 : right * 2] = bright
        for plane, value in zip(self._colors, colors, strict=True):
            plane[y:bottom, x:right] = value


def _stored(color: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return a color in RGB as BT.709 stores it: brightness 16 to 235, two differences."""
    red, green, blue = color
    bright = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    sides = ((blue - bright) / 1.8556, (red - bright) / 1.5748)
    low, high = (round(128 + side * 224 / 255) for side in sides)
    return round(16 + bright * 219 / 255), low, high


_FILL = _stored(FILL)
