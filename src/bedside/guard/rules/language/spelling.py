from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.language import SPELLING, issues
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft


class Spelling(Rule):
    """
    A misspelled word.

    ## Why it matters
    A misspelled word is the first thing that readers hold against a page about health.

    ## Flagged
    - The walking group meets by the [fountin] at ten.
    - Our new [wheelchare] ramp is open.

    ## Fine
    - Ozempic, apixaban and telehealth are spelled correctly, and so is the colour of our kerb.
    - Ask Siobhán or Raghunathan at the desk about your A1C. #FluShotSaturday

    ## Instead
    Take the suggested spelling, or add the word to your list if it is right.
    """

    code = "L001"
    label = "PROOF"
    severity = Severity.WARN
    source = "Harper 2.13 with our own medical words"
    kinds = frozenset(Kind)
    quick = False

    def find(self, draft: Draft) -> Iterator[Finding]:
        for issue in issues(draft):
            if issue.kind == SPELLING:
                message = f'"{issue.message}" looks misspelled.'
                if issue.suggestion:
                    message = (
                        f'"{issue.message}" looks misspelled: did you mean "{issue.suggestion}"?'
                    )
                yield self.at(issue.start, issue.end, message, suggestion=issue.suggestion)
