"""
Rules that are made of wordings: a literal head, and what must stand around it.

One automaton finds the heads of all such rules in one pass over a text. Patterns are tried only
where a head was found and only on a few words around it, so the work grows with the length of the
text and with nothing else, whatever is written.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import groupby, islice
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from weakref import WeakKeyDictionary

import ahocorasick

from bedside.guard.english import is_other_language
from bedside.guard.lexicon import trie
from bedside.guard.medical import section
from bedside.guard.mentioning import is_only_mentioned
from bedside.guard.registry import all_rules
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding, Severity
    from bedside.guard.reading import Reading

MOST = 20
"""A rule says the same thing this often about one text, then it has made its point."""
_TRIES = 2000
"""Heads of one rule that are looked at in one text; an honest text holds a few."""
_SLIP = "PROOF"
"""The label of slips of language: they are wrong whoever is quoted."""
_SOUGHT = ("conditions", "drugs", "brands")
"""The sections of the medical words that wordings and rules ask for."""
_LAST_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?\Z")
_AHEAD = 240
_BEHIND = 160
_LEAD = 70


@dataclass(frozen=True, slots=True)
class Wording:
    """
    Words that speak against a text.

    `heads` are literal beginnings, separated by `|`, of which any counts where it stands as whole
    words; a final `*` lets the last word go on. `then` is a pattern that must follow at once,
    `before` one that must end where the head begins; both become part of what is marked, except
    for lookarounds. In them a space is one or more spaces, `<3>` is up to three words in between,
    all in one sentence, and `{conditions}` is any term of that section of the medical words.

    `after` and `not_after` are words, separated by `|`, one of which must or must not stand right
    before; `^` stands for the beginning of a sentence. `given` is a pattern that must be found
    anywhere in the same sentence, `near` a section of the medical words of which one must be; of
    the section `reach`, one must follow soon, and is marked too. A `firm` wording counts whatever
    else its sentence says.
    """

    heads: str
    then: str = ""
    before: str = ""
    after: str = ""
    not_after: str = ""
    given: str = ""
    near: str = ""
    reach: str = ""
    suggestion: str | None = None
    message: str = ""
    severity: Severity | None = None
    firm: bool = False


class Span(NamedTuple):
    """A stretch of the text, and the wording that it is an instance of."""

    start: int
    end: int
    wording: Wording


_start = attrgetter("start")


class WordingRule(Rule):
    """
    A rule that is a list of wordings.

    `message` and a wording's own message may hold `{found}`, the words marked, and `{instead}`,
    the suggestion. Patterns are for folded text, as `expand` takes them. A sentence counts only
    where it holds `within` and not `unless`; a text only where it holds `needs` and not `spared`.
    Words that are only quoted, or turned down at once (`mentioning`), do not count.
    """

    wordings: ClassVar[tuple[Wording, ...]]
    message: ClassVar[str]
    why: ClassVar[str] = ""
    unless: ClassVar[str] = ""
    within: ClassVar[str] = ""
    needs: ClassVar[str] = ""
    spared: ClassVar[str] = ""
    prose_only: ClassVar[bool] = False
    """Leave addresses and sentences of other languages alone."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        """Yield every wording that stands, up to `MOST` of them."""
        heads = _scan(draft.reading).heads.get(self.code)
        if heads and self._concerns(draft.reading.folded):
            for span in islice(self._spans(draft, heads), MOST):
                yield self._finding(draft, span)

    def _concerns(self, text: str) -> bool:
        """Tell whether a text holds what the rule needs, and nothing that spares it."""
        if self.needs and not expand(self.needs).search(text):
            return False
        return not (self.spared and expand(self.spared).search(text))

    def holds(self, draft: Draft, start: int, end: int) -> bool:
        """Tell whether words that match are meant as the rule takes them."""
        begin, stop = sentence(draft.reading, start)
        text, stop = draft.reading.folded, max(stop, end)
        if self.prose_only and (is_other_language(text[begin:stop]) or _in_address(text, start)):
            return False
        if self.within and not expand(self.within).search(text, begin, stop):
            return False
        return not (self.unless and expand(self.unless).search(text, begin, stop))

    def _spans(self, draft: Draft, heads: list[Span]) -> Iterator[Span]:
        """Yield what stands, one after another, the longest of those that begin together."""
        reached = 0
        for _, rivals in groupby(sorted(heads, key=_start), key=_start):
            found = (_instance(draft.reading, head) for head in rivals)
            for span in sorted(filter(None, found), key=lambda span: -span.end):
                if span.start >= reached and self._counts(draft, span):
                    reached = span.end
                    yield span
                    break

    def _counts(self, draft: Draft, span: Span) -> bool:
        if not (span.wording.firm or self.holds(draft, span.start, span.end)):
            return False
        is_slip = self.label == _SLIP
        return is_slip or not is_only_mentioned(draft.reading, span.start, span.end)

    def _finding(self, draft: Draft, span: Span) -> Finding:
        found = draft.text[span.start : span.end]
        suggestion = span.wording.suggestion
        instead = None if suggestion is None else like(found, suggestion)
        message = (span.wording.message or self.message).format(found=found, instead=instead)
        return self.at(
            span.start,
            span.end,
            message,
            suggestion=instead,
            severity=span.wording.severity,
            why=self.why,
        )


def like(model: str, word: str) -> str:
    """Write `word` with the capitals of `model`: none, a first one, or all."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def sentence(reading: Reading, offset: int) -> tuple[int, int]:
    """Return the sentence around an offset, or as much of it as one looks at."""
    start, end = reading.sentence(offset)
    return max(start, offset - _BEHIND), min(end, offset + _AHEAD)


