"""Pieces of English that rules about reviews and advertising share, for folded text."""

from __future__ import annotations

from bedside.guard.draft import Kind

ASKING = frozenset(Kind) - {Kind.ALT_TEXT}
"""Where reviews may be asked for or answered: everything but the description of a picture."""

REVIEW = (
    r"\b(?:reviews?|reviewers?|reviewed|reviewing|google|yelp|healthgrades|ratemds|"
    r"trustpilot|zocdoc|vitals|stars?|rating|ratings|rate us|testimonials?|recommend us|"
    r"feedback|survey|write us up|post about us|tag us|exit kiosk|how did (?:your|we|it)|"
    r"how was (?:it|your)|facebook page|share your story|memoriali[sz]e|post(?:ing|"
    r"ed)?)\b"
)
"""What shows that a text is about reviews."""

FORBIDS = (
    r"\b(?:never|do not|don't|does not|doesn't|must not|mustn't|may not|should not|"
    r"shouldn't|cannot|can't|won't|will not|nobody may|no one may|not allowed|"
    r"nothing to do with|whether (?:you|or)|without (?:any )?(?:gift|reward)|no gifts?|"
    r"no rewards?|in no way|we're not|is not|isn't|not (?:offer|pay|give)|prohibited|"
    r"forbidden|no tracking|no custom|no look-?alikes?|no retargeting)\b"
)
"""What turns a practice into its prohibition."""

EVERYBODY = (
    r"\b(?:either way|whatever (?:they|you)|good or bad|good, bad|bad or good|"
    r"good and bad|kind or cross|cross or kind|nice or nasty|happy or not|happy or sad|"
    r"love it or|loved or|smile or scowl|every patient gets|every patient is|"
    r"everyone gets|everybody gets|everybody seen|same (?:google )?link|for everybody|"
    r"for everyone|we invite every|to all (?:patients|families)(?!,? except)|"
    r"all patients are|write whatever|honest|long or short|however many stars|"
    r"both or neither|every patient|each patient|all (?:of )?our (?:patients|clients|families|"
    r"visitors)|(?:everyone|everybody|anyone) who (?:comes|came|visits|visited|was|has been)|"
    r"no matter (?:what|how)|warts and all|the good and the bad|regardless|whichever|"
    r"(?:the )?same (?:text|message|e-?mail|card|form|question)|however (?:it|your visit)|"
    r"happy or otherwise|or not so much|or let down|or frowning|or not, |or one,|or none|"
    r"cheerful or cross|smiling or|adore \w+, hate|whatever the (?:stars?|scores?)|or both|"
    r"do both|the same (?:review |google )?link|come in equal|three or one|two stars or|"
    r"all opinions|stay public|fans, critics|"
    r"for better or worse|kind or not|any number of stars|"
    r"(?:one|1) to five|high or low)\b"
)
"""What shows that everybody is asked alike."""

REWARD = (
    r"(?:gift ?cards?|vouchers?|coupons?|discounts?|\d+ ?% off|% off|[$£€]\d[\d,.]*|"
    r"\d+ (?:dollars|pounds|bucks|euros)|on us|on the house|for free|free \w+|no charge|"
    r"free of charge|coffees?|raffle|prize draw|the draw|a draw|entered (?:in|to)|entry|"
    r"win an?|prizes?|credits?|refunds?|waive[sd]?|fee disappears|stamp your|to zero|"
    r"lip balm|smoothies?|tote|magnets?|mugs?|t-shirts?|points|cash|pay you|paypal|venmo|"
    r"giveaway|swag|goodie|chocolates?|cookies?|treats?|gifts?|rewards?|bonus|hamper|"
    r"tickets?|card at the desk|(?:gift|grocery|chemist|supermarket|coffee|amazon|"
    r"starbucks|visa) card|thank-you gift|little something|upgrade|cleaning free|"
    r"whitening|sunglasses|toothbrush|air fryer|ipad|tablet|candle|jar of|"
    r"\w+ dollars off|movie|socks|basket|sticker|lunch|pick an? |collect an? |grab an? |"
    r"take an? )"
)
"""What one may be given for something."""
