"""The processes that `bedside run` starts, keeps alive and stops."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import Final

BEDSIDE: Final = (sys.executable, "-P", "-m", "bedside.suite.cli")
"""This very `bedside`, whatever lies in the directory we stand in."""

FIRST_PAUSE: Final = 0.5
LONGEST_PAUSE: Final = 30.0
"""Seconds before a child that died is started again: doubled each time, up to this."""
STEADY_AFTER: Final = 60.0
"""A child that lived for so many seconds starts with the first pause again."""


@dataclass
class Child:
    """
    One process of the suite: `bedside <name> <arguments>`.

    It gets the reading end of a lifeline, so that it ends with us, and the writing end of a pipe
    on which it says that it is ready.
    """

    name: str
    arguments: list[str]
    inherited: tuple[int, ...] = ()
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    start_at: float = 0.0
    pause: float = FIRST_PAUSE
    _lifeline: tuple[int, int] = field(default_factory=os.pipe)
    _ready: int = -1

    def start(self) -> None:
        """Start the process; it tells by and by that it is ready."""
        self._forget_ready()
        self._ready, ready = os.pipe()
        lifeline = self._lifeline[0]
        pipes = ["--lifeline", str(lifeline), "--ready", str(ready)]
        self.process = subprocess.Popen(
            [*BEDSIDE, self.name, *self.arguments, *pipes],
            pass_fds=(lifeline, ready, *self.inherited),
        )
        os.close(ready)
        self.started_at = time.monotonic()

    def is_ready(self, seconds: float) -> bool:
        """Wait, at most so long, for the process to say that it is ready."""
        readable, _, _ = select.select([self._ready], [], [], seconds)
        return bool(readable) and os.read(self._ready, 1) == b"1"

    def died(self) -> int | None:
        """Return the exit status of a process that has ended and is to be started again."""
        if self.process is None or (status := self.process.poll()) is None:
            return None
        now = time.monotonic()
        if now - self.started_at > STEADY_AFTER:
            self.pause = FIRST_PAUSE
        self.process = None
        self.start_at = now + self.pause
        self.pause = min(2 * self.pause, LONGEST_PAUSE)
        return status

    def start_if_due(self) -> None:
        """Start a process that died once its pause is over."""
        if self.process is None and time.monotonic() >= self.start_at:
            self.start()

    def ask_to_stop(self) -> None:
        """Tell the process to finish what it does and end."""
        if self.process is not None:
            self.process.terminate()

    def wait_until(self, deadline: float) -> None:
        """Wait for the process to end; from the deadline on (monotonic) it is killed."""
        if self.process is None:
            return
        try:
            self.process.wait(timeout=max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _forget_ready(self) -> None:
        if self._ready >= 0:
            os.close(self._ready)
