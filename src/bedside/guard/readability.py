"""
How many years of school a text asks for, by the formula of Flesch and Kincaid (1975).

Syllables are counted by the letters of a word. That is wrong for one word in ten or so and evens
out over a post. Names, hashtags, addresses and drug names do not count: a reader need not be able
to read "Wojciechowski" or "levetiracetam" to understand the rest.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bedside.guard.medical import drug_names

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_APART = re.compile(r"[#@]\w+|\S*(?:://|www\.|@)\S*|\[[^\]\n]*\]|\S*\d\S*")
_ABBREVIATION = re.compile(r"\b(Dr|Mr|Mrs|Ms|St|No|vs|approx|etc|e\.g|i\.e|[ap]\.m)\.", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]es|[^dtaeiouy]ed|[^l]e|[^aeiouy]le's|e's)$")
_SPLIT = re.compile(r"i[aou](?!n)|eo|ua|uo(?!u)|[aeou]i[nt]g|ism$|[^aeiouy]i(?:a|um|us)$")
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
    Return the school grade that a text asks for, or None if it is too short to tell.

    Too short is fewer than two sentences and fewer than thirty words.
    """
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
    plain = _APART.sub(lambda match: " " * len(match[0]), plain)
    for match in _SENTENCE.finditer(plain):
        words = _WORD.findall(match[0])
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            counted = [word for index, word in enumerate(words) if _counts(word, index)]
            yield Sentence(start, match.end(), tuple(words), tuple(counted))


def _counts(word: str, index: int) -> bool:
    is_name = index > 0 and word[0].isupper()
    return not is_name and word.lower() not in drug_names()


@lru_cache(maxsize=20_000)
def count_syllables(word: str) -> int:
    """Estimate the syllables of an English word, at least one."""
    if "-" in word:
        return sum(count_syllables(part) for part in word.split("-") if part) or 1
    lower = word.lower().replace("’", "'")
    stem = _SILENT.sub(lambda match: match[0][0] if match[0][0] != "e" else "", lower)
    if len(stem) < 2:
        stem = lower
    return max(1, len(_VOWELS.findall(stem)) + len(_SPLIT.findall(stem)))
