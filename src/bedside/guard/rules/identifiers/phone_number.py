from __future__ import annotations

import re
from typing import TYPE_CHECKING

import phonenumbers

from bedside.guard.finding import Severity
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_DIGITS = re.compile(r"\+?\(?\d(?:[\d\s().\-/]{5,18})\d")
_NOT_A_PHONE = re.compile(
    r"\$|#\s*$|\b(?:rx|claim|acct|account|ref|id|no|irb|lot|npi|isbn|doi|ser|order)\W*$"
)
_TOLL_FREE = re.compile(r"1?8(?:00|88|77|66|55|44|33)")
_THEIRS = re.compile(
    r"\b(?:your|his|her|their|patient's|mom's|mum's|dad's) (?:cell|mobile|number|phone|"
    r"line at home)\b|\b(?:daughter|son|wife|husband|sister|brother|mom|mum|dad|mother|"
    r"father)\b[^.!?]{0,25}$|\b(?:number|cell|phone) (?:we have|on file)\b|\b(?:texted|"
    r"text you at|rang|came in from|voicemail at|reached you at|still)\W*$"
)


class PhoneNumber(Rule):
    """
    A telephone number that is not the organization's own.

    ## Why it matters
    Telephone and fax numbers are Safe Harbor identifiers, of the patient and of relatives alike.

    ## Flagged
    - reply: The number we have for Kevin is [406-555-0198], is that still good?
    - Please call his daughter Sheila at [(530) 555-0163] if you saw him.
    - reply: We texted [810-555-0192] to say so.

    ## Fine
    - Call us at 555-010-0100 with any question.
    - reply: For the nurse line please call 218-555-0117.
    - In an emergency call 911; in a crisis call or text 988.
    - Poison Control answers at 1-800-222-1222.

    ## Instead
    Give only the clinic's own number.
    """

    code = "P004"
    label = "ID-CONTACT"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(D)"

    def find(self, draft: Draft) -> Iterator[Finding]:
        reading = draft.reading
        own = {_tail(phone) for phone in (draft.org.phone, *draft.org.phones) if phone}
        for match in _DIGITS.finditer(reading.folded):
            start, end = match.span()
            digits = re.sub(r"\D", "", match[0])
            if not 7 <= len(digits) <= 15 or _TOLL_FREE.match(digits) or _tail(match[0]) in own:
                continue
            before = reading.folded[max(0, start - 60) : start]
            if _NOT_A_PHONE.search(before[-12:]) or not _THEIRS.search(before):
                continue
            if _is_phone(match[0]):
                yield self.at(
                    start,
                    end,
                    "This is a telephone number of a patient or a relative.",
                    why="It is not your own, and the words before it say whose it is.",
                )


def _tail(phone: str) -> str:
    return re.sub(r"\D", "", phone)[-7:]


def _is_phone(text: str) -> bool:
    """Accept numbers that are possible somewhere, and the fictitious 555 ones of North America."""
    digits = re.sub(r"\D", "", text)
    if "555" in digits and len(digits) in {7, 10, 11}:
        return True
    try:
        number = phonenumbers.parse(text, "US")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number)
