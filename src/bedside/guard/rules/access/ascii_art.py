from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_ART = re.compile(
    r"¯\\_?\(ツ\)_?/¯|\(╯°□°\)╯︵ ?┻━┻|\( ?͡° ?͜ʖ ?͡° ?\)|ʕ•ᴥ•ʔ|[─-▟]{3,200}|"
    r"\([\\/=*^>_<oO]{3,6}\)|[|/\\_]{6,200}"
)
_LINE = re.compile(r"([=~*#_+-])\1{7,200}")


class AsciiArt(Rule):
    """
    A picture made of characters.

    ## Why it matters
    A screen reader reads each character: "macron, backslash, underscore, left parenthesis".

    ## Flagged
    - No idea why the lift is sulking [¯\\_(ツ)_/¯].

    ## Fine
    - No idea why the lift is sulking :)

    ## Instead
    Take one emoji, or a picture with a description.
    """

    code = "A007"
    label = "ACCESS"
    severity = Severity.WARN
    source = "WCAG 2.2, 1.1.1; W3C, technique H86"
    kinds = frozenset(Kind)

    def find(self, draft: Draft) -> Iterator[Finding]:
        for match in _ART.finditer(draft.text):
            yield self.at(
                *match.span(), "A screen reader reads this picture character by character."
            )
        for match in _LINE.finditer(draft.text):
            message = "A screen reader may read every character of this line."
            yield self.at(*match.span(), message, severity=Severity.INFO)
