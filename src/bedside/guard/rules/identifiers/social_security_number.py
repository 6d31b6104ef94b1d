from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bedside.guard.finding import Severity
from bedside.guard.rule import MOST, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_SHAPE = re.compile(
    r"\d(?<![\w.,+-].)\d\d(?P<sep> ?[-./] ?| {1,2}|)"
    r"(?P<group>\d\d)(?P=sep)(?P<serial>\d{4})(?![\w-]|\.\d)"
)
_NAMED = re.compile(
    r"\b(?:ssns?|s\.s\.n\.?|social security|soc\.? sec\.?|social|itin|seguro social|ss ?#|"
    r"tax(?:payer)? id of (?:his|her|the patient))\b(?:[^.!?\d]| no\.| nr\.){0,60}$"
)
_ENDING = re.compile(
    r"\b(?:ssn|social security(?: number)?|social|soc|seguro social)\b"
    r"(?:[^.!?\d]{0,30}\b(?:end(?:s|ing)?(?: in| with)?|last (?:four|4)(?: digits)?(?: of| is|"
    r" are)?|"
    r"últimos cuatro)\b|:? ?(?:[x*•]{3}[- ]?[x*•]{2}[- ]?))[^\w]{0,4}(?P<mark>\d{4})(?!\w)|"
    r"\bssn[#:]?(?P<glued>\d{9})(?!\w)|"
    r"\blast (?:four|4)(?: digits)? of (?:his|her|your|their|the) (?:ssn|social)(?: security"
    r"(?: number)?)?[^.!?\d]{0,12}(?P<last>\d{4})(?!\w)|"
    r"(?<![\w*])(?P<masked>[x*•]{3}-[x*•]{2}-\d{4})(?!\w)"
)
_ELSEWHERE = re.compile(
    r"\b(?:sin|social insurance(?: number)?)[^.!?\w]{0,4}(?:is |"
    r"no\.? )?(?P<sin>\d{3}[ -]\d{3}[ -]\d{3})"
    r"(?!\w)|\b(?:ni|nino|national insurance)(?: (?:number|no\.?))?[^.!?\w]{0,3}(?:is )?"
    r"(?P<ni>[a-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d])(?!\w)"
)
NEAR = 100
"""Characters between a number and the word that says whose kind it is."""
_NEAR = re.compile(
    r"\b(?:ssns?|socials?|soc|ss)\b(?!(?: media| work| hour| event| security (?:office|turned)))"
)
_LOOSE = re.compile(
    r"(?<![\w$.,:/-])(?:\d{3}[-./ ]?\d{1,2}[-./ ]?\d{2} ?\d{2}|(?P<four>\d{4}))(?![\w:%]|[-/.,]\d)"
)
_FOUR = re.compile(
    r"\b(?:last (?:four|4)|end(?:s|ing) (?:in |with |is )?|ending|starts with|digits)"
)
_SAID = re.compile(
    r"\b(?:(?:oh|zero|one|two|three|four|five|six|seven|eight|nine)[ ,-]{1,3}){8}[a-z]{2,5}\b"
)
_CUES = frozenset(
    ["ssn", "ssns", "social", "socials", "soc", "ss", "nino", "ni", "sin", "national", "xxx"]
)
_THING = re.compile(
    r"\b(?:part|form|model|catalog|sku|item|order|lot|isbn|ndc|ref|invoice|posting|number|no|code)"
    r"(?: (?:no|number|#))?[.:#]*\s*$"
)


class SocialSecurityNumber(Rule):
    """
    A United States Social Security number, or its like elsewhere.

    ## Why it matters
    It is a Safe Harbor identifier, and the key to a stolen identity.

    ## Flagged
    - Left at the desk: a card that says [219-09-5432].
    - message: We have your SSN as [219095432], is that right?
    - message: Your social security number, [900 12 3456], is on the form.
    - reply: We only have the last four of your SSN, [5432].
    - message: The social she gave us at the window was [946.31.2087].

    ## Fine
    - Order form 000-12-3456 is out of print.
    - Part 666-45-6789 fits the new bed rails.
    - message: Our tax number is 21-9095432.
    - Social Security turned 85 in 2020. Never post an SSN such as 000-00-0000.

    ## Instead
    Never write it anywhere but in the record itself.
    """

    code = "P007"
    label = "ID-NUMBER"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(G)"

    def find(self, draft: Draft) -> Iterator[Finding]:
        reading = draft.reading
        for match in _SHAPE.finditer(reading.folded):
            if self._counts(reading.folded, match):
                yield self.at(match.start(), match.end(), "This is a Social Security number.")
        cued = not _CUES.isdisjoint(reading.words)
        if cued or "*-" in reading.folded or "ssn" in reading.folded:
            for pattern in (_ENDING, _ELSEWHERE):
                for match in pattern.finditer(reading.folded):
                    part = match.lastgroup or 0
                    yield self.at(*match.span(part), "This is of a Social Security number.")
            yield from self._near(draft)

    def _near(self, draft: Draft) -> Iterator[Finding]:
        """Yield nine digits, however written, or the last four, in a text of somebody's number."""
        reading = draft.reading
        folded = reading.folded
        for pattern in (_LOOSE, _SAID):
            for match in islice(pattern.finditer(folded), MOST):
                begin, end = reading.around(match.start())
                begin, end = max(begin, match.start() - NEAR), min(end, match.end() + NEAR)
                four = match.groupdict().get("four")
                if four and not _FOUR.search(folded, begin, match.start()):
                    continue
                if match[0].strip("0 -./") and _NEAR.search(folded, begin, end):
                    yield self.at(*match.span(), "This is of a Social Security number.")

    def _counts(self, folded: str, match: re.Match[str]) -> bool:
        """
        Tell whether nine digits are such a number: named so, or written so and possible.

        The Social Security Administration never issues some areas, groups and serials.
        """
        before = folded[max(0, match.start() - 70) : match.start()]
        if not match[0].strip("0 -./"):
            return False
        if _NAMED.search(before):
            return True
        area, group, serial = match[0][:3], match["group"], match["serial"]
        if area in {"000", "666"} or area >= "900" or group == "00" or serial == "0000":
            return False
        return bool(match["sep"]) and not _THING.search(before)
