"""Finds every signal. Adding a file under `signals/` is the whole registration."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache

from bedside.guard.triage import signals
from bedside.guard.triage.message import Flag
from bedside.guard.triage.signal import Signal


@cache
def all_signals() -> tuple[Signal, ...]:
    """Return one instance of every signal, in the order of the flags."""
    order = list(Flag)
    found: list[Signal] = []
    for module in pkgutil.iter_modules(signals.__path__, signals.__name__ + "."):
        for _, member in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(member, Signal) and member.__module__ == module.name:
                found.append(member())
    return tuple(sorted(found, key=lambda signal: order.index(signal.flag)))
