from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.events import is_care, is_covered
from bedside.guard.finding import Severity
from bedside.guard.ownership import is_institution, is_own_name
from bedside.guard.rule import MOST, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_HANDLE = re.compile(r"(?<![\w.@/])@[\w.]{3,30}")
_NETWORK = (
    r"(?:instagram|insta|ig|tiktok|tik tok|snap(?:chat)?|twitter|venmo|cash ?app|zelle|threads|"
    r"telegram|discord|onlyfans|reddit|youtube|bluesky|facebook|fb)"
)
_NAMED = re.compile(
    rf"\b{_NETWORK}(?: (?:is|handle|name|user(?:name)?|account|id|at|as)){{0,3}}[:,]? {{0,2}}"
    r"(?P<mark>[@$][\w.-]{2,29}\w|(?=[a-z.-]{0,20}[\d_])[a-z][\w.-]{2,29}\w)|"
    rf"(?<![\w.@/])(?P<before>[@$][a-z][\w.-]{{2,29}}) on (?:her |his |their )?{_NETWORK}\b|"
    r"(?<![\w.@/])(?P<user>/?u/[a-z\d][\w-]{2,30})"
)

_PUBLIC = frozenset({Kind.POST, Kind.AD, Kind.ALT_TEXT})
_ABOUT_SOMEBODY = frozenset({Kind.MESSAGE, Kind.REPLY, Kind.REVIEW_REPLY})


class SocialHandle(Rule):
    """
    The social handle of a person, in connection with care.

    ## Why it matters
    A handle leads to the person faster than a name does.

    ## Flagged
    - Reposting [@lena.fit.1988]: Dr. Chen fixed my thyroid!
    - Look at that smile after her braces came off, [@jenny_loves_dogs]
    - message: She is on instagram as [@kay.bakes.bread] if the number fails.

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

    def find(self, draft: Draft) -> Iterator[Finding]:
        tagged = list(self._tagged(draft)) if draft.kind in _PUBLIC else []
        yield from tagged
        if draft.kind in _ABOUT_SOMEBODY or tagged:
            ends = {finding.end for finding in tagged}
            yield from (finding for finding in self._named(draft) if finding.end not in ends)

    def _named(self, draft: Draft) -> Iterator[Finding]:
        """Yield handles beside the name of their network, where one person is spoken of."""
        for match in islice(_NAMED.finditer(draft.reading.folded), MOST):
            part = match.lastgroup or 0
            if not is_own_name(draft, match[part]) and not is_institution(match[part]):
                yield self.at(*match.span(part), "This is the handle of a person.")

    def _tagged(self, draft: Draft) -> Iterator[Finding]:
        """Yield handles in a sentence about care."""
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
