"""
The embedded engine: Django's Tasks interface over a pool of threads in this very process.

A task here is a wake-up for a row that is due. So none need survive a crash, and none has a
result: in a process without an engine, or with a full queue, enqueueing does nothing, and the
clock wakes the row again at its next look.
"""

from __future__ import annotations

import json
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

import structlog
from django.db import close_old_connections, connections, transaction
from django.utils import timezone
from django_tasks import TaskContext, TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import DEFAULT_TASK_QUEUE_NAME
from django_tasks.utils import get_random_id

from bedside.work import faults

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django_tasks.base import Task

WAITING: Final = 5000
"""Wake-ups that may wait at once, where settings do not say. The clock repeats what is left out."""

log = structlog.get_logger()


@dataclass(frozen=True)
class Call:
    """A task with its arguments. Two of the same key do the same work."""

    result: TaskResult[Any]

    @cached_property
    def key(self) -> str:
        result = self.result
        return json.dumps([result.task.module_path, result.args, result.kwargs], sort_keys=True)

    def run(self) -> None:
        """Run the task. Raises whatever the task raises."""
        task = self.result.task
        context = (TaskContext(task_result=self.result),) if task.takes_context else ()
        task.call(*context, *self.result.args, **self.result.kwargs)


class Engine:
    """Threads that run calls in the order of their coming. Each thread has its own connections."""

    def __init__(self, threads: int, waiting: int = WAITING, name: str = "engine") -> None:
        self._limit = waiting
        self._waiting: OrderedDict[str, Call] = OrderedDict()
        self._running = 0
        self._open = True
        # Two conditions over one lock: a new call must wake a thread, never somebody who drains.
        lock = threading.Lock()
        self._ready = threading.Condition(lock)
        self._idle = threading.Condition(lock)
        self._threads = [
            threading.Thread(target=self._work, name=f"{name}-{number}", daemon=True)
            for number in range(threads)
        ]

    def start(self) -> None:
        """Start the threads."""
        for thread in self._threads:
            thread.start()

    def put(self, call: Call) -> bool:
        """
        Queue a call; the same call still waiting is enough. Returns False where it is turned away.

        A call that runs already is queued again: what woke it may have come too late for it.
        """
        with self._ready:
            if call.key in self._waiting:
                return True
            if not self._open or len(self._waiting) >= self._limit:
                return False
            self._waiting[call.key] = call
            self._ready.notify()
            return True

    def drain(self, timeout: float) -> bool:
        """Wait until nothing waits or runs, at most so many seconds. Returns whether that is so."""
        with self._idle:
            return self._idle.wait_for(
                lambda: not self._waiting and not self._running, timeout=timeout
            )

    def stop(self, seconds: float) -> bool:
        """
        Drop what waits and let what runs finish, for at most so many seconds.

        Returns False where something still runs; its rows are found by the clock later on.
        """
        deadline = time.monotonic() + seconds
        with self._ready:
            self._open = False
            self._waiting.clear()
            self._ready.notify_all()
        for thread in self._threads:
            thread.join(timeout=max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _work(self) -> None:
        while (call := self._take()) is not None:
            try:
                call.run()
            except Exception as error:  # noqa: BLE001 (the engine's door: a thread outlives its task)
                close_old_connections()
                log.error(
                    "work.task_failed",
                    task=call.result.task.module_path,
                    error=faults.kind(error),
                    places=faults.places(error),
                )
            finally:
                if not self._waiting:  # in a rush nothing grows old
                    close_old_connections()
                self._done()
        connections.close_all()

    def _take(self) -> Call | None:
        """Wait for the next call; None when the engine stops."""
        with self._ready:
            self._ready.wait_for(lambda: self._waiting or not self._open)
            if not self._open:
                return None
            self._running += 1
            return self._waiting.popitem(last=False)[1]

    def _done(self) -> None:
        with self._idle:
            self._running -= 1
            if not self._waiting and not self._running:
                self._idle.notify_all()


class ThreadBackend(BaseTaskBackend):
    """
    Hands tasks to the engine of this process.

    `OPTIONS`: `threads`, and if wished `waiting`, and `alone`: queues that have a thread of their
    own, so that what takes hours there keeps nothing else waiting.
    """

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        """Wake the engine once the caller's transaction is committed. Arguments must be JSON."""
        self.validate_task(task)
        result = _ready(task, args, kwargs, self.alias)
        engine = _engines.get(task.queue_name) or _engines.get(DEFAULT_TASK_QUEUE_NAME)
        if engine is not None:
            transaction.on_commit(partial(engine.put, Call(result)))
        return result


def _ready(
    task: Task[Any, Any], args: Sequence[Any], kwargs: Mapping[str, Any], alias: str
) -> TaskResult[Any]:
    return TaskResult(
        task=task,
        id=get_random_id(),
        status=TaskResultStatus.READY,
        enqueued_at=timezone.now(),
        started_at=None,
        finished_at=None,
        last_attempted_at=None,
        args=list(args),
        kwargs=dict(kwargs),
        backend=alias,
        errors=[],
        worker_ids=[],
    )


# One set for the process, not one for each backend: Django keeps a backend for every thread.
_engines: dict[str, Engine] = {}
_stopping = threading.Event()


def start_engine(threads: int, waiting: int = WAITING, alone: Sequence[str] = ()) -> Engine:
    """
    Make this process an engine, and return that of the queues that are not `alone`.

    Raises `RuntimeError` where it is one already.
    """
    if _engines:
        raise RuntimeError("This process has an engine.")
    _stopping.clear()
    _engines[DEFAULT_TASK_QUEUE_NAME] = Engine(threads, waiting)
    _engines.update({name: Engine(1, waiting, f"engine-{name}") for name in alone})
    for engine in _engines.values():
        engine.start()
    return _engines[DEFAULT_TASK_QUEUE_NAME]


def stopping() -> bool:
    """Tell whether this process's engine is being stopped: a long task puts its work down."""
    return _stopping.is_set()


def stop_engine(seconds: float) -> bool:
    """Stop this process's engine; see `Engine.stop`. True where there is none."""
    _stopping.set()
    engines = list(_engines.values())
    _engines.clear()
    deadline = time.monotonic() + seconds
    stopped = [engine.stop(max(0.0, deadline - time.monotonic())) for engine in engines]
    return all(stopped)
