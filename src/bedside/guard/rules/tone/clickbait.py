from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Clickbait(WordingRule):
    """
    A headline that hides what it is about.

    ## Why it matters
    People come to a clinic for a straight answer. Bait teaches them that they will not get one.

    ## Flagged
    - [You won't believe] what our dermatologist puts on her face.
    - [9 things pharmacists will never admit].
    - What the scan showed next [will leave you speechless].

    ## Fine
    - What our dermatologist puts on her face: sunscreen, mostly.
    - Seven things to ask your pharmacist.

    ## Instead
    Say what the reader will learn.
    """

    code = "T003"
    label = "TONE-SHOUT"
    severity = Severity.WARN
    source = "Meta, engagement bait and clickbait guidelines"
    kinds = frozenset({Kind.POST, Kind.AD, Kind.PROFILE, Kind.REVIEW_REQUEST, Kind.MESSAGE})
    message = "This teases instead of saying what the post is about."
    wordings = (
        Wording("you won't believe|you'll never believe|you will not believe|you'll never guess"),
        Wording("this one weird|one weird|this one simple trick|one weird trick|this weird"),
        Wording(
            "will leave you|will have you|has us|has everyone|have everyone|has the internet",
            then=r" (?:speechless|shocked|screaming|in tears|obsessed|stunned|shook|gasping)",
        ),
        Wording(
            "has our|has my|have our|left our",
            then=r"(?: \w+){1,2} (?:screaming|shook|speechless|in tears|stunned)",
        ),
        Wording(
            "will shock you|will blow your mind|will surprise you|will amaze you|"
            "jaw-dropping|mind-blowing|mind blown"
        ),
        Wording(
            "what happened next|what happens next|what happened after that",
            then=r"(?= (?:will|is|was|left|shocked)\b| *[.!…]| *$)",
        ),
        Wording(
            "wait for it|wait for the reveal|wait till you see|wait until you see|"
            "stop scrolling|before you scroll|don't scroll past"
        ),
        Wording("doctors hate|dentists hate|trainers hate|pharmacists hate"),
        Wording(
            "will never admit|won't tell you|never tell you|hope you never|don't want you to see",
            before=r"(?:\d+ )?(?:things|secrets|reasons|tricks|what)<3>",
        ),
        Wording("number", then=r" ?\d{1,2} (?:is wild|is insane|will|is crazy|made|is a)"),
        Wording(
            "the secret",
            then=r" (?:doctors|dentists|surgeons|nurses|celebrities|nobody|no one|they)",
        ),
        Wording("you've been", then=r" <2>(?:wrong|all wrong)(?: all)?"),
        Wording("this changes everything|need to see this|have to see this|must see this"),
        Wording("the truth about", then=r"(?=[^.!?]{0,40}(?:they|nobody|no one|doctors|hiding))"),
    )
