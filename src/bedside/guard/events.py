"""What makes a sentence about one particular person's care: words of care, events, staff."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bedside.guard.draft import Draft
    from bedside.guard.reading import Reading

_COUNTED = re.compile(
    r"(?:room|bed|bay|chair) \d|(?:lost|down|dropped|shed) \d{1,3} (?:pounds|lbs?|kilos|kg)\b"
)
_HISTORY = re.compile(r"\b1[5-9]\d\d\b(?!s? ?(?:patients|calls|visits))|\b(?:century|founder)\b")
_YEAR = re.compile(r"\b(?:in|since|until|of|,) ?20[012]\d\b")
_OURS = re.compile(r"\b(?:we|we've|our|ours|us|here|my)\b")


def is_care(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a stretch holds a word of care or an event of care."""
    return (
        reading.has_care(start, end)
        or reading.has_term("care_events", start, end)
        or _COUNTED.search(reading.folded, start, end) is not None
    )


def is_staff(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a stretch speaks of staff or of people in public life."""
    return reading.has_term("staff_words", start, end)


def is_made_up(reading: Reading) -> bool:
    """Tell whether a text says that its patient is a toy, a dummy, an animal or an invention."""
    return "made_up" in reading.terms


def is_history(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a stretch is set before 2000, or in a year and not among us: it is known."""
    if _HISTORY.search(reading.folded, start, end):
        return True
    dated = _YEAR.search(reading.folded, start, end) is not None
    return dated and _OURS.search(reading.folded, start, end) is None


def is_public(reading: Reading) -> bool:
    """Tell whether a text speaks of a person of public life or of history."""
    return "public_figures" in reading.terms


def is_covered(draft: Draft) -> bool:
    """Tell whether somebody who consented is named in the text, so that the story is theirs."""
    spoken = draft.reading.words
    return any(
        word in spoken
        for name in draft.consents
        for word in re.findall(r"[^\W\d_]{3,}", name.lower())
    )
