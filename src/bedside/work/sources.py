"""
Where due rows come from: each app registers its own looks, and the clock calls them.

A look finds the rows that are due and enqueues a task for each. It claims nothing: the task does,
so that looking twice, or from two clocks, is harmless.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

Look = Callable[[datetime], int]
"""Takes the time and returns how many tasks it woke or rows it moved."""


@dataclass(frozen=True, slots=True)
class Source:
    """A look and how often it is due, in seconds."""

    name: str
    look: Look
    every_seconds: float


_SOURCES: dict[str, Source] = {}


def register(name: str, look: Look, every_seconds: float = 1.0) -> None:
    """
    Have the clock call `look(now)` every so many seconds. Called in an app's `wiring` module.

    Raises `ValueError` where another look has the name.
    """
    known = _SOURCES.setdefault(name, Source(name, look, every_seconds))
    if known.look is not look:
        raise ValueError(f"Two sources are called {name}.")


def registered() -> tuple[Source, ...]:
    """Return all sources in the order of their registration."""
    return tuple(_SOURCES.values())
