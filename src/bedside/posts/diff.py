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

COMPARED = 2_000_000
"""Longest comparison, as the product of both counts of words; above it the middle changed whole."""

_WORD = re.compile(r"(\s*)(\w+(?:['’\-]\w+)*|[^\w\s]|(?<=\s)\Z)")

Word = tuple[str, str]
"""The white space before a word or a sign, and the word or sign itself."""


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


def word_diff(old: str, new: str) -> list[Piece]:
    """
    Return the pieces that lead from `old` to `new`, in reading order.

    Of a change, what went stands before what came. All `same` and `del` pieces together are `old`;
    all `same` and `ins` pieces together are `new`.
    """
    before: list[Word] = _WORD.findall(old)
    after: list[Word] = _WORD.findall(new)
    head = tail = 0
    if len(before) * len(after) > COMPARED:
        head = _common(zip(before, after, strict=False))
        rests = zip(reversed(before[head:]), reversed(after[head:]), strict=False)
        tail = _common(rests)
    went, came = before[head : len(before) - tail], after[head : len(after) - tail]
    pieces = [
        Piece(Kind.SAME, _joined(before[:head])),
        *_compared(went, came),
        Piece(Kind.SAME, _joined(before[len(before) - tail :])),
    ]
    return list(_merged(pieces))


def _compared(before: Sequence[Word], after: Sequence[Word]) -> Iterator[Piece]:
    if len(before) * len(after) > COMPARED:
        yield from _changed(before, after)
        return
    old, new = [word for _, word in before], [word for _, word in after]
    for step, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step == "equal":
            yield from _kept(before[i:j], after[k:m])
        else:
            yield from _changed(before[i:j], after[k:m])


def _kept(before: Sequence[Word], after: Sequence[Word]) -> Iterator[Piece]:
    """Words that stayed; the white space between them may be another."""
    for (old_space, word), (new_space, _) in zip(before, after, strict=True):
        if old_space == new_space:
            yield Piece(Kind.SAME, old_space + word)
        else:
            yield Piece(Kind.DEL, old_space)
            yield Piece(Kind.INS, new_space)
            yield Piece(Kind.SAME, word)


def _changed(went: Sequence[Word], came: Sequence[Word]) -> Iterator[Piece]:
    if went and came and went[0][0] == came[0][0]:
        yield Piece(Kind.SAME, went[0][0])
        went, came = [("", went[0][1]), *went[1:]], [("", came[0][1]), *came[1:]]
    yield Piece(Kind.DEL, _joined(went))
    yield Piece(Kind.INS, _joined(came))


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join neighbors of one kind; of a change, all that went stands before all that came."""
    written = [piece for piece in pieces if piece.text]
    for stayed, group in groupby(written, lambda piece: piece.kind is Kind.SAME):
        run = list(group)
        for kind in [Kind.SAME] if stayed else [Kind.DEL, Kind.INS]:
            if text := "".join(piece.text for piece in run if piece.kind is kind):
                yield Piece(kind, text)


def _common(pairs: Iterable[tuple[Word, Word]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _joined(words: Iterable[Word]) -> str:
    return "".join(space + word for space, word in words)
