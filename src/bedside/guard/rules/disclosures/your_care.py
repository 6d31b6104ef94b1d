from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.phrasing import CARE
from bedside.guard.rule import ANSWERS, PhraseRule


class YourCare(PhraseRule):
    """
    The condition, body, test or treatment of the person answered.

    ## Why it matters
    A reply that speaks of "your knee" confirms both the relationship and the complaint, even if
    the person told it first. A network's private messages are no safe place for it either.

    ## Flagged
    - review_reply: So happy that [your knee] is better!
    - reply: [Your prescription] is ready.
    - message: [Your biopsy results] came back.
    - review_reply: Keep up [your exercises].

    ## Fine
    - reply: If your knee hurts for a week, see any doctor.
    - post: Your heart works hard. Give it a walk today.
    - review_reply: Thank you for your feedback and your patience.

    ## Instead
    Say nothing of health: "Thank you for your kind words."
    """

    code = "D007"
    label = "DIS-CARE"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "45 CFR 160.103"
    kinds = ANSWERS
    message = "This speaks of the health or treatment of the person."
    why = "Health facts of one person may not be told, also not back to them in public."
    phrases = (
        rf"(?:your|ur) (?:(?!own|heart|doctor|health|local)[\w'-]+ ){{0,2}}{CARE}(?: (?:results?|"
        rf"surgery|pain|levels?|procedure|treatment|appointment))?",
        r"your (?:\w+ )?(?:diagnosis|condition|symptoms|recovery|exercises|medications?|meds|dose|"
        r"dosage|progress|rehab|care plan|pregnancy|due date|script|rx|smile makeover|new smile|"
        r"transformation|bloods?|levels?|numbers|sugar|weight|journey|healing|vitals|test|tests|"
        r"inr|a1c|tsh|hemoglobin|bmi|swelling|procedure|treatment)",
        r"(?:yours|your one) (?:was|is|had|lapsed|were|has)",
        r"of yours",
    )
    particular = True
    told = True
    unless = (
        r"sorry for your pain|\byour (?:hearts?|hands?|heads?|face)\b|keep .{0,30} hands|"
        r"happy to help"
    )
