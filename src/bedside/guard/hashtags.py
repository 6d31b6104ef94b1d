"""Reads hashtags as the words that they are made of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bedside.guard.lexicon import words
from bedside.guard.medical import single_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HASHTAG = re.compile(r"(?<![\w&/])#(\w{2,80})")
_PIECE = re.compile(r"[A-Z][a-z'’]+|[A-Z]+(?![a-z])|[a-z]+|[^\W\d_]+|\d+")
_WISH = re.compile(
    r"(?:get ?well(?: ?soon)?|thank ?(?:you|s|u)|ty|gracias|pray(?:ers|ing)? ?(?:for|4)?|team|"
    r"(?:fight|heal|rest|stay ?strong|keep ?fighting)(?: ?(?:for|with))?|"
    r"(?:happy ?birthday|hbd|welcome(?: ?home)?|congrat(?:s|ulations)|we ?love|we ?miss|rip|"
    r"in ?memory ?of|rest ?in ?peace|justice ?for|hope ?for|hugs ?for|love ?for|strong ?for|"
    r"support|save|help|bring|find|go))$"
)
_PRAISE = re.compile(r"(?:strong|fights?|fighter|warrior|survivor|beats ?cancer|rocks|heals)")
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


class TaggedName(NamedTuple):
    """A person's name inside a hashtag, and whether the tag wishes that person something."""

    start: int
    end: int
    words: tuple[str, ...]
    wished: bool


def tagged_names(text: str) -> Iterator[TaggedName]:
    """
    Yield the full names that stand inside hashtags, such as #GetWellMariaLopez.

    Without capitals, a name counts only after a wish. Titles of staff, institutions and words that
    are names too ("#MayDay") make it none.
    """
    for tag in HASHTAG.finditer(text):
        pieces = [
            (tag.start(1) + piece.start(), piece[0].lower()) for piece in _PIECE.finditer(tag[1])
        ]
        if len(pieces) < 2:
            pieces = _after_wish(pieces)
        for index in range(len(pieces) - 1):
            (start, given), (surname_start, surname) = pieces[index : index + 2]
            before = " ".join(word for _, word in pieces[:index])
            after = " ".join(word for _, word in pieces[index + 2 :])
            wished = bool(_WISH.match(before) or _PRAISE.match(after))
            if _is_full_name(given, surname, wished=wished) and not _is_of_staff(before, after):
                end = surname_start + len(surname)
                yield TaggedName(start, end, (given, surname), wished)
                break


def name_break(letters: str) -> int | None:
    """Return where a given name ends and a surname begins in lower-case letters, if it is so."""
    for cut in range(2, len(letters) - 2):
        if letters[:cut] in words("given_names") and letters[cut:] in words("surnames"):
            return cut
    return None


def _after_wish(pieces: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Part a tag without capitals into a wish, a given name and a surname, where it has them."""
    for start, tag in pieces:
        for length in range(2, len(tag) - 4):
            cut = name_break(tag[length:]) if _WISH.fullmatch(tag[:length]) else None
            if cut:
                middle, last = length, length + cut
                return [
                    (start, tag[:middle]),
                    (start + middle, tag[middle:last]),
                    (start + last, tag[last:]),
                ]
    return []


def _is_full_name(given: str, surname: str, *, wished: bool) -> bool:
    if given not in words("given_names") or surname not in words("surnames"):
        return False
    ambiguous = given in words("word_names") or given in words("no_first_names")
    public = f"{given} {surname}" in words("public_figures") | words("eponyms")
    return not public and (wished or not ambiguous)


def _is_of_staff(before: str, after: str) -> bool:
    """Tell whether words around a name in a tag make it one of staff or of a place."""
    titles = words("titles_of_staff") | words("credentials")
    return (
        bool(before and before.rsplit(" ", 1)[-1] in titles)
        or bool(after and after.split(" ", 1)[0] in words("institutions") | titles)
        or before.endswith("saint")
    )
