from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_SYMBOL = (
    r"\U0001F1E6-\U0001F1FF\U0001F300-\U0001F64F\U0001F680-\U0001F6FF\U0001F900-\U0001F9FF"
    r"\U0001FA70-\U0001FAFF\u2600-\u27bf\u231a-\u23ff\u2b05-\u2b55"
)
_TONE = r"[\U0001F3FB-\U0001F3FF\ufe0f]*"
_ONE = rf"[{_SYMBOL}]{_TONE}(?:\u200d[{_SYMBOL}]{_TONE})*"
_EMOJI = re.compile(_ONE)
_RUN = re.compile(rf"{_ONE}(?: ?{_ONE}){{2,}}")
_STARS = re.compile(r"^[⭐★☆\ufe0f ]+$")
_WALL = 5
_MOST = 8


class EmojiWall(Rule):
    """
    Many emoji in a row.

    ## Why it matters
    A screen reader names each one: "carrot, broccoli, red apple, banana" before the first word.

    ## Flagged
    - New cookery class [🥕🥦🍎🍌🥑🍇] on Mondays.

    ## Fine
    - New cookery class 🥕 on Mondays 🍎.
    - Rated ⭐⭐⭐⭐⭐ by you.

    ## Instead
    Keep one or two, at the end.
    """

    code = "A004"
    label = "ACCESS"
    severity = Severity.WARN
    source = "WCAG 2.2, 1.3.1 and 3.1.5; GOV.UK, accessible social media"
    kinds = frozenset(Kind)

    def find(self, draft: Draft) -> Iterator[Finding]:
        if draft.text.isascii():
            return
        for match in _RUN.finditer(draft.text):
            count = sum(1 for _ in _EMOJI.finditer(match[0]))
            if not _STARS.match(match[0]):
                yield self.at(
                    *match.span(),
                    f"A screen reader reads these {count} emoji out one by one.",
                    severity=None if count >= _WALL else Severity.INFO,
                )
