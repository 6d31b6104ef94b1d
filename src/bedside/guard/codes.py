"""Finds what looks like the number of a record or a thing, wherever it stands in a sentence."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 50
"""How many are looked at in one text; nobody reads more, and hostile texts end."""
_FIGURES = re.compile(r"\d(?:\W{0,2}|[A-Z]{1,3})\d")

# Letters that stand apart belong to a number only as capitals ("RW 20417", not "is 20417").
_CODE = re.compile(
    r"(?<![\w$£€@#.,+=?&%…])(?<!\d[/:–-])(?:[A-Z]{1,4}[ /:_·-]{1,2}){0,2}(?:\(\d\d\) ?)?"
    r"(?=[A-Za-z]{0,6}\d)[A-Za-z\d]{1,20}"
    r"(?:(?:[-–/_.·:]|, (?=\d \d)| )(?=[A-Z]{0,4}\d|(?<=[-–_/])[A-Z])[A-Za-z\d]{1,14}){0,8}"
    r"(?: [A-Z](?![\w']))?(?![\w%]|\.\d|:\d)"
)
_NONE = re.compile(
    r"\d{1,2}(?::\d\d){1,2}(?: ?[ap]m)?|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?|(?:19|20)\d\d|"
    r"\d{1,4}-\d{1,4}|(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d{1,4}/\d{1,3}|[\d.]+|"
    r"\d+(?:st|nd|rd|th|am|pm|h|k|mg|ml|mcg|lb|lbs|kg|cm|mm|km|min|hr|hrs|s|x|g|px|mph|yo)|"
    r"\+?1?[ .-]?\(?\d{3}\)?[ ./-]{1,2}\d{3}[ .-]\d{4}|0\d{1,4} \d{3,4} \d{3,4}|"
    r"\d{3} \d{3} \d{4}|"
    r"[a-z]\d\d\.\d{1,4}|d\d{4}|[a-z]-\d{2,3}|(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?|\d+:[\d:]+"
)
_MEASURED = re.compile(
    r"[ -](?:people|patients|visits|days?|weeks?|months?|years?|hours?|minutes?|min|miles|points|"
    r"steps|percent|dollars|bucks|times|families|units?|mg|ml|am|pm|lb|lbs|kg|cm|feet|square|st|"
    r"street|ave|avenue|road|rd|blvd|drive|dr|lane|court|parade)\b"
)


def codes(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """
    Yield start and end of all that may be the number of a record, a card or a thing.

    The text is given as it is and folded. A number has four figures or more, or three beside a
    letter. Times, dates, years, ranges, measures, network addresses, telephone numbers and codes
    of diagnoses are none.
    """
    if not _FIGURES.search(text):
        return
    for match in islice(_CODE.finditer(text), MOST):
        start, end = match.span()
        code = folded[start:end]
        figures = sum(character.isdigit() for character in code)
        letters = any(character.isalpha() for character in code)
        mixed = figures > 1 and len(code) > 5 and text[start:end].isupper() and code.isalnum()
        if (
            (figures + letters < 4 and not mixed)
            or len(code) < 5
            or (not letters and code.isdigit() and figures < 5)
        ):
            continue
        if _is_other(code) or _MEASURED.match(folded, end):
            continue
        yield start, end


def _is_other(code: str) -> bool:
    """Tell whether a code is a time, a date, a year, a range, a measure or an address."""
    return _NONE.fullmatch(code) is not None and not (code.isdigit() and len(code) > 4)
