"""Tells English from the languages that clinics mix with it, and knows the forms of its words."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bedside.guard.reading import Reading, Token

_OTHER = re.compile(
    r"\b(?:al|ang|aos|au|aux|avec|c'est|como|con|dans|das|de la|del|desde|des|dos|du|el|"
    r"esta|este|esto|est|gracias|hasta|hola|las|le|les|los|merci|mga|muy|na|nada|nadie|"
    r"naka|ng|nos|notre|nous|nuestr[ao]s?|para|pas|pero|po|por|pour|qu[ei]|se|sin|son|"
    r"sont|sur|todo|todos|tu|una|une|vous|votre|und|"
    r"der|die das|y|es|su|sus|usted|ustedes|señora|doña|yo|ya|est[áa]n?|fue|qué|très|avec|jour)\b"
)
_LONGEST = 600
_CONSONANT_Y = re.compile(r"[^aeiou]y\Z")
_HISSING = ("s", "x", "z", "ch", "sh")
_DOUBLING = frozenset(
    ["admit", "chat", "drop", "plan", "prefer", "refer", "scan", "spot", "stop", "transfer", "wrap"]
)
_JOINTS = frozenset([" ", "  ", "-"])
TITLES = frozenset(["dr", "mr", "mrs", "ms", "doctor", "nurse", "professor"])


class Verb(NamedTuple):
    """The forms of a verb that differ: "take", "takes", "took", "taken"."""

    base: str
    third: str
    past: str
    participle: str


def bag(text: str) -> frozenset[str]:
    """Return the words of a text, for lists that a rule keeps beside itself."""
    return frozenset(text.split())


def is_other_language(folded: str) -> bool:
    """Tell whether folded text holds two of the small words that English does not have."""
    return len({match[0] for match in _OTHER.finditer(folded, 0, _LONGEST)}) > 1


def with_s(word: str) -> str:
    """Return the regular plural of a noun, or a verb as it follows "she"."""
    if _CONSONANT_Y.search(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISSING) else f"{word}s"


def with_ed(word: str) -> str:
    """Return the regular past of a verb, of those in `words/copy_verbs.txt`."""
    if _CONSONANT_Y.search(word):
        return f"{word[:-1]}ied"
    if word in _DOUBLING:
        return f"{word}{word[-1]}ed"
    return f"{word}d" if word.endswith("e") else f"{word}ed"


@cache
def plurals(name: str) -> Mapping[str, str]:
    """Return the nouns of `words/copy_<name>.txt` ("people" or "things"), by their plural."""
    return {row[1] if len(row) > 1 else with_s(row[0]): row[0] for row in rows(name)}


@cache
def counted() -> Mapping[str, str]:
    """Return all nouns that are counted, by their plural."""
    return {**plurals("people"), **plurals("things")}


@cache
def singulars() -> frozenset[str]:
    """Return all nouns that are counted, in the singular."""
    return frozenset(counted().values())


@cache
def verbs() -> tuple[Verb, ...]:
    """Return the verbs of `words/copy_verbs.txt` with their forms."""
    return tuple(_verbs())


def _verbs() -> Iterator[Verb]:
    thirds = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    for base, *irregular in rows("verbs"):
        past, participle = irregular or (with_ed(base), with_ed(base))
        yield Verb(base, thirds.get(base, with_s(base)), past, participle)


def rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of `words/copy_<name>.txt`, their fields separated by tabs."""
    source = files("bedside.guard.words") / f"copy_{name}.txt"
    for line in source.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


class Run(NamedTuple):
    """Words in a row, with nothing but spaces and hyphens between them."""

    tokens: tuple[Token, ...]
    begins: bool
    """Whether a sentence begins with it."""

    def word(self, index: int) -> str:
        """Return the lower-case word at an index, or nothing outside of the run."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""


def runs(reading: Reading) -> Iterator[Run]:
    """Yield all words of a text, cut wherever there is punctuation, digits and titles included."""
    row: list[Token] = []
    begins = True
    for token in reading.tokens:
        gap = reading.folded[row[-1].end : token.start] if row else ""
        if row and gap not in _JOINTS and not (gap == ". " and row[-1].word in TITLES):
            yield Run(tuple(row), begins)
            row, begins = [], any(mark in gap for mark in ".!?\n")
        row.append(token)
    if row:
        yield Run(tuple(row), begins)
