from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.events import is_covered
from bedside.guard.finding import Severity
from bedside.guard.rule import PhraseRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_AGE = (
    r"(?:9\d|1[01]\d|ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:one|"
    r"a) hundred(?: and (?:one|two|three|four|five|six))?)"
)


class AgeOver89(PhraseRule):
    """
    An exact age above 89.

    ## Why it matters
    Ages over 89 are one of the eighteen Safe Harbor identifiers: few people share them, so they
    point to one.

    ## Flagged
    - Our [97-year-old] patient walked home today.
    - Miss Opal just [turned ninety-three] and still beats us at cards.
    - Wilma ([97!!]) won the sweetheart dance.
    - He is [98 years young] and back on the golf course.
    - Doña Remedios, [101 primaveras], taught us to play cards.

    ## Fine
    - Our 72-year-old patient walked home today.
    - We have cared for this town for 97 years.
    - The clinic turned 95 this spring, come celebrate.
    - People over 90 should ask about the shingles vaccine.
    - My nan turned 101 today and does her own hedges.
    - Nuestra oficina está en una casona de 104 años.
    - Dr. Alvin Storey died on Sunday at 96; he opened this practice.
    - post by consent of Odella Franks: Odella Franks, who is 91, drives to the beauty shop again.

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
    phrases = (
        rf"{_AGE}[- ](?:years?|yrs?)[- ](?:old|young)",
        rf"{_AGE} ?(?:y/?o|yo)",
        r"\((?P<mark>(?:9\d|10\d|11[0-5])!*)\)",
        rf"(?:turn(?:ed|s|ing)|aged?|is|at|celebrat(?:ed|es|ing) (?:her|his)) {_AGE}(?:th|st|nd|"
        rf"rd)?(?: (?:birthday|now|today))?(?=[\s.,!;)]*(?:birthday|now|today|and|but|who|,|\.|!|"
        rf"$))",
        r"(?:her|his|mr\.?|mrs\.?|ms\.?|miss) ?\w* ?(?:9\dth|9[123](?:st|nd|rd)|10\d(?:th|st|nd|"
        r"rd)) birthday",
        rf"{_AGE} (?:primaveras|años|anos|añitos|candles|springs)",
        r"centenarian|nonagenarian",
    )
    unless = (
        r"\b(?:clinic|hospital|organi[sz]ation|practice|building|fever|percent|%|degrees|since|"
        r"town|company|over 9\d|people|adults|mmhg|bpm|casona|edificio|oficina|"
        r"censo|personas|my (?:own )?(?:nan|nana|gran|granny|grandma|"
        r"grandmother|grandad|grandpa|grandfather))\b|"
        r"\bdr\.? [a-z]{2,20} [a-z]{2,20} (?:died|passed|turn(?:s|ed))\b"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        if not is_covered(draft):
            yield from super().find(draft)

    def suggest(self, stretch: str) -> str | None:
        """Offer a word that fits as an adjective and as a noun: "our senior patient"."""
        return "senior" if stretch.lower().endswith("-year-old") else None
