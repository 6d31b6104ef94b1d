from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.reviewing import ASKING
from bedside.guard.wording import Wording, WordingRule

_ACT = (
    "review us|rate us|recommend us|write about us|post a review|post a google review|"
    "leave a review|leave us a review|leave a line|leave a few words|leave us a line|drop a line|"
    "drop us a line|drop us a few|drop a few|pop a review|pop a few words|write a line|"
    "write us up|tag us|tag the clinic|post a pic|post a photo|share your story|"
    "share your experience|share a story|screenshot your review|show your review|"
    "show us your review|your review|a review|one review|the review|reviews|review|"
    "review published|review posted|review's live|review is live|a kind word|"
    "each kind word|every kind word|kind words|five stars|five-star|minutes on yelp|minutes on "
    "google|"
    "minutes for google|stars from you|put us on google|find us on google|say something sweet|"
    "a google star|google stars|testimonial|case study|three reviews|two reviews|recommenders|"
    "recommendations|a recommendation|reviewers|reviewer"
)
_GIFT = (
    r"(?:free\b|gratis|on us\b|on the house|at no charge|no charge|half[- ]price|\d+ ?% off|"
    r"[$£€]\d|\d+ (?:dollars|pounds|euros)|voucher|token|gift|prize|hamper|raffle|the draw|"
    r"prize draw|in the hat|lolly|lip gloss|lipstick|lip balm|serum|sample|hand cream|"
    r"nail oil|neck pillow|treat|goodie|goody|stamp|points|discount|rebate|refund|credit|coffee|"
    r"scone|cake|mug|tote|pen\b|socks|facial|peel|polish|clean\b|cleaning|floss|month of|months of|"
    r"skip the queue|jumps? (?:to|the)|leg-up|slightly better slot|quicker slot|better slot|"
    r"front of the|priority|fairies|something (?:small|nice|sweet)|a little thank|thank-you|"
    r"last year's price|gas card|gets? a|get an?|win\b|wins\b|pick an?\b|choose an?\b|"
    r"choose:|yours\b|bonus|"
    r"regal[oa]|descuento|llévese|sorteo|offert|cadeau|gratuit|à moitié prix|remise)"
)


class ReviewSwap(WordingRule):
    """
    A review, and what one gets for it, in one breath.

    ## Why it matters
    No word for payment is needed: "leave a line, pick a lipstick" is a price all the same, and a
    remedy that waits for kinder stars buys them.

    ## Flagged
    - review_request: [Leave a line, pick a] scarf.
    - review_request: [Review = sticker]. It is that simple.
    - reply: We can redo it [at no charge. Could you pop your stars back up] first?
    - review_request: [Un avis, un détartrage offert].

    ## Fine
    - review_request: Leave a line if you like. The scarves are for sale at £9, the same for all.
    - reply: We'll redo the polish at no charge. Your stars are yours to keep.
    - A review can't be bought here.

    ## Instead
    Ask, say thank you, and put right what went wrong whatever stands in the review.
    """

    code = "R008"
    label = "REVIEW-INCENTIVE"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "16 CFR 465.4; 16 CFR 255.5; Google, fake engagement"
    kinds = ASKING
    message = "This gives something for a review, or for a kinder one."
    unless = (
        r"\b(?:never|don't offer|do not offer|no gifts?|no rewards?|nothing for|not for|can't be|"
        r"cannot be|earn nothing|earns nothing|used to|stopped|whether (?:you|or)|either way|"
        r"keep your|yours to keep|stay(?:s)? (?:just )?as|separately|if you like\b|for sale|"
        r"don't need|do not need|won't ask|we don't|we do not|nobody|no one|optional|isn't from "
        r"us|not from us|not linked|no link between|at the desk for £|no damos|are open|you are "
        r"free|come out on|"
        r"at the (?:same )?price)\b"
    )
    wordings = (
        Wording(
            _ACT,
            then=rf"(?: [\w'-]+){{0,7}}?(?:,| =|:|;| and| →| then|\.)(?: [\w'-]+){{0,6}}? ?{_GIFT}",
            not_after="no|our|its|salary|pay|that|these|those|of|all|bad|read|reads|answered",
        ),
        Wording("review =|reviews =|one review =|a review =", then=r" ?[\w'-]+"),
        Wording(
            _ACT,
            then=rf"(?: [\w'-]+){{0,4}}? (?:gets?|earns?|wins?|means|buys|unlocks|brings|comes "
            rf"with|"
            rf"skips?|and the|when we get there|is worth)(?: [\w'-]+){{0,5}}? ?{_GIFT}",
            not_after="no|our|that|of|all|bad|read|reads|answered",
        ),
        Wording(
            "is on us if|is on us once|are on us if|on the house if|free if|free once|free for|"
            "free when|waiting for each|waiting for every|with your name on it if|"
            "with your name on it once|in the hat|goes in the hat|for you once|for you if|yours if|"
            "yours once|lucky recommenders|thanks for your review:|thank you for your review:|"
            "saying thanks for your review|second envelope once|find you a|for each case study|"
            "for every case study|on us all year|voucher once|token once|credit once|"
            "next term at|visit the lockers of",
            then=r"[^.!?]{0,80}",
            given=r"\b(?:reviews?|reviewers?|stars?|google|yelp|facebook|trustpilot|you do|do so|"
            r"kind word|recommend\w*|write|wrote|appears|speaks well|live)\b",
        ),
        Wording(
            "at no charge|on us|on the house|complimentary|free|credit your|refund|waive|cancel "
            "the|"
            "your deposit back|the check ready|cheque ready|fee goes|fee is gone|"
            "delete your balance|we'll redo|redo the|goodwill",
            then=r"[^\n]{0,70}(?:(?:pop|put|bring|bump|push|nudge|lift|turn|raise|change|revisit|"
            r"update|edit|amend|make|move)(?: [\w']+){0,3} (?:stars?|star rating|rating|review)"
            r"(?: back)?(?: up)?|stars? (?:were|was|became|become) (?:to )?(?:become )?\w+|"
            r"post comes down|review comes down|(?:take|takes|taking) (?:it|the (?:post|review)|"
            r"that) down)",
        ),
        Wording(
            "amend this|amend that|amend it|change this|edit this|revisit the|revisit your|"
            "take the post down|take it down|take this down|takes the post down|"
            "agrees to take|bring it up to|make it a five|make it five|make it a four|"
            "turn that into|withdraw",
            then=r"[^\n]{0,80}(?:on the house|on us|free|refund|credit|cancel the|waive|no charge|"
            r"deposit|voucher|carry on as|discount|gift)",
            given=r"\b(?:stars?|reviews?|post|rating|this|that|remark|comment)\b",
        ),
        Wording(
            "review mentions|review names|five-star review mentions|review that names|"
            "review that mentions|reviews that name|stars that name",
            then=r"(?: [\w']+){0,3}",
            given=r"[$£€]\d|\b(?:bonus|points|prize|voucher|day off)\b",
        ),
        Wording(
            "bonus",
            then=r"[^.!?]{0,80}(?:review|five-star|stars)(?: [\w-]+){0,2} (?:mentions|names|you)",
        ),
        Wording(
            "reseña|reseñas|valore|valóranos|opinión|déjenos|un avis|laissez un avis|votre avis",
            then=r"[^.!?]{0,60}?(?:gratis|regal\w+|descuento|llévese|sorteo|offert\w*|cadeau|"
            r"gratuit\w*|à moitié prix|remise|% )",
        ),
    )
