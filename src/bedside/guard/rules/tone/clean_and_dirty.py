from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class CleanAndDirty(WordingRule):
    """
    People or tests called clean or dirty.

    ## Why it matters
    Someone who uses drugs is not dirty, and a test is positive or negative.

    ## Flagged
    - If a drug screen [comes back dirty], tell the nurse.
    - Our unit helps people with opioid use disorder [get clean].

    ## Fine
    - If a drug screen is positive, tell the nurse.
    - Get clean teeth in forty minutes, and keep the waiting room clean.

    ## Instead
    Write "positive" or "negative", and "in recovery" or "not using".
    """

    code = "T024"
    label = "STIGMA"
    severity = Severity.WARN
    source = "NIDA, Words Matter"
    kinds = frozenset(Kind)
    message = "This calls a person or a test clean or dirty."
    needs = (
        r"\b(?:addict\w*|drugs?|opioids?|recovery|sober|sobriety|rehab|heroin|meth|"
        r"fentanyl|overdose|detox|urine|screen|substance|alcohol|drinking|using|hiv|std|"
        r"sti|unit)\b"
    )
    unless = r"\bi'?m\b|\bmy\b|^[^a-z]*\w+ years clean today"
    wordings = (
        Wording(
            "dirty",
            after="back|tested|test|came|comes|was|is|were|are",
            before=r"(?:(?:came|comes?|come|tested|tests?|results?|screens?|urine) (?:back |is |"
            r"was |were )?)",
        ),
        Wording("dirty", then=r" (?:urine|tests?|screens?|drug|needles?|uas?|samples?)"),
        Wording("clean", then=r" (?:urine|drug tests?|drug screens?|screens?|uas?|and sober)"),
        Wording(
            "get clean|gets clean|got clean|getting clean|stay clean|stays clean|"
            "staying clean|been clean|years clean|days clean|months clean|is clean now|"
            "clean for",
            then=r"(?! (?:teeth|hands|water|air|linens?|sheets|towels|and safe|drinking|clothes))",
        ),
        Wording("clean", after="hiv|tested|std"),
    )
