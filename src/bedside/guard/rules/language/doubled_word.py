from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.lexicon import words
from bedside.guard.rule import Rule
from bedside.guard.wording import MOST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.reading import Token

_DOMAIN = re.compile(r"\.[a-z]")


class DoubledWord(Rule):
    """
    A word written twice.

    ## Why it matters
    The eye skips it while writing and stops at it while reading.

    ## Flagged
    - Welcome to [the the] team!
    - The clinic is [closed closed] on Labor Day.

    ## Fine
    - The old lift had had its day, and we knew that that was coming.
    - Knock knock! Walla Walla is very, very far.

    ## Instead
    Write the word once.
    """

    code = "L019"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, repeated words"
    kinds = frozenset(Kind)

    def find(self, draft: Draft) -> Iterator[Finding]:
        yield from islice(self._doubles(draft), MOST)

    def _doubles(self, draft: Draft) -> Iterator[Finding]:
        meant = words("copy_repeatable")
        tokens = draft.reading.tokens
        meant |= {
            one.word for one, two, three in _threes(tokens) if one.word == two.word == three.word
        }
        for first, second in pairwise(tokens):
            if (
                first.word == second.word
                and first.word not in meant
                and first.word.isalpha()
                and not second.text[0].isupper()
                and not _DOMAIN.match(draft.text, second.end)
                and _slipped(draft.text, first.end, second.start)
            ):
                message = f'"{second.text}" stands here twice.'
                yield self.at(first.start, second.end, message, suggestion=first.text)


def _threes(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, Token, Token]]:
    return zip(tokens, tokens[1:], tokens[2:], strict=False)


def _slipped(text: str, end: int, start: int) -> bool:
    return text[end:start].isspace() and start - end < 3
