from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.reviewing import ASKING, FORBIDS, REWARD
from bedside.guard.wording import Wording, WordingRule

_ACT = (
    "review|reviews|reviewer|reviewers|review us|reviews us|rate us|rates us|rate our|"
    "google us|post about us|write us up|recommend us|tag us|testimonial|testimonials|"
    "5 stars|five stars|5-star review|feedback on google|do us proud|share your story|"
    "story on google|shout us out|recommendation|recommendations|yelp post|google post|"
    "facebook post|trustpilot|say something on google|say something nice|"
    "something nice on|words on google|mention us|mentions us|star you give|"
    "star you leave|each star|proof of your|sentences on google|uploads a recommendation|"
    "review of the month|review of the week|tell google|love on facebook|love on google|"
    "star rating|show your review|show us your review|your review to|write-up|five-star mention|"
    "five-star mentions|your google post|screenshot your review|kind to us on"
)


class ReviewIncentive(WordingRule):
    """
    A reward for a review.

    ## Why it matters
    Whoever is paid is kinder. A reward for praise breaks federal law, and one for any review breaks
    the rules of Google and Yelp.

    ## Flagged
    - review_request: Leave us a Google [review and get 10% off] whitening.
    - Everyone who [reviews us in June goes in the draw] for an air fryer.
    - review_request: [Take down the review and we refund] the scan.

    ## Fine
    - policy: At checkout, never offer money off, gifts or prize entries for a review.
    - review_request: If you'd like to review us, the sign has the link. Parking is $4 whether you
      do or not.
    - The ward raffle is back: first prize an air fryer.

    ## Instead
    Ask, say thank you, and give nothing.
    """

    code = "R003"
    label = "REVIEW-INCENTIVE"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "16 CFR 465.4; 16 CFR 255.5; Google, fake engagement; Yelp, Don't Ask for Reviews"
    kinds = ASKING
    message = "This offers a reward for a review."
    unless = FORBIDS + (
        r"|\b(?:earns? nothing|used to offer|we stopped|optional|earns? a read|we answered|"
        r"broke the (?:law|rules)|for sale|our staff|its staff)\b"
    )
    spared = r"\b(?:patients|reviewers|writers|nobody who writes) (?:get|gets|receive) nothing\b"
    wordings = (
        Wording(_ACT, then=rf"[^.!?]{{0,90}}?\b{REWARD}"),
        Wording(
            "review = one free|one review|per review|for a review|for each review|"
            "for every review|for any review|for your review|for reviews|"
            "for leaving a review|for a 5-star|for a five-star|for the review|"
            "for posting a|posted review",
            given=rf"\b{REWARD}",
        ),
        Wording(
            "in exchange for|in return for",
            then=r" (?:a|an|your|any|each|every|five|some)<2>(?:reviews?|ratings?|stars?|"
            r"testimonials?|recommendations?|posts?)",
            given=rf"\b{REWARD}",
        ),
        Wording(
            "take down|take it down|remove|delete|change|update|edit|raise|make it|"
            "bump it|turn it into|revise",
            then=r" (?:the |your |that |this |it |to |from |two |four |five |4 |5 |stars? |"
            r"review |rating |and |,|up )*[^.!?]{0,40}(?:refund|waive|disappears?|credit|"
            r"fee|free|gift|\$\d|£\d|discount|% off|on us|voucher)",
            given=r"\b(?:reviews?|stars?|rating|it four|it five|post|comment)\b",
        ),
        Wording(
            "stories get|stories win|stories earn|reviews get|reviews win|reviews earn|"
            "kind words get|kind words earn|nice ones get|smiley stories|praise earns|"
            "compliments earn"
        ),
        Wording(
            _ACT,
            then=r"[^.!?]{0,70}?(?:,| and| to| =|:) (?:get|gets|receive|receives|claim|claims|"
            r"collect|enjoy|win|wins|score|unlock|earn|earns|skip|jump|there's an?|"
            r"your next|you'll (?:get|be|receive|find)|you get|you will (?:get|receive)|"
            r"(?:we|we'll|we will|reception|reception will|i'll|the team will) (?:give|"
            r"send|buy|shout|knock|take|throw|donate|enter|plant|treat|credit|waive|"
            r"stamp|add|drop|slip|hand|post you|mail you))",
        ),
        Wording(
            "for every|for each|for any|every|each",
            not_after="read|of",
            then=r" [^.!?]{0,30}?(?:reviews?|recommendation|testimonial|five stars|5 stars|"
            r"star)[^.!?]{0,40}? (?:we|you|earns?|gets?|wins?|reception|"
            r"is worth)(?! (?:know|believe|read|answer|reply|value|love|appreciate|thank|"
            r"see|get a reply))",
        ),
        Wording(
            "adds|gives|hands|offers|knocks|takes|credits|sends",
            then=r" [^.!?]{0,50}?(?:for|to|off for) (?:anyone|everyone|people|patients|those|"
            r"whoever) who (?:mentions?|reviews?|rates?|posts?|recommends?|tags?|leaves?|"
            r"writes?)",
        ),
        Wording(
            "give|hand|offer|send|mail",
            then=r" (?:a |an |out )?[^.!?]{0,40}? to (?:every|each|any|all) (?:\w+ )?(?:who|"
            r"that) (?:reviews?|rates?|posts?|uploads?|recommends?|tags?|leaves?|writes?)",
        ),
        Wording(
            "on us|on the house|free|voucher|vouchers|points|discount|% off|gift card|waived|"
            "our draw|prize draw|raffle|coupon|credit you|off the bill|goes into our|"
            "goes in the draw|wins a",
            not_after="feel|are",
            then=r"[^.!?]{0,60}\b(?:when|if|for|once|after|who|per|with|each|every)\b[^.!?]{0,50}"
            r"\b(?:reviews?|ratings?|star rating|five stars|5 stars|five-star|google|yelp|facebook|"
            r"trustpilot|testimonial)",
        ),
        Wording(
            "swap that|swap your|change that|change your|amend|amended|remove the word|bump that|"
            "edit your|update your",
            then=r"[^.!?]{0,70}\b(?:waive|forget|release|refund|fee|charge|kit|ships|credit|"
            r"adjustment|discount|on us|free|voucher)",
            given=r"\b(?:stars?|reviews?|two-star|one-star|three|five|rude|wonderful|rating|it's)\b",
        ),
    )
