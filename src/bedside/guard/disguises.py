"""
Reads through letters that only look like others, are hidden, turned over or set apart.

What people read in "Mаrіa" (two letters are Cyrillic), "ᴍᴀʀɪᴀ", "ɐᴉɹɐW", "M a r i a" or a name with
invisible characters inside is a name; rules must read the same.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bedside.guard.hashtags import is_one_word, name_break
from bedside.guard.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LATIN = dict(
    zip(
        "аевкмнорстухіјѕԁһԛԝӏёїАВЕЅЗКМНОРСТУХІЈԚԜ"
        "αειικνορτυχγηωϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
        "օսհոıɡɑɩſᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ",
        "aebkmhopctyxijsdhqwleiABESЗKMHOPCTYXIJQW"
        "aeiikvoptuxynwcjABEZHIKMNOPTYX"
        "ouhnigaisabcdefghijklmnopqrstuvwyz",
        strict=True,
    )
)
"""Letters of other alphabets, and small capitals, by the Latin letter that they look like."""

_TURNED = dict(zip("ɐɔǝɟƃᵷɥᴉɾʞꞁɯɹʇʌʍʎ∀ƆƎℲ⅁⋊˥⅂ꞀԀᴚΛ⅄", "acefgghijklmrtvwyACEFGKLLLPRVY", strict=True))
_TURNS = {
    **_TURNED,
    **dict(zip("oszxlıiHINOSXZunbqdpMW", "oszxliiHINOSXZnuqbpdWM", strict=True)),
}
"""Letters as they are after half a turn; those of the second row are letters either way."""
_HIDDEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_MARKS = "\u0300-\u036f\u20d0-\u20f0\ufe00-\ufe0f"
_ENCLOSED = "\u24b6-\u24e9\u249c-\u24b5\U0001f110-\U0001f189"
_STYLED = "\U0001d400-\U0001d7ff\uff21-\uff3a\uff41-\uff5a"
_CLASS = re.escape("".join(_LATIN) + "".join(_TURNED))
_DISGUISED = re.compile(rf"[{_ENCLOSED}{_STYLED}{_CLASS}]|\w[{_MARKS}{_HIDDEN}]")
_INSIDE = re.compile(rf"(?<=\w)[{_HIDDEN}{_MARKS}]+(?=\w)|(?<=\w)[{_MARKS}{_HIDDEN}]+")
_WORD = re.compile(r"[^\W\d_]+")
_WORDLIKE = re.compile(rf"(?:[^\W\d_]|[{_ENCLOSED}]){{1,60}}")
_TURNED_WORD = rf"[{re.escape(''.join(_TURNS))}]"
_TURNED_RUN = re.compile(rf"(?<!\w){_TURNED_WORD}+(?:[ .,'’-]{{1,2}}{_TURNED_WORD}+)*(?!\w)")
_SET_APART = tuple(
    (
        re.compile(rf"{mark}{{1,{most}}}[^\W\d_]{mark}{{1,{most}}}[^\W\d_]{mark}"),
        re.compile(rf"(?<![^\W_])[^\W\d_](?:{mark}{{1,{most}}}[^\W\d_]){{3,60}}(?![^\W_])"),
    )
    for mark, most in ((" ", 3), (r"\.", 1), ("-", 1), ("_", 1), (r"\*", 1))
)
"""For each mark that may set letters apart: what is cheap to look for, and what is meant."""


class Plain(NamedTuple):
    """A text without its disguises, and for each character where it stood in the original."""

    text: str
    origins: Sequence[int]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the plain text stands in the original."""
        if start == end:
            return (self.origins[start], self.origins[start]) if start < len(self.text) else (0, 0)
        origins = self.origins[start:end]
        return min(origins), max(origins) + 1


def unveiled(text: str) -> Plain | None:
    """Return a text as people read it, or None where nothing in it is disguised."""
    veiled = not text.isascii() and _DISGUISED.search(text) is not None
    if not veiled and not any(cheap.search(text) for cheap, _ in _SET_APART):
        return None
    plain = Plain(text, range(len(text)))
    if veiled:
        plain = _changed(plain, _shown(plain.text))
        plain = _changed(plain, _in_latin(plain.text))
        plain = _changed(plain, _turned_back(plain.text))
    plain = _changed(plain, _joined(plain.text))
    return None if plain.text == text else plain


