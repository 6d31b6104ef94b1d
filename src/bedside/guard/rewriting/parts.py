"""Takes a draft apart: what of it may stay, and the frame that makes it the writer's own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bedside.guard.rewriting.slips import MODELS, speaks_against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding, Report

_GREETING = re.compile(
    r"\s*(?:hi|hello|hey|dear|hiya|good (?:morning|afternoon|evening|day)|hola|buen[oa]s \w+|"
    r"estimad[oa]s?|bonjour|bonsoir|chère?)(?: (?:[^\W\d_]|[.'’-]){1,20}){0,3} ?[,!.]+",
    re.IGNORECASE,
)
_NAMES = (
    r"(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)(?:[Tt]he |[Yy]our )?(?:Dr\.? )?"
    r"[A-Z][\w.'’]{1,20}(?: (?:and |& )?[A-Z][\w.'’]{1,20}){0,4}"
)
_SIGNATURE = re.compile(
    rf"(?:\n\s*(?:[-–—~]{{1,2}} ?)?[^\n.!?]{{2,40}}|\s[-–—~]{{1,2}} ?{_NAMES}"
    rf"|(?<!Dr\.)(?<!Mr\.)(?<!Ms\.)(?<!Mrs\.)(?<=[.!?…]) +{_NAMES})\s*\Z"
)
_MOST_EMOJIS = 3
_OF_SOMEBODY = re.compile(
    r"\b(?:he|him|his|she|her|hers|they|them|their|himself|herself|it went|yourself|"
    r"(?<!thank )you(?:'re|'ve|'d)?|your(?! (?:kind |lovely |sweet |honest |generous )?"
    r"(?:words?|notes?|reviews?|time|feedback|messages?|comments?|questions?))|yours|again|back|"
    r"él|ella|usted|te|le|vous|votre)\b"
)
_OF_ALL = re.compile(
    r"\b(?:thank(?:s| you)|sorry|appreciate|privacy|private|discuss|made (?:our|my)|read (?:this|"
    r"it)|everyone|everybody|anyone|anybody|call|ring|phone|open|free|walk in|hours|hiring|learn|"
    r"class|gracias|lamentamos|privacidad|llame|merci|appelez|ouverts?|kind words)\b"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """How a draft begins and ends, whatever stands between: kept in every rewrite."""

    greeting: str
    emojis: str
    signature: str

    def around(self, text: str, *, greeted: bool) -> str:
        """Put the frame around a text; what the text has of it already is not said twice."""
        greeting = f"{self.greeting} " if greeted and self.greeting else ""
        emojis = "" if not self.emojis or _emojis(text) else f" {self.emojis}"
        signature = "" if self.signature.strip() in text else self.signature
        return f"{greeting}{text}{emojis}{signature}".strip()


def frame(text: str, *, playful: bool) -> Frame:
    """Find greeting and signature of a draft, and its emojis where the mood is for them."""
    greeting = _GREETING.match(text)
    signature = _SIGNATURE.search(text, greeting.end() if greeting else 0)
    return Frame(
        greeting=greeting[0].strip() if greeting else "",
        emojis="".join(dict.fromkeys(_emojis(text))) if playful else "",
        signature=signature[0].rstrip() if signature else "",
    )


def kept(draft: Draft, report: Report) -> Iterator[tuple[str, bool]]:
    """
    Yield the sentences of a draft in order, each with whether it may stay.

    Greeting and signature may, and thanks, contacts and words to everybody; none that holds
    anything found, or that speaks to or of somebody: what is harmless by itself may tell more
    without the rest.
    """
    stains = _stains(report)
    edges = {_GREETING.match(draft.text), _SIGNATURE.search(draft.text)}
    ends = {match[0].strip() for match in edges if match}
    for start, end in pairwise(draft.reading.breaks):
        sentence = draft.text[start:end]
        stained = any(finding.start < end and start < finding.end for finding in stains)
        yield sentence, not stained and (sentence.strip() in ends or _is_of_all(draft, start, end))


def _stains(report: Report) -> list[Finding]:
    """Return what a sentence must not hold: what rules found, or else what the model did."""
    found = [finding for finding in report.findings if speaks_against(finding)]
    return [finding for finding in found if finding.code not in MODELS] or found


def _is_of_all(draft: Draft, start: int, end: int) -> bool:
    folded = draft.reading.folded
    speaks = _OF_ALL.search(folded, start, end) is not None
    return speaks and _OF_SOMEBODY.search(folded, start, end) is None


def _emojis(text: str) -> list[str]:
    found = [
        character
        for character in text
        if ord(character) > 0x2190 and unicodedata.category(character) == "So"
    ]
    return found[:_MOST_EMOJIS]
