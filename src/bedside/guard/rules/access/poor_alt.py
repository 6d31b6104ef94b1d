from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_GIVEN = re.compile(r"\balt(?: text)?: *([^\]\n]{1,2000})")
_FILE = re.compile(
    r"^[\w ().-]{1,60}\.(?:jpe?g|png|heic|gif|webp|tiff?|bmp|pdf)$|^(?:img|dsc|dscn|pxl|"
    r"image|photo|untitled|screenshot|thumbnail|picture|pic|file|scan)[ _-]?(?:\d+|"
    r"final)?[\w .-]{0,20}$"
)
_OPENING = re.compile(
    r"^(?:an? )?(?:image|picture|photo|photograph|graphic|pic) (?:of|showing)\b ?"
)
_LONGEST = 500


class PoorAlt(Rule):
    """
    A description that describes nothing.

    ## Why it matters
    A screen reader says "I M G underscore four four seven one", or "picture: picture of".

    ## Flagged
    - Tour the new unit. Alt text: [thumbnail final FINAL v3]
    - alt_text: [Image of a nurse at a desk]
    - Meet the team. Alt text: [IMG_4471.JPG]

    ## Fine
    - alt_text: A nurse at a desk, laughing on the phone
    - Alt text: hand-drawn map with the birth center in blue beside the east gate

    ## Instead
    Say what one sees, in one sentence, without "image of".
    """

    code = "A002"
    label = "ACCESS"
    severity = Severity.WARN
    source = "WCAG 2.2, 1.1.1; W3C, An alt Decision Tree"
    kinds = frozenset(Kind)

    def find(self, draft: Draft) -> Iterator[Finding]:
        if draft.kind is Kind.ALT_TEXT:
            yield from self._judge(draft.text, 0)
        elif "alt" in draft.reading.words:
            for match in _GIVEN.finditer(draft.reading.folded):
                yield from self._judge(draft.text[match.start(1) : match.end(1)], match.start(1))

    def _judge(self, alt: str, offset: int) -> Iterator[Finding]:
        message = _fault(alt.strip().lower())
        if message:
            start = offset + len(alt) - len(alt.lstrip())
            yield self.at(start, offset + len(alt.rstrip()), message)


def _fault(alt: str) -> str:
    if _FILE.match(alt.removesuffix(")").strip()):
        return "This is a file name, not a description."
    if _OPENING.match(alt):
        return 'Screen readers say "image" by themselves: begin with what one sees.'
    if len(alt) > _LONGEST:
        return "This is longer than most people listen to: keep it to a sentence or two."
    return ""
