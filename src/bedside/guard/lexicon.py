"""Loads the word lists under `words/` and turns them into sets, patterns and one automaton."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import ahocorasick

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CARE_LISTS = ("conditions", "procedures", "drugs", "symptoms", "body_parts", "care_es")
"""The lists whose terms say what somebody has, feels, takes or had done."""

SCANNED = (
    *CARE_LISTS,
    "care_events",
    "eponyms",
    "made_up",
    "public_figures",
    "staff_words",
)
"""The lists that the automaton looks for; the others are small enough to stand in patterns."""


@cache
def words(name: str) -> frozenset[str]:
    """Return the terms of `words/<name>.txt`. An unknown name raises FileNotFoundError."""
    return frozenset(_lines(name))


def _lines(name: str) -> Iterator[str]:
    source = files("bedside.guard.words") / f"{name}.txt"
    for line in source.read_text(encoding="utf-8").splitlines():
        term = line.split("\t", 1)[0].strip()
        if term and not term.startswith("#"):
            yield term


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """
    Compile a pattern for folded (lower-case) text.

    `{name}` stands for any term of that word list, and a space for up to three spaces. A class of
    characters repeated without end (`\\w+`) is repeated 24 times at most, longer than any word: so
    no text can make the time grow with the square of its length.
    """
    expanded = re.sub(r"\{([a-z_]+)\}", lambda match: any_of(match[1]), pattern)
    return re.compile(_PART.sub(_bounded, expanded))


_PART = re.compile(
    r"(?P<characters>\[(?:\\.|[^\]])*\]|\\[wWdDsS])(?P<repeated>[+*])?"
    r"|\\.|(?P<optional> \?)|(?P<space> )"
)
_BOUNDED = {None: "", "+": "{1,24}", "*": "{0,24}"}


def _bounded(match: re.Match[str]) -> str:
    if match["characters"]:
        return match["characters"] + _BOUNDED[match["repeated"]]
    if match["optional"]:
        return " {0,3}"
    return " {1,3}" if match["space"] else match[0]


@cache
def any_of(name: str) -> str:
    """Return a regular expression that matches any term of a list, the longest first."""
    return trie(words(name))


def trie(terms: Iterable[str]) -> str:
    """
    Return one group that matches any of the terms and shares their common beginnings.

    An alternation of n terms costs n attempts at each place; a trie costs one for most.
    """
    branches: dict[str, list[str]] = {}
    ends_here = False
    for term in terms:
        if term:
            branches.setdefault(term[0], []).append(term[1:])
        else:
            ends_here = True
    if not branches:
        return ""
    options = [re.escape(first) + trie(rest) for first, rest in sorted(branches.items())]
    group = options[0] if len(options) == 1 and not ends_here else f"(?:{'|'.join(options)})"
    return f"{group}?" if ends_here else group


@cache
def automaton() -> ahocorasick.Automaton:
    """Build the automaton over all scanned lists; a term's value is (length, names of lists)."""
    lists: dict[str, list[str]] = {}
    for name in SCANNED:
        for term in words(name):
            lists.setdefault(term, []).append(name)
    machine = ahocorasick.Automaton()
    for term, names in lists.items():
        machine.add_word(term, (len(term), tuple(names)))
    machine.make_automaton()
    return machine
