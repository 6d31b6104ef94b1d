"""One command starts the house within three seconds, and one signal ends it within ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.house import House

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser


def test_the_first_page_comes_within_three_seconds(tmp_path: Path) -> None:
    house = House(tmp_path / "data")
    assert house.command("migrate").returncode == 0
    starts, stops = [], []
    for _ in range(3):
        house.start("--no-demo")
        starts.append(house.seconds)
        stops.append(house.stop())
    # The fastest of three: a machine that does other work meanwhile says nothing about the house.
    assert min(starts) < 3
    assert max(stops) < 10
