"""Small bars: every day counts once, empty days are seen, and the numbers are said."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.rulebook.bars import HIGH, PERIODS, STUB, WIDE, bars_of

TODAY = date(2026, 10, 13)
each_period = pytest.mark.parametrize("days", PERIODS)


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


@each_period
def test_bars_cover_the_period_without_gap_or_overlap(days: int):
    bars = bars_of({}, TODAY, days).bars
    assert bars[0].first == back(days - 1)
    assert bars[-1].last == TODAY
    steps = [after.first - before.last for before, after in pairwise(bars)]
    assert set(steps) == {timedelta(days=1)}


@given(
    st.dictionaries(st.integers(0, 89).map(back), st.integers(1, 500)),
    st.sampled_from(sorted(PERIODS)),
)
def test_every_day_of_the_period_is_counted_once(counts: dict[date, int], days: int):
    bars = bars_of(counts, TODAY, days)
    assert bars.total == sum(n for day, n in counts.items() if day > back(days))


@given(st.dictionaries(st.integers(0, 89).map(back), st.integers(1, 10**6)))
def test_no_bar_leaves_the_drawing(counts: dict[date, int]):
    for bar in bars_of(counts, TODAY, 90).bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= WIDE
        assert bar.y >= 0
        assert bar.y + bar.height <= HIGH + 0.01


def test_a_day_without_hits_is_seen_to_be_one():
    bars = bars_of({TODAY: 4, back(1): 2}, TODAY, 7).bars
    assert [bar.height for bar in bars] == [STUB] * 5 + [HIGH / 2, HIGH]


def test_what_is_drawn_is_also_said():
    assert bars_of({TODAY: 1}, TODAY, 7).words == "1 hit in 7 days: 0, 0, 0, 0, 0, 0, 1"
