"""Reads the files of places: `us_tx.toml` holds what the law of `us-tx` adds."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from bedside.guard.finding import Severity
from bedside.guard.registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_FIRST = ("us",)
"""Places that stand before the others, which stand by name."""


@dataclass(frozen=True)
class Entry:
    """
    What one law of a place says about some rules of the guard.

    `named` are codes of rules, or labels, which mean all rules with that label; `codes` are the
    rules themselves. All that they find is at least of the `severity`; None leaves it to the rule.
    Below the `floor` nobody can set them. The law holds `since` a day, and somebody compared the
    entry with its source on the day `checked`.
    """

    named: tuple[str, ...]
    codes: tuple[str, ...]
    severity: Severity | None
    floor: Severity | None
    reason: str
    source: str
    since: date
    checked: date


@dataclass(frozen=True)
class Profile:
    """The law of one place. `within` is the place that it lies in, whose law holds there too."""

    code: str
    name: str
    within: str
    about: str
    entries: tuple[Entry, ...]


@cache
def profiles() -> Mapping[str, Profile]:
    """Return all places by their code: the federal base first, the others by name."""
    found = [
        _profile(file.name.removesuffix(".toml").replace("_", "-"), file.read_text("utf-8"))
        for file in files("bedside.guard.jurisdictions").iterdir()
        if file.name.endswith(".toml")
    ]
    found.sort(key=lambda one: (one.code not in _FIRST, one.name))
    return {one.code: one for one in found}


def _profile(code: str, text: str) -> Profile:
    data = tomllib.loads(text)
    return Profile(
        code=code,
        name=data["name"],
        within=data.get("within", ""),
        about=data["about"],
        entries=tuple(_entry(code, entry) for entry in data["entry"]),
    )


def _entry(place: str, data: Mapping[str, Any]) -> Entry:
    named = tuple(data["rules"])
    return Entry(
        named=named,
        codes=tuple(code for name in named for code in _codes(place, name)),
        severity=Severity(data["severity"]) if "severity" in data else None,
        floor=Severity(data["floor"]) if "floor" in data else None,
        reason=data["reason"],
        source=data["source"],
        since=data["since"],
        checked=data["checked"],
    )


def _codes(place: str, name: str) -> tuple[str, ...]:
    """Return the codes that a name means there; one that means none raises `ValueError`."""
    there = [one for one in all_rules() if not one.jurisdictions or place in one.jurisdictions]
    codes = tuple(rule.code for rule in there if name in (rule.code, rule.label))
    if not codes:
        raise ValueError(f"{place}: no rule has the code or label {name}.")
    return codes
