from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.reviewing import ASKING, EVERYBODY, FORBIDS, REVIEW
from bedside.guard.wording import Wording, WordingRule

_GLAD = (
    "happy|loved it|loved your visit|love your visit|love us|loved us|smiling|grinning|delighted|over the moon|pleased|satisfied"
    "|thrilled|thrilled with us|great visit|good visit|had a great|had a good|had a great visit|enjoyed your visit|enjoyed it|liked your visit|feeling great"
    "|feeling the love|did we make you smile|did we make your day|five stars|5 stars|all smiles|good experience|great experience|made you smile|glowing|in love with"
)


class ReviewGating(WordingRule):
    """
    Asking only the happy for a review.

    ## Why it matters
    Reviews that only happy people were asked for mislead everybody who reads them. The FTC and the
    review sites forbid it.

    ## Flagged
    - review_request: [Loved your visit? Tap] 5 stars for Google.
    - policy: The review text goes to all patients, [except those who complained].
    - review_request: [Only tap the link if we earned] all five stars.
    - post: Our tool [catches unhappy patients] before they ever reach Google.

    ## Fine
    - review_request: Over the moon or just over it? The same Google link is below for everybody.
    - We invite every patient to leave a review, whatever they have to say.

    ## Instead
    Ask everybody, in the same words, with the same link.
    """

    code = "R001"
    label = "REVIEW-GATING"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "16 CFR 465.7; FTC, Soliciting and Paying for Online Reviews (2022); Google, prohibited content"
    kinds = ASKING
    message = "This asks only happy people for a review."
    needs = REVIEW
    spared = EVERYBODY
    unless = FORBIDS.replace("|can't|", "|")
    wordings = (
        Wording(_GLAD, then=r"[^.!?]{0,40}\?[^.!?]{0,12}(?:tap|click|leave|tell|post|review|share|the google|google|here|hop|give|write|rate|please|then|let|we'd|our|shout|spread|head)"),
        Wording("if you", then=r"(?:'re| are| were|'ve| have)? ?(?:really |truly |absolutely )?(?:happy|loved?|enjoyed|liked|satisfied|pleased|delighted|thrilled|had a (?:great|good|positive|wonderful|5-star|five-star))[^.!?]{0,60}(?:review|google|yelp|stars|facebook|rate|recommend)"),
        Wording("if we", then=r" (?:earned|deserve|made you smile|made your day|did (?:well|great|a (?:good|great)))[^.!?]{0,60}(?:review|google|yelp|stars|facebook|rate|link)"),
        Wording("only", then=r" (?:tap|click|leave|post|open|use|hit|follow)[^.!?]{0,30} if (?:we|you|it|your)(?: \w+)?"),
        Wording("only", then=r" (?:our |are |the |to |ask |send |text |invite |for )*(?:happy|happiest|satisfied|delighted|best|loyal|favou?rite|five-star|5-star|promoters|fans|superfans|smiling)(?: patients?| people| clients| customers| families)?", not_after="not"),
        Wording("superfans only|fans only|happy campers only|happy patients only|promoters only|smiles only|five-star fans|raving fans"),
        Wording("happy patients|happiest patients|satisfied patients|delighted patients|happy clients|happy faces|promoters|patients who smile|patients who are happy|people who loved",
                then=r"[^.!?]{0,40} (?:get|gets|go|goes|to google|only|receive|see|the review|the link|review|are sent|are asked|to leave)"),
        Wording("review", then=r"[^.!?]{0,40} (?:to|from|by) (?:the |our |your |only |those |patients? )*(?:happy|happiest|satisfied|smiling|delighted|promoters|tagged as promoters|who (?:smile|are happy|loved|rated us|scored|gave))"),
        Wording("except those who|except anyone who|except people who|excluding anyone who|excluding those who|skip anyone who|skip those who|skip patients who|skip the rest|leave out anyone who|but not to those who|but not anyone who|not the ones who",
                then=r"(?: (?:complained|complain|asked|were|are|had|have|left|rated|gave|scored)[\w' ]{0,20})?"),
        Wording("catches|catch|filters|filter|intercept|intercepts|stop|stops|screen|screens|divert|diverts|weeds", then=r"(?: out)? (?:the |any )?(?:unhappy|bad|negative|angry|dissatisfied|low|one-star|1-star|critical|grumpy|sub-threshold)(?: \w+)?"),
        Wording("read the face|read their face|gauge their mood|judge the mood|smile, card|frown, no card|big smile, hand|smiles get a card"),
        Wording("fours and fives|4s and 5s|fives go|fours go|fours or fives|4 and 5 stars|4-5 stars|four or five|4 or 5|four stars or|4 stars or|four stars and|4 stars and|4+ stars|9s and 10s|9 or 10|a nine or ten|eights and up|high scores|top scores",
                then=r"[^.!?]{0,50}(?:go|goes|hop|link|google|review|yelp|here|public|more|up|above|better|higher|healthgrades|facebook)"),
        Wording("😀|🙂|😊|😃|😍|👍|😁|🤩|⭐⭐⭐⭐⭐", then=r"(?: ?=| ?→| ?➡️?| takes| goes| sends| opens|:)[^.!?]{0,40}(?:google|review|yelp|facebook|public|page|link)"),
        Wording("yes", then=r" (?:opens|takes|sends|goes|leads|shows|links)[^.!?]{0,40}(?:google|review|yelp|facebook|page|public)"),
        Wording("exceed threshold|exceeds threshold|above the threshold|sub-threshold|below threshold|satisfaction score above|nps of 9|detractors"),
    )  # fmt: skip
