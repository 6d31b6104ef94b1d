"""
Slips of language, planted into good sentences for the model to find.

What people really get wrong: words that sound alike, agreement, articles, apostrophes, tenses,
words twice or not at all. Each slip marks the word that a proofreader would underline. The texts
of our authors are taken for correct; where they are not, the model is taught to be lenient.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bedside.guard.draft import Draft
from examples import SLIP, Example, Marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from random import Random

WORDS = Path(__file__).parent / "data" / "confusions.txt"
Change = tuple[int, int, str, int, int]
"""Start and end of what is replaced, the new words, and which of them is marked."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_END = re.compile(r"(?<=[.!?])\s+")
_SENTENCE = re.compile(r"[A-Z][^#@\n]{12,220}[.!?]")
_PAIRS = {
    "is": "are",
    "are": "is",
    "was": "were",
    "were": "was",
    "has": "have",
    "have": "has",
    "does": "do",
    "doesn't": "don't",
    "don't": "doesn't",
    "this": "these",
    "these": "this",
    "that": "those",
    "those": "that",
    "much": "many",
    "many": "much",
    "fewer": "less",
    "i": "me",
    "we": "us",
    "they": "them",
    "she": "her",
    "he": "him",
    "seen": "saw",
    "saw": "seen",
    "done": "did",
    "did": "done",
    "went": "gone",
    "gone": "went",
    "came": "come",
    "took": "taken",
    "taken": "took",
    "given": "gave",
    "gave": "given",
    "begun": "began",
    "began": "begun",
    "good": "well",
    "well": "good",
    "better": "more better",
    "themselves": "theirselves",
    "himself": "hisself",
    "have been": "has been",
    "could have": "could of",
    "should have": "should of",
    "would have": "would of",
    "might have": "might of",
    "must have": "must of",
    "used to": "use to",
    "supposed to": "suppose to",
    "as well as": "as well has",
    "regardless": "irregardless",
    "different from": "different then",
    "better than": "better then",
    "more than": "more then",
    "rather than": "rather then",
    "less than": "less then",
    "a lot": "alot",
    "all right": "alright",
    "any more": "anymore",
    "interested in": "interested on",
    "depends on": "depends of",
    "looking forward to seeing": "looking forward to see",
    "look forward to seeing": "look forward to see",
    "able to": "able too",
    "going to": "going too",
    "want to": "want too",
    "me and": "myself and",
    "anyone": "any one",
    "everyone": "every one",
    "an hour": "a hour",
}
_PAIRED = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, _PAIRS), key=len, reverse=True)) + r")\b", re.I
)
_CONTRACTED = re.compile(r"\b([A-Za-z]+)['’](t|s|re|ve|ll|d|m)\b")
_ARTICLE = re.compile(r"\b(an?)(?= [A-Za-z])", re.I)
_DROPPED = re.compile(r"\b(?:the|a|an|to|of|is|are|was|for|in|on|with|be)\b ", re.I)
_PLURAL = re.compile(r"\b[a-z]{3,}s\b")
_VERBS = _listed(
    """
    accept answer arrive ask begin bring call care carry check close come cost cover do eat feel
    find follow get give go happen have hear help hold include join keep know last leave like
    live look love make mean meet need offer open pay play provide put read remain require run
    say see send serve share show sit sleep speak stand start stay stop support take talk teach
    tell think treat try turn understand use visit wait walk want watch wear work write
    """
)
_VERB = re.compile(
    rf"\b(?P<before>[A-Za-z']+) "
    rf"(?P<verb>(?:{'|'.join(sorted(_VERBS))})(?:e?s)?|tr(?:y|ies)|carries)\b"
)
_BASE = _listed(
    """
    to can can't could will won't would should may might must don't doesn't didn't did let
    please and or not never a the an of for in your our my this that
    """
)
_PAST = re.compile(r"\b[a-z]{3,}ed\b")
_NO_PLURALS = _listed(
    """
    this his hers its was has does yes us plus less always perhaps across besides sometimes
    yours ours theirs towards afterwards is as news series diabetes rabies measles mumps
    shingles hiccups kids thanks
    """
)


def sentences(some: Iterable[Example]) -> Iterator[Example]:
    """Yield the English sentences of examples that begin and end as sentences do."""
    for example in some:
        if example.language == "en" and not any(span.label in SLIP for span in example.spans):
            for text in _END.split(example.draft.text):
                if _SENTENCE.fullmatch(text) and text.count(" ") > 2:
                    yield replace(example, draft=Draft(text), verdict=None, spans=(), known=SLIP)


