from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.medical import single_words
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_RUN = re.compile(
    r"\b[A-Z][A-Z'’]{0,30}(?:[ \n,.;:!?&/“”\"()=-]{1,5}(?:[A-Z][A-Z'’]{0,30}|\d{1,4})\b){2,80}"
)
_WORD = re.compile(r"[A-Z][A-Z'’]+")
_MANY = 4
"""Three words in capitals may be a title."""


class Shouting(Rule):
    """
    A run of words in capitals.

    ## Why it matters
    Capitals read as shouting, are slower to read for everybody, and some screen readers spell
    them letter by letter.

    ## Flagged
    - [FLU SHOTS ARE HERE] on Saturday, no appointment.
    - [PLEASE STOP LEAVING CARTS ON THE RAMP], thanks from facilities.

    ## Fine
    - We are NOT closed for the marathon.
    - Our ED, ICU, NICU and MRI are on Heath Road.

    ## Instead
    Write it in sentence case, and let one strong word carry the weight.
    """

    code = "T001"
    label = "TONE-SHOUT"
    severity = Severity.WARN
    source = "WCAG 2.2, 3.1.5; CDC Clear Communication Index"
    kinds = frozenset(Kind)

    def find(self, draft: Draft) -> Iterator[Finding]:
        if draft.text.islower():
            return
        for match in _RUN.finditer(draft.text):
            shouted = [word for word in _WORD.findall(match[0]) if word not in single_words()]
            if sum(len(word) > 3 for word in shouted) > 1 and sum(map(len, shouted)) > 9:
                is_short = len(shouted) < _MANY and not draft.text.startswith("!", match.end())
                yield self.at(
                    *match.span(),
                    "This run of capitals reads as shouting.",
                    severity=Severity.INFO if is_short else None,
                    why="Capitals are slower to read, and some screen readers spell them out.",
                )
