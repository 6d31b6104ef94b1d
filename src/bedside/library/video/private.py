"""
A place on the disk for a video that is worked on, in plain words for as short as can be.

ffmpeg must be able to go back and forth in a file, and a video does not fit into memory. So it lies
on the disk of the data as it arrived, with whom it shows, while it is taken in, and again while its
master is made; nowhere else, readable by this account only, and encrypted at all other times. The
directory goes with the block that asked for it. Where the process was killed within, the lock on
the directory went with the process, and `sweep` finds it. Whoever must not have even that
encrypts the disk, as they would for the memory that is paged out to it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from typing import BinaryIO

_MODE = 0o600


@contextmanager
def directory() -> Iterator[Path]:
    """Make an empty directory of our own for a block; afterwards it is gone with all in it."""
    with _held(_root()):
        _sweep()
        made = Path(tempfile.mkdtemp(dir=_root()))
        lock = os.open(made, os.O_RDONLY)
        fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        os.close(lock)


def create(path: Path) -> BinaryIO:
    """Open a new file for writing and reading that only this account can read."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, _MODE), "w+b")


def sweep(now: datetime) -> int:
    """Take away what a process that was killed has left behind. Returns how many directories."""
    with _held(_root()):
        return _sweep()


def _sweep() -> int:
    gone = 0
    for left in _root().iterdir():
        with suppress(BlockingIOError), _held(left, fcntl.LOCK_NB):
            shutil.rmtree(left, ignore_errors=True)
            gone += 1
    return gone


@contextmanager
def _held(directory: Path, how: int = 0) -> Iterator[None]:
    """Hold the lock on a directory; it goes with the process that has it, however that ends."""
    lock = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | how)
        yield
    finally:
        os.close(lock)


def _root() -> Path:
    root = Path(settings.PRIVATE_ROOT)
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    return root
