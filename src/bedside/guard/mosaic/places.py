"""How many people live where a text, or the organisation, says."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bedside.guard.lexicon import words
from bedside.guard.mosaic.estimate import Clue, Place, Sort
from bedside.guard.tables import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bedside.guard.draft import Draft, Organisation

SMALL_TOWN = 10_000
"""Assumed of a town that is in no table."""
COUNTY = 100_000
"""Assumed of a county; half of those of the United States have fewer than 30,000."""
AREA = 1_000_000
"""Assumed where nothing tells where the organisation is."""

_NAME = r"(?:St\. )?[A-Z][\w'’-]{1,24}(?: [A-Z][\w'’-]{1,24}){0,2}"
_NAMED = re.compile(
    rf"\b(?:(?P<sure>[Ff]rom|[Nn]ear|[Oo]utside) |(?P<maybe>[Ii]n|[Oo]f|[Aa]round|[Aa]|[Tt]he) )?"
    rf"(?P<name>{_NAME})(?:, (?P<region>[A-Z]{{2}})\b)?"
)
_LETTERS = re.compile(r"[^\W\d_]+(?:['. -]+[^\W\d_]+)*")
_REGION = re.compile(
    r"a[klrzb]|act|bc|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinostb]|n[bcdehjlmstuvy]|nsw"
    r"|o[hknr]|pa|pe|qc|qld|ri|s[ackd]|t[nx]|tas|ut|v[at]|vic|w[aivy]|yt"
)


def of_organisation(org: Organisation) -> Place:
    """Return the place that everybody knows who sees who speaks."""
    for name in (org.city, *org.places):
        people = population(name)
        if people:
            return Place(name, people)
    if org.city:
        return Place(org.city, SMALL_TOWN, assumed=True)
    return Place("the area", AREA, assumed=True)


def told(draft: Draft, start: int, end: int) -> Iterator[Place]:
    """Yield the places that a stretch of a draft names, other than the organisation's own."""
    own = {draft.org.city, *draft.org.places, draft.org.name}
    ours = " ".join(own).lower()
    for match in _NAMED.finditer(draft.text, start, end):
        name, region = match["name"], (match["region"] or "").lower()
        if name.lower() in ours or (region and not _REGION.fullmatch(region)):
            continue
        people = _people(name, region, sure=bool(match["sure"]), beside=bool(match["maybe"]))
        if people:
            at = match.start("name")
            clue = Clue(Sort.PLACE, at, at + len(name), 1.0)
            assumed = population(f"{name}, {region}" if region else name) is None
            yield Place(name, people, assumed, clue)


def population(name: str) -> int | None:
    """
    Return how many people live in a town or region, if a table knows.

    "Portland, ME" is that one; "Portland" alone, or with a region that is not abbreviated, the
    largest of that name.
    """
    plain = " ".join(name.lower().replace("’", "'").split())
    if plain in _exact():
        return _exact()[plain]
    town, comma, region = plain.partition(", ")
    if comma and _REGION.fullmatch(region):
        return None
    return _largest().get(town)


def _people(name: str, region: str, *, sure: bool, beside: bool) -> int | None:
    """Judge a capitalised name: return how many live there, if it is a place at all."""
    if region:
        return population(f"{name}, {region}") or SMALL_TOWN
    parts = name.lower().replace("’", "'").split()
    if len(parts) > 1 and parts[-1] == "county":
        return COUNTY
    known = population(name)
    if known and (sure or beside):
        return known
    return SMALL_TOWN if sure and known is None and _may_be_town(parts) else None


def _may_be_town(parts: list[str]) -> bool:
    """Tell whether a name after "from" that no table has can be a town's."""
    if not _LETTERS.fullmatch(" ".join(parts)):
        return False
    return not any(
        part.rstrip(".").removesuffix("'s") in words(name)
        for part in parts
        for name in (
            "given_names", "no_first_names", "weekdays", "months", "regions",
            "institutions", "titles_of_staff", "titles_of_courtesy", "conditions", "procedures",
            "kin", "patient_words", "staff_words",
        )
    )  # fmt: skip


@cache
def _exact() -> Mapping[str, int]:
    return {name: int(people) for name, people in pairs("populations").items()}


@cache
def _largest() -> Mapping[str, int]:
    found: dict[str, int] = {}
    for name, people in _exact().items():
        town = name.partition(", ")[0]
        found[town] = max(people, found.get(town, 0))
    return found
