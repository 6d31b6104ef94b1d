"""
The nearest of our own rewrites.

`pairs.jsonl` holds, for slips that were made, what was said instead: `kind` of the text, `sorts`
(the labels of what was wrong), `mood`, `language`, `words` (what slip and occasion speak of, no
names), and the text that is `safe`. Nearness is the cosine of the words, weighed by how few pairs
have them (TF-IDF, Salton 1975).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log, sqrt
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.rewriting.slips import AUDIENCES, Audience, Mood, Slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bedside.guard.draft import Draft

NEAR = 0.25
"""Pairs that are less alike speak of something else."""
NEAR_REVIEW = 0.1
"""The same among answers to reviews: they say thanks, and nothing of the matter."""
SAME_SORT = 0.1
"""What it counts for that something of the same sort was wrong."""
SAME_KIND = 0.05
"""What it counts for that both are, say, advertisements."""

_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Pair:
    """A slip, by its words, and what was said instead."""

    name: str
    kind: Kind
    sorts: frozenset[str]
    mood: Mood
    language: str
    words: frozenset[str]
    safe: str

    @property
    def audience(self) -> Audience:
        return AUDIENCES.get(self.kind, Audience.EVERYBODY)


def nearest(draft: Draft, slip: Slip) -> Iterator[Pair]:
    """Yield pairs for the same audience, mood and language, the nearest first."""
    weights = _weights()
    asked = words_of(f"{draft.text} {draft.reply_to or ''}") & weights.keys()
    scored = [
        (_cosine(asked, pair.words, weights), pair)
        for pair in pairs()
        if (pair.audience, pair.mood, pair.language) == (slip.audience, slip.mood, slip.language)
    ]
    near = NEAR_REVIEW if slip.audience is Audience.REVIEWER else NEAR
    ranked = sorted(
        (
            (
                alike
                + SAME_SORT * bool(pair.sorts & slip.sorts)
                + SAME_KIND * (pair.kind is draft.kind),
                pair,
            )
            for alike, pair in scored
            if alike >= near
        ),
        key=lambda scored: (-scored[0], scored[1].name),
    )
    yield from (pair for _, pair in ranked)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text by which it is compared."""
    return frozenset(_WORD.findall(text.lower()))


@cache
def pairs() -> tuple[Pair, ...]:
    """Return all pairs, in the order of the file."""
    source = files("bedside.guard.rewriting") / "pairs.jsonl"
    return tuple(_pair(json.loads(line)) for line in source.read_text("utf-8").splitlines())


def _pair(data: dict[str, str]) -> Pair:
    return Pair(
        name=data["id"],
        kind=Kind(data["kind"]),
        sorts=frozenset(data["sorts"].split()),
        mood=Mood(data["mood"]),
        language=data["language"],
        words=frozenset(data["words"].split()),
        safe=data["safe"],
    )


@cache
def _weights() -> Mapping[str, float]:
    """Return for each word how telling it is: the fewer pairs have it, the more."""
    among = Counter(word for pair in pairs() for word in pair.words)
    return {word: log(1 + len(pairs()) / count) for word, count in among.items()}


def _cosine(one: Iterable[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    shared = sum(weights[word] ** 2 for word in one if word in other)
    if not shared:
        return 0.0
    sizes = (sum(weights[word] ** 2 for word in words) for words in (one, other))
    return shared / sqrt(next(sizes) * next(sizes))
