from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.english import is_other_language
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import MOST, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_SPACE = re.compile(r"[,;!?](?<=[a-z\d] .)(?=\s|\Z)|\.(?<=[a-z] .)(?=\s{1,3}[A-Z]|\s{0,3}\Z)")
_SLIPS = (
    (re.compile(r"\( (?=\w)"), "No space belongs after the bracket.", "("),
    (re.compile(r",(?<=\w,),(?=[\s\w])"), "One comma is enough.", ","),
    (re.compile(r";(?<=\w;);(?=[\s\w])"), "One semicolon is enough.", ";"),
    (re.compile(r"\.(?<=[a-z]\.)\.(?=\s{1,3}[A-Z]|\s{0,3}\Z)"), "One period is enough.", "."),
    (re.compile(r"[,;:?!](?<=[a-z].)[,.](?=\s|\Z)|,(?<=[a-z],)[!?](?=\s|\Z)"), "", None),
    (re.compile(r",(?<=[a-z]{2},)(?=[a-zA-Z]{2})"), "A space belongs after the comma.", ", "),
    (re.compile(r";(?<=[a-z]{3};)(?=[a-zA-Z]{2})"), "A space belongs here.", "; "),
    (re.compile(r"!(?<=[a-z]{2}!)(?=[A-Z][a-z]|[a-z]{2})"), "A space belongs here.", "! "),
    (re.compile(r"\?(?<=[a-z]{2}\?)(?=[A-Z][a-z])"), "A space belongs here.", "? "),
    (
        re.compile(r"\.(?<=[a-z]{3}\.)(?=[A-Z][a-z]{0,20}[\s,'])"),
        "A space belongs here.",
        ". ",
    ),
)
"""Each pattern begins with its mark, and looks back from there: `re` skips ahead to the mark."""
_ASKING = re.compile(
    r"\s{0,3}(?:(?:Do|Are|Did|Have|Would|Could|Can) you|(?:Is|Are|Does) your|"
    r"Is it|Is there|Are there|What (?:is|are)|How (?:do|does|can|much|many|often)|"
    r"Where (?:is|are|can)|Who(?:'s| is)|Why (?:do|does|is|are))"
    r" [^.,;:!?\n\"()]{3,117}[a-z]{3}(?P<stop>\.)(?=\s|\Z)"
)
_ACCENTED = re.compile(r"[a-z][àâçéèêëîïôûùœáíóúñã]|\boui\b|\bmardi\b")
_ADDRESS = re.compile(r"https?:|www\.|@|/|\.(?:com|org|net|example|health|care|edu|gov)\b")
_AROUND = 120


class Punctuation(Rule):
    """
    Punctuation that is doubled, in the wrong place, or missing its space.

    ## Why it matters
    It is the first thing that shows whether somebody read the post before it went out.

    ## Flagged
    - Call us today[ ]! We are here.
    - Thank you so much[,,] Ben.
    - We moved[.]Our new address is on the site.
    - Do you have questions about your medicine[.]

    ## Fine
    - Well... we are open, see cedar.example/visit or mail desk@cedar.example.
    - Ready?! So are we. "Do you have a minute?" is all we ask.

    ## Instead
    One mark, right behind the word, and a space after it.
    """

    code = "L032"
    label = "PROOF"
    severity = Severity.WARN
    source = "GPO Style Manual, chapter 8"
    kinds = frozenset(Kind)

    def find(self, draft: Draft) -> Iterator[Finding]:
        text = draft.text
        for start, end, message, right in _places(draft):
            if _is_in_address(text, start):
                continue
            if not _is_foreign(draft.reading.folded, *draft.reading.sentence(start)):
                yield self.at(start, end, message, suggestion=right)


def _is_in_address(text: str, offset: int) -> bool:
    """Tell whether an offset falls into an address or a handle, up to the spaces around it."""
    before = text[max(0, offset - _AROUND) : offset].rpartition(" ")[2]
    after = text[offset : offset + _AROUND].partition(" ")[0]
    return _ADDRESS.search(before + after) is not None


def _is_foreign(folded: str, start: int, end: int) -> bool:
    """Tell whether a sentence or its text is of another language, which has spaces elsewhere."""
    return is_other_language(folded) or bool(_ACCENTED.search(folded, start, end))


def _places(draft: Draft) -> Iterator[tuple[int, int, str, str | None]]:
    """Yield start, end, what is wrong and what to write instead, if that is sure."""
    text = draft.text
    for match in islice(_SPACE.finditer(text), MOST):
        yield match.start() - 1, match.start(), "No space belongs here.", ""
    for pattern, message, right in _SLIPS:
        for match in islice(pattern.finditer(text), MOST):
            told = message or f'"{match[0]}" is one mark too many.'
            yield match.start(), match.end(), told, right
    for begun in islice(draft.reading.breaks, MOST):
        if question := _ASKING.match(text, begun):
            yield *question.span("stop"), "A question ends with a question mark.", "?"
