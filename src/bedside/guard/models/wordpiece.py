"""
Cuts a text into the pieces that the model knows, and remembers where each piece stood.

The uncased WordPiece of BERT (Devlin et al. 2018; Wu et al. 2016): control characters fall away,
letters lose case and accents, words part at spaces, punctuation and Chinese characters, and each
word is cut into the longest pieces of the vocabulary, from its beginning on. The vocabulary is read
from the JSON of Hugging Face's `tokenizers`, whose results these are; that package itself would
bring a client for model hubs along.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST = 100
"""Characters of a word; a longer one is one unknown piece."""

_CHINESE = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """Ids of the pieces, and start and end of each in the text, in code points."""

    ids: list[int] = field(default_factory=list)
    offsets: list[tuple[int, int]] = field(default_factory=list)


class WordPiece:
    """A vocabulary of pieces; `##` begins those that go on within a word."""

    def __init__(self, vocabulary: Mapping[str, int], unknown: str = "[UNK]") -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary[unknown]
        self._cut = lru_cache(maxsize=20_000)(self._cut_anew)

    @classmethod
    def from_json(cls, text: str) -> WordPiece:
        """Read the JSON of a `tokenizers` file. KeyError where it is of another kind."""
        model = json.loads(text)["model"]
        return cls(model["vocab"], model["unk_token"])

    def encode(self, sequence: str, *, add_special_tokens: bool = False) -> Pieces:
        """Cut a text into pieces; the special ones that frame a model's input are not added."""
        if add_special_tokens:
            raise ValueError("Windows add their special tokens themselves.")
        pieces = Pieces()
        for word, places in _words(sequence):
            for piece, start, end in self._cut(word):
                pieces.ids.append(piece)
                pieces.offsets.append((places[start], places[end - 1] + 1))
        return pieces

    def _cut_anew(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """Return the pieces of a word, each with its start and end in it."""
        if len(word) > LONGEST:
            return ((self._unknown, 0, len(word)),)
        pieces, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self._vocabulary.get(("##" if start else "") + word[start:end])
                if piece is not None:
                    break
            else:
                return ((self._unknown, 0, len(word)),)
            pieces.append((piece, start, end))
            start = end
        return tuple(pieces)


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Yield words without case and accents; each letter with its place in the text."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        written, alone = _written(character)
        if (alone or not written) and letters and (alone or written is None):
            yield "".join(letters), places
            letters, places = [], []
        if not written:
            continue
        letters.append(written)
        places += [place] * len(written)
        if alone:
            yield written, places
            letters, places = [], []
    if letters:
        yield "".join(letters), places


@lru_cache(maxsize=4096)
def _written(character: str) -> tuple[str | None, bool]:
    """
    Return how a character is written, and whether it is a word of its own.

    None is a space between words; nothing at all is left of controls and accents.
    """
    if character.isspace():
        return None, False
    category = unicodedata.category(character)
    if character in "\x00\ufffd" or category.startswith("C"):
        return "", False
    alone = _is_punctuation(character, category) or _is_chinese(ord(character))
    parted = unicodedata.normalize("NFD", character)
    return "".join(c for c in parted if unicodedata.category(c) != "Mn").lower(), alone


def _is_punctuation(character: str, category: str) -> bool:
    """All of ASCII that is no letter, digit or space counts, as `$` and `^` do."""
    return category.startswith("P") or (character.isascii() and not character.isalnum())


def _is_chinese(code: int) -> bool:
    return any(first <= code <= last for first, last in _CHINESE)
