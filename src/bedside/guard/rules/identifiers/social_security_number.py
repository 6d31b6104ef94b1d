from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.finding import Severity
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_SHAPE = re.compile(r"(?<![\d-])(\d{3})([- ]?)(\d{2})\2(\d{4})(?![\d-])")
_NAMED = re.compile(r"\b(?:ssn|social security|soc sec|social)\b[^.!?]{0,20}$")


class SocialSecurityNumber(Rule):
    """
    A United States Social Security number.

    ## Why it matters
    It is a Safe Harbor identifier, and the key to a stolen identity.

    ## Flagged
    - Left at the desk: a card that says [219-09-5432].
    - message: We have your SSN as [219095432], is that right?

    ## Fine
    - Order form 000-12-3456 is out of print.
    - Part 666-45-6789 fits the new bed rails.
    - message: Our tax number is 21-9095432.

    ## Instead
    Never write it anywhere but in the record itself.
    """

    code = "P007"
    label = "ID-NUMBER"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(G)"

    def find(self, draft: Draft) -> Iterator[Finding]:
        folded = draft.reading.folded
        for match in _SHAPE.finditer(folded):
            area, separator, group, serial = match.groups()
            # The Social Security Administration never issues these areas, groups and serials.
            if area in {"000", "666"} or area >= "900" or group == "00" or serial == "0000":
                continue
            if separator != "-" and not _NAMED.search(
                folded, max(0, match.start() - 40), match.start()
            ):
                continue
            yield self.at(match.start(), match.end(), "This is a Social Security number.")
