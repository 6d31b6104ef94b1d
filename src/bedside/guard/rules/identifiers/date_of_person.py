from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.phrasing import DAY
from bedside.guard.rule import PhraseRule


class DateOfPerson(PhraseRule):
    """
    A date of birth, admission, discharge, procedure or death.

    ## Why it matters
    All parts of a date finer than the year are Safe Harbor identifiers when they are tied to a
    person.

    ## Flagged
    - The wristband says [DOB 11/30/1962].
    - She was [admitted on March 3] and went home a week later.
    - He [died on Friday] at dawn.
    - reply: She doesn't turn 18 till [her birthday on November 3].

    ## Fine
    - World Cancer Day is February 4.
    - Our flu clinic is on Saturday, October 18.
    - The test patient on the new kiosk was born 01/01/1900.
    - Florence Nightingale was born on May 12, 1820.

    ## Instead
    Give the year at most, or leave the date out.
    """

    code = "P002"
    label = "ID-DATE"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(C)"
    message = "This ties a date to a person."
    why = "A date with an event of care leads back to one record."
    phrases = (
        r"(?:dob|d\.o\.b\.|date of birth|birth ?date|born|fecha de nacimiento)[: ]*(?:on "
        r")?\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})",
        rf"(?:admitted|discharged|diagnosed|delivered|born|died|passed away|passed|"
        rf"hospitali[sz]ed|operated|intubated|released|surgery was|transplanted|seen|finished|"
        rf"last seen|arrived) (?:here |peacefully |early |late |this |last )?(?:on |"
        rf"in the early hours of |since )(?:the )?{DAY}",
        rf"(?:(?:his|her|the) )?(?:surgery|procedure|transplant|transfer|chemo|delivery|admission|"
        rf"discharge|birthday|due date|infusion|appointment|scan|retrieval) (?:on |is |"
        rf"was )(?:the )?{DAY}",
    )
    unless = (
        r"odds of|being born|colleague|\b1[5-8]\d\d\b|\b(?:clinic|screening|class|walk-?in|free|"
        r"open|register|test patient|first baby|every|each|day is|"
        r"results? (?:were|was) released|published|study|report)\b"
    )
