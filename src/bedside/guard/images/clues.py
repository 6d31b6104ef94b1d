"""
Looser patterns for what stands in pictures of care: wristbands, boards, labels, screens, forms.

A single room number or "NPO" on a board already points to somebody, which it would not do in a
sentence. The patterns are read over each line alone and over a label with the line after it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bedside.guard.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bedside.guard.draft import Organisation

NAME, BIRTH, DATE = "a name", "a date of birth", "a date"
RECORD, ROOM, PHONE = "a record number", "a room or bed", "a phone number"
ADDRESS = "an address"
ORDER, MEDICINE, AGE = "an instruction for care", "a prescription", "an age"

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
_FULL_DATE = (
    r"(?:\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|\b(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}\b|"
    rf"\b\d{{1,2}}[ -]{_MONTH}[ ,-]+(?:\d{{4}}|\d{{2}})\b|"
    rf"\b{_MONTH}\.? \d{{1,2}},? (?:19|20)\d\d\b)"
)
_NUMERIC_DATE = (
    r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\b|\b(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}\b|"
    rf"\b\d{{1,2}}-{_MONTH}-(?:\d{{4}}|\d{{2}})\b|\b\d{{1,2}}/\d{{1,2}}/\d\d\b"
)
_BORN = r"\b(?:d\.? ?[o0]\.? ?b\b\.?|birth ?date|date of birth|born|geb|fecha de nac\w*|nac\.)"


class _Clue(NamedTuple):
    """A pattern for folded text, and what it reads like."""

    says: str
    pattern: re.Pattern[str]


def _clue(says: str, pattern: str) -> _Clue:
    return _Clue(says, re.compile(pattern))


_LABELLED = (
    _clue(BIRTH, rf"{_BORN}[^\w\n]*\n?[^\w\n]*(?:{_FULL_DATE}|\d{{6,8}})"),
    _clue(
        RECORD,
        r"\b(?:m\.?r\.?n|med(?:ical)? ?rec(?:ord)?|pt\.? ?id|patient ?(?:id|no|#)|acct|account|csn|"
        r"fin|har|encounter|enc|visit|chart|case|accession|acc|specimen|member|policy|group|"
        r"subscriber|insurance|ssn|rx|id)\b(?: ?(?:no|number|num|id))?[^\w\n]*\n?[^\w\n]*"
        r"(?:[a-z]{1,4}[ -]?)?\d[\d-]{3,}",
    ),
    _clue(
        NAME,
        r"\b(?:patient(?: name)?|pt(?: name)?|name|last name|first name|resident|guardian|"
        r"mother|father|emergency contact|nombre|paciente)\s*[:.]+\s*[a-z][a-z'’-]+",
    ),
    _clue(
        DATE,
        r"\b(?:appt|appointment|adm(?:it(?:ted)?|ission)?|disch(?:arged?)?|d/c|collected|coll|drawn|seen|visit|"
        rf"surgery|dos|procedure|filled|dispensed|expires?|los|date)\b[^\w\n]*\n?[^\w\n]*{_FULL_DATE}",
    ),
    _clue(
        PHONE,
        r"\b(?:phone|tel|cell|mobile|home|call|ph|contact)\b[^\d\n]{0,14}\n?[^\w\n]*"
        r"\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}",
    ),
)
"""Clues that may run from a label into the line after it."""

_ALONE = (
    _clue(DATE, _NUMERIC_DATE),
    _clue(RECORD, r"(?<![\d.,$/-])\d{6,12}(?![\d.,%/-])|\b[a-z]{1,3}-?\d{6,10}\b"),
    _clue(
        ROOM,
        r"(?<!class)(?<!meeting )(?<!conference )\b(?:rm|room|bed|bay|hab|cama)\.?[ :#-]*\n?"
        r"(?:\d{1,4}(?:[ -]?[a-d])?\b|[a-d]\b(?! ))|^\s*\d{2,4}[ -]?[abcd]\s*$",
    ),
    _clue(PHONE, r"(?<!\d)\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)"),
    _clue(
        ADDRESS,
        r"\b\d{1,5} (?:[nsew]\.? )?[a-z]+(?: [a-z]+)? (?:st|street|ave|avenue|rd|road|ln|lane|dr|"
        r"drive|blvd|boulevard|ct|court|way|pl|place|ter|terrace|cir|circle|hwy|pkwy|calle)\b",
    ),
    _clue(NAME, r"\b(?:mrs|mr|ms|miss|señora?|sra)\b\.? [a-z][a-z'’-]+"),
    _clue(
        ORDER,
        r"\b(?:npo|nothing by mouth|fall risk|falls? precautions?|dnr|dni|full code|code status|"
        r"allerg(?:y|ies|ic)\b.{0,3}[:\w]|isolation|contact precautions|droplet precautions|nkda|"
        r"ambulate|strict i ?& ?o|turn q\d|q\d ?h|prn|bid|tid|qid|iv fluids?|o2 \d|foley|"
        r"dx|diagnosis|hx of|s/p|c/o|chief complaint|post[- ]?op|pre[- ]?op|blood type)\b",
    ),
    _clue(MEDICINE, r"\brx ?[#:]?|\b\d+ ?(?:mg|mcg|ml|units)\b|\btake \w+ tab|\brefills?\b"),
    _clue(
        AGE, r"\b\d{1,3} ?(?:y/?o|yrs?|years? old|yo)\b|\bage ?:? ?\d{1,3}\b|\b\d{1,3} ?/? ?[mf]\b$"
    ),
)
"""Clues of one line."""

_RECORDS = frozenset({BIRTH, RECORD, ORDER, MEDICINE, ROOM, AGE})
_TOKEN = re.compile(r"[^\s,;:^()]+")
_DIGITS = str.maketrans({"o": "0", "q": "0", "i": "1", "l": "1", "|": "1", "s": "5", "b": "8"})
_MIXED = re.compile(r"[\doqil|sb]+(?:[/.-][\doqil|sb]+)*")
_ZERO_MONTH = re.compile(r"(?<![\d])0(?=ct)")
_TOLL_FREE = re.compile(r"\b(?:1[ .-]?)?\(?8(?:00|33|44|55|66|77|88)\)?[ .-]?\d{3}[ .-]?\d{4}")
_EVENT = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tue|wed|thu|fri|sat|sun)\b|"
    r"\b\d{1,2}(?::\d\d)? ?(?:am|pm)\b"
)
_WRITTEN = re.compile(
    r"(?<![a-z])([a-z][a-z'’-]+)\s*[,^]\s*([a-z][a-z'’-]*)(?![a-z])(?:[\s^,]+[a-z]\.?(?![a-z]))?"
)
_FULL_NAME = re.compile(
    r"(?<![a-z])(?=([a-z][a-z'’-]+)\.? (?:[a-z]\.? )?([a-z][a-z'’-]+)(?![a-z]))"
)
_LONE = re.compile(r"^\W*([a-z][a-z'’-]{2,})\W*(?:[a-z]\W*)?$")
_NO_LETTERS = re.compile(r"[^a-z0-9]+")


def clues(texts: Sequence[str], org: Organisation) -> Iterator[tuple[int, str]]:
    """Yield for lines that stand together each line's place and what it reads like."""
    folded = [_without_own(_digits(text.casefold()), org) for text in texts]
    found = list(_labelled(folded)) + list(_alone(folded))
    speaks_of_care = any(kind in _RECORDS for _, kind in found)
    for place, kind in found:
        # A full date beside a weekday or an hour is an event's, unless care is spoken of too.
        if kind == DATE and not speaks_of_care and _EVENT.search(" ".join(folded)):
            continue
        yield place, kind
    for place, line in enumerate(folded):
        if _has_name(line):
            yield place, NAME


