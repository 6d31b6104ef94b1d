"""Finds what a stretch of text tells of one person, and how many people share it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick

from bedside.guard.lexicon import compiled, words
from bedside.guard.mosaic.estimate import Clue, Sort
from bedside.guard.phrasing import DAY
from bedside.guard.tables import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.reading import Reading

PER = 10_000
"""What the tables count by."""

_TABLES = {
    "age_shares": Sort.AGE,
    "family_shares": Sort.FAMILY,
    "date_shares": Sort.DATE,
    "role_shares": Sort.ROLE,
    "prevalence": Sort.CONDITION,
}
_UNLISTED = {"conditions": 100, "drugs": 300}
"""Of ten thousand, how many have a condition, or take a drug, that no table has."""
_MEDICAL = 100
"""The same for words that only look medical ("-itis")."""
_OTHER = frozenset({"procedures", "symptoms", "body_parts", "care_es"})
"""Lists whose terms say little, unless the table of prevalence has them."""

_AGE = compiled(
    r"(?<![\d,.])\b(?:(?P<days>\d{1,2})[- ](?:days?|weeks?|wks?)[- ]old\b"
    r"|(?P<months>\d{1,2})[- ]?(?:months?|mos?)[- ]old\b"
    r"|(?P<years>\d{1,3})(?:[- ]?(?:years?|yrs?)[- ]?old\b| ?(?:y/?o|yr old)\b| ?[mf]\b"
    r"|(?:st|nd|rd|th) birthday\b)|(?:aged?|turn(?:s|ed|ing)?) (?P<aged>\d{1,3})\b"
    r"(?! ?(?:%|percent|minutes|months|hours)))|, (?P<aside>\d\d)(?=,)"
)
_YOUNG = {"days": 0.0005, "months": 0.001}
_OLD = ((80, 0.013), (90, 0.004), (100, 0.0006), (130, 0.00002))
"""The share of a year of age, below each of these ages."""

_PARENT = compiled(
    r"\b(?:mom|mother|mum|mama|dad|father|papa|parents?|grand[a-z]{2,8}|gran) of (?P<number>two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b"
    r"|\bmarried (?:for )?\d\d years\b"
)
_CHILDREN = {"two": 0.25, "2": 0.25, "three": 0.12, "3": 0.12, "four": 0.05, "4": 0.05}
_MANY_CHILDREN = 0.015

_DATE = compiled(rf"\b(?:{DAY}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})\b")
_A_DAY = 0.01
_SEX = compiled(
    r"\b(?:he|him|his|himself|he's|she|her|hers|herself|she's|man|woman|boy|girl|gentleman|lady|"
    r"guy|dad|father|mom|mum|mother|grandpa|grandma|grandfather|grandmother|husband|wife|son|"
    r"daughter|brother|sister|uncle|aunt)\b|\b\d\d ?[mf]\b"
)
_A_SEX = 0.5


class Entry(NamedTuple):
    """A term of a table: its length, what it tells, and of how many."""

    length: int
    sort: Sort
    share: float


def clues(reading: Reading, start: int, end: int) -> Iterator[Clue]:
    """Yield all that a stretch tells of a person, but for places."""
    yield from _ages(reading.folded, start, end)
    yield from _families(reading.folded, start, end)
    yield from _listed(reading.folded, start, end)
    yield from _unlisted(reading, start, end)
    yield from (
        Clue(Sort.DATE, *at.span(), _A_DAY) for at in _DATE.finditer(reading.folded, start, end)
    )
    sex = _SEX.search(reading.folded, start, end)
    if sex:
        yield Clue(Sort.SEX, *sex.span(), _A_SEX)


def _ages(text: str, start: int, end: int) -> Iterator[Clue]:
    for match in _AGE.finditer(text, start, end):
        years = match["years"] or match["aged"] or match["aside"]
        share = _YOUNG[match.lastgroup or "days"] if years is None else of_age(int(years))
        yield Clue(Sort.AGE, *match.span("aside" if match["aside"] else 0), share)


def of_age(years: int) -> float:
    """Return the share of people who are exactly so old."""
    return next((share for below, share in _OLD if years < below), _OLD[-1][1])


def _families(text: str, start: int, end: int) -> Iterator[Clue]:
    for match in _PARENT.finditer(text, start, end):
        yield Clue(Sort.FAMILY, *match.span(), _CHILDREN.get(match["number"], _MANY_CHILDREN))


def _listed(text: str, start: int, end: int) -> Iterator[Clue]:
    """Yield the terms of the tables that stand in a stretch as whole words."""
    stretch = text[start:end]
    size = len(stretch)
    for last, entries in _machine().iter(stretch):
        for length, sort, share in entries:
            first = last - length + 1
            before = stretch[first - 1] if first else " "
            after = stretch[last + 1] if last + 1 < size else " "
            if not (before.isalnum() or before == "-" or after.isalnum()):
                yield Clue(sort, start + first, start + last + 1, share)


def _unlisted(reading: Reading, start: int, end: int) -> Iterator[Clue]:
    """Yield conditions and drugs that the table of prevalence lacks."""
    known = pairs("prevalence")
    for term in reading.care:
        if start <= term.start < end and term.word not in known:
            lists = (per for name, per in _UNLISTED.items() if term.word in words(name))
            if any(term.word in words(name) for name in _OTHER):
                continue
            yield Clue(Sort.CONDITION, term.start, term.end, next(lists, _MEDICAL) / PER)


@cache
def _machine() -> ahocorasick.Automaton:
    """Build the automaton of all tables of shares."""
    found: dict[str, list[Entry]] = {}
    for name, sort in _TABLES.items():
        for term, per in pairs(name).items():
            found.setdefault(term, []).append(Entry(len(term), sort, float(per) / PER))
    machine = ahocorasick.Automaton()
    for term, entries in found.items():
        machine.add_word(term, tuple(entries))
    machine.make_automaton()
    return machine
