"""`bedside clock`: looks for due rows every second, and carries out what is due."""

from __future__ import annotations

import signal
import threading
from functools import partial
from typing import TYPE_CHECKING, Final

from bedside.suite import logs
from bedside.suite.commands import lifeline
from bedside.suite.commands.loading import load
from bedside.suite.commands.parsing import add_pipes, parser

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

STOP_WITHIN: Final = 8
"""Seconds for running tasks to finish after SIGTERM."""


def main(arguments: Sequence[str]) -> int:
    """Work until asked to stop. Returns 0 after a clean stop, 1 where a task had to be left."""
    options = parser("clock", "Do the background work only; `bedside web` serves the pages.")
    add_pipes(options)
    chosen = options.parse_args(arguments)
    stopping = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        stopping.set()
        # The system ends us even where a task, or the database, keeps us from ending ourselves.
        signal.alarm(STOP_WITHIN + 1)

    with lifeline.attached(chosen):
        signal.signal(signal.SIGTERM, stop)
        if chosen.lifeline is None:
            signal.signal(signal.SIGINT, stop)
        engine = load("bedside.work.engine")
        logs.hush_crashes()
        ready = partial(lifeline.say_ready, chosen)
        finished = engine.run(stopping, ready=ready, stop_within=STOP_WITHIN)
    return 0 if finished else 1
