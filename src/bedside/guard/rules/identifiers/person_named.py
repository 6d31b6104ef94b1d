from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.people import is_greeted, is_unknown
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_COLLEAGUE = re.compile(r"\b(?:dr|dra|doctor|doctora|prof|professor|nurse|chaplain)\.? $")
_MORE = re.compile(r"(?:[ -][A-Z][\w'’]+)+")
"""The rest of a name of which the model marks a part."""

_PLACE = re.compile(
    r"(?:street|avenue|boulevard|hospital|clinic|dental|medical|university|lutheran|foundation|"
    r"pavilion)\b| (?:st|lane|ln|ave|road|rd|drive|blvd|court|center|centre|school|college|church|"
    r"park|river|county|beach|creek|hall|wing|house|health|bridge|library)\b"
)
_BEFORE_PLACE = re.compile(r"\b(?:calle|avenida|parque|hospital|iglesia|plaza|san|santa|st\.) $")
"""Streets and houses are named after people; what is around such a name tells."""

_POSSESSIVE = re.compile(r"['’]s?$")


class PersonNamed(Rule):
    """
    A person's name that is on no list of yours.

    ## Why it matters
    Whether a name may stand in public depends on who it is: a donor, a speaker, the mayor, or a
    patient. No text tells for certain. This is a note to ask yourself once; where the text joins
    the name to care, a graver rule speaks.

    ## Flagged
    - Thank you [Guadalupe Fonseca] for the tamales on Friday.

    ## Fine
    - Parkinson's is named after James Parkinson.
    - Dean Street Dental opens at seven.
    - post by consent of Rosa Marquez: Rosa Marquez waved from the parade.

    ## Instead
    If it is a patient, leave the name out or ask for an authorization. If it is a colleague, put
    the name on your staff list, and it will not be asked again.
    """

    code = "P090"
    label = "ID-NAME"
    severity = Severity.INFO
    source = "45 CFR 164.514(b)(2)(i)(A)"
    kinds = frozenset(Kind) - {Kind.POLICY, Kind.REVIEW_REQUEST}
    quick = False
    again = False
    gives_way = True

    def find(self, draft: Draft) -> Iterator[Finding]:
        reached = 0
        for start, end in sorted(_of_model(draft)):
            if start < reached or not is_unknown(draft, start, end):
                continue
            reached = end
            first = draft.text[start:end].split()[0].lower()
            if not is_greeted(draft, start, first):
                said = "Who is this? A patient may be named only by written authorization."
                yield self.at(start, end, said)


def _of_model(draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield what the model reads as a person's name, and is written as names are."""
    for span in draft.opinion.spans if draft.opinion else ():
        if span.label != "PERSON":
            continue
        more = _MORE.match(draft.text, span.end)
        written = draft.text[span.start : more.end() if more else span.end]
        written = _POSSESSIVE.sub("", written)
        before = draft.reading.folded[max(0, span.start - 12) : span.start]
        if _BEFORE_PLACE.search(before) or _is_place(draft, span.start, len(written)):
            continue
        if any(map(str.isupper, written)) and not _COLLEAGUE.search(before):
            yield span.start, span.start + len(written)


def _is_place(draft: Draft, start: int, length: int) -> bool:
    """Tell whether a name is part of a street's or an institution's."""
    folded = draft.reading.folded
    inside = _PLACE.search(folded, start, start + length)
    return inside is not None or _PLACE.match(folded, start + length) is not None
