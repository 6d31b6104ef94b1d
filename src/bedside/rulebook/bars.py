"""Hits over time as small bars: numbers in, rectangles out. All pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

PERIODS = {7: 1, 30: 3, 90: 6}
"""How many days one bar stands for, by how many days are shown."""

WIDE, HIGH, GAP = 100.0, 24.0, 1.0
"""The drawing's own units, and the space on each side of a bar."""
STUB = 2.0
"""How high an empty bar is drawn, so that a day without hits is seen to be one."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: the days it stands for, what was counted, and where it is drawn."""

    first: date
    last: date
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of one period, the oldest first, on a scale of their own that begins at zero."""

    days: int
    bars: tuple[Bar, ...]

    @property
    def total(self) -> int:
        return sum(bar.count for bar in self.bars)

    @property
    def words(self) -> str:
        """What a screen reader hears."""
        noun = "hit" if self.total == 1 else "hits"
        counts = ", ".join(str(bar.count) for bar in self.bars)
        return f"{self.total:,} {noun} in {self.days} days: {counts}"


def bars_of(counts: Mapping[date, int], today: date, days: int) -> Bars:
    """Sum up counts by day into the bars of a period that ends today, one of `PERIODS`."""
    step = PERIODS[days]
    number = days // step
    firsts = [today - timedelta(days=days - 1 - step * at) for at in range(number)]
    sums = [
        sum(counts.get(first + timedelta(days=day), 0) for day in range(step)) for first in firsts
    ]
    most, width = max(sums, default=0) or 1, WIDE / number
    return Bars(
        days,
        tuple(
            Bar(
                first=first,
                last=first + timedelta(days=step - 1),
                count=count,
                x=round(at * width + GAP, 2),
                y=round(HIGH - _height(count, most), 2),
                width=round(width - 2 * GAP, 2),
                height=_height(count, most),
            )
            for at, (first, count) in enumerate(zip(firsts, sums, strict=True))
        ),
    )


def _height(count: int, most: int) -> float:
    return round(max(HIGH * count / most, STUB), 2)
