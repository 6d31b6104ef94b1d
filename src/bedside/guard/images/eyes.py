"""
Looks at pictures in processes of their own: the side that asks.

A process that looks (`worker.py`) holds the models and decodes files from strangers, so it has
limits, and it is replaced when it dies, does not answer in time, has grown too large or has seen
many files.
"""

from __future__ import annotations

import atexit
import functools
import importlib.util
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bedside.guard.draft import Organisation
from bedside.guard.images import frames
from bedside.guard.images.findings import Scan
from bedside.guard.images.rebuilt import Cover, Rebuilt
from bedside.guard.images.refusals import Refused, Why, must_be_picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PATIENCE = 120.0
"""Seconds until a picture's answer must be there."""
LARGEST = 600 * 1024 * 1024
"""Bytes: 600 MB."""
MOST = 200
"""Files until a worker is replaced: one that took it over does not see the next ones for long."""
IDLE = 300.0
"""Seconds without a question after which a worker ends, and its memory is free."""
START = 120.0
"""Seconds until a new worker must be ready."""

MODEL = Path(__file__).with_name("files") / "centerface.onnx"
_NEEDED = ("PIL", "numpy", "onnxruntime", "cv2", "rapidocr", "zxingcpp")
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}


class Unavailable(RuntimeError):
    """Nothing can look at pictures here; `str()` says why. People must look instead."""


def missing() -> tuple[str, ...]:
    """Return the names of what is not installed here, without which no picture is looked at."""
    absent = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    return (*absent, *(() if MODEL.exists() else (MODEL.name,)))


class Eyes:
    """
    Two workers and the questions put to them from any thread, each one's one after the other.

    One worker takes the quick looks and covers, the other what takes seconds, so that a quick
    answer never waits for a slow one. All questions raise `Refused` where the file is none that
    can be looked at, and `Unavailable` where no worker can be had. `patience` is in seconds a
    picture, `largest` in bytes: a worker that keeps more than that in memory after a picture is
    replaced, as is one that has seen `most` files. One that nobody asked for `idle` seconds ends.
    """

    def __init__(
        self,
        patience: float = PATIENCE,
        largest: int = LARGEST,
        most: int = MOST,
        idle: float = IDLE,
    ) -> None:
        self._quick, self._slow = (_Worker(patience, largest, most, idle) for _ in range(2))

    def scan(self, content: bytes, *, full: bool, org: Organisation | None = None) -> Scan:
        """
        Return what is in a picture: faces and metadata, or everything where it is `full`.

        `org` is whoever publishes it: its own names, phones and addresses are no patient's.
        """
        asked = {"ask": "scan", "full": full, "org": asdict(org or Organisation())}
        worker = self._slow if full else self._quick
        return Scan.from_json(worker.ask(asked, content)[0]["scan"])

    def cover(self, content: bytes, covers: Iterable[Cover]) -> Rebuilt:
        """Return the picture anew with these covers in it, and without metadata."""
        asked = {"ask": "cover", "covers": [asdict(one) for one in covers]}
        head, body = self._quick.ask(asked, content)
        size = head["size"]
        return Rebuilt(body[:size], body[size:], head["mime"], head["width"], head["height"])

    def verify(self, content: bytes, covers: Iterable[Cover]) -> tuple[str, ...]:
        """Return in sentences why these bytes may not go out with these covers; () if they may."""
        asked = {"ask": "verify", "covers": [asdict(one) for one in covers]}
        return tuple(self._slow.ask(asked, content)[0]["problems"])

    @property
    def processes(self) -> tuple[int | None, int | None]:
        """The processes of the quick and the slow worker by their numbers; None where none is."""
        return self._quick.process, self._slow.process

    def start(self) -> None:
        """Start the quick worker ahead of the first question, which it would keep waiting."""
        self._quick.start()

    def close(self) -> None:
        """End both workers; the next question starts another."""
        self._quick.close()
        self._slow.close()


