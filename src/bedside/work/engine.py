"""The process that does the background work: heartbeat, thread engine and clock together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django_tasks import default_task_backend

from bedside.work import clock, heartbeat, threads
from bedside.work.models import Worker

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable


def run(stopping: threading.Event, *, ready: Callable[[], None], stop_within: float) -> bool:
    """
    Work until `stopping` is set; `ready` is called once the engine takes tasks.

    Tasks that run then have `stop_within` seconds to finish, during which the heart beats on, so
    that nobody takes over what they hold. Returns False where one did not finish.
    """
    heartbeat.start(Worker.Kind.ENGINE, Worker.Kind.CLOCK)
    threads.start_engine(**default_task_backend.options)
    ready()
    clock.from_registered().run(stopping)
    finished = threads.stop_engine(stop_within)
    heartbeat.stop()
    return finished
