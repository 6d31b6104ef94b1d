"""
Looks at pictures, one question after the other: the side that answers.

Run as `python -I -m bedside.guard.images.worker`: frames (`frames.py`) on standard input and
output. It can write no file, its memory is limited, and so is its time for each picture; where
the system lets it (Linux), it has no network. The models are loaded once, at the first question
that needs them.
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image

from bedside.guard.draft import Organisation
from bedside.guard.images import covering, frames, scanning, verifying
from bedside.guard.images.boxes import Box
from bedside.guard.images.opening import MOST_PIXELS
from bedside.guard.images.rebuilt import Cover
from bedside.guard.images.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

MEMORY = 2 * 1024**3
"""Bytes of address space; libraries and models reserve half a gigabyte without using it."""
SECONDS = 90
"""Seconds of processor time for one picture."""

_NEW_USERS, _NEW_NETWORK = 0x10000000, 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of unshare(2)."""

Answer = tuple[dict[str, Any], bytes]


def answer(asked: Mapping[str, Any], content: bytes) -> Answer:
    """Return the answer to one question as the head and the body of a frame."""
    try:
        if asked["ask"] == "scan":
            ours = Organisation(**{name: _tuples(value) for name, value in asked["org"].items()})
            found = scanning.scan(content, full=asked["full"], org=ours)
            return {"scan": found.as_json()}, b""
        covers = [_cover(one) for one in asked["covers"]]
        if asked["ask"] == "verify":
            return {"problems": verifying.verify(content, covers)}, b""
        made = covering.cover(content, covers)
    except Refused as refusal:
        return {"refused": refusal.why}, b""
    head = {"mime": made.mime, "width": made.width, "height": made.height}
    return head | {"size": len(made.content)}, made.content + made.thumbnail


def _cover(told: Mapping[str, Any]) -> Cover:
    found = told.get("found")
    return Cover(Box(**told["box"]), told["how"], told["of"], Box(**found) if found else None)


def _tuples(value: Any) -> Any:
    """Turn JSON's lists back into the tuples they were."""
    return tuple(value) if isinstance(value, list) else value


def _resident() -> int:
    """Return the bytes of memory that are in use now; where only the most is known, that."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * 1024


def _limit() -> None:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _leave_network() -> None:
    """Go where there is no network: by right, or as a user of a world of its own."""
    if sys.platform != "linux":
        return
    with suppress(AttributeError):
        system = ctypes.CDLL(None)
        if system.unshare(_NEW_NETWORK):
            system.unshare(_NEW_USERS | _NEW_NETWORK)


def _limit_time() -> None:
    """Give the next picture its seconds on top of what was used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def main() -> None:
    """Answer until nobody asks any more."""
    # Whatever a library prints must not get between the frames.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _leave_network()
    _limit()
    frames.write(out, {"ready": True})
    while True:
        try:
            asked, content = frames.read(sys.stdin.buffer)
        except frames.Broken:
            return
        _limit_time()
        head, body = answer(asked, content)
        frames.write(out, head | {"resident": _resident()}, body)


if __name__ == "__main__":
    main()
