from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Draft, Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import Rule
from bedside.guard.rules.claims.drug_benefit import prescription_names

if TYPE_CHECKING:
    from collections.abc import Iterator


class PrescriptionMedicine(Rule):
    """
    A prescription-only medicine named to the public.

    ## Why it matters
    In the United Kingdom and Australia a prescription-only medicine may not be advertised to the
    public at all, nor a specific drug in a physician's advertising in Ontario. A risk told beside
    it, which is enough elsewhere, is not enough there; nearly any mention counts.

    ## Flagged
    - ad: Frown lines? [Botox] takes twenty minutes.
    - Ask us about [Ozempic].

    ## Fine
    - ad: Frown lines? Book a consultation.
    - ad: Flu shots and ibuprofen at the desk.

    ## Instead
    Promote the consultation, not the product: "a consultation for lines and wrinkles".
    """

    code = "M021"
    label = "CLAIM-APPROVAL"
    severity = Severity.WARN
    source = (
        "CAP Code (United Kingdom), rule 12.12; Therapeutic Goods Act 1989 (Australia); Ontario "
        "Regulation 114/94, Part II"
    )
    jurisdictions = frozenset({"uk", "au", "ca-on"})
    kinds = frozenset({Kind.AD, Kind.POST, Kind.PROFILE})

    def find(self, draft: Draft) -> Iterator[Finding]:
        for start, end in prescription_names(draft):
            name = draft.text[start:end]
            yield self.at(
                start,
                end,
                f'"{name}" needs a prescription, so it may not be advertised to the public here.',
                severity=Severity.ERROR if draft.kind is Kind.AD else None,
            )
