"""What changed between two texts, word by word, as a reader would say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

COMPARED = 4_000_000
"""Longest comparison, as the product of both counts of words; above it the middle changed whole."""

_TOKEN = re.compile(r"\s+|\w+(?:['’\-]\w+)*|[^\w\s]")


class Kind(StrEnum):
    """What happened to a piece; the names are those of HTML's elements."""

    SAME = "same"
    DEL = "del"
    INS = "ins"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, went, or came."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class _Step:
    """Words that went and the words that came in their place; both are equal where all stayed."""

    went: Sequence[str]
    came: Sequence[str]

    @property
    def changed(self) -> bool:
        return self.went != self.came

    @property
    def blank(self) -> bool:
        return not self.changed and all(word.isspace() for word in self.went)

    def __add__(self, other: _Step) -> _Step:
        return _Step([*self.went, *other.went], [*self.came, *other.came])


def word_diff(old: str, new: str) -> list[Piece]:
    """
    Return the pieces that lead from `old` to `new`, in reading order.

    Of a change, what went stands before what came. All `same` and `del` pieces together are `old`;
    all `same` and `ins` pieces together are `new`.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    head = _common(zip(before, after, strict=False))
    start, before, after = before[:head], before[head:], after[head:]
    tail = _common(zip(reversed(before), reversed(after), strict=False))
    end = before[len(before) - tail :]
    middle = _steps(before[: len(before) - tail], after[: len(after) - tail])
    steps = _without_islands([_Step(start, start), *middle, _Step(end, end)])
    return list(_merged(piece for step in steps for piece in _pieces(step)))


def _common(pairs: Iterable[tuple[str, str | None]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _steps(before: Sequence[str], after: Sequence[str]) -> Iterator[_Step]:
    if len(before) * len(after) > COMPARED:
        yield _Step(before, after)
        return
    matcher = SequenceMatcher(str.isspace, before, after)
    for _, i, j, k, m in matcher.get_opcodes():
        yield _Step(before[i:j], after[k:m])


def _without_islands(steps: Iterable[_Step]) -> list[_Step]:
    """Join changes that only white space parts, so that a phrase changes in one stroke."""
    joined: list[_Step] = []
    for step in steps:
        if joined and joined[-1].changed and (step.changed or step.blank):
            joined[-1] += step
        else:
            joined.append(step)
    return joined


def _pieces(step: _Step) -> Iterator[Piece]:
    if not step.changed:
        yield Piece(Kind.SAME, "".join(step.went))
        return
    ends = zip(reversed(step.went), reversed(step.came), strict=False)
    blank = _common((went, came if went.isspace() else None) for went, came in ends)
    yield Piece(Kind.DEL, "".join(step.went[: len(step.went) - blank]))
    yield Piece(Kind.INS, "".join(step.came[: len(step.came) - blank]))
    yield Piece(Kind.SAME, "".join(step.went[len(step.went) - blank :]))


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for kind, group in groupby((piece for piece in pieces if piece.text), lambda piece: piece.kind):
        yield Piece(kind, "".join(piece.text for piece in group))
