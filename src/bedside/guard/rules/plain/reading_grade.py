from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.readability import count_syllables, grade, sentences
from bedside.guard.rule import Rule
from bedside.guard.rules.plain.jargon import FOR_COLLEAGUES
from bedside.guard.wording import expand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_GOAL = 8
_LIMIT = 12
_NAMED = 3


class ReadingGrade(Rule):
    """
    A text that asks for many years of school.

    ## Why it matters
    Half of American adults read at or below grade 8. What they cannot read, they cannot use.

    ## Flagged
    - [Participation in structured cardiovascular rehabilitation significantly diminishes
      subsequent hospitalization]. Multidisciplinary evaluation determines individual eligibility.

    ## Fine
    - Heart classes help people stay out of the hospital. Ask us if they are right for you.
    - Neurology rooms in Moncton.

    ## Instead
    Split long sentences, and swap the words that the message names.
    """

    code = "W002"
    label = "PLAIN"
    severity = Severity.INFO
    source = "Kincaid et al. 1975; AMA and NIH, reading level of patient materials"
    kinds = frozenset({Kind.POST, Kind.AD, Kind.PROFILE, Kind.REVIEW_REQUEST})
    quick = False

    def find(self, draft: Draft) -> Iterator[Finding]:
        reached = grade(draft.text)
        if (
            reached is None
            or reached <= _GOAL
            or expand(FOR_COLLEAGUES).search(draft.reading.folded)
        ):
            return
        hardest = max(
            sentences(draft.text), key=lambda found: len(found.words) + _hard(found.counted)
        )
        words = sorted(set(hardest.counted), key=count_syllables, reverse=True)[:_NAMED]
        named = ", ".join(f'"{word.lower()}"' for word in words)
        yield self.at(
            hardest.start,
            hardest.end,
            f"This text reads at grade {reached:.0f}: {_GOAL} or lower is the goal. "
            f"Start here, with {named}.",
            severity=Severity.WARN if reached > _LIMIT else None,
        )


def _hard(words: tuple[str, ...]) -> int:
    return sum(max(0, count_syllables(word) - 2) for word in words)