class _Worker:
    """One process at a time, and a lock."""

    def __init__(self, patience: float, largest: int, most: int, idle: float) -> None:
        self._patience, self._largest, self._most, self._idle = patience, largest, most, idle
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = self._seen = 0
        self._asked_at = 0.0
        self._bell: threading.Timer | None = None

    @property
    def process(self) -> int | None:
        return self._child.pid if self._child and self._owner == os.getpid() else None

    def start(self) -> None:
        with self._lock:
            self._running()
            self._wait_for_idleness(self._idle)

    def close(self) -> None:
        with self._lock:
            self._end()

    def ask(self, asked: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
        must_be_picture(content)
        with self._lock:
            try:
                head, body = self._exchange(asked, content)
            except (frames.Broken, OSError):
                # It may have died of something else before: a fresh one gets the same question.
                self._end()
                head, body = self._again(asked, content)
            self._seen += 1
            if head["resident"] > self._largest or self._seen >= self._most:
                self._end()
            else:
                self._wait_for_idleness(self._idle)
        if "refused" in head:
            raise Refused(Why(head["refused"]))
        return head, body

    def _wait_for_idleness(self, seconds: float) -> None:
        """Look after so many seconds whether anybody has asked meanwhile; one timer is enough."""
        self._asked_at = time.monotonic()
        if self._bell is None or not self._bell.is_alive():
            self._ring_in(seconds)

    def _ring_in(self, seconds: float) -> None:
        self._bell = threading.Timer(seconds, self._rest)
        self._bell.daemon = True
        self._bell.start()

    def _rest(self) -> None:
        """End the process where it has been idle long enough, or look again later."""
        with self._lock:
            left = self._asked_at + self._idle - time.monotonic()
            if self._child is None:
                self._bell = None
            elif left > 0:
                self._ring_in(left)
            else:
                self._end()

    def _again(self, asked: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
        try:
            return self._exchange(asked, content)
        except (frames.Broken, OSError):
            ended = self._end()
        if ended == -signal.SIGXCPU:
            raise Refused(Why.SLOW)
        if ended < 0:
            raise Refused(Why.BROKEN)
        raise Unavailable(f"The process that looks at pictures left with status {ended}.")

    def _exchange(self, asked: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
        child = self._running()
        with _deadline(child, self._patience):
            frames.write(child.stdin, asked, content)
            return frames.read(child.stdout)

    def _running(self) -> subprocess.Popen[bytes]:
        """Return the worker, after starting one where there is none, or only our parent's."""
        if self._child is not None and self._owner == os.getpid() and self._child.poll() is None:
            return self._child
        self._end()
        if absent := missing():
            raise Unavailable(f"Not installed here: {', '.join(absent)}. Install bedside[images].")
        self._child = subprocess.Popen(
            [sys.executable, "-I", "-B", "-m", "bedside.guard.images.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ONE_THREAD,
        )
        self._owner, self._seen = os.getpid(), 0
        try:
            with _deadline(self._child, START):
                frames.read(self._child.stdout)
        except (frames.Broken, Refused):
            ended = self._end()
            raise Unavailable(f"What looks at pictures did not start: status {ended}.") from None
        return self._child

    def _end(self) -> int:
        """Stop the worker where it is ours, and return its exit status."""
        child, self._child = self._child, None
        if self._bell is not None and self._bell is not threading.current_thread():
            self._bell.cancel()
        self._bell = None
        if child is None or self._owner != os.getpid():
            return 0
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        try:
            return child.wait(timeout=1)
        except subprocess.TimeoutExpired:
            child.kill()
            return child.wait()


@contextmanager
def _deadline(child: subprocess.Popen[bytes], seconds: float) -> Iterator[None]:
    """Kill the process when the time is up, and say so: `Refused`, because it took too long."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill()

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (frames.Broken, OSError):
        if late.is_set():
            raise Refused(Why.SLOW) from None
        raise
    finally:
        timer.cancel()


@functools.cache
def eyes() -> Eyes:
    """Return this process's eyes; their worker ends with it."""
    ours = Eyes()
    atexit.register(ours.close)
    return ours
