from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bedside.guard.checksums import is_vin
from bedside.guard.finding import Severity
from bedside.guard.lexicon import compiled, words
from bedside.guard.numbering import LINK
from bedside.guard.rule import MOST, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_SHAPE = (
    r"(?!(?:at|for|in|is|of|on|to|and|or|with) )(?=[a-z\d -]{0,8}\d)"
    r"(?P<plate>[a-z\d]{1,4}(?:[ -]?[a-z\d]{2,5}|-[a-z\d]{1,3}-[a-z\d]{1,4}))(?![\w-])"
)
_CUED = compiled(
    rf"\b(?:(?:licen[cs]e |number |vehicle |car |registration )?plates?|tag(?:ged)?|"
    rf"registration|rego?|"
    rf"lic(?:en[cs]e)?(?=\.? ?#)\.?|(?:handicap(?:ped)?|parking) placard|"
    rf"tablilla|placas?|plaque|matrícula)(?![a-z]){LINK}{_SHAPE}(?! (?:of|people|patients)\b)"
)
_VIN = compiled(
    r"\b(?:vin|vehicle id(?:entification)?|chassis)(?: (?:number|no|is|"
    r"was)){0,3}[.:#]? ?#?(?:[a-hj-npr-z\d][ -]?){16}[a-z\d]\b|"
    r"\bvin(?:'s)?(?: (?:number|no\.?|#))?,? (?:that )?end(?:s|ing)(?: in| with)? "
    r"(?=[a-z]{0,4}\d)[a-z\d]{3,8}\b"
)
_BARE = re.compile(r"\b(?:\d[A-Z]{3}\d{3}|[A-Z]{3}[ -]\d{3,4}|[A-Z]{2}\d{2} ?[A-Z]{3})\b")
_MIXED = re.compile(
    r"(?<![\w$.,:/#@-])(?=[A-Z\d ·…-]{0,6}\d)(?=[A-Z\d ·…-]{0,7}[A-Z])"
    r"(?:[A-Z\d]{5,8}|[A-Z\d]{2,4}[ ·…-][A-Z\d]{2,5}|\d-\d{4,5}[A-Z])(?![\w/%]|[-.:]\d)"
)
_CAR = compiled(r"\b(?:{cars}|driver|tow(?:ed)?|tags?|plates?|rego|valet|parking)\b")
_OF_CARS = frozenset(
    ["driver", "tow", "towed", "tag", "tags", "plate", "plates", "rego", "valet", "parking"]
)
_NO_PLATE = compiled(
    r"(?:[a-z]{1,3}|vin|ndc|cpt|i|us|route|hwy|suite|flight|form|code|room|lot|serial|model)"
    r"[ -]\d{1,2}|(?:cpt|form|flight|route|suite|model|covid)[ -]\w+|\d{1,4}[ -](?:am|pm|mph|mg|lb)"
)
_NO_PLATE_BEFORE = re.compile(
    r"\b(?:lots?|form|part|model|flight|ndc|cpt|code|serial|sn|s/n|item|route|hwy|posting|bib|"
    r"grant|suite|room|member|chart|mrn|policy|id|frame no\.?)[ .:#]{0,3}$"
)
_OURS = re.compile(
    r"\b(?:our (?:\w+ ){0,2}(?:van|bus|car|truck|trailer|ambulance|blood-?mobile|clinic|shuttle|"
    r"fleet|unit)|stolen|"
    r"recall(?:ed|s)?|sample|example|price|looks? like|part)\b[^.!?]{0,60}$|"
    r"\b(?:name|gift|price|hash|ear)[ -]?tag$"
)


class VehicleNumber(Rule):
    """
    A license plate or vehicle identification number.

    ## Why it matters
    Vehicle identifiers are Safe Harbor identifiers: a car in front of a clinic says who is inside.

    ## Flagged
    - The car with [license plate 7ABC123] blocks the ambulance bay.
    - Green Ranger, [tag 5TT01B], lights on, deck 3.
    - Whose silver Honda is this? [LK53 ABC] is being towed.
    - Left at the door: a rental form for [1HGCM82633A004352].

    ## Fine
    - Dinner is $12 a plate at 600 Main Street.
    - The bone plate 316L is of steel.
    - Our new van, plate MRH-0217, brings shots to you.
    - Registration 101: what to bring. Part 1HGCM82633A004353 is out of stock.

    ## Instead
    Describe the car by its color and place, or ask at the desk.
    """

    code = "P018"
    label = "ID-NUMBER"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(L)"

    def find(self, draft: Draft) -> Iterator[Finding]:
        reading = draft.reading
        reached = 0
        for start, end in sorted(self._numbers(draft)):
            ours = _OURS.search(reading.folded, max(0, start - 70), start)
            if start >= reached and not ours:
                reached = end
                yield self.at(start, end, "This is the number of somebody's vehicle.")

    def _numbers(self, draft: Draft) -> Iterator[tuple[int, int]]:
        reading = draft.reading
        if not _CUES.isdisjoint(reading.words):
            yield from (
                match.span()
                for match in _CUED.finditer(reading.folded)
                if _is_plate(draft.text[match.start("plate") : match.end()])
            )
            yield from (match.span() for match in _VIN.finditer(reading.folded))
        if not words("cars").isdisjoint(reading.words):
            yield from (match.span() for match in _BARE.finditer(draft.text))
        if not (words("cars") | _OF_CARS).isdisjoint(reading.words):
            yield from (
                match.span()
                for match in islice(_MIXED.finditer(draft.text), MOST)
                if self._is_of_car(draft, *match.span())
            )
            yield from (
                (token.start, token.end)
                for token in reading.tokens
                if len(token.word) == 17 and _VIN_SHAPE.fullmatch(token.word)
            )
        if any(len(word) == 17 and is_vin(word) for word in reading.words):
            yield from (
                (token.start, token.end)
                for token in reading.tokens
                if len(token.word) == 17 and is_vin(token.word)
            )

    def _is_of_car(self, draft: Draft, start: int, end: int) -> bool:
        """Tell whether capitals and figures in a sentence about a car are its plate."""
        folded = draft.reading.folded
        plate = [character for character in folded[start:end] if character.isalnum()]
        figures = sum(character.isdigit() for character in plate)
        if (
            not 0 < figures < len(plate)
            or len(plate) < 5
            or _NO_PLATE.fullmatch(folded, start, end)
        ):
            return False
        if _NO_PLATE_BEFORE.search(folded, max(0, start - 14), start):
            return False
        begin, stop = draft.reading.sentence(start)
        near = max(begin, start - FAR), min(stop, end + FAR)
        return _CAR.search(folded, *near) is not None


_VIN_SHAPE = re.compile(r"(?=[a-z]*\d[a-z]*\d)[a-hj-npr-z\d]{17}")
FAR = 90
"""Characters between a plate and a word for the car."""
_CUES = frozenset(
    [
        "plate",
        "lic",
        "tagged",
        "placard",
        "rego",
        "plates",
        "tag",
        "registration",
        "reg",
        "tablilla",
        "placa",
        "placas",
        "plaque",
        "matrícula",
        "vehicle",
        "chassis",
        "vin",
    ]
)


def _is_plate(text: str) -> bool:
    """Tell whether a plate has figures, and capitals or parts, as plates do and words do not."""
    figures = sum(character.isdigit() for character in text)
    parts = len(re.split("[ -]", text))
    capitals = sum(character.isupper() for character in text)
    return figures > 0 and (capitals > 0 or (parts > 1 and figures > 2)) and len(text) > 4
