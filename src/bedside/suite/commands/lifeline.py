"""
Ties a child to the process that watches over it: when that dies, however it dies, the child stops.

Linux sends SIGTERM by itself (prctl PR_SET_PDEATHSIG, see prctl(2)). Elsewhere a thread reads from
a pipe whose other end only the watcher holds: it reads the end of file when the watcher is gone.
"""

from __future__ import annotations

import ctypes
import os
import select
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from bedside.suite.commands.installation import here, hold

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

PR_SET_PDEATHSIG = 1


@contextmanager
def attached(options: Namespace) -> Iterator[None]:
    """
    Work for an installation, as a child of `bedside run` or by oneself.

    A child has its parent's lifeline and lock; a process of its own shares the lock with others.
    Raises `Refused` where a `bedside run` holds the data directory.
    """
    if options.lifeline is None:
        with hold(here(), alone=False):
            yield
        return
    _follow(options.lifeline)
    yield


def say_ready(options: Namespace) -> None:
    """Tell `bedside run`, if that started this process, that it works now."""
    if options.ready is None:
        return
    # Where nobody waits any more, the lifeline ends us.
    with suppress(BrokenPipeError):
        os.write(options.ready, b"1")
    os.close(options.ready)


def follow_parent() -> bool:
    """Have the system send SIGTERM when the parent dies. Returns False where it cannot."""
    if sys.platform != "linux":
        return False
    return bool(ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM) == 0)


def _follow(lifeline: int) -> None:
    # Ctrl+C reaches the whole group at once; the parent tells its children in its own time.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not follow_parent():
        threading.Thread(target=_watch, args=(lifeline,), daemon=True).start()
    gone, _, _ = select.select([lifeline], [], [], 0)
    if gone:
        sys.exit("The process that started this one is gone.")


def _watch(lifeline: int) -> None:
    os.read(lifeline, 1)
    os.kill(os.getpid(), signal.SIGTERM)
