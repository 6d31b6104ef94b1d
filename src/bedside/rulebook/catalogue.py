"""The guard's rules as people read them: families, titles, reasons, examples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bedside.guard.docs import FAMILIES
from bedside.guard.jurisdictions import profiles
from bedside.guard.page import read_page
from bedside.guard.registry import all_rules
from bedside.rulebook.sources import href_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bedside.guard.page import Example, Page
    from bedside.guard.rule import Rule

_FACES = {
    "P": ("user", "Names, dates, places, numbers"),
    "D": ("eyeoff", "That somebody is in care here"),
    "S": ("heart", "Advice to one person, crisis"),
    "C": ("scale", "Safe, best, cure, compare"),
    "L": ("textbox", "Spelling and grammar"),
    "T": ("comment", "Fear, shame, shouting"),
    "W": ("spark", "Words that everybody knows"),
    "A": ("review", "Pictures, links, capitals"),
    "R": ("starf", "Everyone alike, no reward"),
    "M": ("ads", "Targeting, gifts, disclosure"),
    "Y": ("policy", "What a policy may not forbid"),
}

_KINDS = {
    "review_reply": "Reply to a review",
    "review_request": "Request for a review",
    "reply": "Reply",
    "message": "Private message",
    "ad": "Ad",
    "alt_text": "Description of a picture",
    "profile": "Profile",
    "policy": "Staff policy",
    "post": "",
}
"""How a kind of text is called beside an example; a post is what everybody expects."""


@dataclass(frozen=True, slots=True)
class Family:
    """Rules whose codes begin with the same letter."""

    letter: str
    name: str
    icon: str
    hint: str


@dataclass(frozen=True, slots=True)
class Sample:
    """One example: what it answers, if anything, and its text in pieces, those marked true."""

    about: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Card:
    """One rule with its page."""

    rule: Rule
    page: Page
    family: Family

    @property
    def code(self) -> str:
        return self.rule.code

    @property
    def title(self) -> str:
        return self.page.title.rstrip(".")

    @property
    def why(self) -> str:
        """Why it matters, as one paragraph."""
        return " ".join(self.page.why.split())

    @property
    def gist(self) -> str:
        """The first sentence of the reason."""
        return re.split(r"(?<=[.!?])\s", self.why, maxsplit=1)[0]

    @property
    def instead(self) -> str:
        return " ".join(self.page.instead.split())

    @property
    def href(self) -> str:
        return href_of(self.rule.source)

    @property
    def only(self) -> str:
        """The places under whose law alone it is read for; empty where it always is."""
        return ", ".join(
            place.name for code, place in profiles().items() if code in self.rule.jurisdictions
        )

    @property
    def flagged(self) -> list[Sample]:
        return [_sample(example) for example in self.page.flagged]

    @property
    def fine(self) -> list[Sample]:
        return [_sample(example) for example in self.page.fine]

    def holds(self, words: str) -> bool:
        """Tell whether all words stand in its code, title, reason or source."""
        text = f"{self.code} {self.title} {self.why} {self.rule.source} {self.rule.label}".lower()
        return all(word in text for word in words.lower().split())


@cache
def families() -> Mapping[str, Family]:
    """Return all families that have rules, by their letter, in their order."""
    there = {rule.code[0] for rule in all_rules()}
    return {
        letter: Family(letter, name, *_FACES[letter])
        for letter, name in FAMILIES.items()
        if letter in there
    }


@cache
def cards() -> Mapping[str, Card]:
    """Return every rule by its code, family by family."""
    return {
        rule.code: Card(rule, read_page(rule), family)
        for family in families().values()
        for rule in all_rules()
        if rule.code.startswith(family.letter)
    }


def _sample(example: Example) -> Sample:
    draft = example.draft
    about = _KINDS[draft.kind.value]
    if draft.reply_to:
        about = f"{about} to “{draft.reply_to}”"
    if draft.consents:
        consent = f"with the consent of {', '.join(draft.consents)}"
        about = f"{about}, {consent}" if about else consent.capitalize()
    return Sample(about, tuple(_pieces(example)))


def _pieces(example: Example) -> Iterator[tuple[str, bool]]:
    text, at = example.draft.text, 0
    for start, end in example.marks:
        if at < start:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False
