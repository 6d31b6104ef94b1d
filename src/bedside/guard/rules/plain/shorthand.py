from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import Rule
from bedside.guard.rules.plain.jargon import FOR_COLLEAGUES
from bedside.guard.wording import expand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_SHORT = re.compile(
    r"\b(?:NPO|PRN|BID|TID|QID|QHS|QD|q\d{1,2}h|WBAT|NWB|TTWB|POD ?\d{1,2}|f/u|s/p|h/o|"
    r"c/o|r/o|d/c|w/u|y/o|n/v|hx|dx|sx|ICS/LABA|SABA|LABA|LAMA|per protocol|void prior|"
    r"ppx|PPX|x ?\d{1,3} ?d\b|DVT prophylaxis|ADLs|IADLs|SOB|GTTS|OU|p\.o\.|mg/dL|mmHg|"
    r"HCP|AAP zones|eGFR|SpO2|BMP|CBC w|PT/INR|EKG w|w/o contrast|OD|OS)(?![\w/])"
)


class Shorthand(Rule):
    """
    Clinical shorthand.

    ## Why it matters
    "NPO after midnight" has sent people into surgery with a full stomach.

    ## Flagged
    - Surgery tomorrow? [NPO] from midnight, then [f/u] with us.

    ## Fine
    - Surgery tomorrow? Nothing to eat or drink from midnight. Your X-ray or MRI is at ten.

    ## Instead
    Write it out.
    """

    code = "W005"
    label = "PLAIN"
    severity = Severity.INFO
    source = "Joint Commission, Do Not Use list; ISMP, error-prone abbreviations"
    kinds = frozenset(Kind) - {Kind.POLICY, Kind.MESSAGE}

    def find(self, draft: Draft) -> Iterator[Finding]:
        found = list(_SHORT.finditer(draft.text))
        if not found or expand(FOR_COLLEAGUES).search(draft.reading.folded):
            return
        for match in found:
            yield self.at(
                *match.span(),
                f'"{match[0]}" is clinical shorthand that readers do not know.',
                severity=Severity.WARN if len(found) > 1 else None,
            )
