"""
Spelling and grammar by Harper, in this process and offline.

Harper's linter must not be entered by two threads at once, so a process has one behind a lock,
built when first needed (about a second; `warm` builds it ahead). Harper alone flags four of five
good sentences about health: medical words are added to its dictionary, rules of taste are off,
and what is left is filtered here rather than masked beforehand, since a mask makes new false
alarms.
"""

from __future__ import annotations

import re
import threading
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import harper

from bedside.guard.english import is_other_language
from bedside.guard.lexicon import words
from bedside.guard.medical import drug_names, single_words
from bedside.guard.nearness import distance, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft, Organisation

SPELLING = "spelling"
DRUG = "drug"
GRAMMAR = "grammar"

_GRAMMAR_KINDS = frozenset(
    [
        "Agreement",
        "BoundaryError",
        "Eggcorn",
        "Grammar",
        "Malapropism",
        "Miscellaneous",
        "Nonstandard",
        "Punctuation",
        "Redundancy",
        "Repetition",
        "Usage",
        "WordChoice",
    ]
)
_TAGGED = re.compile(
    r"[#@][\w.]+|\b[\w.+-]{1,64}@[\w-]{1,64}\.\w+|\b(?:https?://|www\.)\S+|\b\w{1,64}\.(?:com|org|net|"
    r"gov|edu|health|care)\b\S*"
)
_BRITISH = (
    ("our", "or"),
    ("ou", "o"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("isation", "ization"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("ysed", "yzed"),
    ("tre", "ter"),
    ("ae", "e"),
    ("oe", "e"),
    ("ll", "l"),
    ("ogue", "og"),
    ("mme", "m"),
    ("ence", "ense"),
    ("gh", ""),
    ("plough", "plow"),
    ("grey", "gray"),
    ("yre", "ire"),
    ("que", "ck"),
    ("judgement", "judgment"),
    ("tt", "t"),
    ("pp", "p"),
)
_RUN = re.compile(r"[^\s.,;:!?/-]{41,}")
_PIECE = 2000
_FEW = 3
_PREFIXES = ("re", "un", "non", "over", "mis")
"""What makes new words of known ones, faster than dictionaries follow."""
_STEM = re.compile(r"[aeiouy]+$")
_HEARD = (
    ("tion", "xn"),
    ("cian", "xn"),
    ("ssion", "xn"),
    ("ph", "f"),
    ("ck", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "sy"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
)
"""What is written otherwise than it is heard, in the order in which it is looked for."""
_LONG = 9
_NAMELIKE = 6
_STRANGE = 0.12
"""Above this share of unknown words a text is dialect or another language, not misspelled."""


class Issue(NamedTuple):
    """A place that Harper speaks against: `kind` is one of the three constants above."""

    start: int
    end: int
    kind: str
    message: str
    suggestion: str | None


class _Last(threading.local):
    """The last draft that one thread read, with its issues: several rules ask for the same."""

    draft: Draft | None = None
    issues: tuple[Issue, ...] = ()


_last = _Last()
_one_at_a_time = threading.Lock()
"""A linter takes some 180 MB and must not be entered twice at once: a process has one."""


def warm() -> None:
    """Build the linter now, so that the first check does not wait for it."""
    with _one_at_a_time:
        _linter().lint("Warm up.", language="plaintext")


def issues(draft: Draft) -> tuple[Issue, ...]:
    """Return what is wrong with the language of a draft, in the order of the text."""
    if _last.draft is not draft:
        with _one_at_a_time:
            _last.issues = tuple(_issues(draft))
        _last.draft = draft
    return _last.issues


@cache
def _linter() -> harper.Linter:
    linter = harper.Linter(harper.Dialect.AMERICAN)
    linter.set_lint_config(
        {**linter.get_lint_config(), **dict.fromkeys(words("copy_harper_off"), False)}
    )
    known = single_words()
    linter.import_words(sorted(known | {word.lower() for word in known}))
    return linter


def _issues(draft: Draft) -> list[Issue]:
    lints = [lint for start, end in _pieces(draft) for lint in _lints(draft, start, end)]
    slips = [lint for lint in lints if lint.kind == SPELLING]
    if len(slips) > _FEW and len(slips) > _STRANGE * len(draft.reading.tokens):
        return []
    names = _names(draft.org, draft.consents)
    found = (_misspelled(draft, lint, names) for lint in slips)
    grammar = [
        Issue(lint.start, lint.end, GRAMMAR, lint.message, lint.suggestion)
        for lint in lints
        if lint.kind == GRAMMAR and not _before_name(draft.text, lint.start, lint.end)
    ]
    return sorted([issue for issue in found if issue] + grammar)


class _Lint(NamedTuple):
    """What Harper says, with the offsets of the draft."""

    start: int
    end: int
    kind: str
    message: str
    options: tuple[str, ...]
    suggestion: str | None


def _pieces(draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield stretches of whole sentences: Harper's work grows faster than the text does."""
    begun = 0
    for start, end in pairwise(draft.reading.breaks):
        if end - begun > _PIECE and start > begun:
            yield begun, start
            begun = start
        while end - begun > _PIECE:
            yield begun, begun + _PIECE
            begun += _PIECE
    if begun < len(draft.text):
        yield begun, len(draft.text)


def _lints(draft: Draft, begun: int, ended: int) -> Iterator[_Lint]:
    """
    Yield what Harper says about a stretch, if it is about English prose.

    A run of letters longer than any word is blanked: looking for words like it, Harper asks for
    more memory than there is, and the process ends.
    """
    text = _RUN.sub(lambda match: " " * len(match[0]), draft.text[begun:ended])
    apart = [match.span() for match in _TAGGED.finditer(text)]
    for lint in _linter().lint(text, language="plaintext"):
        start, end = lint.span.start, lint.span.end
        kind = SPELLING if lint.lint_kind == "Spelling" else GRAMMAR
        if kind == GRAMMAR and lint.lint_kind not in _GRAMMAR_KINDS:
            continue
        if (end - start > 1 and text[start:end].isupper()) or any(
            start < stop and at < end for at, stop in apart
        ):
            continue
        if not _in_other_language(draft, begun + start):
            options = tuple(option.replacement_text for option in lint.suggestions)
            suggestion = _replacement(lint) if len(options) == 1 else None
            yield _Lint(begun + start, begun + end, kind, lint.message, options, suggestion)


def _in_other_language(draft: Draft, offset: int) -> bool:
    start, stop = draft.reading.sentence(offset)
    return is_other_language(draft.reading.folded[start:stop])


def _before_name(text: str, start: int, end: int) -> bool:
    """Tell whether an article is part of a name, or stands before one or before an hour."""
    if text[start:end].lower() not in {"a", "an"}:
        return False
    apart = text[end : end + 1] == " " and text[start - 1 : start] in {"", " ", "\n", '"', "("}
    return not (apart and text[end + 1 : end + 2].islower())


def _replacement(lint: harper.Lint) -> str | None:
    option = lint.suggestions[0]
    if option.kind == harper.SuggestionKind.REPLACE:
        return option.replacement_text
    return lint.problem_text + option.replacement_text if option.replacement_text else None


def _misspelled(draft: Draft, lint: _Lint, names: frozenset[str]) -> Issue | None:
    start, end, options = lint.start, lint.end, lint.options
    word = draft.text[start:end]
    lower = word.lower()
    if _is_no_word(word) or lower in names or lower.removesuffix("'s") in names:
        return None
    if any(option.lower() == lower for option in options):
        return None
    at_start = draft.reading.sentence(start)[0] >= start - 2
    close = [option for option in options if _is_slip(lower, option)]
    if word[0].isupper() and not (at_start and close and _is_no_name(lower, close[0].lower())):
        return None
    drug = nearest(lower, drug_names())
    if drug and (not close or distance(lower, drug) <= distance(lower, close[0].lower())):
        return Issue(start, end, DRUG, drug, None)
    if not close or _is_variant(lower, options):
        return None
    return Issue(start, end, SPELLING, word, None if drug else _best(lower, options))


def _is_no_name(word: str, option: str) -> bool:
    """Tell whether a word that begins a sentence is an option mistyped, and nobody's name."""
    if len(word) < _NAMELIKE or (word.endswith("'s") and len(word) <= _LONG):
        return False
    known = words("given_names") | words("surnames")
    return word[-1] == option[-1] and not {word, option, option.removesuffix("'s")} & known


def _best(word: str, options: tuple[str, ...]) -> str:
    """Return the option nearest to a word, of rivals the one that Harper puts first."""
    return min(options, key=lambda option: distance(word, option.lower()))


def _is_no_word(word: str) -> bool:
    """Tell whether these are letters that no dictionary holds: acronyms, codes, foreign words."""
    return (
        not 3 < len(word) < 40
        or not word.isascii()
        or not word.replace("'", "").replace("-", "").isalpha()
        or any(letter.isupper() for letter in word[1:])
    )


def _is_slip(word: str, option: str) -> bool:
    """
    Tell whether a word is an option mistyped or misheard, and not a rare word of its own.

    Letters changed places, or it sounds the same, or a consonant is lost or doubled inside a long
    word; `camo` is not a slip for `cam`, nor `medevac` for `medieval`.
    """
    option = option.lower()
    if word[0] != option[0] or option.replace("'", "") == word.replace("'", "") + "s":
        return False
    if sorted(word) == sorted(option) and len(word) > 3:
        return distance(word, option) == 1
    if (
        len(word) > 5
        and _sound(word) == _sound(option)
        and _STEM.sub("", word) != _STEM.sub("", option)
    ):
        return distance(word, option) <= (3 if len(word) > _LONG else 2)
    if word[-1] != option[-1] or word.startswith(_PREFIXES) or distance(word, option) > 1:
        return False
    return len(word) > 7 or (len(word) > 5 and len(option) > len(word))


def _sound(word: str) -> str:
    """Return the consonants of a word as one hears them."""
    for written, heard in _HEARD:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy']", "", word))


def _is_variant(word: str, options: tuple[str, ...]) -> bool:
    """Tell whether a word is the British spelling, the plural or a casual form of an option."""
    known = {option.lower() for option in options}
    forms = {word.removesuffix("s"), word.removesuffix("'s"), f"{word}g", word.replace("-", "")}
    forms |= {word.replace(british, american) for british, american in _BRITISH if british in word}
    return bool((forms - {word}) & known)


def _names(org: Organisation, consents: tuple[str, ...]) -> frozenset[str]:
    known = (org.name, org.city, *org.staff, *org.places, *consents)
    return frozenset(word.strip(".,").lower() for name in known for word in name.split())
