from __future__ import annotations

from bedside.guard.likely import LikelyFault
from bedside.guard.reviewing import FORBIDS
from bedside.guard.rules.marketing.told_tie import TOLD_FIRST


class LikelyAd(LikelyFault):
    """
    An advertisement that networks or the law may bar, in words that no list holds.

    ## Why it matters
    Health advertising has rules of its own: no appeal to what a reader may have, no hidden ties,
    no patient lists, no rewards. This rule speaks for our own model.

    ## Flagged
    - ad: [Upload your patient e-mails and reach people just like them]

    ## Fine
    - ad: We show this to adults within ten miles of the clinic.

    ## Instead
    Advertise the service, say who pays, and choose people by place and age alone.
    """

    code = "M090"
    label = "ADS-DISCLOSURE"
    source = "16 CFR 255; 45 CFR 164.508(a)(3)"
    says = {
        "ADS-ATTRIBUTE": "This speaks to readers as if they had a condition.",
        "ADS-BEFORE-AFTER": "This plays on how readers see their body.",
        "ADS-TARGETING": "This picks people by their health.",
        "ADS-INDUCEMENT": "This may be a reward that health law bars.",
        "ADS-DISCLOSURE": "This praises you without saying what ties the speaker to you.",
    }
    spared = {"ADS-DISCLOSURE": TOLD_FIRST, "ADS-TARGETING": FORBIDS}
