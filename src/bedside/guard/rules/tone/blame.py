from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.wording import Wording, WordingRule


class Blame(WordingRule):
    """
    A patient blamed for being ill.

    ## Why it matters
    "Noncompliant" and "frequent flyer" turn cost, fear and side effects into bad character.

    ## Flagged
    - Note any [frequent flyers] on the night log.
    - Our tips for [noncompliant] patients.

    ## Fine
    - Some people call often; ask what would help.
    - We cannot pay for frequent flyer miles.

    ## Instead
    Say what happened: "did not take the medicine", "comes often".
    """

    code = "T025"
    label = "STIGMA"
    severity = Severity.WARN
    source = "Joint Commission Quick Safety 56, stigmatizing language"
    kinds = frozenset(Kind)
    doubted = POSTS
    message = "This blames the patient."
    unless = (
        r"\b(?:don't call|not call|no such thing|instead of|stop (?:calling|saying)|"
        r"we don't say|the word|(?:come|came|comes|taken) off the|don't write)\b"
    )
    wordings = (
        Wording(
            "noncompliant|non-compliant|non compliant",
            then=r"(?= (?:patients?|people|parents|with|because|and|diabet)|[.,!?])",
        ),
        Wording(
            "frequent flyer|frequent flyers|frequent flier|frequent fliers",
            then=r"(?! (?:miles|points|programs?|programmes?|numbers?|cards?|deal))",
        ),
        Wording(
            "failed treatment|failed therapy|failed medication|failed rehab|"
            "failed to comply|refused treatment|refuses treatment|patient failed|"
            "patients failed"
        ),
        Wording(
            "drug-seeking|drug seeking|drug-seeker|drug-seekers|drug seekers|"
            "pill seekers|attention-seeking|attention seeking|attention-seekers|"
            "attention seekers"
        ),
        Wording(
            "difficult patients|problem patients|bed blockers|bed-blockers|"
            "poor historian|heartsink|heartsinks|gomer|gomers|worried well|bad patients|"
            "revolving-door patients|revolving door patients|social admissions"
        ),
        Wording(
            "brought it on themselves|brought it on herself|brought it on himself|self-inflicted",
            then=r"(?! (?:injur|wound))",
        ),
    )