def slipped(sentence: Example, random: Random) -> Example:
    """Plant no slip, one or two into a sentence, and mark them."""
    for _ in range(random.choice((0, 0, 1, 1, 1, 2))):
        sentence = _planted(sentence, random)
    return sentence


def _planted(example: Example, random: Random) -> Example:
    text = example.draft.text
    for make in random.sample(_MAKERS, len(_MAKERS)):
        changes = [
            change
            for change in make(text, random)
            if all(change[1] < span.start or span.end < change[0] for span in example.spans)
        ]
        if changes:
            start, end, new, first, last = random.choice(changes)
            shift = len(new) - (end - start)
            spans = [
                s if s.end <= start else Marked(s.start + shift, s.end + shift, s.label)
                for s in example.spans
            ]
            spans.append(Marked(start + first, start + last, "PROOF"))
            changed = replace(example.draft, text=text[:start] + new + text[end:])
            return replace(example, draft=changed, spans=tuple(spans))
    return example


def _confused(text: str, random: Random) -> Iterator[Change]:
    for match in _WORD.finditer(text):
        others = _CONFUSIONS.get(match[0].lower().replace("’", "'"))
        if others:
            yield _instead(match, random.choice(others))


def _disagreeing(text: str, _: Random) -> Iterator[Change]:
    for match in _PAIRED.finditer(text):
        yield _instead(match, _PAIRS[match[0].lower()])
    for match in _VERB.finditer(text):
        verb = match["verb"]
        if match["before"].lower() not in _BASE:
            if verb.endswith("ies"):
                new = f"{verb[:-3]}y"
            elif verb.endswith("s"):
                new = verb[:-2] if verb in {"goes", "does", "watches", "teaches"} else verb[:-1]
            else:
                new = f"{verb[:-1]}ies" if verb in {"try", "carry"} else f"{verb}s"
            yield (*match.span("verb"), new, 0, len(new))


def _without_apostrophe(text: str, _: Random) -> Iterator[Change]:
    for match in _CONTRACTED.finditer(text):
        yield _instead(match, match[1] + match[2])


def _with_apostrophe(text: str, _: Random) -> Iterator[Change]:
    for match in _PLURAL.finditer(text):
        if match[0] not in _NO_PLURALS and not match[0].endswith(("ss", "us", "is")):
            yield _instead(match, f"{match[0][:-1]}'s")


def _other_article(text: str, _: Random) -> Iterator[Change]:
    for match in _ARTICLE.finditer(text):
        yield _instead(match, "a" if len(match[1]) == 2 else "an")


def _twice(text: str, random: Random) -> Iterator[Change]:
    for match in random.sample(list(_WORD.finditer(text)), min(3, len(_WORD.findall(text)))):
        if len(match[0]) > 1:
            new = f"{match[0]} {match[0].lower()}"
            yield (*match.span(), new, 0, len(new))


def _left_out(text: str, _: Random) -> Iterator[Change]:
    """Drop a small word; what follows is marked, for there the reader stumbles."""
    for match in _DROPPED.finditer(text):
        following = _WORD.match(text, match.end())
        if match.start() and following and text[match.start() - 2 : match.start() - 1].isalnum():
            yield match.start(), following.end(), following[0], 0, len(following[0])


def _wrong_tense(text: str, _: Random) -> Iterator[Change]:
    for match in _PAST.finditer(text):
        yield _instead(match, match[0][:-1] if match[0][-3] == "e" else match[0][:-2])


def _instead(match: re.Match[str], new: str) -> Change:
    """Put other words in place of a match, with its capital."""
    if match[0].isupper() and len(match[0]) > 1:
        new = new.upper()
    elif match[0][0].isupper():
        new = new[0].upper() + new[1:]
    return (*match.span(), new, 0, len(new))


def _confusions() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            alike = line.split()
            for word in alike:
                found.setdefault(word, []).extend(other for other in alike if other != word)
    return found


_CONFUSIONS = _confusions()
_MAKERS: tuple[Callable[[str, Random], Iterator[Change]], ...] = (
    _confused,
    _confused,
    _confused,
    _disagreeing,
    _disagreeing,
    _without_apostrophe,
    _without_apostrophe,
    _with_apostrophe,
    _other_article,
    _twice,
    _left_out,
    _wrong_tense,
)
