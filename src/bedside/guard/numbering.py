"""The base of rules for numbers that stand for one person, each named by the words before it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from bedside.guard.finding import Severity
from bedside.guard.lexicon import compiled
from bedside.guard.rule import PhraseRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

FAR = 70
"""Characters between a number and the word that names it, in one sentence."""

LINK = (
    r"(?:(?<![a-z])|(?![a-z]))(?: (?:number|numbers|num|no|nr|id|code|n°|nº|número|numéro))?[.:]?"
    r"(?: (?:we have|on file|on (?:the|his|her|their|your) \w+|for [a-z]{2,12}(?: [a-z]{2,12})?))?"
    r"(?:,? ?(?:is|was|reads|reading|says|shows|es|est|still|=|of|ends? (?:in|with)|"
    r"ending(?: (?:in|with))?|begins with|starts with|terminada en))?[.:]{0,2} ?"
    r"[#(\"'\[]? ?(?:no\.? ?)?"
)
"""What stands between the name of a number and the number: "no.", "is", "#", ": ", "ending in"."""

_FIGURE = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
SAID = rf"{_FIGURE}(?:[ ,.-]{{1,2}}{_FIGURE}){{4,11}}"
"""Five figures or more, spelled."""
NUMBER = (
    rf"(?:\d(?: \d){{4,11}}(?![\w:%])|{SAID}|"
    r"(?:(?!(?:for|of|in|on|at|to|up|by|and|the|all|are|has|had|no|am|pm|or|as|is|was|"
    r"our|your|my|her|his|we|you|be|about|over|than|from|with|into|only|just|its|this|that) )"
    r"[a-z]{2,4} (?=\d{3}))?(?!0+(?![\w-]| \d))(?=(?:[a-z./-]{0,4}\d){3}|\d\d? \d{3})[a-z\d]{1,20}"
    r"(?:[-./*][a-z]{0,4}\d[a-z\d]{0,12}| \d{2,7}(?![\d:%,]| ?(?:am|pm|to)\b)|"
    r" [a-z]{1,2}\d[a-z\d]{0,5}|-[a-z]{1,3}(?![a-z])){0,5})"
)
"""Three digits or more, with letters, dashes and spaces among them; or five and more, spelled."""

# Words before a number that say it is a thing's, a law's, nobody's, or the provider's own.
_LOOKALIKE = re.compile(
    r"\b(?:isbn|issn|doi|irb|npi|ein|tax id|clia|ndc|cpt|icd(?:-10)?|hcpcs|wcag|rfc|iso|posting|"
    r"requisition|hiring|vacancy|(?<!parking )(?<!the )lots?(?: (?:number|no)s?)?|batch|model|"
    r"part (?:no|number)|"
    r"catalog|sku|grant|award|permit|"
    r"docket|bill|statute|section|form|version|fictional|fake|made[- ]up|e\.g\.|(?<!\.)example|"
    r"sample|looks? like|police|pd|"
    r"test (?:patient|strip|record)|demo|placeholder|clinical trial|raffle|nct\d+)\b[^.!?\n]{0,40}$"
)
_OURS = re.compile(
    r"\bour (?:own |new |old )?(?:\w+ ){0,3}(?:licen[cs]e|account|permit|certificate|accreditation|"
    r"policy|plate|van|bus|truck|trailer|ambulance|blood-mobile|treadmill|scanner|machine|fleet|"
    r"facility|pharmacy|clinic|wifi|printer|practice|hospital|office)\b[^!?\n]{0,80}$"
)
_FOR_US = re.compile(r" (?:for|of|on) our\b")
_THINGS = re.compile(
    r"\b(?:lots?|part|forms?|model|cpt|ndc|code|codes|billing code|item|catalog|flight|bus|suite|"
    r"room|section|cfr|version|npi|ccn|tax id|line|posting|bib|zip|ext|extension|book|box|"
    r"https?|dial|text|abn|provider no|invoice|reference)\b[^\w]{0,3}(?:\w+ ){0,2}$"
)
_PREFIX = re.compile(r"[a-z]{1,4}(?= )")
_OTHERS = re.compile(
    r"\brecall(?:ed|s)? (?:alert|notice)|\b(?:serials|numbers) \w+ (?:to|through)\b|"
    r"\b(?:ach|printer|supplier|vendor|courier|linen)\b|\bour provider\b|\bwe(?:'re| are) hiring\b"
)
_SOMEBODY = re.compile(
    r"\b(?:you|your|yours|ur|he|she|him|his|her|hers|their|my|mr|mrs|ms|sir|whoever|somebody|owner|"
    r"patients?|client|client's|resident|claimant|guy|man|lady|woman|gentleman|fella|bloke|baby|kid|"
    r"mom|mom's|mum|dad|dad's|wife|husband|daughter|son|grandma|bed|rm|found|left|handed|tu|su|"
    r"\d{1,2}(?:am|pm)|[a-z]{2,14}'s|room \d+|hi [a-z]+)\b"
)


class NumberRule(PhraseRule):
    """
    A number that leads to one person's record, named by what stands before it.

    Numbers of things, laws and of the provider itself, and those of nobody (all noughts), are none.
    """

    label = "ID-NUMBER"
    severity = Severity.ERROR
    floor = Severity.ERROR
    message = "This is a number that stands for one person."
    why = "Whoever can look the number up knows who is meant."
    of_things: ClassVar[bool] = True
    """Whether words such as "lot" and "model" before the number dismiss it."""
    named: ClassVar[str] = ""
    """Words that name a number which stands further on in the sentence, and speak of somebody's."""
    alone: ClassVar[str] = ""
    """Words that name one that stands further on, and need nobody else to be spoken of."""
    after: ClassVar[str] = ""
    """Words that name a number which stands just before them: "R7-44-1 is her chart"."""

    def stretches(self, draft: Draft) -> Iterator[tuple[int, int]]:
        far = list(self._far(draft)) if self._names and draft.reading.codes else []
        if not far:
            yield from super().stretches(draft)
            return
        reached = 0
        for start, end in sorted(
            [*super().stretches(draft), *far], key=lambda stretch: (stretch[0], -stretch[1])
        ):
            if start >= reached:
                yield start, end
                reached = end

    def _far(self, draft: Draft) -> Iterator[tuple[int, int]]:
        """Yield number-shaped words of a sentence that names such a number of somebody."""
        folded = draft.reading.folded
        for start, end in draft.reading.codes:
            begin, stop = draft.reading.sentence(start)
            before = folded[max(begin, start - FAR) : start]
            own = _PREFIX.match(folded, start, end)
            told = before + (own[0] if own else "")
            named = self._named(told, folded[end : min(stop, end + FAR)])
            if (
                not named
                or _OTHERS.search(folded, begin, stop)
                or _THINGS.search(before)
                or is_lookalike(folded, start, end)
            ):
                continue
            if named == "alone" or _SOMEBODY.search(folded, *draft.reading.around(start)):
                yield start, end

    def _named(self, before: str, after: str) -> str | None:
        """Return by which of the rule's words a number is named, given what stands around it."""
        for name in ("alone", "named"):
            if name in self._names and self._names[name].search(before):
                return name
        return "after" if "after" in self._names and self._names["after"].match(after) else None

    @cached_property
    def _names(self) -> dict[str, re.Pattern[str]]:
        given = {"named": self.named, "alone": self.alone, "after": self.after}
        starts = {"named": r"\b", "alone": r"\b", "after": ""}
        return {
            name: compiled(rf"{starts[name]}(?:{words})(?!\w)")
            for name, words in given.items()
            if words
        }

    def stands(self, draft: Draft, match: re.Match[str]) -> bool:
        start = match.start("mark") if "mark" in match.re.groupindex else match.start()
        folded = draft.reading.folded
        if self.of_things and is_lookalike(folded, start, match.end()):
            return False
        if _OURS.search(folded, max(0, start - 100), match.end()):
            return False
        return super().stands(draft, match)


def is_lookalike(folded: str, start: int, end: int) -> bool:
    """Tell whether a number in a folded text is a thing's, a law's, or the provider's own."""
    begin = max(0, start - 100)
    if _LOOKALIKE.search(folded, begin, start):
        return True
    return _OURS.search(folded, begin, end) is not None or _FOR_US.match(folded, end) is not None
