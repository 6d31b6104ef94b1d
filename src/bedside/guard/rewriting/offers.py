"""Offers rewrites of a draft, and only such as the guard lets pass."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from bedside.guard.engine import DEFAULT, Settings, check
from bedside.guard.finding import Severity
from bedside.guard.reading import Term
from bedside.guard.rewriting.pairs import nearest
from bedside.guard.rewriting.parts import Frame, frame, kept
from bedside.guard.rewriting.sayings import CARE, NAMED, PHONE, sayings
from bedside.guard.rewriting.slips import Mood, Slip, slip, speaks_against

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Report

TRIED = 6
"""Rewrites that are read at most: somebody waits, and the next would fit less."""
_ENDS = re.compile(r"(?<=[.!?…]) +")
_BLANKS = re.compile(r" {2,}")
_THANKS = re.compile(r"thank|gracias|merci", re.IGNORECASE)
_ACRONYMS = frozenset({"copd", "hiv", "ivf", "pcos", "ptsd", "rsv"})


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A text to use instead: what makes it safe, and where it comes from."""

    text: str
    why: str
    source: str


def suggestions(
    draft: Draft, report: Report, most: int = 3, settings: Settings = DEFAULT
) -> list[Rewrite]:
    """
    Return up to `most` rewrites of a draft, the closest to it first.

    `report` is what the guard found in the draft. Each rewrite was read by the full guard with the
    same organisation, consents and pictures: it has no error or warning about identifiers,
    disclosures or safety, and no other that the draft had not. An empty list means that nothing
    of the sort was found, or that no wording we know will do.
    """
    made = slip(draft, report)
    if made is None:
        return []
    known = {finding.code for finding in report.findings}
    new = (rewrite for rewrite in _distinct(_candidates(draft, report, made)) if rewrite.text)
    tried = islice((one for one in new if one.text != draft.text), TRIED)
    passing = (one for one in tried if _passes(replace(draft, text=one.text), settings, known))
    return list(islice(passing, most))


def _passes(rewritten: Draft, settings: Settings, known: set[str]) -> bool:
    """Ask the guard, quickly first: most of what fails does so at once."""
    return all(
        not any(
            speaks_against(finding)
            or (finding.severity is not Severity.INFO and finding.code not in known)
            for finding in check(rewritten, settings, quick=quick).findings
        )
        for quick in (True, False)
    )


def _candidates(draft: Draft, report: Report, made: Slip) -> Iterator[Rewrite]:
    around = frame(draft.text, playful=made.mood in {Mood.GLAD, Mood.PLAIN})
    said = list(sayings(made))
    near = list(nearest(draft, made))
    for saying in said[:1]:
        text = _in_place(draft, report, saying)
        if text:
            text = around.around(text, greeted=False)
            yield Rewrite(text, "It keeps what you wrote that tells of nobody.", "your own words")
    for pair in near[:1]:
        yield from _framed(draft, around, pair.safe, f"rewrite {pair.name}")
    for saying in said:
        yield from _framed(draft, around, saying, "usual wording")
    for pair in near[1:]:
        yield from _framed(draft, around, pair.safe, f"rewrite {pair.name}")


def _framed(draft: Draft, around: Frame, template: str, source: str) -> Iterator[Rewrite]:
    """Yield a text with the draft's greeting, and without: a name in it may say too much."""
    text = _filled(template, draft, _phone(draft))
    for greeted in (True, False) if text else ():
        yield Rewrite(around.around(text, greeted=greeted), "One can say this to anybody.", source)


def _in_place(draft: Draft, report: Report, saying: str) -> str:
    """Return the draft with a saying where the first sentence that has to go stood."""
    sentences = list(kept(draft, report))
    staying = "".join(sentence for sentence, stays in sentences if stays)
    if not staying.strip():
        return ""
    phone = _phone(draft)
    reached = bool(phone) and _digits(phone) in _digits(staying)
    text = _filled(saying, draft, "" if reached else phone)
    thanked = _THANKS.search(staying) is not None
    if not (text or thanked):
        return ""
    if thanked:
        text = " ".join(part for part in _ENDS.split(text) if not _THANKS.search(part))
    said, parts = False, []
    for sentence, stays in sentences:
        if stays:
            parts.append(sentence)
        elif not said:
            parts.append(f" {text}")
            said = True
    return _BLANKS.sub(" ", "".join(parts)).strip()


def _filled(template: str, draft: Draft, phone: str) -> str:
    """Fill in number and care; without a number, leave out the sentences that ask to call."""
    care = _care(draft)
    if CARE in template and not care:
        return ""
    text = " ".join(
        sentence.replace(PHONE, phone).replace(CARE, care)
        for sentence in _ENDS.split(template)
        if phone or PHONE not in sentence
    )
    return "" if text.endswith("?") else text


def _phone(draft: Draft) -> str:
    return draft.org.phone or next(iter(draft.org.phones), "")


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _care(draft: Draft) -> str:
    """Return the first thing in the draft that one can wonder about, if there is any."""
    found = (
        term
        for name in ("conditions", "procedures")
        for term in draft.reading.terms.get(name, ())
        if term.word in NAMED
    )
    word = min(found, default=Term(0, 0, "")).word
    return word.upper() if word in _ACRONYMS else word


def _distinct(rewrites: Iterator[Rewrite]) -> Iterator[Rewrite]:
    seen: set[str] = set()
    for rewrite in rewrites:
        if rewrite.text not in seen:
            seen.add(rewrite.text)
            yield rewrite
