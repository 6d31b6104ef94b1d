"""The shape of a signal: one class, one file, whose docstring is its page and its test."""

from __future__ import annotations

import re
from abc import ABC
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from bedside.guard.triage.message import Flag, Tier
from bedside.guard.triage.phrase import Phrase, whole_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bedside.guard.reading import Reading

_DENIED = re.compile(
    r"(?:\b(?:not|no|never|without|neither|nor|isn't|aren't|wasn't|don't|didn't|doesn't|won't|"
    r"wouldn't|hardly|nunca|sin|jamais|sans)|n't)(?: [a-z']{1,12}){0,3} $"
)
_LIKENED = re.compile(r"\b(?:like|as if|as though|feels?|felt|como|comme)(?: [a-z']{1,12}){0,2} $")
_PAST = re.compile(
    r"\b(?:(?:years?|months?|summers?|winters?|springs?|autumns?|christmases|decades?) "
    r"(?:ago|back|later|on\b(?!ly)|since)|in (?:19|20)\d\d|last (?:year|spring|summer|autumn|fall|"
    r"winter|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|christmas)|used to|back then|years? (?:clean|sober)|(?:that|it) was (?:in )?"
    r"(?:the|january|february|march|april|may|june|july|august|september|october|november|"
    r"december)|no longer|not any ?more|when i was|as a (?:kid|child|teenager)|hace (?:un|dos|tres|"
    r"\w+) (?:año|mes)(?:e?s)?|il y a \w+ (?:ans?|mois)|home by morning|all.clear|back in (?:the|"
    r"january|february|"
    r"march|april|may|june|july|august|september|october|november|december)|easters ago|"
    r"never looked "
    r"back|fully recovered|back to normal|saved (?:my|his|her|our) (?:life|dad|mum|mom|son))\b"
)
_NOW = re.compile(
    r"\b(?:(?:right )?now|tonight|today|this (?:morning|minute|second|week|time)|at the moment|"
    r"currently|again|still|already|just now|as i type|tomorrow|later|soon|goodbye|"
    r"ahora|hoy|esta noche|mañana|ce soir|maintenant|demain)\b"
)


NEAR: Final = 300
"""Characters that the pieces of a hint lie apart at most."""


class Hit(NamedTuple):
    """
    A stretch that gives a flag, and the least tier that it asks for.

    A hint is heard only where the model finds the message somewhat likely to be urgent too.
    """

    start: int
    end: int
    flag: Flag
    tier: Tier
    is_hint: bool = False


class Signal(ABC):
    """
    Finds what gives one flag.

    `urgent`, `grave` and `plain` are phrases (see `Phrase`). The first two ask for a tier at least:
    urgent, harsh. Of `together`, one is nothing and two different ones are urgent. Where nothing is
    urgent, a hint is given if each phrase of one of `hints` is found, in any order and near the
    first, which is marked; of it the model has the last word. A match is dismissed where `unless`
    is found in its sentence, where it is denied right before ("never", "isn't"), and, unless
    `literal`, where it is only likened ("felt like"). With `current`, it is also dismissed in a
    story of the past, if its sentence has no word for now.
    """

    flag: ClassVar[Flag]
    urgent: ClassVar[tuple[str, ...]] = ()
    grave: ClassVar[tuple[str, ...]] = ()
    plain: ClassVar[tuple[str, ...]] = ()
    together: ClassVar[tuple[str, ...]] = ()
    hints: ClassVar[tuple[tuple[str, ...], ...]] = ()
    unless: ClassVar[str] = ""
    literal: ClassVar[bool] = False
    current: ClassVar[bool] = False

    def find(self, reading: Reading) -> Iterator[Hit]:
        """Yield what gives the flag, or else hints of it; phrases that overlap are one stretch."""
        found = list(_merged(self._hits(reading)))
        yield from found
        if all(hit.tier is not Tier.URGENT for hit in found):
            yield from _merged(self._hinted(reading))

    def _hits(self, reading: Reading) -> Iterator[Hit]:
        for tier, phrases in self._phrases:
            for phrase in phrases:
                for start, end in self._stretches(reading, phrase):
                    yield Hit(start, end, self.flag, tier)
        pieces = [list(self._stretches(reading, phrase)) for phrase in self._together]
        if sum(map(bool, pieces)) > 1:
            for start, end in (span for spans in pieces for span in spans):
                yield Hit(start, end, self.flag, Tier.URGENT)

    def _hinted(self, reading: Reading) -> Iterator[Hit]:
        for first, *others in self._hints:
            stretches = list(self._stretches(reading, first))
            pieces = [list(self._stretches(reading, one)) for one in others if stretches]
            for start, end in stretches:
                if all(any(_near((start, end), one) for one in spans) for spans in pieces):
                    yield Hit(start, end, self.flag, Tier.URGENT, is_hint=True)

    def _stretches(self, reading: Reading, phrase: Phrase) -> Iterator[tuple[int, int]]:
        for match in phrase.matches(reading):
            if self._stands(reading, match):
                yield match.span()

    def _stands(self, reading: Reading, match: re.Match[str]) -> bool:
        start, text = match.start(), reading.folded
        begin, end = reading.sentence(start)
        before = text[max(begin, start - 40) : start]
        if _DENIED.search(before) or (not self.literal and _LIKENED.search(before)):
            return False
        if self._unless and self._unless.search(text, begin, max(end, match.end())):
            return False
        return not self.current or _NOW.search(text, begin, end) is not None or not is_past(reading)

    @cached_property
    def strings(self) -> frozenset[str]:
        """All strings that phrases need: what is looked for before the signal is asked."""
        phrases = [*self._together, *(one for _, some in self._phrases for one in some)]
        phrases += [one for scene in self._hints for one in scene]
        return frozenset().union(*(phrase.strings for phrase in phrases))

    @cached_property
    def _phrases(self) -> tuple[tuple[Tier, tuple[Phrase, ...]], ...]:
        told = (
            (Tier.URGENT, self.urgent),
            (Tier.HARSH, self.grave),
            (Tier.FRIENDLY, self.plain),
        )
        return tuple((tier, tuple(map(Phrase, phrases))) for tier, phrases in told if phrases)

    @cached_property
    def _together(self) -> tuple[Phrase, ...]:
        return tuple(map(Phrase, self.together))

    @cached_property
    def _hints(self) -> tuple[tuple[Phrase, ...], ...]:
        return tuple(tuple(map(Phrase, scene)) for scene in self.hints)

    @cached_property
    def _unless(self) -> re.Pattern[str] | None:
        return whole_words(self.unless) if self.unless else None


def _merged(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield hits of one signal in their order, those that overlap as one."""
    joined: Hit | None = None
    for hit in sorted(hits):
        if joined is None or hit.start >= joined.end:
            if joined is not None:
                yield joined
            joined = hit
            continue
        end, tier = max(joined.end, hit.end), max(joined.tier, hit.tier)
        joined = joined._replace(end=end, tier=tier)
    if joined is not None:
        yield joined


def _near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two stretches lie near each other and do not overlap."""
    return 0 <= max(one[0], other[0]) - min(one[1], other[1]) <= NEAR


def is_past(reading: Reading) -> bool:
    """Tell whether a text tells of what is long over."""
    return _PAST.search(reading.folded) is not None
