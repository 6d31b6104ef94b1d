"""Joins the laws of several places with what a privacy officer set: the strictest wins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from bedside.guard.engine import DEFAULT, Settings
from bedside.guard.finding import Severity, gravest
from bedside.guard.jurisdictions.profiles import Profile, profiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bedside.guard.jurisdictions.profiles import Entry


class UnknownJurisdiction(ValueError):
    """There is no file for a place of this name; the text says which there are."""

    def __init__(self, name: str) -> None:
        known = ", ".join(profiles())
        super().__init__(f'there is no jurisdiction "{name}"; use one of {known}.')


@dataclass(frozen=True)
class Law:
    """What one place says about one rule."""

    place: Profile
    entry: Entry


def profile(names: Iterable[str], own: Settings = DEFAULT) -> Settings:
    """
    Return settings under which the law of these places holds, on top of a privacy officer's own.

    A place is named by its code or its name, in small or capital letters; a state brings the law
    of its country along. Among places the strictest wins. What the officer chose holds down to the
    strictest floor. Raises `UnknownJurisdiction`.
    """
    places = frozenset(spelled(names))
    least, floors = _merged(places)
    return replace(
        own,
        jurisdictions=places,
        least=_strictest(own.least, least),
        floors=_strictest(own.floors, floors),
    )


def spelled(names: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of places and of those that they lie in, once each. Raises as `profile`."""
    found: dict[str, None] = {}
    for name in names:
        place = _place(name)
        if place.within:
            found[place.within] = None
        found[place.code] = None
    return tuple(found)


def laws(names: Iterable[str]) -> Mapping[str, tuple[Law, ...]]:
    """Return what the law of these places says, by the code of the rule. Raises as `profile`."""
    found: dict[str, list[Law]] = {}
    for code in spelled(names):
        place = profiles()[code]
        for entry in place.entries:
            for rule in entry.codes:
                found.setdefault(rule, []).append(Law(place, entry))
    return {rule: tuple(said) for rule, said in found.items()}


def _place(name: str) -> Profile:
    wanted = name.strip().lower()
    for place in profiles().values():
        if wanted in (place.code, place.name.lower()):
            return place
    raise UnknownJurisdiction(name)


@cache
def _merged(places: frozenset[str]) -> tuple[Mapping[str, Severity], Mapping[str, Severity]]:
    least: dict[str, Severity] = {}
    floors: dict[str, Severity] = {}
    for place in sorted(places):
        for entry in profiles()[place].entries:
            for code in entry.codes:
                _raise(least, code, entry.severity)
                _raise(floors, code, entry.floor)
    return least, floors


def _strictest(
    first: Mapping[str, Severity], second: Mapping[str, Severity]
) -> Mapping[str, Severity]:
    found = dict(first)
    for code, severity in second.items():
        _raise(found, code, severity)
    return found


def _raise(found: dict[str, Severity], code: str, severity: Severity | None) -> None:
    if severity is not None:
        found[code] = gravest(severity, found.get(code))
