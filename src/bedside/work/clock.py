"""The clock: every second it has each source look for due rows. Several may run at once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import structlog
from django.db import close_old_connections
from django.utils import timezone

from bedside.work import faults, sources

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterable

    from bedside.work.sources import Source

TICK = 1.0
"""Seconds between two rounds."""

log = structlog.get_logger()


class Clock:
    """Calls every source when its time has come. A source that fails never stops the others."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._due = dict.fromkeys(sources, 0.0)

    def tick(self, at: float) -> int:
        """
        Call what is due and return how much the sources found.

        `at` is a monotonic time in seconds. A source is due again `every_seconds` after this
        round; rounds that were missed, e.g. while the machine slept, are not made up for.
        """
        found = 0
        for source, due in self._due.items():
            if due <= at:
                # Half a round early, so that a round that begins a little soon is not skipped.
                self._due[source] = at + source.every_seconds - TICK / 2
                found += _look(source)
        return found

    def run(self, stopping: threading.Event) -> None:
        """Tick once a second until `stopping` is set. After a long round the next comes at once."""
        while not stopping.is_set():
            began = time.monotonic()
            close_old_connections()
            self.tick(began)
            stopping.wait(max(0.0, began + TICK - time.monotonic()))


def _look(source: Source) -> int:
    try:
        return source.look(timezone.now())
    except Exception as error:  # noqa: BLE001 (a door of the engine: one app's fault is not another's)
        log.error(
            "work.source_failed",
            source=source.name,
            error=faults.kind(error),
            places=faults.places(error),
        )
        return 0


def from_registered() -> Clock:
    """Return a clock over everything that the apps have registered."""
    return Clock(sources.registered())
