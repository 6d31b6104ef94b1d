"""
How a draft becomes the numbers that the model reads; training and use share this file.

A window is `[CLS] context [SEP] text [SEP]`. The context says what the text is going to be and
what it answers. Who is staff, who consented and what is the organisation's own is not spelled out
but marked on the tokens of the text themselves, by their type.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bedside.guard.draft import Draft

CONTEXT_TOKENS = 56
TEXT_TOKENS = 192
OVERLAP = 32
"""How many tokens of the text two neighbouring windows share."""

ANSWERED_CHARACTERS = 400
WINDOWS = 24
"""Of a longer text only this many windows are read, some 3,800 tokens, which takes a second."""

CHARACTERS = 40_000
"""More than fit into all windows, in any language."""


class Type(IntEnum):
    """What is known of a token beside its words."""

    CONTEXT = 0
    TEXT = 1
    STAFF = 2
    CONSENTED = 3
    OWN = 4
    """The organisation's own name, place, phone, address or domain."""


class Special(Protocol):
    """The ids of a vocabulary's special tokens."""

    @property
    def cls(self) -> int: ...
    @property
    def sep(self) -> int: ...


class Encoding(Protocol):
    """What a tokenizer gives: ids, and where each token stands, in code points."""

    @property
    def ids(self) -> list[int]: ...
    @property
    def offsets(self) -> list[tuple[int, int]]: ...


class Tokenizer(Protocol):
    """The one method of `tokenizers.Tokenizer` that is needed."""

    def encode(self, sequence: str, *, add_special_tokens: bool) -> Encoding: ...


@dataclass(frozen=True, slots=True)
class Window:
    """
    One stretch of a draft as the model reads it.

    `first` is the index of the text's first token; from there on `offsets` runs in parallel with
    `ids`, up to the last [SEP]. `begin` is that token's index in the whole text.
    """

    ids: list[int]
    types: list[int]
    first: int
    begin: int
    offsets: list[tuple[int, int]]


_WORDS = {
    "post": "post",
    "ad": "advertisement",
    "reply": "reply to a comment",
    "review_reply": "reply to a review",
    "message": "private message",
    "alt_text": "post",
    "profile": "profile",
    "policy": "staff policy",
    "review_request": "request for a review",
}
_TITLES = frozenset(
    [
        "dr",
        "dra",
        "doctor",
        "doctora",
        "mr",
        "mrs",
        "ms",
        "miss",
        "nurse",
        "prof",
        "sr",
        "sra",
        "the",
        "and",
        "of",
        "our",
        "at",
        "in",
        "for",
        "lead",
        "front",
        "desk",
        "md",
        "do",
        "dds",
        "dmd",
        "rn",
        "np",
        "pa",
        "phd",
        "lpn",
        "cna",
        "dpt",
        "pt",
        "ot",
        "rdh",
        "aud",
        "od",
        "dvm",
        "lcsw",
        "lmft",
        "bsn",
        "msn",
        "fnp",
    ]
)
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_ASIDE = re.compile(r"\([^()]*\)")
_PHONE = re.compile(r"\+?\d[\d\s().\-]{5,20}\d")


def context(draft: Draft) -> str:
    """Say what a draft is going to be, whether anybody consented, and what it answers."""
    said = _WORDS.get(draft.kind, "post")
    if draft.consents:
        said += ", with consent"
    if draft.reply_to:
        said += ". " + draft.reply_to[:ANSWERED_CHARACTERS]
    return said.encode(errors="replace").decode()


def marks(draft: Draft) -> list[tuple[int, int, Type]]:
    """Return where the text names staff, the consenting, or what is the organisation's own."""
    org = draft.org
    staff, consented = _names(org.staff), _names(draft.consents) - _names(org.staff)
    found = list(_own(draft.text, (org.name, org.city.split(",")[0], *org.places, *org.emails)))
    found += _own(draft.text, org.domains)
    phones = {_digits(phone) for phone in (org.phone, *org.phones)} - {""}
    for match in _PHONE.finditer(draft.text) if phones else ():
        if _digits(match.group()) in phones:
            found.append((*match.span(), Type.OWN))
    for match in _WORD.finditer(draft.text) if staff or consented else ():
        word = _bare(match.group())
        if word in staff or word in consented:
            found.append((*match.span(), Type.STAFF if word in staff else Type.CONSENTED))
    return found


def heard(stars: int | None, source: str) -> str:
    """Say that a text came in, from where, and with how many stars."""
    rated = f", {stars} of 5 stars" if stars is not None else ""
    return f"received{rated}, {source or 'unknown'}"


def windows(
    draft: Draft, tokenizer: Tokenizer, special: Special, said: str | None = None
) -> list[Window]:
    """
    Cut a draft into overlapping windows; a text without tokens gives none.

    `said` is the context, where it is not that of a draft.
    """
    encoded = tokenizer.encode(draft.text[:CHARACTERS], add_special_tokens=False)
    if not encoded.ids:
        return []
    said = context(draft) if said is None else said
    told = tokenizer.encode(said, add_special_tokens=False).ids[:CONTEXT_TOKENS]
    types = _types(encoded.offsets, marks(draft))
    head = [special.cls, *told, special.sep]
    return [
        Window(
            ids=[*head, *encoded.ids[start:end], special.sep],
            types=[Type.CONTEXT] * len(head) + types[start:end] + [Type.TEXT],
            first=len(head),
            begin=start,
            offsets=encoded.offsets[start:end],
        )
        for start, end in islice(_cuts(len(encoded.ids)), WINDOWS)
    ]


def _cuts(length: int) -> Iterator[tuple[int, int]]:
    start = 0
    while start + TEXT_TOKENS < length:
        yield start, start + TEXT_TOKENS
        start += TEXT_TOKENS - OVERLAP
    yield start, length


def _types(offsets: Sequence[tuple[int, int]], marked: list[tuple[int, int, Type]]) -> list[int]:
    """Give each token the type of the last mark that it overlaps; both run left to right."""
    kinds: dict[int, Type] = {}
    for start, end, kind in marked:
        kinds.update(dict.fromkeys(range(start, end), kind))
    return [
        next((kinds[at] for at in range(start, end) if at in kinds), Type.TEXT)
        for start, end in offsets
    ]


def _own(text: str, phrases: Iterable[str]) -> Iterator[tuple[int, int, Type]]:
    for phrase in phrases:
        if len(phrase) > 2:
            for match in re.finditer(re.escape(phrase), text, re.IGNORECASE):
                yield (*match.span(), Type.OWN)


def _names(people: Iterable[str]) -> set[str]:
    """Return the words that name people, without titles, roles and degrees."""
    names: set[str] = set()
    for person in people:
        name = _ASIDE.sub(" ", person).split(",")[0]
        words = {_bare(word) for word in _WORD.findall(name) if word[0].isupper()}
        names |= {word for word in words if len(word) > 1} - _TITLES
    return names


def _bare(word: str) -> str:
    """Fold a word and take off a possessive ending."""
    folded = word.lower().replace("’", "'")
    return folded.removesuffix("'s").removesuffix("'")


def _digits(phone: str) -> str:
    return "".join(filter(str.isdecimal, phone))[-10:]
