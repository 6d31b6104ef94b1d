"""
Finds the names of people in a draft who may be patients.

An allowlist the other way round: every name-like word counts, unless it is known to be no
patient's (staff, the organisation, who consented, eponyms, public figures, places, months).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bedside.guard.hashtags import tagged_names
from bedside.guard.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bedside.guard.draft import Draft
    from bedside.guard.reading import Reading, Token

_OWN_NAME = re.compile(r"\b(?:i'm|i am|this is|it's|my name is|it's me,) $")
_GREETING = re.compile(
    r"(?:^|[.!?\n])\W*(?:(?:hi|hello|hey|dear|thanks|thank you|thx|good (?:morning|afternoon|"
    r"evening)|hola|gracias|buenas|estimad[oa]|aww+|yay|wow|cheers|kia ora|"
    r"g'day)\b[^.!?\n]{0,30})?$"
)
_SPANISH = frozenset(
    ["con", "de", "del", "el", "la", "las", "los", "o", "para", "que", "sin", "su"]
)
_SPANISH_WORDS = frozenset(["alma", "cara", "ella", "luz", "mina", "paz", "sol", "vale"])
_JOINS = re.compile(r"[ \u00a0]|\. ?|['\u2019]s? |[-\u2010-\u2015]")


class Name(NamedTuple):
    """A name in the text: where it stands, its words, and whether a title makes it certain."""

    start: int
    end: int
    words: tuple[str, ...]
    titled: bool


def names(draft: Draft) -> tuple[Name, ...]:
    """Return the names in a draft that are not known to be staff's, public or consented."""
    return _unknown(draft, tuple(_candidates(draft.reading)))


def names_in_tags(draft: Draft) -> tuple[Name, ...]:
    """Return the full names inside hashtags that are not known; `titled` where one is wished."""
    if "#" not in draft.text:
        return ()
    return _unknown(draft, tuple(Name(*name) for name in tagged_names(draft.text)))


def _unknown(draft: Draft, candidates: Sequence[Name]) -> tuple[Name, ...]:
    """Leave out names of staff, of the organization, of those who consented, and public ones."""
    reading = draft.reading
    public = [name for name in candidates if _is_public(reading, name)]
    # Who is public once in a text is meant again by the first or last name alone.
    cleared = _cleared_words(draft).union(*(name.words for name in public))
    consents = [_name_words(name) for name in draft.consents]
    return tuple(
        name
        for name in candidates
        if not cleared.issuperset(name.words)
        and not any(_covers(consent, name.words) for consent in consents)
        and name not in public
    )


def _cleared_words(draft: Draft) -> frozenset[str]:
    org = draft.org
    known = (*org.staff, org.name, org.city, *org.places)
    return frozenset(word for name in known for word in _name_words(name))


def _name_words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W\d_]+", _without_accents(name.lower())))


