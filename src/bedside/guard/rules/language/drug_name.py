from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.language import DRUG, issues
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft


class DrugName(Rule):
    """
    A name that is almost a drug's.

    ## Why it matters
    Drug names that look alike are a known cause of harm, so a wrong one must be seen by a person
    and never be corrected by a machine.

    ## Flagged
    - Ask the pharmacist about [metforman] and food.

    ## Fine
    - Ask the pharmacist about metformin and food.

    ## Instead
    Check the name with a pharmacist or on the label, then write it yourself.
    """

    code = "L002"
    label = "PROOF"
    severity = Severity.WARN
    source = "ISMP, list of confused drug names"
    kinds = frozenset(Kind)
    quick = False

    def find(self, draft: Draft) -> Iterator[Finding]:
        for issue in issues(draft):
            if issue.kind == DRUG:
                found = draft.text[issue.start : issue.end]
                yield self.at(
                    issue.start,
                    issue.end,
                    f'Is this name right? "{found}" is close to the drug name "{issue.message}".',
                    why="A drug name is never corrected for you: look-alike names have "
                    "harmed people.",
                )
