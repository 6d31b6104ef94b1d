from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import PhraseRule


class AgeOver89(PhraseRule):
    """
    An exact age above 89.

    ## Why it matters
    Ages over 89 are one of the eighteen Safe Harbor identifiers: few people share them, so they
    point to one.

    ## Flagged
    - Our [97-year-old] patient walked home today.
    - Miss Opal just turned [ninety-three] and still beats us at cards.
    - Wilma ([97]!!) won the sweetheart dance.
    - He is [98 years young] and back on the golf course.

    ## Fine
    - Our 72-year-old patient walked home today.
    - We have cared for this town for 97 years.
    - The clinic turned 95 this spring, come celebrate.
    - People over 90 should ask about the shingles vaccine.

    ## Instead
    Write "a patient over 89", or leave the age out.
    """

    code = "P014"
    label = "ID-AGE90"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(C)"
    message = "This gives an age over 89, which few people share."
    why = "Safe Harbor counts every age over 89 among the identifiers."
    _age = r"(?:9\d|1[01]\d|(?:ninety|ninety[- ](?:one|two|three|four|five|six|seven|eight|nine))|one hundred(?: and (?:one|two|three|four|five))?)"
    phrases = (_age + r"[- ]years?[- ](?:old|young)",)
