"""
A linear model that reads a message; `training/triage.py` makes it, `files/` holds its weights.

Each feature's name is hashed to a row of weights, one byte a head; the rows are added up.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING, Any
from zlib import crc32

from bedside.guard.triage.features import features, pairs
from bedside.guard.triage.message import Flag, Theme, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bedside.guard.models.reader import Heard
    from bedside.guard.reading import Reading
    from bedside.guard.triage.message import Message


HEARD = 0.75
"""How much the transformer counts beside the linear model."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model makes of a message: probabilities of tiers, of flags, of themes."""

    tiers: tuple[float, ...]
    flags: dict[Flag, float]
    themes: dict[Theme, float]
    is_joined: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of weights: bytes, a bias and a scale for each head."""

    rows: memoryview
    count: int
    biases: tuple[float, ...]
    scales: tuple[float, ...]

    def scores(self, found: Iterable[tuple[str, float]]) -> list[float]:
        """Return a score for each head."""
        width = len(self.biases)
        totals = [0.0] * width
        for name, value in found:
            start = bucket(name, self.count) * width
            row = self.rows[start : start + width]
            totals = [total + value * weight for total, weight in zip(totals, row, strict=True)]
        return [
            bias + scale * total
            for bias, scale, total in zip(self.biases, self.scales, totals, strict=True)
        ]


def bucket(name: str, count: int) -> int:
    """Return the row of a feature."""
    return crc32(name.encode("utf-8", "surrogatepass")) % count


def read(message: Message, reading: Reading) -> Opinion:
    """Read a message."""
    tiers, labels = tables()
    found = list(features(message, reading))
    likely = [1 / (1 + exp(-max(-30.0, min(30.0, score)))) for score in labels.scores(found)]
    return Opinion(
        softmax(tiers.scores([*found, *pairs(reading)])),
        dict(zip(Flag, likely[: len(Flag)], strict=True)),
        dict(zip(Theme, likely[len(Flag) :], strict=True)),
    )


def joined(own: Opinion, heard: Heard | None) -> Opinion:
    """Join the linear model's opinion with what the transformer heard, which counts for more."""
    if heard is None:
        return own
    return Opinion(
        tuple(_mean(a, b) for a, b in zip(own.tiers, heard.tiers, strict=True)),
        {flag: _mean(chance, heard.traits[flag]) for flag, chance in own.flags.items()},
        {theme: _mean(chance, heard.traits[theme]) for theme, chance in own.themes.items()},
        is_joined=True,
    )


def _mean(own: float, heard: float) -> float:
    return (1 - HEARD) * own + HEARD * heard


def softmax(scores: Sequence[float]) -> tuple[float, ...]:
    """Return scores as probabilities."""
    highest = max(scores)
    raised = [exp(score - highest) for score in scores]
    total = sum(raised)
    return tuple(one / total for one in raised)


@cache
def thresholds(*, is_joined: bool) -> dict[str, float]:
    """
    Return from which probability on a flag or theme, or the urgent tier, is given.

    The linear model alone has others than both models joined.
    """
    told = _facts()["joined" if is_joined else "thresholds"]
    return {str(name): float(value) for name, value in told.items()}


@cache
def tables() -> tuple[Table, Table]:
    """Load the weights of tiers, and of flags and themes, when they are first asked for."""
    folder = files("bedside.guard.triage") / "files"
    rows = memoryview((folder / "triage.weights").read_bytes()).cast("b")
    tiers, labels = _facts()["tiers"], _facts()["labels"]
    border = tiers["rows"] * len(Tier)
    return _table(rows[:border], tiers), _table(rows[border:], labels)


def _table(rows: memoryview, facts: dict[str, Any]) -> Table:
    return Table(rows, facts["rows"], tuple(facts["biases"]), tuple(facts["scales"]))


@cache
def _facts() -> dict[str, Any]:
    text = (files("bedside.guard.triage") / "files" / "triage.json").read_text(encoding="utf-8")
    facts: dict[str, Any] = json.loads(text)
    return facts
