from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.language import GRAMMAR, issues
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft


class Grammar(Rule):
    """
    A slip of grammar.

    ## Why it matters
    A sentence that stumbles makes the reader doubt what it says.

    ## Flagged
    - The nurse gave me [an] blanket.

    ## Fine
    - The nurse gave me a blanket, and the team is happy.

    ## Instead
    Read the sentence aloud, and take the suggestion if it says what you mean.
    """

    code = "L003"
    label = "PROOF"
    severity = Severity.WARN
    source = "Harper 2.13"
    kinds = frozenset(Kind)
    quick = False

    def find(self, draft: Draft) -> Iterator[Finding]:
        for issue in issues(draft):
            if issue.kind == GRAMMAR:
                message = issue.message.replace("`", '"')
                yield self.at(issue.start, issue.end, message, suggestion=issue.suggestion)
