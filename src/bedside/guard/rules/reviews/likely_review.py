from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.likely import LikelyFault
from bedside.guard.reviewing import EVERYBODY


class LikelyReview(LikelyFault):
    """
    A request for reviews that picks, pays or threatens, in words that no list holds.

    ## Why it matters
    The FTC bars reviews that are bought, sorted or silenced, however kindly it is put. This rule
    speaks for our own model.

    ## Flagged
    - review_request: [Smiling? Tap the Google link. Frowning? Tap the other link and tell only Mel]

    ## Fine
    - review_request: However it went, we would like to read about it on Google.

    ## Instead
    Ask everybody alike, promise nothing, threaten nobody.
    """

    code = "R090"
    label = "REVIEW-GATING"
    floor = Severity.WARN
    source = "16 CFR 465"
    says = {
        "REVIEW-GATING": "This asks only happy people in public.",
        "REVIEW-INCENTIVE": "This gives something for a review.",
        "REVIEW-THREAT": "This threatens people who write reviews.",
    }
    spared = {"REVIEW-GATING": EVERYBODY}