def _labelled(folded: Sequence[str]) -> Iterator[tuple[int, str]]:
    for place, line in enumerate(folded):
        after = folded[place + 1] if place + 1 < len(folded) else ""
        for clue in _LABELLED:
            for match in clue.pattern.finditer(f"{line}\n{after}"):
                if match.start() <= len(line):
                    yield place, clue.says
                if match.end() > len(line) + 1:
                    yield place + 1, clue.says


def _alone(folded: Sequence[str]) -> Iterator[tuple[int, str]]:
    for place, line in enumerate(folded):
        for clue in _ALONE:
            if clue.pattern.search(line):
                yield place, clue.says


def _digits(folded: str) -> str:
    """Write letters as the digits they look like, in tokens that are digits for the most part."""

    def mended(match: re.Match[str]) -> str:
        token = match[0]
        digits = sum(character.isdigit() for character in token)
        letters = sum(character.isalpha() or character == "|" for character in token)
        likely = digits >= 2 and digits >= letters and _MIXED.fullmatch(token)
        return token.translate(_DIGITS) if likely else _ZERO_MONTH.sub("o", token)

    return _TOKEN.sub(mended, folded)


def _without_own(folded: str, org: Organisation) -> str:
    """Leave out what is the organisation's own, and numbers that anybody may call."""
    folded = _TOLL_FREE.sub(" ", folded)
    for own in (org.name, *org.places, *org.staff, *org.emails, *org.domains):
        if len(own) > 2:
            folded = folded.replace(own.casefold(), " ")
    for phone in (org.phone, *org.phones):
        digits = re.sub(r"\D", "", phone)[-10:]
        if len(digits) >= 7:
            folded = re.sub(r"[^\d\n]{0,2}".join(digits), " ", folded)
    surnames = {name.casefold().split()[-1] for name in org.staff if name.split()}
    givens = {name.casefold().split()[0] for name in org.staff if len(name.split()) > 1}
    for name in surnames | givens:
        folded = re.sub(rf"\b{re.escape(name)}\b", " ", folded)
    return folded


def _has_name(line: str) -> bool:
    """Tell whether a line holds a name as lists and labels write it, or a full one."""
    if any(map(_is_written, _WRITTEN.finditer(line))):
        return True
    for match in _FULL_NAME.finditer(line):
        first, last = match[1], match[2]
        if _is_word(last) or not _is_given(first):
            continue
        if _is_surname(last) or _is_only_name(first):
            return True
    lone = _LONE.match(line)
    return lone is not None and _is_only_name(lone[1])


def _is_written(match: re.Match[str]) -> bool:
    """Tell whether two words are a last and a first name; alone in a line, either is enough."""
    last, first = match[1], match[2]
    if _is_word(last) or (_is_place(last) and not _is_given(first)):
        return False
    if not match.string[: match.start()].strip() and not match.string[match.end() :].strip():
        return _is_given(first) or _is_surname(last)
    return _is_only_name(first) or (_is_given(first) and _is_surname(last))


def _is_given(word: str) -> bool:
    return word in words("given_names")


def _is_surname(word: str) -> bool:
    return word in words("surnames")


def _is_only_name(word: str) -> bool:
    """Tell whether a word is a given name and nothing else."""
    return _is_given(word) and word not in words("word_names") and not _is_place(word)


def _is_word(word: str) -> bool:
    return any(word in words(name) for name in ("institutions", "everyday", "months", "weekdays"))


def _is_place(word: str) -> bool:
    return word in words("place_names") or word in words("regions")
