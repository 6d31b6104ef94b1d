from __future__ import annotations

import time

import pytest
import structlog
from django.db import transaction

from bedside.work import threads
from bedside.work.models import Worker
from bedside.work.tests import tasks
from bedside.work.threads import ThreadBackend


@pytest.fixture
def backend():
    return ThreadBackend("default", {"OPTIONS": {"threads": 2}})


@pytest.fixture
def engine(transactional_db):
    tasks.calls.clear()
    tasks.gate.clear()
    yield threads.start_engine(2, waiting=3)
    tasks.gate.set()
    threads.stop_engine(5)


def hold_both_threads(backend):
    for name in ("first", "second"):
        backend.enqueue(tasks.wait_at_the_gate, (name,), {})
    deadline = time.monotonic() + 5
    while tasks.calls.total() < 2 and time.monotonic() < deadline:
        time.sleep(0.005)


def test_a_task_runs_in_the_engine(backend, engine):
    backend.enqueue(tasks.count, ("Cedar Hollow",), {})
    assert engine.drain(5)
    assert tasks.calls["Cedar Hollow"] == 1


def test_a_task_that_asks_for_its_context_gets_it(backend, engine):
    backend.enqueue(tasks.tell, ("delivery",), {})
    assert engine.drain(5)
    assert tasks.calls["TaskContext delivery"] == 1


def test_a_process_without_an_engine_only_wakes_nobody(backend, db):
    tasks.calls.clear()
    result = backend.enqueue(tasks.count, ("web",), {})
    assert result.status == "READY"
    assert tasks.calls["web"] == 0


def test_the_same_wake_up_waits_once(backend, engine):
    hold_both_threads(backend)
    for _ in range(10):
        backend.enqueue(tasks.count, ("delivery 7",), {})
    tasks.gate.set()
    assert engine.drain(5)
    assert tasks.calls["delivery 7"] == 1


def test_a_wake_up_that_comes_while_the_same_task_runs_is_not_lost(backend, engine):
    hold_both_threads(backend)
    backend.enqueue(tasks.wait_at_the_gate, ("first",), {})
    tasks.gate.set()
    assert engine.drain(5)
    assert tasks.calls["first"] == 2


def test_a_full_queue_turns_wake_ups_away(backend, engine):
    hold_both_threads(backend)
    for number in range(10):
        backend.enqueue(tasks.count, (f"delivery {number}",), {})
    tasks.gate.set()
    assert engine.drain(5)
    assert tasks.calls.total() == 2 + 3


def test_a_task_is_woken_only_once_its_row_is_committed(backend, engine):
    with transaction.atomic():
        backend.enqueue(tasks.count, ("committed",), {})
        assert engine.drain(5)
        assert tasks.calls["committed"] == 0
    assert engine.drain(5)
    assert tasks.calls["committed"] == 1


def test_a_task_that_fails_says_where_but_not_what(backend, engine):
    with structlog.testing.capture_logs() as lines:
        backend.enqueue(tasks.fail, ("Maria Lopez",), {})
        assert engine.drain(5)
    assert [line["event"] for line in lines] == ["work.task_failed"]
    assert lines[0]["error"] == "LookupError"
    assert lines[0]["places"][-1].startswith("bedside/work/tests/tasks.py:")
    assert "Lopez" not in repr(lines)


def test_a_thread_outlives_a_task_that_fails(backend, engine):
    for number in range(3):
        backend.enqueue(tasks.fail, (str(number),), {})
    assert engine.drain(5)
    backend.enqueue(tasks.count, ("after",), {})
    assert engine.drain(5)
    assert tasks.calls["after"] == 1


def test_a_task_writes_over_a_connection_of_its_own(backend, engine):
    backend.enqueue(tasks.write_a_worker, (), {})
    assert engine.drain(5)
    assert Worker.objects.get().host == "engine"


def test_drain_gives_up_after_its_time(backend, engine):
    hold_both_threads(backend)
    assert not engine.drain(0.05)


def test_stopping_lets_what_runs_finish_and_drops_what_waits(backend, engine):
    hold_both_threads(backend)
    backend.enqueue(tasks.count, ("waiting",), {})
    assert not engine.stop(0.05)
    tasks.gate.set()
    assert engine.stop(5)
    assert tasks.calls["waiting"] == 0


def test_an_engine_that_stops_takes_no_more(backend, engine):
    assert threads.stop_engine(5)
    backend.enqueue(tasks.count, ("too late",), {})
    assert tasks.calls["too late"] == 0


def test_a_process_is_one_engine_only(engine):
    with pytest.raises(RuntimeError):
        threads.start_engine(1)


def test_what_takes_hours_in_a_queue_of_its_own_keeps_nothing_else_waiting(transactional_db):
    tasks.calls.clear()
    tasks.gate.clear()
    backend = ThreadBackend("default", {"QUEUES": ["default", "videos"], "OPTIONS": {}})
    engine = threads.start_engine(1, alone=["videos"])
    try:
        for name in ("first", "second"):
            backend.enqueue(tasks.wait_at_the_gate.using(queue_name="videos"), (name,), {})
        backend.enqueue(tasks.count, ("post",), {})
        assert engine.drain(5)
        assert tasks.calls["post"] == 1
        assert tasks.calls["second"] == 0
        assert not threads.stopping()
    finally:
        tasks.gate.set()
        assert threads.stop_engine(5)
    assert threads.stopping()
