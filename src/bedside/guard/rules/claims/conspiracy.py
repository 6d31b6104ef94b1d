from __future__ import annotations

from bedside.guard.claiming import CLAIMING
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Conspiracy(WordingRule):
    """
    A hidden truth that "they" keep from you.

    ## Why it matters
    It is how false cures are sold, and it turns readers against the care that you give yourself.

    ## Flagged
    - What [Big Pharma] would rather you never read.
    - The remedy [they don't want you to know] about.

    ## Fine
    - We want you to know what it costs before you book.
    - Six things about sunscreen, from our dermatologist.

    ## Instead
    Say what is known, and by whom.
    """

    code = "C015"
    label = "CLAIM-MISINFO"
    severity = Severity.ERROR
    source = "FSMB, Statement on disinformation (2021); FTC, Common Health Scams"
    kinds = CLAIMING
    message = "This hints at a conspiracy, as sellers of false cures do."
    unless = r"\b(?:myth|debunk\w*|false|misinformation|not a|isn't a|no conspiracy)\b"
    wordings = (
        Wording(
            "big pharma|big medicine|medical mafia|medical establishment|"
            "mainstream medicine|western medicine hides|the sickness industry|"
            "the cancer industry|sick care industry|pharma shills|pharma's lies"
        ),
        Wording(
            "they don't want you to know|don't want you to know|doesn't want you to know|"
            "do not want you to know|doesn't want you to hear|won't tell you the truth|"
            "hidden from you|hiding the cure|hide the cure|hidden cure|suppressed cure|"
            "suppressed by|banned cure|banned remedy|cover-up|coverup|wake up, people|"
            "wake up people|wake up sheeple|sheeple|do your own research|plandemic|"
            "scamdemic|depopulation|chemtrails|doctors are paid|doctors get paid|"
            "paid to poison|keep you sick|keeps you sick|profit from your illness|"
            "customer for life|a patient cured is a customer lost"
        ),
    )
