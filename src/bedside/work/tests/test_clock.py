from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
import structlog

from bedside.work import sources
from bedside.work.clock import Clock
from bedside.work.sources import Source

if TYPE_CHECKING:
    from datetime import datetime


class Look:
    """A look that remembers when it was called."""

    def __init__(self, found: int = 1) -> None:
        self.found = found
        self.times: list[datetime] = []

    def __call__(self, now: datetime) -> int:
        self.times.append(now)
        return self.found


def broken(now: datetime) -> int:
    raise LookupError("Maria Lopez")


def test_every_source_is_looked_at_in_its_own_time():
    often, seldom = Look(), Look()
    clock = Clock([Source("often", often, 1.0), Source("seldom", seldom, 5.0)])
    for second in range(10):
        clock.tick(100.0 + second)
    assert len(often.times) == 10
    assert len(seldom.times) == 2


def test_a_round_that_begins_a_little_early_skips_nothing():
    look = Look()
    clock = Clock([Source("due", look, 1.0)])
    for at in (100.0, 100.999, 101.998):
        clock.tick(at)
    assert len(look.times) == 3


def test_rounds_that_were_slept_through_are_not_made_up_for():
    look = Look()
    clock = Clock([Source("due", look, 1.0)])
    clock.tick(100.0)
    clock.tick(9000.0)
    assert len(look.times) == 2


def test_the_clock_tells_how_much_it_found():
    clock = Clock([Source("a", Look(3), 1.0), Source("b", Look(4), 1.0)])
    assert clock.tick(0.0) == 7


def test_a_source_that_fails_does_not_stop_the_others():
    look = Look()
    clock = Clock([Source("broken", broken, 1.0), Source("sound", look, 1.0)])
    with structlog.testing.capture_logs() as lines:
        assert clock.tick(0.0) == 1
    assert [line["event"] for line in lines] == ["work.source_failed"]
    assert (lines[0]["source"], lines[0]["error"]) == ("broken", "LookupError")
    assert "Lopez" not in repr(lines)


def test_looks_are_given_an_aware_time():
    look = Look()
    Clock([Source("due", look, 1.0)]).tick(0.0)
    assert look.times[0].tzinfo is not None


def test_the_clock_stops_at_once():
    stopping = threading.Event()
    clock = Clock([Source("due", Look(), 1.0)])
    thread = threading.Thread(target=clock.run, args=(stopping,))
    thread.start()
    stopping.set()
    thread.join(timeout=0.5)
    assert not thread.is_alive()


def test_two_sources_cannot_share_a_name(monkeypatch):
    monkeypatch.setattr(sources, "_SOURCES", {})
    sources.register("outbox.due", broken)
    sources.register("outbox.due", broken)
    with pytest.raises(ValueError, match="outbox"):
        sources.register("outbox.due", Look())
    assert [source.name for source in sources.registered()] == ["outbox.due"]
