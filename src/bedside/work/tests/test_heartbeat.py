from __future__ import annotations

import time
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from bedside.work import heartbeat
from bedside.work.heartbeat import Heartbeat
from bedside.work.models import Worker
from bedside.work.queries import clock_seen, dead_workers, is_alive

ENGINE, CLOCK, WEB = Worker.Kind.ENGINE, Worker.Kind.CLOCK, Worker.Kind.WEB


@pytest.fixture
def stopped():
    yield
    heartbeat.stop()


def seen(kind, seconds_ago):
    now = timezone.now()
    return Worker.objects.create(
        kind=kind, host="cedar", pid=7, seen_at=now - timedelta(seconds=seconds_ago)
    )


def test_a_worker_not_seen_for_eight_seconds_is_dead(db):
    dead, alive = seen(ENGINE, 9), seen(ENGINE, 2)
    assert dead_workers(timezone.now()) == [dead.pk]
    assert is_alive(alive.pk, timezone.now())
    assert not is_alive(dead.pk, timezone.now())


def test_a_worker_that_nobody_knows_is_not_alive(db):
    assert not is_alive(uuid4(), timezone.now())


def test_the_clock_was_seen_when_the_latest_of_them_was(db, django_assert_num_queries):
    seen(CLOCK, 60)
    latest = seen(CLOCK, 1)
    seen(ENGINE, 0)
    with django_assert_num_queries(1):
        assert clock_seen() == latest.seen_at


def test_a_clock_that_never_ran_was_never_seen(db):
    seen(WEB, 0)
    assert clock_seen() is None


def test_a_beat_writes_one_row_for_each_part(db):
    beating = Heartbeat(ENGINE, CLOCK)
    beating.beat()
    assert dict(Worker.objects.values_list("kind", "pk")) == beating.ids


def test_a_beat_moves_the_time_and_nothing_else(db, time_machine):
    time_machine.move_to("2026-11-24T09:00:00Z", tick=False)
    beating = Heartbeat(ENGINE)
    beating.beat()
    time_machine.move_to("2026-11-24T09:00:05Z", tick=False)
    beating.beat()
    row = Worker.objects.get()
    assert row.seen_at - row.started_at == timedelta(seconds=5)


def test_a_row_that_was_removed_comes_back(db):
    beating = Heartbeat(ENGINE, CLOCK)
    beating.beat()
    Worker.objects.filter(kind=CLOCK).delete()
    beating.beat()
    assert set(Worker.objects.values_list("pk", flat=True)) == set(beating.ids.values())


def test_claims_carry_the_engine_of_this_process(transactional_db, stopped):
    assert heartbeat.this_worker() is None
    beating = heartbeat.start(ENGINE, CLOCK)
    assert heartbeat.this_worker() == beating.ids[ENGINE]
    heartbeat.stop()
    assert heartbeat.this_worker() is None


def test_a_process_has_one_heartbeat(transactional_db, stopped):
    heartbeat.start(WEB)
    with pytest.raises(RuntimeError):
        heartbeat.start(WEB)


def test_the_heart_beats_by_itself(transactional_db, stopped, monkeypatch):
    monkeypatch.setattr(heartbeat, "EVERY", 0.01)
    heartbeat.start(ENGINE)
    first = Worker.objects.get().seen_at
    time.sleep(0.3)
    heartbeat.stop()
    assert Worker.objects.get().seen_at > first


def test_a_row_stays_after_a_clean_stop_so_that_what_it_held_is_found(transactional_db, stopped):
    beating = heartbeat.start(ENGINE)
    heartbeat.stop()
    later = timezone.now() + timedelta(seconds=10)
    assert dead_workers(later) == [beating.ids[ENGINE]]


def test_workers_long_gone_are_forgotten(transactional_db, stopped):
    seen(ENGINE, 8 * 24 * 3600)
    recent = seen(ENGINE, 3600)
    beating = heartbeat.start(CLOCK)
    assert set(Worker.objects.values_list("pk", flat=True)) == {recent.pk, beating.ids[CLOCK]}
