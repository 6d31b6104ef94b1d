"""Which fields of words a text speaks of: breath, farewells, papers, contempt, praise."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import ahocorasick

if TYPE_CHECKING:
    from bedside.guard.reading import Reading


@cache
def fields() -> dict[str, tuple[str, ...]]:
    """Return the words of each field, by its name."""
    text = (files("bedside.guard.triage") / "files" / "fields.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return {name.strip("[]"): tuple(words.split(", ")) for name, words in pairs}


def spoken_of(reading: Reading) -> dict[str, int]:
    """Return how many words of each field a text holds."""
    counts: dict[str, int] = {}
    for names in _finds(reading.folded).values():
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    return counts


def _finds(text: str) -> dict[int, set[str]]:
    """Return the fields of the words that begin at each place."""
    found: dict[int, set[str]] = {}
    size = len(text)
    for last, (length, names, goes_on) in _machine().iter(text):
        start, end = last - length + 1, last + 1
        whole = not (start and text[start - 1].isalnum() and text[start].isalnum())
        ended = end == size or not (text[end].isalnum() and text[last].isalnum())
        if whole and (ended or goes_on):
            found.setdefault(start, set()).update(names)
    return found


@cache
def _machine() -> ahocorasick.Automaton:
    asked: dict[str, tuple[set[str], bool]] = {}
    for name, words in fields().items():
        for word in words:
            names, goes_on = asked.get(word.removesuffix("*"), (set(), False))
            names.add(name)
            asked[word.removesuffix("*")] = names, goes_on or word.endswith("*")
    machine = ahocorasick.Automaton()
    for word, (names, goes_on) in asked.items():
        machine.add_word(word, (len(word), frozenset(names), goes_on))
    machine.make_automaton()
    return machine
