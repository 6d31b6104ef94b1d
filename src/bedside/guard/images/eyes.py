"""
Looks at pictures in a process of its own: the side that asks.

The process that looks (`worker.py`) holds the models and decodes files from strangers, so it has
limits, and it is replaced when it dies, does not answer in time or has grown too large.
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
LARGEST = 650 * 1024 * 1024
"""Bytes: 650 MB."""
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
    One worker and the questions put to it, one after the other, from any thread.

    All questions raise `Refused` where the file is none that can be looked at, and `Unavailable`
    where no worker can be had. `patience` is in seconds a picture, `largest` in bytes: a worker
    that keeps more than that in memory after a picture is replaced.
    """

    def __init__(self, patience: float = PATIENCE, largest: int = LARGEST) -> None:
        self._patience = patience
        self._largest = largest
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def scan(self, content: bytes, *, full: bool, org: Organisation | None = None) -> Scan:
        """
        Return what is in a picture: faces at 640 pixels, or everything where it is `full`.

        `org` is whoever publishes it: its own names, phones and addresses are no patient's.
        """
        asked = {"full": full, "org": asdict(org or Organisation())}
        return Scan.from_json(self._ask("scan", content, asked)[0]["scan"])

    def cover(self, content: bytes, covers: Iterable[Cover]) -> Rebuilt:
        """Return the picture anew with these covers in it, and without metadata."""
        head, body = self._ask("cover", content, {"covers": [asdict(one) for one in covers]})
        size = head["size"]
        return Rebuilt(body[:size], body[size:], head["mime"], head["width"], head["height"])

    def verify(self, content: bytes, covers: Iterable[Cover]) -> tuple[str, ...]:
        """Return in sentences why these bytes may not go out with these covers; () if they may."""
        head, _ = self._ask("verify", content, {"covers": [asdict(one) for one in covers]})
        return tuple(head["problems"])

    @property
    def process(self) -> int | None:
        """The process that looks at present, by its number; None before the first question."""
        return self._child.pid if self._child and self._owner == os.getpid() else None

    def start(self) -> None:
        """Start the worker ahead of the first question, which it would keep waiting seconds."""
        with self._lock:
            self._running()

    def close(self) -> None:
        """End the worker; the next question starts another."""
        with self._lock:
            self._end()

    def _ask(
        self, what: str, content: bytes, asked: dict[str, Any]
    ) -> tuple[dict[str, Any], bytes]:
        must_be_picture(content)
        with self._lock:
            try:
                head, body = self._exchange({"ask": what} | asked, content)
            except (frames.Broken, OSError):
                # It may have died of something else before: a fresh one gets the same question.
                self._end()
                head, body = self._again({"ask": what} | asked, content)
            if head["resident"] > self._largest:
                self._end()
        if "refused" in head:
            raise Refused(Why(head["refused"]))
        return head, body

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
        self._owner = os.getpid()
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
