"""Pieces of English that rules about reviews and advertising share, for folded text."""

from __future__ import annotations

from bedside.guard.draft import Kind

ASKING = frozenset(Kind) - {Kind.ALT_TEXT}
"""Where reviews may be asked for or answered: everything but the description of a picture."""

REVIEW = (
    r"\b(?:reviews?|reviewers?|reviewed|reviewing|google|yelp|healthgrades|ratemds|trustpilot|zocdoc|vitals|stars?|rating"
    r"|ratings|rate us|testimonials?|recommend us|feedback|survey|write us up|post about us|tag us|exit kiosk|how did (?:your|we|it)"
    r"|how was (?:it|your)|facebook page|share your story|memoriali[sz]e|post(?:ing|ed)?)\b"
)
"""What shows that a text is about reviews."""

FORBIDS = (
    r"\b(?:never|do not|don't|does not|doesn't|must not|mustn't|may not|should not|shouldn't|cannot|can't|won't|will not|nobody may"
    r"|no one may|not allowed|nothing to do with|whether (?:you|or)|without (?:any )?(?:gift|reward)|no gifts?|no rewards?|in no way"
    r"|we're not|is not|isn't|not (?:offer|pay|give)|prohibited|forbidden|no tracking|no custom|no look-?alikes?|no retargeting)\b"
)
"""What turns a practice into its prohibition."""

EVERYBODY = (
    r"\b(?:either way|whatever (?:they|you)|good or bad|good, bad|bad or good|good and bad|kind or cross|cross or kind|nice or nasty"
    r"|happy or not|happy or sad|love it or|loved or|smile or scowl|every patient gets|every patient is|everyone gets|everybody gets|everybody seen"
    r"|same (?:google )?link|for everybody|for everyone|we invite every|to all (?:patients|families)(?!,? except)|all patients are|write whatever"
    r"|honest|long or short|however many stars|both or neither|high or low)\b"
)
"""What shows that everybody is asked alike."""

REWARD = (
    r"(?:gift ?cards?|vouchers?|coupons?|discounts?|\d+ ?% off|% off|[$£€]\d[\d,.]*|\d+ (?:dollars|pounds|bucks|euros)|on us|on the house|for free|free \w+"
    r"|no charge|free of charge|coffees?|raffle|prize draw|the draw|a draw|entered (?:in|to)|entry|win an?|prizes?|credits?|refunds?|waive[sd]?"
    r"|fee disappears|stamp your|to zero|lip balm|smoothies?|tote|magnets?|mugs?|t-shirts?|points|cash|pay you|paypal|venmo|giveaway|swag|goodie|chocolates?"
    r"|cookies?|treats?|gifts?|rewards?|bonus|hamper|tickets?|card at the desk|(?:gift|grocery|chemist|supermarket|coffee|amazon|starbucks|visa) card"
    r"|thank-you gift|little something|upgrade|cleaning free|whitening|sunglasses|toothbrush|air fryer|ipad|tablet|candle|jar of|pick an? |collect an? |grab an? |take an? )"
)
"""What one may be given for something."""