def terms(reading: Reading, name: str) -> list[tuple[int, int]]:
    """Return where terms of a section of the medical words stand, in the order of the text."""
    return _scan(reading).terms.get(name, [])


def term_near(reading: Reading, name: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the first term of a section that lies wholly between two offsets."""
    found = terms(reading, name)
    for index in range(bisect_left(found, (start, start)), len(found)):
        if found[index][0] >= end:
            return None
        if found[index][1] <= end:
            return found[index]
    return None


class _Scan(NamedTuple):
    heads: dict[str, list[Span]]
    """By the code of a rule, the heads of its wordings."""
    terms: dict[str, list[tuple[int, int]]]
    """By the name of a section, where its terms stand."""


class _Entry(NamedTuple):
    """Who asked for a word: a rule's code with its wording, or a section."""

    owner: str
    wording: Wording | None
    goes_on: bool


_scans: WeakKeyDictionary[Reading, _Scan] = WeakKeyDictionary()


def _scan(reading: Reading) -> _Scan:
    scan = _scans.get(reading)
    if scan is None:
        scan = _scans[reading] = _read(reading.folded)
    return scan


def _read(text: str) -> _Scan:
    scan = _Scan({}, {})
    size = len(text)
    for last, (length, entries) in _machine().iter(text):
        start, end = last - length + 1, last + 1
        if start and text[start - 1].isalnum() and text[start].isalnum():
            continue
        whole = end == size or not (text[end].isalnum() and text[last].isalnum())
        for owner, wording, goes_on in entries:
            if not whole and not goes_on:
                continue
            if wording is None:
                scan.terms.setdefault(owner, []).append((start, end))
                continue
            heads = scan.heads.setdefault(owner, [])
            if len(heads) < _TRIES:
                heads.append(Span(start, _word_end(text, end) if goes_on else end, wording))
    for found in scan.terms.values():
        found.sort()
    return scan


def _word_end(text: str, end: int) -> int:
    size = len(text)
    while end < size and (text[end].isalnum() or text[end] == "'"):
        end += 1
    return end


def _instance(reading: Reading, head: Span) -> Span | None:
    """Return the whole stretch that a head begins, or None where the wording is not all there."""
    text, wording = reading.folded, head.wording
    start, end = head.start, head.end
    if wording.after and word_before(text, start) not in _words(wording.after):
        return None
    if wording.not_after and word_before(text, start) in _words(wording.not_after):
        return None
    if wording.then:
        match = _pattern(wording.then).match(text, end, end + _AHEAD)
        if match is None:
            return None
        end = match.end()
    if wording.before:
        match = _before(wording.before).search(text, max(0, start - _LEAD), start)
        if match is None:
            return None
        start = match.start()
    if wording.given and not expand(wording.given).search(text, *sentence(reading, start)):
        return None
    if wording.near and term_near(reading, wording.near, *sentence(reading, start)) is None:
        return None
    if wording.reach:
        stop = min(end + 50, sentence(reading, start)[1])
        term = term_near(reading, wording.reach, end, stop)
        if term is None:
            return None
        end = term[1]
    return Span(start, end, wording)


def word_before(text: str, start: int) -> str:
    """Return the word right before an offset of folded text, a comma, or `^` for a beginning."""
    before = text[max(0, start - 30) : start].rstrip(" \"'(*")
    match = _LAST_WORD.search(before)
    if match:
        return match[0]
    return "," if before.endswith((",", ";", ":")) else "^"


def _in_address(text: str, offset: int) -> bool:
    """Tell whether an offset falls into a web address, an e-mail address or a handle."""
    before = text[max(0, offset - _BEHIND) : offset].rpartition(" ")[2]
    after = text[offset : offset + _BEHIND].partition(" ")[0]
    return "@" in before + after or "/" in before or "www." in before


@cache
def _words(alternatives: str) -> frozenset[str]:
    return frozenset(alternatives.split("|"))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return expand(f"(?:{pattern})(?![^\\W_])")


@cache
def _before(pattern: str) -> re.Pattern[str]:
    return expand(f"(?<![^\\W_])(?:{pattern})\\Z")


@cache
def expand(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for folded text, with its gaps, spaces and `{sections}` written out."""
    pattern = re.sub(r"\{([a-z]+)\}", lambda match: _any_term(match[1]), pattern)
    pattern = re.sub(r" (?![*+?{\]])", " +", pattern)
    return re.compile(re.sub(r"<(\d)>", lambda match: _gap(match[1]), pattern))


def _gap(words: str) -> str:
    between = r"[^\w.!?]{1,4}"
    return rf"{between}(?:[\w'%$£-]{{1,24}}{between}){{0,{words}}}?"


@cache
def _any_term(name: str) -> str:
    return trie(term.lower() for term in section(name))


@cache
def _machine() -> ahocorasick.Automaton:
    """Build the automaton: the value of a word is its length and who asked for it."""
    asked: dict[str, list[_Entry]] = {}
    for name in _SOUGHT:
        for term in section(name):
            asked.setdefault(term.lower(), []).append(_Entry(name, None, goes_on=False))
    for rule in all_rules():
        for wording in rule.wordings if isinstance(rule, WordingRule) else ():
            for head in wording.heads.split("|"):
                entry = _Entry(rule.code, wording, goes_on=head.endswith("*"))
                asked.setdefault(head.removesuffix("*"), []).append(entry)
    machine = ahocorasick.Automaton()
    for word, entries in asked.items():
        machine.add_word(word, (len(word), tuple(entries)))
    machine.make_automaton()
    return machine
