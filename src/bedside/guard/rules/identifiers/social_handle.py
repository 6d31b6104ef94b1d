from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.events import is_care, is_covered
from bedside.guard.finding import Severity
from bedside.guard.rule import MOST, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_HANDLE = re.compile(r"(?<![\w.@/])@[\w.]{3,30}")


class SocialHandle(Rule):
    """
    The social handle of a person, in connection with care.

    ## Why it matters
    A handle leads to the person faster than a name does.

    ## Flagged
    - Reposting [@lena.fit.1988]: Dr. Chen fixed my thyroid!
    - Look at that smile after her braces came off, [@jenny_loves_dogs]

    ## Fine
    - Follow @cedarhollowfamilyclinic for flu shot dates.
    - Thank you @redcross for the blood drive.

    ## Instead
    Do not tag; let people find the post themselves.
    """

    code = "P011"
    label = "ID-CONTACT"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(R)"
    kinds = frozenset({Kind.POST, Kind.AD, Kind.ALT_TEXT})

    def find(self, draft: Draft) -> Iterator[Finding]:
        reading = draft.reading
        if "@" not in reading.folded or is_covered(draft):
            return
        own = "".join(re.findall(r"\w", draft.org.name.lower()))
        for match in islice(_HANDLE.finditer(reading.folded), MOST):
            handle = re.sub(r"\W|_", "", match[0])
            theirs = handle in own or own in handle if own else False
            personal = re.search(r"[._\d]", match[0]) is not None
            if not theirs and personal and is_care(reading, *reading.sentence(match.start())):
                yield self.at(
                    match.start(), match.end(), "This tags a person in connection with care."
                )
