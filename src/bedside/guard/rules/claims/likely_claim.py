from __future__ import annotations

from bedside.guard.likely import LikelyFault


class LikelyClaim(LikelyFault):
    """
    A claim that nobody could prove, in words that no list holds.

    ## Why it matters
    Promises and boasts are mostly paraphrased: "you will never think about that knee again". A
    claim needs proof before it is made, however it is put. This rule speaks for our own model,
    which has read many such claims beside honest twins.

    ## Flagged
    - ad: [Nobody in the valley does veneers like we do]

    ## Fine
    - ad: Veneers at Cedar Hollow: ask us what they can and cannot do.

    ## Instead
    Say what the treatment can do, for whom, and where that is known from.
    """

    code = "C090"
    label = "CLAIM-SUPERLATIVE"
    source = "FTC Act, 15 USC 45 and 52"
    says = {
        "CLAIM-CURE": "This promises a result.",
        "CLAIM-SUPERLATIVE": "This puts you above all others.",
        "CLAIM-EVIDENCE": "This states a fact that needs a source.",
        "CLAIM-APPROVAL": "This may say more of an approval or a drug than is true.",
        "CLAIM-MISINFO": "This may go against what medicine agrees on.",
    }
