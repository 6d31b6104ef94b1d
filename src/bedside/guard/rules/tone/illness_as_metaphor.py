from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.wording import Wording, WordingRule


class IllnessAsMetaphor(WordingRule):
    """
    An illness used as a figure of speech.

    ## Why it matters
    "Bipolar weather" is a joke about the reader who has the diagnosis.

    ## Flagged
    - The weather on our roof garden has been [totally schizophrenic].
    - I am [so OCD] about the tea cupboard.

    ## Fine
    - Our OCD group meets on Tuesdays.
    - The weather has been unsettled.

    ## Instead
    Write what you mean: changeable, tidy, busy, surprising.
    """

    code = "T026"
    label = "STIGMA"
    severity = Severity.WARN
    source = "APA Style, bias-free language; Time to Change, mind your language"
    kinds = frozenset(Kind)
    doubted = POSTS
    message = "This uses an illness as a figure of speech."
    unless = r"\b(?:saying ['\"]|maybe don't|please don't|don't say|stop saying)"
    wordings = (
        Wording(
            "schizophrenic|bipolar|psychotic|ocd|adhd|autistic|demented|anorexic|manic|"
            "spastic|paranoid|suicidal",
            before=r"(?:totally|so|completely|pretty|absolutely|acting|utterly|downright|a bit|"
            r"kinda|kind of|a little|such an?) ",
        ),
        Wording(
            "bipolar|schizophrenic|psychotic|manic|schizo",
            then=r" (?:weather|schedule|week|printer|rota|roster|market|forecast|spring|"
            r"monday|day|lift|elevator|boiler|software)",
        ),
        Wording(
            "heart attack|stroke|aneurysm|seizure|ptsd|breakdown",
            before=r"(?:nearly|almost|gave (?:us|me) an?|had a mini|having an?) (?:had )?(?:an? )?",
            then=r"(?= (?:when|over|laughing|from laughing|looking at|seeing the (?:bill|"
            r"price|queue))\b)",
        ),
        Wording("cancer on|a cancer in|like a cancer|like cancer|aids of|the plague of"),
    )