def _covers(consent: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether a consent's full name covers a name that may be partial or have initials."""
    return all(
        any(word == full or (len(word) == 1 and full.startswith(word)) for full in consent)
        for word in name
    )


def _is_public(reading: Reading, name: Name) -> bool:
    return any(
        reading.is_in_term(kind, name.start, name.end) for kind in ("public_figures", "eponyms")
    )


def _candidates(reading: Reading) -> Iterator[Name]:
    tokens = reading.tokens
    index = 0
    while index < len(tokens):
        run = _run(reading, index)
        if len(run) == 0:
            index += 1
            continue
        name = _name(reading, index, run)
        if name:
            yield name
        index += len(run)


def _run(reading: Reading, index: int) -> Sequence[Token]:
    """Return the capitalised words in a row from an index, at most five."""
    tokens = reading.tokens
    end = index
    while end < len(tokens) and end - index < 5 and _is_capitalised(tokens[end].text):
        if end > index:
            between = reading.text[tokens[end - 1].end : tokens[end].start]
            initial = len(tokens[end - 1].text) == 1 or tokens[end - 1].word in words(
                "titles_of_courtesy"
            )
            if not _JOINS.fullmatch(between) or (between.startswith(".") and not initial):
                break
        end += 1
    return tokens[index:end]


def _is_capitalised(text: str) -> bool:
    return text[0].isupper() and (len(text) == 1 or not text.isupper() or 3 < len(text) < 12)


def _name(reading: Reading, index: int, run: Sequence[Token]) -> Name | None:
    """Judge a row of capitalised words: return the name in it, if it is a person's."""
    before = reading.tokens[index - 1].word if index else ""
    if (
        before in words("titles_of_staff")
        or before in words("before_staff")
        or _is_speaker(reading, index)
    ):
        return None
    titled = run[0].word in words("titles_of_courtesy") or run[0].word in words("family_titles")
    parts = run[1:] if titled else run
    if not titled and run[0].word in words("titles_of_staff"):
        return None
    while parts and not titled and not _may_begin(parts):
        parts = parts[1:]
    if not parts or _is_place_or_staff(reading, index + len(run)) or _is_place(parts):
        return None
    if _is_numbered(reading, parts, index + len(run)) or _is_spanish_word(reading, parts):
        return None
    plain = tuple(_without_possessive(part.word) for part in parts)
    if not titled and not _is_full_enough(plain, reading, parts):
        return None
    start = run[0].start if run[0].word in words("titles_of_courtesy") else parts[0].start
    end = parts[-1].end - (2 if parts[-1].word.endswith("'s") else 0)
    if reading.text[end : end + 1] == "." and len(plain[-1]) == 1:
        end += 1
    return Name(start, end, plain, titled)


def _is_speaker(reading: Reading, index: int) -> bool:
    """Tell whether somebody gives their own name: "I'm Lisa", "this is Marcus", "Kyle here"."""
    start, end = reading.tokens[index].start, reading.tokens[index].end
    before = reading.folded[max(0, start - 14) : start]
    return _OWN_NAME.search(before) is not None or reading.folded.startswith(" here", end)


def _may_begin(parts: Sequence[Token]) -> bool:
    first = _without_possessive(parts[0].word)
    if first in words("given_names"):
        return True
    if first in words("no_first_names") or first in words("weekdays") or len(parts) < 2:
        return False
    if parts[0].text.isupper() and len(first) > 1:
        return False
    second = _without_possessive(parts[1].word)
    return second in words("surnames")


def _is_full_enough(plain: Sequence[str], reading: Reading, parts: Sequence[Token]) -> bool:
    """A name that is also a word needs a surname or an initial beside it."""
    if plain[0] not in words("word_names"):
        return True
    if len(plain) > 1:
        return plain[1] in words("surnames") or len(plain[1]) == 1
    return plain[0] not in words("place_names") and _is_inside(reading, parts[0])


def _is_inside(reading: Reading, token: Token) -> bool:
    """Tell whether a capitalised word stands inside a sentence, after a lower-case word."""
    before = reading.text[max(0, token.start - 3) : token.start]
    return len(before) == 3 and before[-1] == " " and before[:2].isalpha() and before[:2].islower()


def _is_numbered(reading: Reading, parts: Sequence[Token], after: int) -> bool:
    """Tell whether a word before a number is no name: "Jan 1", "Ward 14"."""
    if len(parts) > 1 or not reading.tokens[after : after + 1]:
        return False
    number = reading.tokens[after]
    word = parts[0].word
    known = word == "jan" or word in words("months") or word in words("no_first_names")
    return known and number.text[0].isdigit() and number.start == parts[0].end + 1


def _is_spanish_word(reading: Reading, parts: Sequence[Token]) -> bool:
    """Tell whether a single word is only a Spanish one that is a name in English ("Ella")."""
    return len(parts) == 1 and parts[0].word in _SPANISH_WORDS and len(_SPANISH & reading.words) > 2


def _is_place(parts: Sequence[Token]) -> bool:
    return any(part.word in words("institutions") for part in parts[1:])


def _is_place_or_staff(reading: Reading, after: int) -> bool:
    """Tell whether the word after a row makes it a place ("park") or a member of staff (", RN")."""
    if after >= len(reading.tokens):
        return False
    token = reading.tokens[after]
    between = reading.text[reading.tokens[after - 1].end : token.start]
    if between == " ":
        return token.word in words("institutions")
    return between == ", " and token.word in words("credentials")


def _without_possessive(word: str) -> str:
    return _without_accents(word.removesuffix("'s"))


@lru_cache(maxsize=1024)
def _without_accents(word: str) -> str:
    """Write letters without their marks: the lists have "maria", people write "María"."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def is_unknown(draft: Draft, start: int, end: int) -> bool:
    """Tell whether a name that stands here is nobody's who works here, consented or is public."""
    said = _name_words(draft.text[start:end])
    here = Name(start, end, said, titled=False)
    cleared = _cleared_words(draft).union(words("titles_of_courtesy"), words("titles_of_staff"))
    return not (
        cleared.issuperset(said)
        or any(_covers(_name_words(consent), said) for consent in draft.consents)
        or _is_public(draft.reading, here)
    )


def is_greeted(draft: Draft, start: int, first: str) -> bool:
    """Tell whether a reply greets, by the screen name that everybody sees, whom it answers."""
    if draft.kind not in {"reply", "review_reply"}:
        return False
    if draft.reply_to and first in draft.reply_to.lower():
        return True
    return _GREETING.search(draft.reading.folded[max(0, start - 60) : start]) is not None
