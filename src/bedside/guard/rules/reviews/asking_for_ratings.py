from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.reviewing import ASKING
from bedside.guard.rule import PhraseRule


class AskingForRatings(PhraseRule):
    """
    A request for reviews, or a pointer to a page of ratings.

    ## Why it matters
    Ontario's physicians may not advertise with testimonials, and so may not ask patients to rate
    them, lead them to pages of ratings, or link to these.

    ## Flagged
    - review_request: Please [leave us a review] on any site you like.
    - post: [Rate us on RateMDs]!
    - ad: [Our Google reviews] speak for themselves.

    ## Fine
    - review_request: How was the booking? Tell our office manager at 555-010-0100.
    - reply: We never ask anybody to rate us.

    ## Instead
    Ask for feedback that goes to you: a call, a letter, a form of your own that nobody publishes.
    """

    code = "R010"
    label = "REVIEW-GATING"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "CPSO, Advertising policy (2020); Ontario Regulation 114/94, Part II"
    jurisdictions = frozenset({"ca-on"})
    kinds = ASKING - {Kind.POLICY}
    message = "This asks for reviews, or leads to a page of them."
    why = "In Ontario physicians may not ask for testimonials nor steer people to ratings."
    phrases = (
        r"(?:leave|write|post|drop|give|submit|add)(?: us)? (?:an? )?(?:\w+ ){0,2}(?:reviews?|"
        r"ratings?|testimonials?)",
        r"(?:review|rate) us(?: on \w+)?",
        r"share your (?:\w+ )?(?:story|experience) on \w+",
        r"(?:find|see|read|check) (?:us|our reviews|reviews) on (?:ratemds|google|yelp|facebook)",
        r"our (?:google|ratemds|yelp|facebook) (?:reviews|ratings|rating|stars)",
    )
    unless = r"\b(?:never|not|don't|nobody|no one|cannot|can't|forbid\w*|prohibit\w*)\b"
