"""A worker is killed with kill -9 at every place: nothing is lost, nothing is published twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bedside.channels.practice.network import PracticeNetwork
from tests.crashes.driving import Box

if TYPE_CHECKING:
    from pathlib import Path

PLACES = ("claimed", "before the attempt", "before the request", "after the request")


def test_a_worker_killed_anywhere_loses_nothing_and_repeats_nothing(tmp_path: Path):
    box = Box(tmp_path)
    box.migrate()
    box.step("seed", "practice")
    subjects = [row["subject"] for row in box.rows()]
    for subject, place in zip(subjects, PLACES, strict=False):
        box.dies(subject, place)
    middle = Counter(row["state"] for row in box.rows())
    assert middle == {"claimed": 2, "sending": 2, "planned": 1}
    box.step("recover")
    assert {row["state"] for row in box.rows()} == {"live"}
    live = PracticeNetwork(tmp_path / "practice.sqlite3").timeline("box")
    assert sorted(post.key for post in live) == sorted(row["key"] for row in box.rows())
