"""Rules that speak for the model: what it reads as a fault of copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from bedside.guard.claiming import SOURCE
from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.lexicon import compiled
from bedside.guard.mentioning import is_only_mentioned
from bedside.guard.models.reader import facts
from bedside.guard.rule import Rule
from bedside.guard.wording import expand

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding
    from bedside.guard.models.reader import Span

_SOURCED = compiled(SOURCE)
_DISCOUNT = compiled(r"\b\d{1,2}\s?% (?:off|discount)\b")
SHOWN = 3
"""Stretches that are marked for one fault, the likeliest."""

UNSOFTENED = 0.55
"""How much of the usual chance is enough where much stands out and the text softens nothing."""
SOFTENED = 1.15
"""How much of it is needed where the text denies, hedges or discloses."""
_MUCH = 0.15
"""The share of a text that must be marked to stand out."""
_SOFTENED = compiled(
    r"\b(?:not|no|nor|never|nobody|nothing|none|neither|cannot|\w+n't|without|may|might|can|"
    r"could|some(?! of you)|sometimes|often|usually|most|many|few|either|both|whatever|whether|"
    r"however|ask|you'd like|as you like|free to|welcome|paid partnership|ad|gifted|disclos\w+|"
    r"biased|"
    r"neutral|source|cdc|nhs|study|trial|registry|about \d|\d{4}|us:|ourselves|also|everyone|"
    r"everybody|every patient|all|helps?|risks?|or bad)\b"
)
"""Words by which honest twins of faulty texts deny, hedge, disclose, or turn to everybody."""


class LikelyFault(Rule):
    """
    A rule whose findings are the model's: a fault that it holds for likely, and where.

    `says` gives each label of the rule its message. A fault of the whole text, for which no words
    stand out, is marked at its start, with no length. Where much stands out and nothing in the
    text denies, hedges or discloses, a smaller chance is enough; where something does, a greater
    one is needed.
    """

    severity = Severity.WARN
    kinds = frozenset({Kind.POST, Kind.AD, Kind.PROFILE, Kind.REVIEW_REQUEST, Kind.POLICY})
    quick = False
    again = False
    gives_way = True
    says: ClassVar[Mapping[str, str]]
    spared: ClassVar[Mapping[str, str]] = {}
    """By label, words anywhere in a text, as `expand` takes them, that clear it of the fault."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        opinion = draft.opinion
        if opinion is None:
            return
        folded = draft.reading.folded
        is_soft = _SOFTENED.search(folded) is not None
        for label, message in self.says.items():
            spans = [span for span in opinion.spans if span.label == label]
            marked = sum(span.end - span.start for span in spans)
            stands_out = marked > _MUCH * len(draft.text) and not is_soft
            share = UNSOFTENED if stands_out else SOFTENED if is_soft else 1.0
            enough = share * facts().faults[label]
            if opinion.faults.get(label, 0.0) < enough:
                continue
            if label in self.spared and expand(self.spared[label]).search(folded):
                continue
            why = "Our model has read many texts with and without this fault, and finds it here."
            if spans and all(self._spared(draft, span) for span in spans):
                continue
            for start, end in _likeliest(spans) or [(0, 0)]:
                yield self.at(start, end, message, why=why, label=label)

    def _spared(self, draft: Draft, span: Span) -> bool:
        """Tell whether words are only talked about, or what looks like a fact is none."""
        reading = draft.reading
        if span.label == "CLAIM-EVIDENCE":
            sentence = reading.sentence(span.start)
            priced = _DISCOUNT.search(reading.folded, *sentence)
            if _SOURCED.search(reading.folded, *sentence):
                return True
            if priced and priced.start() <= span.end and span.start <= priced.end():
                return True
        start = span.start + _quote(draft.text[span.start : span.end])
        return is_only_mentioned(reading, start, max(start + 1, span.end - 1))


def _quote(words: str) -> int:
    """Return where a quotation begins inside words, or 0."""
    return next((at + 1 for at, sign in enumerate(words) if sign in "'\"‘“"), 0)


def _likeliest(spans: Sequence[Span]) -> list[tuple[int, int]]:
    chosen = sorted(spans, key=lambda span: -span.score)[:SHOWN]
    return sorted((span.start, span.end) for span in chosen)
