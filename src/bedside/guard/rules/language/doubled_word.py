from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.lexicon import words
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft


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
        tokens = draft.reading.tokens
        for first, second in zip(tokens, tokens[1:], strict=False):
            if first.word == second.word and _slipped(draft.text, first.end, second.start):
                if (
                    first.word in words("copy_repeatable")
                    or not first.word.isalpha()
                    or second.text[0].isupper()
                ):
                    continue
                yield self.at(
                    first.start,
                    second.end,
                    f'"{second.text}" stands here twice.',
                    suggestion=first.text,
                )


def _slipped(text: str, end: int, start: int) -> bool:
    return text[end:start].isspace() and start - end < 3
