from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.events import is_care, is_covered, is_history, is_made_up, is_staff
from bedside.guard.finding import Severity
from bedside.guard.lexicon import compiled, words
from bedside.guard.rule import MOST, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_FROM = re.compile(
    r"\b(?:all the way from|came from|comes from|flew in from|flown in from|drove (?:in |up |"
    r"down )?from|from|over in|out of|here in|back in|out in) ((?:[A-Z][\w'’-]+)(?: "
    r"[A-Z][\w'’-]+){0,2}(?:, [A-Z]{2}\b)?)"
)
_PERSON = compiled(
    r"\b(?:he|she|his|her|him|patient|resident|client|boy|girl|lady|man|woman|guy|grandma|grandpa|"
    r"mom|mama|dad|baby|warrior|teen|y/?o|year[- ]old|yo|farmer|teacher|coach)\b|\b\d\d ?[mf]\b"
)


class Hometown(Rule):
    """
    The town or neighborhood of a patient.

    ## Why it matters
    Every place smaller than a state is a Safe Harbor identifier. With an illness beside it, a
    small town knows at once.

    ## Flagged
    - She came to us all the way from [Odessa], WA for chemo.
    - Our patient drove in from [Pine Ridge] for his dialysis.

    ## Fine
    - Dr. Chen came to us from Seattle.
    - A patient may come from any state.
    - Flu shots: Saturday in Cedar Hollow.

    ## Instead
    Leave the place out.
    """

    code = "P013"
    label = "ID-GEO"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(B)"
    kinds = frozenset({Kind.POST, Kind.AD, Kind.ALT_TEXT, Kind.REPLY, Kind.REVIEW_REPLY})

    def find(self, draft: Draft) -> Iterator[Finding]:
        reading = draft.reading
        if is_covered(draft) or is_made_up(reading):
            return
        for match in islice(_FROM.finditer(draft.text), MOST):
            start = match.start(1)
            place = match[1].split(",")[0]
            if place.split()[0].lower() in words("regions") or draft.org.name.lower().startswith(
                place.lower()
            ):
                continue
            sentence = reading.sentence(start)
            if is_staff(reading, *sentence) or is_history(reading, *sentence):
                continue
            if _PERSON.search(reading.folded, *sentence) and is_care(reading, *sentence):
                yield self.at(start, start + len(place), "This tells where a patient is from.")
