"""
Works out what a text must hold for a pattern to match at all.

Looking for a few plain strings is many times faster than trying a regular expression at every
place, and most texts hold none of what most patterns need.
"""

from __future__ import annotations

import re

# The parser of `re` is not public; Hypothesis builds on it too, and it has been stable for long.
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

import ahocorasick

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 24
"""A pattern that needs one of more strings than this is better tried at once."""

SHORTEST = 3
"""Shorter strings stand in nearly every text."""


def needs(pattern: re.Pattern[str]) -> frozenset[str]:
    """
    Return strings of which every match of a pattern holds at least one.

    An empty set means that nothing is known: the pattern must be tried.
    """
    found = _of_sequence(parser.parse(pattern.pattern, pattern.flags))
    telling = len(found) <= MOST and min(map(len, found), default=0) >= SHORTEST
    return found if telling else frozenset()


def automaton(strings: Iterable[str]) -> ahocorasick.Automaton:
    """Build the automaton that finds all of some strings in one pass."""
    machine = ahocorasick.Automaton()
    for string in strings:
        machine.add_word(string, string)
    machine.make_automaton()
    return machine


def present(machine: ahocorasick.Automaton, text: str) -> frozenset[str]:
    """Return those of an automaton's strings that stand in a text."""
    return frozenset(string for _, string in machine.iter(text)) if machine else frozenset()


def _of_sequence(nodes: Any) -> frozenset[str]:
    """Of parts that all must match, the best: its shortest string long, and few of them."""
    candidates: list[frozenset[str]] = []
    literal = ""
    for operator, argument in nodes:
        if operator is op.LITERAL:
            literal += chr(argument)
            continue
        candidates += [frozenset({literal}), _of_node(operator, argument)]
        literal = ""
    candidates.append(frozenset({literal}))
    known = [strings for strings in candidates if strings and "" not in strings]
    return max(known, key=_worth, default=frozenset())


def _worth(strings: frozenset[str]) -> tuple[bool, int, int]:
    return len(strings) <= MOST, min(map(len, strings)), -len(strings)


def _of_node(operator: Any, argument: Any) -> frozenset[str]:
    if operator is op.SUBPATTERN:
        return _of_sequence(argument[-1])
    if operator in (op.MAX_REPEAT, op.MIN_REPEAT) and argument[0] > 0:
        return _of_sequence(argument[2])
    if operator is op.BRANCH:
        branches = [_of_sequence(branch) for branch in argument[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    return frozenset()
