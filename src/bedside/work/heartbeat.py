"""
One heartbeat a second for each process that works, from one thread.

Rows that a worker claimed carry its id. When the heartbeat stops, others may take them over, so
it beats in a thread of its own: a task that takes long does not make its worker look dead.
"""

from __future__ import annotations

import os
import socket
import threading
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import structlog
from django.db import Error, close_old_connections, connections
from django.utils import timezone

from bedside.work import faults
from bedside.work.models import Worker

if TYPE_CHECKING:
    from uuid import UUID

EVERY = 1.0
"""Seconds between two beats."""
FORGOTTEN_AFTER = timedelta(days=7)
"""No claim is as old as that: every lease ran out long before."""

log = structlog.get_logger()


class Heartbeat:
    """Keeps the rows of this process fresh, one for each of its parts, until it is stopped."""

    def __init__(self, *kinds: Worker.Kind) -> None:
        self.ids: dict[Worker.Kind, UUID] = {kind: uuid4() for kind in kinds}
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)
        self._started_at = timezone.now()

    def start(self) -> None:
        """Beat once, so that the rows are there before anything is claimed, and keep beating."""
        self._try_to_beat()
        self._thread.start()

    def stop(self) -> None:
        """Beat no more. The rows stay: what this process still held is found by them."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout=EVERY)

    def beat(self) -> None:
        """Say once that this process lives. Rows that are missing are written, old ones removed."""
        now = timezone.now()
        if Worker.objects.filter(pk__in=self.ids.values()).update(seen_at=now) == len(self.ids):
            return
        rows = [
            Worker(
                id=pk,
                kind=kind,
                host=socket.gethostname(),
                pid=os.getpid(),
                started_at=self._started_at,
                seen_at=now,
            )
            for kind, pk in self.ids.items()
        ]
        Worker.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["id"], update_fields=["seen_at"]
        )
        Worker.objects.filter(seen_at__lt=now - FORGOTTEN_AFTER).delete()

    def _run(self) -> None:
        while not self._stopping.wait(EVERY):
            close_old_connections()
            self._try_to_beat()
        connections.close_all()

    def _try_to_beat(self) -> None:
        """Beat, unless the database is away for a moment; others see then that we are not seen."""
        try:
            self.beat()
        except Error as error:
            log.warning("work.heartbeat_missed", error=faults.kind(error))


_current: Heartbeat | None = None


def start(*kinds: Worker.Kind) -> Heartbeat:
    """Start this process's heartbeat. Raises `RuntimeError` where it beats already."""
    global _current
    if _current is not None:
        raise RuntimeError("This process has a heartbeat.")
    _current = Heartbeat(*kinds)
    _current.start()
    return _current


def stop() -> None:
    """Stop this process's heartbeat, if it has one."""
    global _current
    if _current is not None:
        _current.stop()
        _current = None


def this_worker() -> UUID | None:
    """Return the id that claims carry: this process's engine, or None outside one."""
    return _current.ids.get(Worker.Kind.ENGINE) if _current is not None else None
