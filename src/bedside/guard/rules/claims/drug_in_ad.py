from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Draft, Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import Rule
from bedside.guard.rules.claims.drug_benefit import WARNED, prescription_names
from bedside.guard.wording import expand

if TYPE_CHECKING:
    from collections.abc import Iterator


class DrugInAd(Rule):
    """
    A prescription drug named in an advertisement.

    ## Why it matters
    Networks allow it only to advertisers that they have certified, and the law asks for the main
    risk beside the name.

    ## Flagged
    - ad: [Saxenda] takes the edge off hunger. Order in the app.

    ## Fine
    - ad: Weight-care visits by video. Medicine is one option; it carries risks, and a doctor
      decides with you.
    - ad: Flu shots and ibuprofen at the desk.

    ## Instead
    Advertise the service: "weight care", "migraine care".
    """

    code = "C017"
    label = "CLAIM-APPROVAL"
    severity = Severity.WARN
    source = "21 CFR 202.1(e); Google Ads, healthcare and medicines; Meta, prescription drugs"
    kinds = frozenset({Kind.AD})
    doubted = frozenset({Kind.AD})

    def find(self, draft: Draft) -> Iterator[Finding]:
        names = list(prescription_names(draft))
        if not names or expand(WARNED).search(draft.reading.folded):
            return
        for start, end in names:
            name = draft.text[start:end]
            yield self.at(start, end, f'An ad that names "{name}" needs its main risk beside it.')
