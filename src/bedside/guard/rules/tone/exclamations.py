from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_RUN = re.compile(r"!(?:[!?1]){1,200}|\?[!?]{2,200}")


class Exclamations(Rule):
    """
    Several exclamation marks in a row.

    ## Why it matters
    One is warm, three are a sales pitch.

    ## Flagged
    - The ward has a cat now[!!!!]
    - New patients wanted[!!!] Call before Friday.

    ## Fine
    - The new helipad is finished! Landing lights get tested on Thursday.

    ## Instead
    Keep one, or end with a period.
    """

    code = "T002"
    label = "TONE-SHOUT"
    severity = Severity.WARN
    source = "Mailchimp content style guide, punctuation"
    kinds = frozenset(Kind)

    def find(self, draft: Draft) -> Iterator[Finding]:
        if "!" not in draft.text and "??" not in draft.text:
            return
        for match in _RUN.finditer(draft.text):
            yield self.at(
                *match.span(),
                "One mark is enough: several in a row read as shouting.",
                suggestion=match[0][0],
                severity=Severity.INFO if len(match[0]) == 2 else None,
            )
