from __future__ import annotations

from bedside.guard.claiming import CLAIMING
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_OTHERS = (
    r"(?:any(?:one)?(?! of us)(?: other| else| drug| pill| hospital| clinic| dentist)?|"
    r"(?:the )?others?|other (?:\w+ )?(?:clinics?|dentists?|hospitals?|doctors?|"
    r"practices?|providers?|surgeons?|spas?)|anywhere(?: else)?|the competition|the rest|"
    r"the big (?:hospitals?|chains)|your (?:dentist|doctor|gp|last)|most (?:clinics|"
    r"hospitals|dentists|doctors)|all the others?)"
)


class Comparative(WordingRule):
    """
    Better than others, with nothing to show for it.

    ## Why it matters
    A comparison must be provable, or it is false advertising against a colleague.

    ## Flagged
    - A clinic with [more experience than any other] in the Southwest.
    - Our implants are [better than any other].

    ## Fine
    - Better safe than sorry: get the shot. More than any of us expected came.

    ## Instead
    Give the number itself: years, cases, training.
    """

    code = "C007"
    label = "CLAIM-SUPERLATIVE"
    severity = Severity.WARN
    source = "Lanham Act, 15 USC 1125(a); FTC Statement of Policy on comparative advertising"
    kinds = CLAIMING
    message = "A comparison with others needs proof."
    unless = r"\b(?:source|study|n't|not|never|isn't|accord\w+|published|award)\b"
    wordings = (
        Wording(
            "better|safer|cheaper|faster|kinder|gentler|superior|smarter|cleaner|nicer|healthier",
            then=rf"(?: [\w']+){{0,3}} (?:than|to) {_OTHERS}",
        ),
        Wording(
            "more",
            then=r" (?:experience|skill|skilled|experienced|training|cases|patients|"
            r"procedures|five-star reviews|reviews|advanced|expertise|births|implants|"
            rf"technology)(?: [\w']+){{0,3}} than {_OTHERS}",
        ),
        Wording(
            "unlike",
            then=r" (?:other|most|those|the other|the big|your) (?:\w+ )?(?:clinics?|"
            r"dentists?|hospitals?|doctors?|practices?|providers?|surgeons?|spas?|"
            r"places?|chains?)",
        ),
        Wording(
            "others can't|others cannot|others won't|others don't|other clinics can't|"
            "other doctors missed|other doctors miss|where others fail|when others fail|"
            "what other dentists|what other doctors"
        ),
    )
