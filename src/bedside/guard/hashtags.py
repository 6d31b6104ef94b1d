"""Reads hashtags as the words that they are made of."""

from __future__ import annotations

import re
from functools import lru_cache

from bedside.guard.lexicon import words
from bedside.guard.medical import single_words

HASHTAG = re.compile(r"(?<![\w&/])#(\w{2,80})")
_LONGEST_WORD = 14


@lru_cache(maxsize=2048)
def split_words(tag: str) -> tuple[str, ...]:
    """
    Return the words of a lower-case hashtag, or nothing where they cannot be told for sure.

    For sure means: all of it is known words, in the fewest possible, and no other reading has as
    few.
    """
    tag = tag.lower()
    best: list[list[tuple[str, ...]]] = [[] for _ in range(len(tag) + 1)]
    best[0] = [()]
    for end in range(1, len(tag) + 1):
        options = [
            (*head, tag[start:end])
            for start in range(max(0, end - _LONGEST_WORD), end)
            if _is_word(tag[start:end])
            for head in best[start]
        ]
        fewest = min(map(len, options), default=0)
        best[end] = [option for option in options if len(option) == fewest][:4]
    return best[-1][0] if len(best[-1]) == 1 else ()


def is_one_word(tag: str) -> bool:
    """Tell whether a hashtag is a single known word."""
    return _is_word(tag.lower())


def camel_case(found: tuple[str, ...]) -> str:
    """Write words as one hashtag with a capital for each."""
    return "".join(word[:1].upper() + word[1:] for word in found)


def _is_word(word: str) -> bool:
    if word in words("copy_hashtag_words") or word.isdigit():
        return True
    return len(word) > 2 and word in single_words()
