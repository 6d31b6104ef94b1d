from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.story import StoryRule


class CasePost(StoryRule):
    """
    A case shown to the public.

    ## Why it matters
    Even without a name the details of a case belong to one person, and colleagues, family or the
    patient recognize it.

    ## Flagged
    - [Case of the week]: fever, big spleen and three weeks of hip pain.
    - [Guess the diagnosis]! Photo of the hands.
    - [ECG of the day]. Rhythm?

    ## Fine
    - Case of the week (invented for teaching): chest pain and a normal ECG.
    - In case of a fever, call your doctor.

    ## Instead
    Use an invented case and say so, or ask for a written authorization.
    """

    code = "D033"
    label = "DIS-SITUATION"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(ii)"
    doubted = POSTS
    message = "This shows the case of one particular patient."
    beside_care = False
    phrases = (
        r"(?:case|ecg|ekg|x-?ray|scan|mri|image|lesion|rash|wound|bite) of the (?:day|week|month|"
        r"year)",
        r"(?:interesting|wild|crazy|tough|rare|cool|fun|great|new|today's|this week's|recent|"
        r"actual|real) case(?: (?:study|today|report|of))?",
        r"case (?:study|report|presentation|alert|spotlight)(?=[:!,. ])",
        r"(?:guess|name|spot|what's) (?:the|that|this|your) (?:diagnosis|dx|fracture|lesion|"
        r"rhythm|finding)",
        r"(?:mystery|yesterday's mystery) (?:\w+ )?(?:lesion|rash|patient|scan|x-?ray)|quiz answer",
        r"caso (?:de la semana|clínico|del día|clinico)",
    )
    unless = r"manager|in case|just in case"
