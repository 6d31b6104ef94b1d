from __future__ import annotations

from bedside.guard.claiming import DENIED, SOURCE
from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class VagueSource(WordingRule):
    """
    "Studies show", but not which.

    ## Why it matters
    "Proven" is itself a claim: it says that trials exist. If they do, one can name them.

    ## Flagged
    - [Studies show] acupuncture shortens labor.
    - A [clinically proven] gel for sore knees.

    ## Fine
    - In one trial of 400 adults (Lancet, 2023), the gel eased pain a little.
    - Not everything on the shelf is clinically proven.

    ## Instead
    Name the study, its size and its year.
    """

    code = "C009"
    label = "CLAIM-EVIDENCE"
    severity = Severity.WARN
    source = "FTC Health Products Compliance Guidance (2022), establishment claims"
    kinds = frozenset({Kind.POST, Kind.AD, Kind.PROFILE})
    message = "This claims proof without naming it."
    spared = SOURCE
    unless = DENIED
    wordings = (
        Wording(
            "studies|research|science|evidence|scientists|experts|doctors|trials",
            then=r" (?:shows?|proves?|say|says|agree|confirms?|suggests?|found|finds?|"
            r"tells? us|recommend)(?= [a-z])(?! (?:you|yes|no|hello|hi|thanks|it best|"
            r"that to)\b)",
            not_after="our|the|these|your|and|new|more|of|two|ask|why",
        ),
        Wording(
            "clinically|scientifically|medically|research|laboratory",
            then=r"[- ](?:proven|tested|validated|backed|established|verified)",
        ),
        Wording(
            "proven to|proven results|proven formula|proven method|science-backed|"
            "backed by science|doctor-recommended|doctor recommended|dentist-recommended|"
            "dentist recommended|dermatologist recommended|recommended by doctors|"
            "recommended by dentists|it's a fact|it is a fact|scientific fact|"
            "evidence is clear|it's science"
        ),
    )
