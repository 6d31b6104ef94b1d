from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.finding import Finding, Severity
from bedside.guard.lexicon import compiled
from bedside.guard.rule import Rule
from bedside.guard.rules.marketing.before_after import BeforeAfter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_SAID = compiled(
    r"\b(?:may not occur|results? (?:may|can|will|do)? ?(?:vary|differ)|individual results|"
    r"not (?:everyone|everybody|all patients)|results? (?:is|are) not typical)\b"
)


class BeforeAfterStatement(Rule):
    """
    Before and after, without the statement that California asks for.

    ## Why it matters
    Before and after views of a patient must say which procedures were done, and that the same
    results may not occur for all patients. Without it the picture is false advertising.

    ## Flagged
    - ad: [Swipe for her before and after: six syringes].

    ## Fine
    - ad: Before and after, one hyaluronic filler. The same results may not occur for all patients.

    ## Instead
    Name the procedure and add: "The same results may not occur for all patients."
    """

    code = "M024"
    label = "ADS-BEFORE-AFTER"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "California Business and Professions Code 651(b)(3)(C)"
    jurisdictions = frozenset({"us-ca"})
    kinds = BeforeAfter.kinds

    def find(self, draft: Draft) -> Iterator[Finding]:
        if _SAID.search(draft.reading.folded):
            return
        for found in _BEFORE_AFTER.find(draft):
            yield self.at(
                found.start,
                found.end,
                "Say which procedure it was, and that the same results may not occur for all.",
            )


_BEFORE_AFTER = BeforeAfter()
