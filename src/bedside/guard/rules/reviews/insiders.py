from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.reviewing import ASKING, FORBIDS
from bedside.guard.wording import Wording, WordingRule

_POSTS = r"(?:write|writes|post|posts|leave|leaves|put up|add|adds|drop|drops)"


class InsiderReviews(WordingRule):
    """
    Reviews written by insiders.

    ## Why it matters
    A review by staff or family that does not say so is fake in the eyes of the law, and so is one
    that a manager asked for.

    ## Flagged
    - policy: [Everyone on staff, please post a nice review] tonight.
    - policy: Write a [patient-style review] each.

    ## Fine
    - policy: Staff and their families must not review us.
    - I work in billing here, so I'm biased, but the new play corner is a delight.

    ## Instead
    Leave reviews to patients. Whoever works for you says so in the first words.
    """

    code = "R005"
    label = "ADS-DISCLOSURE"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "16 CFR 465.2 and 465.5"
    kinds = ASKING
    message = "This asks insiders for reviews, or makes them look like patients'."
    unless = FORBIDS.replace("|don't|", "|").replace("|do not|", "|") + (
        r"|\b(?:don't ask|do not ask|that you work here|say so|in the first (?:line|words))\b"
    )
    wordings = (
        Wording(
            "everyone on staff|staff|employees|the team|team|each of you|everybody here|"
            "everyone here|all of us|friends and family|family and friends|your family|"
            "your spouse|your cousins|nurses|colleagues|crew",
            then=rf",?:?[^.!?]{{0,40}} {_POSTS} (?:a |an |us |your |one |five |5 |some |two |"
            r"their |nice |good |great |kind |glowing |five-star |5-star |google |"
            r"positive |patient-style )*(?:reviews?|stars?|recommendations?)",
        ),
        Wording(
            "patient-style review|patient-style reviews|as if you were a patient|"
            "as though you were a patient|pose as a patient|posing as patients|"
            "pretend to be a patient|from a home account|from a personal account|"
            "from your home account|from your own account so|fake review|fake reviews|"
            "buy reviews|buying reviews|bought reviews|review swap|swap reviews|"
            "don't use work wifi|not from the work wifi|off the work network|"
            "don't say you work|don't mention you work|nobody needs to know you work"
        ),
        Wording(
            "to post as herself|to post as himself|to post as themselves|"
            "to post as a patient|to post from her own|to post from his own"
        ),
    )
