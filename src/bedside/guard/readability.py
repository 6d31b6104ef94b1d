"""
How many years of school a text asks for, by the formula of Flesch and Kincaid (1975).

A sentence ends at a period, a colon or a semicolon, as in Flesch's own manual. Syllables are
counted by the letters of a word, which is wrong for one word in twenty or so and evens out over
a post. Names, hashtags, addresses and drug names do not count: a reader need not be able
to read "Wojciechowski" or "levetiracetam" to understand the rest.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bedside.guard.english import is_other_language
from bedside.guard.medical import drug_names

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE = re.compile(r"[^.!?:;\n]+(?:[.!?:;](?=\S)[^.!?:;\n]*)*")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_CHUNK = re.compile(r"\[[^\]\n]{0,300}\]|\S+")
_NO_PROSE = re.compile(r"^[#@\[]|\d|://|www\.|@")
_ABBREVIATION = re.compile(
    r"\b(Dr|Mr|Mrs|Ms|St|No|vs|approx|etc|e\.g|i\.e|[ap]\.m)\.", re.IGNORECASE
)
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?:(?<!l)|(?<=[aeiouy]l))e$|(?:(?<![lsxzcg])(?<!ch)(?<!sh)(?<!et)|"
    r"(?<=[aeiouy]l))es$|(?:(?<![ltd])|(?<=[aeiouyl]l))ed$"
)
"""An ending without a sound of its own: care, cares, cared; but not table, nurses, needed."""
_MUTE = re.compile(
    r"[aeiouy][^aeiouy]+e(?=(?:ly|ful|ments?|ness|less|some|times?|one|work|style|land|"
    r"thing|body|where|days?|guard|line)$)|every|usiness"
)
"""An e inside a word that is not heard: movement, homework, everyday."""
_APART_VOWELS = re.compile(
    r"(?<![ct])ia|(?<![tscgnlx])io|iu|(?:(?<![tc])|(?<=sc))ien(?=[ct])|iet|physio|area|"
    r"idea|crea|reali|theat|eum|(?<![qg])ua|uou|ism$|thm$|eo(?!ple|n$|us)"
)
"""Neighbors that are two syllables: radio, science, area, usual, rhythm."""
_LONGEST = 60
"""Letters; what is longer is no word."""
_FEW_WORDS = 30
_FEW_SENTENCES = 2


class Sentence(NamedTuple):
    """A sentence: where it stands, its words, and those of them that count for their length."""

    start: int
    end: int
    words: tuple[str, ...]
    counted: tuple[str, ...]


def grade(text: str) -> float | None:
    """
    Return the school grade that a text asks for, or None where there is no telling.

    Fewer than two sentences and fewer than thirty words are too short; other languages than
    English have other formulas.
    """
    if is_other_language(text.lower()):
        return None
    found = tuple(sentences(text))
    words = sum(len(sentence.words) for sentence in found)
    counted = [word for sentence in found for word in sentence.counted]
    if not counted or (len(found) < _FEW_SENTENCES and words < _FEW_WORDS):
        return None
    syllables = sum(map(count_syllables, counted))
    result = 0.39 * words / len(found) + 11.8 * syllables / len(counted) - 15.59
    return round(max(0.0, result), 1)


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text that hold words. Offsets are those of the text."""
    plain = _ABBREVIATION.sub(lambda match: match[0].replace(".", " "), text)
    plain = _CHUNK.sub(_without_addresses, plain)
    for match in _SENTENCE.finditer(plain):
        words = _WORD.findall(match[0])
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            counted = [word for index, word in enumerate(words) if _counts(word, index)]
            yield Sentence(start, match.end(), tuple(words), tuple(counted))


def _without_addresses(chunk: re.Match[str]) -> str:
    return " " * len(chunk[0]) if _NO_PROSE.search(chunk[0]) else chunk[0]


def _counts(word: str, index: int) -> bool:
    is_name = index > 0 and word[0].isupper()
    return not is_name and word.lower() not in drug_names()


@lru_cache(maxsize=20_000)
def count_syllables(word: str) -> int:
    """Estimate the syllables of an English word, at least one."""
    if len(word) > _LONGEST:
        return len(word) // 3
    if "-" in word:
        return sum(count_syllables(part) for part in word.split("-") if part) or 1
    lower = word.lower().replace("’", "'")
    stem = _SILENT.sub("", lower) if len(lower) > 3 else lower
    extra = len(_APART_VOWELS.findall(stem)) - len(_MUTE.findall(lower))
    return max(1, len(_VOWELS.findall(stem)) + extra)
