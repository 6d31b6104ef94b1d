from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.finding import Severity
from bedside.guard.lexicon import words
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![\w-])")
_THEIRS = re.compile(
    r"\b(?:your|his|her|their|patient's|daughter's|son's) (?:own )?(?:e-?mail|address)[^.!?]{0,20}$"
)


class EmailAddress(Rule):
    """
    A personal e-mail address.

    ## Why it matters
    E-mail addresses are Safe Harbor identifiers.

    ## Flagged
    - We sent it to [rosa.m1962@gmail.com] last night.
    - reply: Is your email still [d.okafor@workplace.example]?

    ## Fine
    - Write to hello@cedarhollow.example with any question.
    - Send a resume to jobs@northlight.example.

    ## Instead
    Give only an address of the clinic.
    """

    code = "P005"
    label = "ID-CONTACT"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(F)"

    def find(self, draft: Draft) -> Iterator[Finding]:
        folded = draft.reading.folded
        if "@" not in folded:
            return
        own = {address.lower() for address in draft.org.emails}
        for match in _EMAIL.finditer(folded):
            domain = match[0].rpartition("@")[2]
            if match[0] in own or domain in draft.org.domains:
                continue
            before = folded[max(0, match.start() - 40) : match.start()]
            if domain in words("free_mail") or _THEIRS.search(before):
                yield self.at(
                    match.start(),
                    match.end(),
                    "This is an e-mail address that is not one of yours.",
                )
