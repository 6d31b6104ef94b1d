from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_LETTER = (
    r"[\U0001D400-\U0001D7FF\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9"
    r"\U0001F130-\U0001F149\U0001F150-\U0001F169\U0001F170-\U0001F189]"
)
_STYLED = re.compile(rf"{_LETTER}(?:[ '’-]?{_LETTER}){{1,200}}")
_STACKED = re.compile(r"\w[\u0300-\u036f\u0489]{3,}")


class StyledLetters(Rule):
    """
    Letters that only look like letters.

    ## Why it matters
    Screen readers spell them, "mathematical bold script small f", or skip them. Search does not
    find them.

    ## Flagged
    - Our [𝓯𝓪𝓷𝓬𝔂] new lobby is open.

    ## Fine
    - Our fancy new lobby is open, from 9 to 5 at 20 °C, ½ price tea.

    ## Instead
    Take the plain letters.
    """

    code = "A006"
    label = "ACCESS"
    severity = Severity.WARN
    source = "WCAG 2.2, 1.1.1; W3C, failure F26"
    kinds = frozenset(Kind)

    def find(self, draft: Draft) -> Iterator[Finding]:
        if draft.text.isascii():
            return
        for match in _STYLED.finditer(draft.text):
            plain = unicodedata.normalize("NFKC", match[0])
            suggestion = plain if plain.isascii() else None
            message = "Screen readers spell these letters out or skip them."
            yield self.at(*match.span(), message, suggestion=suggestion)
        for match in _STACKED.finditer(draft.text):
            yield self.at(*match.span(), "Screen readers cannot read stacked marks.")
