from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.reviewing import ASKING, FORBIDS, REWARD
from bedside.guard.wording import Wording, WordingRule

_ACT = (
    "review|reviews|reviewer|reviewers|review us|reviews us|rate us|rates us|rate our|google us|post about us|write us up|recommend us|tag us|testimonial"
    "|testimonials|5 stars|five stars|5-star review|feedback on google|do us proud|share your story|story on google|shout us out"
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
    - review_request: If you'd like to review us, the sign has the link. Parking is $4 whether you do or not.
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
    unless = FORBIDS
    wordings = (
        Wording(_ACT, then=rf"[^.!?]{{0,90}}?\b{REWARD}"),
        Wording("review = one free|one review|per review|for a review|for each review|for every review|for any review|for your review|for reviews|for leaving a review|for a 5-star|for a five-star|for the review|for posting a|posted review|in exchange for a|in return for a|in exchange for your|in return for your",
                given=rf"\b{REWARD}"),
        Wording("take down|take it down|remove|delete|change|update|edit|raise|make it|bump it|turn it into|revise", then=r" (?:the |your |that |this |it |to |from |two |four |five |4 |5 |stars? |review |rating |and |,|up )*[^.!?]{0,40}(?:refund|waive|disappears?|credit|fee|free|gift|\$\d|£\d|discount|% off|on us|voucher)",
                given=r"\b(?:reviews?|stars?|rating|it four|it five|post|comment)\b"),
        Wording("stories get|stories win|stories earn|reviews get|reviews win|reviews earn|kind words get|kind words earn|nice ones get|smiley stories|praise earns|compliments earn"),
    )  # fmt: skip