class _Change(NamedTuple):
    """What stands for a stretch: characters, each with its place in the text that is changed."""

    start: int
    end: int
    text: str
    places: Sequence[int]


def _changed(plain: Plain, changes: Iterator[_Change]) -> Plain:
    """Apply changes, which come in order and do not overlap."""
    texts: list[str] = []
    origins: list[int] = []
    reached = 0
    for change in changes:
        texts += (plain.text[reached : change.start], change.text)
        origins += plain.origins[reached : change.start]
        origins += (plain.origins[place] for place in change.places)
        reached = change.end
    if not texts:
        return plain
    return Plain("".join((*texts, plain.text[reached:])), [*origins, *plain.origins[reached:]])


def _shown(text: str) -> Iterator[_Change]:
    """Take out what cannot be seen inside words; a mark that makes a letter of its own stays."""
    for match in _INSIDE.finditer(text):
        start, end = match.span()
        marks = [mark for mark in match[0][:1] if unicodedata.combining(mark)]
        composed = unicodedata.normalize("NFC", text[start - 1] + "".join(marks))
        if marks and len(composed) == 1:
            yield _Change(start - 1, end, composed, (start - 1,))
        else:
            yield _Change(start, end, "", ())


def _in_latin(text: str) -> Iterator[_Change]:
    """Write words in Latin letters that only look as if they were."""
    for match in _WORDLIKE.finditer(text):
        if not match[0].isascii():
            plain = _latin(match[0])
            if plain != match[0]:
                yield _Change(*match.span(), plain, range(*match.span()))


@lru_cache(maxsize=4096)
def _latin(word: str) -> str:
    """Return a word as it looks, unless letters are in it that are not Latin however one looks."""
    plain = "".join(map(_letter, word))
    alone = len(word) < 3 and not any(letter.isascii() for letter in word)
    if alone or any(letter > _LAST_LATIN for letter in plain):
        return word
    if all(letter in _SMALL for letter in word[1:]):
        return plain[:1].upper() + plain[1:]
    return plain


_LAST_LATIN = "\u024f"
_SMALL = frozenset("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢxs")


@cache
def _letter(character: str) -> str:
    """Return the Latin letter that a character looks like, or the character itself."""
    if character in _LATIN:
        return _LATIN[character]
    code = ord(character)
    for first in (0x1F130, 0x1F150, 0x1F170):
        if first <= code < first + 26:
            return chr(ord("A") + code - first)
    if 0x249C <= code <= 0x24B5:
        return chr(ord("a") + code - 0x249C)
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character


def _turned_back(text: str) -> Iterator[_Change]:
    """Turn over what stands upside down, where words come of it; it may run from right to left."""
    for match in _TURNED_RUN.finditer(text):
        turned = sum(letter in _TURNED for letter in match[0])
        if turned < 2:
            continue
        places = range(*match.span())
        straight = "".join(_TURNS.get(letter, letter) for letter in match[0])
        ways = ((straight[::-1], places[::-1]), (straight, places))
        known, way = max(((_known(text), -index) for index, (text, _) in enumerate(ways)))
        if known:
            yield _Change(*match.span(), *ways[-way])


def _known(text: str) -> int:
    """Count the words of a text that are names or words."""
    return sum(
        len(word) > 2
        and (word in words("given_names") or word in words("surnames") or is_one_word(word))
        for word in (match[0].lower() for match in _WORD.finditer(text))
    )


def _joined(text: str) -> Iterator[_Change]:
    """Join letters that are set apart, and leave a gap where a word seems to end."""
    matches = [match for _, pattern in _SET_APART for match in pattern.finditer(text)]
    reached = 0
    for match in sorted(matches, key=lambda match: match.start()):
        if match.start() < reached:
            continue
        reached = match.end()
        letters = [place for place in range(*match.span()) if text[place].isalpha()]
        cut = name_break("".join(text[place] for place in letters).lower())
        places = letters[:1]
        for index, (before, place) in enumerate(pairwise(letters), 1):
            wide = place - before > 2 or (text[place].isupper() and text[before].islower())
            places += [place - 1, place] if wide or index == cut else [place]
        plain = "".join(text[place] if text[place].isalpha() else " " for place in places)
        yield _Change(*match.span(), plain, places)
