from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Draft, Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.lexicon import compiled
from bedside.guard.rule import Rule
from bedside.guard.rules.marketing.offer import Offer
from bedside.guard.rules.tone.pressure import Pressure

if TYPE_CHECKING:
    from collections.abc import Iterator

_COSMETIC = compiled(
    r"\b(?:botox|fillers?|anti-?wrinkle|wrinkles?|lip (?:flip|lift|augmentation|enhancement)|"
    r"liposuction|lipo\w*|breast (?:augmentation|lift|implants?|enlargement)|boob job|tummy tuck|"
    r"abdominoplasty|rhinoplasty|nose job|face-?lift|brow lift|eyelid (?:surgery|lift)|"
    r"blepharoplasty|bbl|brazilian butt|mommy makeover|mummy makeover|hair transplants?|veneers|"
    r"composite bonding|smile makeover|laser (?:resurfacing|hair removal)|thread lift|"
    r"cosmetic (?:surgery|procedures?|injections?|injectables?|treatments?)|injectables?)\b"
)


class CosmeticOffer(Rule):
    """
    A deadline or a gift that sells a cosmetic procedure.

    ## Why it matters
    Surgery and injections for looks are decisions to sleep on. The United Kingdom's advertising
    code holds offers that hurry people into them for irresponsible; Australia forbids gifts and
    discounts without their full terms, and advertising that drives people to care they do not need.

    ## Flagged
    - ad: Lip fillers, [£99 this weekend only].
    - Veneers: book now, [before it's too late].

    ## Fine
    - ad: Lip fillers, £220. Consultation first, and two weeks to think it over.
    - ad: Reading glasses, £20 off this weekend only.

    ## Instead
    Give one price that stays, and time to think.
    """

    code = "M022"
    label = "ADS-INDUCEMENT"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = (
        "CAP Code (United Kingdom), rule 1.3 and guidance on cosmetic interventions; Health "
        "Practitioner Regulation National Law (Australia) s 133(1)(b) and (e)"
    )
    jurisdictions = frozenset({"uk", "au"})
    kinds = frozenset({Kind.AD, Kind.POST, Kind.PROFILE})

    def find(self, draft: Draft) -> Iterator[Finding]:
        if not _COSMETIC.search(draft.reading.folded):
            return
        spans = {
            (found.start, found.end) for rule in (_OFFER, _PRESSURE) for found in rule.find(draft)
        }
        for start, end in sorted(spans):
            yield self.at(start, end, "This hurries or tempts people into a cosmetic procedure.")


_OFFER, _PRESSURE = Offer(), Pressure()
