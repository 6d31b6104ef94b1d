"""How many people fit all clues of a text, as an order of magnitude."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import floor, log10, prod
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

CORRELATED = 0.1
"""Illnesses come together: each after the rarest leaves at least this share of those who fit."""


class Sort(StrEnum):
    """What a clue tells, in the words in which one asks to leave it out."""

    AGE = "age"
    SEX = "sex"
    PLACE = "place"
    CONDITION = "illness or procedure"
    DATE = "date"
    ROLE = "trade or role"
    FAMILY = "family"


class Clue(NamedTuple):
    """Words that only a share of all people fit, from more than 0 to 1."""

    sort: Sort
    start: int
    end: int
    share: float


class Place(NamedTuple):
    """Where the person may live: how many do, and the words that say so, if the text has any."""

    name: str
    people: int
    assumed: bool = False
    clue: Clue | None = None


@dataclass(frozen=True)
class Estimate:
    """
    The clues of a text about one person.

    `around` is where everybody must look who has only the organisation's own address; `place` is
    what the text narrows it to.
    """

    around: Place
    place: Place
    clues: tuple[Clue, ...]

    @property
    def sorts(self) -> frozenset[Sort]:
        """What the text's own words tell."""
        told = {clue.sort for clue in self.clues}
        return frozenset(told | {Sort.PLACE} if self.place.clue else told)

    def people(self, without: Sort | None = None) -> float:
        """
        Return how many fit, if need be with one sort of clue left out.

        Clues are taken to be independent; of one sort the one counts that fewest fit, and more
        illnesses than one count with less weight.
        """
        people = self.around.people if without is Sort.PLACE else self.place.people
        return people * prod(share for sort, share in self._shares.items() if sort is not without)

    @cached_property
    def _shares(self) -> Mapping[Sort, float]:
        found: dict[Sort, list[float]] = {}
        for clue in self.clues:
            found.setdefault(clue.sort, []).append(clue.share)
        return {sort: _together(sort, sorted(shares)) for sort, shares in found.items()}

    @property
    def dearest(self) -> Sort:
        """What to leave out to gain most: the sort without which the largest number fits."""
        return max(sorted(self.sorts), key=self.people)

    def words_of(self, sort: Sort) -> Clue:
        """Return the strongest clue of a sort that the text tells."""
        return self._strongest[sort]

    @cached_property
    def _strongest(self) -> Mapping[Sort, Clue]:
        weakest_first = sorted(self.clues, key=lambda clue: -clue.share)
        found = {clue.sort: clue for clue in weakest_first}
        return found | {Sort.PLACE: self.place.clue} if self.place.clue else found


def _together(sort: Sort, shares: list[float]) -> float:
    """Return the share of people whom all clues of one sort fit, of their shares in order."""
    if sort is Sort.CONDITION:
        return prod([shares[0], *(max(share, CORRELATED) for share in shares[1:])])
    return shares[0]


def rounded(people: float) -> int:
    """Return a number of people with one digit that counts, and never less than one."""
    if people < 10:
        return max(1, round(people))
    size = int(10.0 ** floor(log10(people)))
    return round(people / size) * size
