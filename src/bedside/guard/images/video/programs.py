"""
Runs ffmpeg and ffprobe on files of strangers: with limits, without a network, never for ever.

They see one file, only as MP4 or MOV and with few decoders, whatever the file says of itself: a
playlist that names other files or addresses is not followed.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bedside.guard.images.video.refusals import VideoRefused, VideoWhy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MEMORY = 2 * 1024**3
"""Bytes of address space: room to decode and encode pictures of 4,096 by 2,160 pixels."""
PROGRAMS = ("ffmpeg", "ffprobe")
PICTURES = "h264,hevc"
SOUNDS = "aac,mp3,alac,ac3,eac3,opus,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,amrnb"
KNOWN = f"{PICTURES},{SOUNDS},mov_text"
"""Decoders, by their names in ffmpeg."""


def missing() -> tuple[str, ...]:
    """Return which of the two programs are not installed here."""
    return tuple(name for name in PROGRAMS if shutil.which(name) is None)


def reading(path: Path, decoders: str = PICTURES) -> list[str]:
    """Return the arguments that open a file as the next input; without `decoders`, with any."""
    allowed = ("-codec_whitelist", decoders) if decoders else ()
    return [
        *("-protocol_whitelist", "file", "-format_whitelist", "mov", "-f", "mov"),
        *(*allowed, "-i", f"file:{path.absolute()}"),
    ]


LAUNCH = (sys.executable, "-I", "-B", "-m", "bedside.guard.images.video.launch")
"""What sets the limits and then becomes the program."""


def _found(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise VideoRefused(VideoWhy.NO_PROGRAM)
    return path


def _timer(
    seconds: float, child: subprocess.Popen[bytes], late: threading.Event
) -> threading.Timer:
    timer = threading.Timer(seconds, _stop, (child, late))
    timer.daemon = True
    timer.start()
    return timer


@contextmanager
def running(
    program: str,
    arguments: Sequence[str],
    *,
    seconds: float,
    writes: int = 0,
    feed: bool = False,
    keep: Sequence[int] = (),
) -> Iterator[subprocess.Popen[bytes]]:
    """
    Run one of the two programs while the block lasts; then it is ended, done or not.

    `seconds` is the most time by the clock and of the processor, `writes` the most bytes of a file
    that it may write, `keep` the numbers of open files that it keeps. Its standard output is a
    pipe, and its standard input with `feed`. Raises `VideoRefused` where it is not installed, or
    when the time is up.
    """
    limits = (MEMORY, int(seconds) + 1, writes)
    child = subprocess.Popen(
        [*LAUNCH, *map(str, limits), _found(program), *arguments],
        stdin=subprocess.PIPE if feed else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=tuple(keep),
        env={"LC_ALL": "C"},
    )
    late = threading.Event()
    timer = _timer(seconds, child, late)
    try:
        yield child
    except (OSError, EOFError):
        if late.is_set():
            raise VideoRefused(VideoWhy.SLOW) from None
        raise
    finally:
        timer.cancel()
        _end(child)
    if late.is_set() or child.returncode == -signal.SIGXCPU:
        raise VideoRefused(VideoWhy.SLOW)


def answer(program: str, arguments: Sequence[str], *, seconds: float, most: int) -> bytes:
    """Return what a program writes, at most `most` bytes of it; b"" where it fails."""
    with running(program, arguments, seconds=seconds) as child:
        assert child.stdout is not None
        said = child.stdout.read(most)
        status = child.wait() if len(said) < most else 1
    return b"" if status else said


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill it where it still runs, and close what leads to it."""
    if child.poll() is None:
        child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                continue
