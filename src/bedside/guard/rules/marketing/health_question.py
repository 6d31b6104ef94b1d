from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import Rule
from bedside.guard.wording import expand, terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_ABOUT_SERVICE = (
    r"(?:^|: ['\"]?)[\"'( ]*(?:what|where|when|how|who|why|which|looking for|need an?\b|"
    r"need help (?:with (?:forms|paperwork|parking))|want to (?:know|learn|see|visit|"
    r"join)|questions?|prefer|new to (?:town|the)|did you know|are you a candidate|"
    r"when did|thinking about|can (?:we|i)|could|would|ready to (?:book|meet|learn|join)|"
    r"like company|hours|got (?:questions|a minute|five)|curious|moving|visiting|"
    r"walk-?ins?|no (?:gp|doctor|dentist|insurance|time)|changed your mind|you know|parking|"
    r"referral|travell?ing|"
    r"do you (?:offer|take|accept|speak|know|see|need an?)|is it|are (?:we|they|there|"
    r"walk)|fees|cost|will)\b"
)
_STATE = (
    r"\b(?:you|your|you're|foggy|furious|tired|exhausted|sleepless|no sleep|awake|lonely|"
    r"alone|bottle|drinking|sober|craving|aching?|aches|hurts?|hurting|sore|stiff|"
    r"swollen|itchy|numb|leaking|leaks|bald|thinning|wrinkles?|saggy|overweight|pounds|"
    r"pregnant|nauseous|dizzy|anxious|panicky|panic|sad|low|depressed|stressed|angry|"
    r"ashamed|snores?|snoring|forgetful|sweats?|sweating|flushes|bloated|constipated|"
    r"crooked|yellow|stained|gappy|fifty|sixty|forty|over \d\d|single (?:dad|mum|mom|"
    r"mother|father|parent)|limp|limping|wheez\w+|cough\w*|dentures|stammer|stutter|"
    r"wetting|period|divorced|broke|addicted|hooked|hungover|gay|trans|black|disabled|"
    r"diagnosis|diagnosed|infertile)\b"
)


@dataclass(frozen=True)
class _Question:
    start: int
    end: int
    text: str


class HealthQuestion(Rule):
    """
    An ad that opens with a question about the reader's health.

    ## Why it matters
    The question works only on those who have the condition, which is why ad networks read it as
    naming them.

    ## Flagged
    - ad: [Fifty, foggy and furious?] Hormone clinic in Bath.
    - ad: [Back hurts again?] Physio in Leith.

    ## Fine
    - ad: Like company on a walk? Join our free stroll.
    - ad: Looking for a dentist? We have room for new patients.

    ## Instead
    Begin with the service and the place.
    """

    code = "M003"
    label = "ADS-ATTRIBUTE"
    severity = Severity.WARN
    source = "Meta Advertising Standards, personal attributes; Google Ads, personalized advertising"
    kinds = frozenset({Kind.AD})
    doubted = frozenset({Kind.AD})

    def find(self, draft: Draft) -> Iterator[Finding]:
        for question in _questions(draft):
            if expand(_ABOUT_SERVICE).search(question.text):
                continue
            ill = any(
                question.start <= start < question.end
                for start, _ in terms(draft.reading, "conditions")
            )
            if ill or expand(_STATE).search(question.text):
                message = "This question is for people with one condition only: it names them."
                yield self.at(question.start, question.end, message)


def _questions(draft: Draft) -> Iterator[_Question]:
    """Yield the questions of a text that are short enough to be a headline."""
    folded = draft.reading.folded
    mark = folded.find("?")
    while 0 <= mark < 2000:
        start, _ = draft.reading.sentence(mark)
        start += len(folded[start:mark]) - len(folded[start:mark].lstrip(" \"'("))
        if mark - start < 110:
            yield _Question(start, mark + 1, folded[start : mark + 1])
        mark = folded.find("?", mark + 1)
