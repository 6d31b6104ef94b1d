"""
What the linear model is shown of a message: names of features, with how much each counts.

Words, pairs of neighbouring words, beginnings of long words, fields of words and pairs of fields,
stars and source. Training and reading share this file.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from math import sqrt
from typing import TYPE_CHECKING

from bedside.guard.triage.fields import spoken_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.reading import Reading
    from bedside.guard.triage.message import Message

WORDS = 600
"""Words that are read of one message; longer ones repeat themselves."""

_STEM = 5
_THEME = "about "
"""How the names of fields begin that hold the words of a theme."""
_LOUD = 12
"""Capitals of which a text that has nothing else is shouting."""


def features(message: Message, reading: Reading) -> Iterator[tuple[str, float]]:
    """Yield the features that tell of single flags and themes."""
    words = [token.word for token in reading.tokens[:WORDS]]
    seen = set(words)
    seen.update(f"{first} {second}" for first, second in pairwise(words))
    seen.update(f"{word[:_STEM]}-" for word in words if len(word) > _STEM)
    weight = 3 / sqrt(len(seen) + 1)
    for word in sorted(seen):
        yield word, weight
    for field, count in sorted(spoken_of(reading).items()):
        yield f"[{field}]", 0.5 + min(count, 3) / 3
    yield f"stars {message.stars}", 1.0
    yield f"from {message.source}", 0.5
    if message.stars is not None:
        yield "stars", (message.stars - 3) / 2
    if _shouts(message.text):
        yield "shouts", 1.0


def pairs(reading: Reading) -> Iterator[tuple[str, float]]:
    """Yield the pairs of fields that a message speaks of, which tell of its tier too."""
    told = [field for field in sorted(spoken_of(reading)) if not field.startswith(_THEME)]
    for first, second in combinations(told, 2):
        yield f"[{first}][{second}]", 0.3


def _shouts(text: str) -> bool:
    return sum(map(str.isupper, text)) >= _LOUD and not any(map(str.islower, text))
