"""Finds the words around one particular person, and what these add up to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bedside.guard.events import is_care, is_history, is_public
from bedside.guard.lexicon import compiled
from bedside.guard.mosaic import places
from bedside.guard.mosaic.clues import clues
from bedside.guard.mosaic.estimate import Clue, Estimate, Sort
from bedside.guard.phrasing import PERSON
from bedside.guard.tables import pairs

if TYPE_CHECKING:
    from collections.abc import Callable

    from bedside.guard.draft import Draft
    from bedside.guard.reading import Reading

_TRIES = 20
"""Words for a person that are looked at in one text."""
_SOMEBODY = compiled(
    rf"\b(?:(?:a|an|our|the|this|that|one|another|local|his|her|retired|young|elderly) "
    rf"(?:[a-z'-]+ ){{0,2}}?(?:{PERSON}|{{role_shares}}|widow(?:er)?|[a-z]{{4,6}}genarian"
    r"|centenarian)|\d{1,3}[- ]?(?:years?|yrs?|months?|weeks?|days?|mos?)[- ]old"
    r"|\d{1,3} ?(?:yo|y/o)|\d\d ?[mf]|he|she)\b(?!')"
)
_NOBODY = compiled(
    r"%|\bper ?cent\b|\bone in [a-z0-9]+\b|\b\d+ in \d+\b|\bon average\b|\bstud(?:y|ies)\b"
    r"|\baccording to\b|\bstatistics\b|\bfor example\b|\bimagine\b|\blet's invent\b"
    r"|\bsay you(?:'ve| have)\b|\bmy (?:own )?{kin}\b"
)
_NOT_STAFF = frozenset({"retired", "retire", "retires", "worked", "works", "survivor"})
"""Words of staff that are told of patients too."""


def mosaic(draft: Draft) -> Estimate | None:
    """Return the clues of the text's person; None where it tells of no particular one."""
    reading = draft.reading
    if is_public(reading):
        return None
    for index, match in enumerate(_SOMEBODY.finditer(reading.folded)):
        if index == _TRIES:
            break
        if _is_told_of(reading, match.start()):
            return _estimate(draft, *reading.around(match.start()))
    return None


def _is_told_of(reading: Reading, offset: int) -> bool:
    """Tell whether the person at an offset is a particular one in care."""
    around = reading.around(offset)
    return (
        reading.narrates(offset)
        and not reading.speaks_generally(offset)
        and not _is_of_staff(reading, offset)
        and not is_history(reading, *around)
        and is_care(reading, *around)
        and not _NOBODY.search(reading.folded, *around)
    )


def _is_of_staff(reading: Reading, offset: int) -> bool:
    start, end = reading.sentence(offset)
    return any(
        start <= term.start < end
        for term in reading.terms.get("staff_words", ())
        if term.word not in _NOT_STAFF and term.word not in pairs("role_shares")
    )


def _estimate(draft: Draft, start: int, end: int) -> Estimate:
    counts = _counting(draft.reading)
    around = places.of_organisation(draft.org)
    named = [place for place in places.told(draft, start, end) if place.clue and counts(place.clue)]
    found = tuple(clue for clue in clues(draft.reading, start, end) if counts(clue))
    return Estimate(around, min((around, *named), key=lambda place: place.people), found)


def _counting(reading: Reading) -> Callable[[Clue], bool]:
    """Return what tells whether a clue is about the person: no advice, no news, none of staff."""

    @cache
    def of_person(offset: int) -> tuple[bool, bool]:
        others = reading.speaks_generally(offset) or _is_of_staff(reading, offset)
        return not others, reading.narrates(offset)

    def counts(clue: Clue) -> bool:
        meant, told = of_person(reading.clause(clue.start)[0])
        return meant and (told or clue.sort is not Sort.DATE)

    return counts
