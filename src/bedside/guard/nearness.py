"""How far one spelling is from another."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def distance(first: str, second: str) -> int:
    """
    Count the letters to add, drop, change or swap with a neighbor to turn one into the other.

    This is the optimal string alignment distance (Damerau 1964).
    """
    before: list[int] = []
    above = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        line = [row]
        for column, other in enumerate(second, 1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != other))
            swapped = row > 1 and column > 1 and letter == second[column - 2]
            if swapped and first[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return above[-1]


def nearest(word: str, names: frozenset[str]) -> str | None:
    """Return the name that a word is one or two letters away from, one for short words, if any."""
    reach = 2 if len(word) > 6 else 1
    letters = _letters(word)
    best: tuple[int, str] | None = None
    for size in range(len(word) - reach, len(word) + reach + 1):
        for name, of_name in _by_size(names).get(size, ()):
            if (letters ^ of_name).bit_count() > 2 * reach or name == word:
                continue
            far = distance(word, name)
            if far <= reach and (best is None or (far, name) < best):
                best = (far, name)
    return best[1] if best else None


@cache
def _by_size(names: frozenset[str]) -> Mapping[int, list[tuple[str, int]]]:
    sizes: dict[int, list[tuple[str, int]]] = {}
    for name in sorted(names):
        sizes.setdefault(len(name), []).append((name, _letters(name)))
    return sizes


def _letters(word: str) -> int:
    """Return the set of a word's letters as bits, to rule out most names at once."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits
