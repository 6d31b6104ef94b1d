"""The shape of a rule: one class, one file, whose docstring is its public page and its test."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from bedside.guard.draft import Draft, Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.lexicon import compiled
from bedside.guard.prefilter import needs

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

PUBLIC_KINDS = frozenset(Kind) - {Kind.POLICY}
REPLIES = frozenset({Kind.REPLY, Kind.REVIEW_REPLY})
ANSWERS = REPLIES | {Kind.MESSAGE}
TALK = frozenset({Kind.REPLY, Kind.MESSAGE})
"""Answers to what may be about anything; a review is about its writer."""
POSTS = frozenset({Kind.POST, Kind.AD})
MOST = 50
"""How often one phrase is looked for in one text; nobody reads more, and hostile texts end."""


class Rule(ABC):
    """
    Finds one kind of fault.

    The first paragraph of a subclass's docstring is its title; the headings `Why it matters`,
    `Flagged`, `Fine` and `Instead` are required. In `Flagged`, the words in brackets are exactly
    what the rule marks. A line may begin with a kind and a colon (`review_reply: ...`); the default
    is the first of `kinds` that is `post`, or else the first in alphabetical order. After the kind
    may stand what is answered and who consented:
    `review_reply to "My tooth broke": ...`, `post by consent of Rosa Marquez: ...`.
    """

    code: ClassVar[str]
    label: ClassVar[str]
    severity: ClassVar[Severity]
    floor: ClassVar[Severity | None] = None
    """The law's floor: settings cannot bring the rule's findings below it, nor switch it off."""
    source: ClassVar[str] = ""
    jurisdictions: ClassVar[frozenset[str]] = frozenset()
    """The places where its law holds, by their codes in `guard.jurisdictions`; none: anywhere."""
    kinds: ClassVar[frozenset[Kind]] = PUBLIC_KINDS
    quick: ClassVar[bool] = True
    """Cheap enough for every keystroke (microseconds); others run in the full check only."""
    again: ClassVar[bool] = True
    """Asked again at sending; not where the answer rests on words alone, which approval binds."""
    doubted: ClassVar[frozenset[Kind]] = frozenset()
    """Kinds of text in which its words often mislead: there it needs the model (`fusion`)."""
    gives_way: ClassVar[bool] = False
    """Says nothing of words where another rule finds a disclosure no less grave, and explains."""
    explains: ClassVar[bool] = False
    """Only a hint where another rule of identifiers or disclosures stops the text already."""
    cues: ClassVar[frozenset[str]] = frozenset()
    """Lower-case words; a text with none of them is not searched. Empty: every text is."""

    @abstractmethod
    def find(self, draft: Draft) -> Iterator[Finding]:
        """Yield every place in the draft that this rule speaks against."""

    def is_quick(self, kind: Kind) -> bool:
        """Tell whether a quick check asks this rule of such a text."""
        return self.quick and kind not in self.doubted

    def at(
        self,
        start: int,
        end: int,
        message: str,
        *,
        suggestion: str | None = None,
        severity: Severity | None = None,
        label: str = "",
        why: str = "",
    ) -> Finding:
        """Build a finding of this rule for `text[start:end]`."""
        return Finding(
            code=self.code,
            label=label or self.label,
            severity=severity or self.severity,
            start=start,
            end=end,
            message=message,
            why=why,
            source=self.source,
            suggestion=suggestion,
        )


class PhraseRule(Rule):
    """
    A rule that is a list of phrases.

    `phrases` are patterns as `lexicon.compiled` takes them, for folded text; each begins and ends
    at the edge of a word. A group named `mark` narrows what is marked. A match is dismissed where
    `unless` is found in its sentence; with `particular`, where the sentence speaks of anybody
    before it ("if you", "whoever", "patients"); with `specific`, where any part of the sentence
    is advice or policy ("usually", "please call", "each"). With `told`, a match in a reply to a
    comment stands only where the clause tells of something that happened: people ask there about
    health in general, while below a review everything is about the reviewer.
    """

    message: ClassVar[str]
    why: ClassVar[str] = ""
    suggestion: ClassVar[str | None] = None
    phrases: ClassVar[tuple[str, ...]]
    unless: ClassVar[str] = ""
    particular: ClassVar[bool] = False
    specific: ClassVar[bool] = False
    told: ClassVar[bool] = False
    in_message: ClassVar[Severity | None] = None
    """The severity in a private message, where that differs."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        for start, end in self.stretches(draft):
            yield self.at(
                start,
                end,
                self.message,
                suggestion=self.suggest(draft.text[start:end]),
                severity=self.in_message if draft.kind is Kind.MESSAGE else None,
                why=self.why,
            )

    def suggest(self, stretch: str) -> str | None:
        """Return safe words to put in place of exactly this stretch, if there are any."""
        return self.suggestion

    def stretches(self, draft: Draft) -> Iterator[tuple[int, int]]:
        """Yield start and end of all matches that stand, the leftmost and longest of rivals."""
        matches = [
            match
            for pattern, needed in self._patterns
            if draft.reading.holds(needed)
            for match in islice(_at_word_starts(pattern, draft.reading.folded), MOST)
            if self.stands(draft, match)
        ]
        matches.sort(key=lambda match: (match.start(), -match.end()))
        reached = 0
        for match in matches:
            start, end = match.span("mark") if "mark" in match.re.groupindex else match.span()
            if start >= reached and start < end:
                yield start, end
                reached = end

    def stands(self, draft: Draft, match: re.Match[str]) -> bool:
        """Tell whether a match counts, given the sentence it stands in."""
        reading, start = draft.reading, match.start()
        if self.particular and reading.speaks_of_anybody(start):
            return False
        if self.specific and reading.speaks_generally(start):
            return False
        if self.told and draft.kind is Kind.REPLY and not reading.narrates(start):
            return False
        if self._unless is None:
            return True
        begin, end = reading.sentence(start)
        return not self._unless.search(reading.folded, begin, max(end, match.end()))

    @cached_property
    def strings(self) -> frozenset[str]:
        """All strings that phrases need: what the engine looks for before it asks the rule."""
        return frozenset().union(*(needed for _, needed in self._patterns))

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
        patterns = [compiled(f"(?:{phrase})(?!'?[^\\W_])") for phrase in self.phrases]
        return tuple((pattern, needs(pattern)) for pattern in patterns)

    @cached_property
    def _unless(self) -> re.Pattern[str] | None:
        return compiled(self.unless) if self.unless else None


def _at_word_starts(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """
    Yield matches that begin where a word begins.

    The check stands here and not in the pattern as a boundary: a pattern that begins with a
    letter lets `re` skip ahead to that letter.
    """
    match = pattern.search(text)
    while match:
        start = match.start()
        stands = not start or not (text[start - 1].isalnum() and text[start].isalnum())
        if stands:
            yield match
        match = pattern.search(text, max(match.end(), start + 1) if stands else start + 1)
