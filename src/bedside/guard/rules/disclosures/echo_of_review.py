from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.lexicon import words
from bedside.guard.reading import Reading
from bedside.guard.rule import MOST, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding


class EchoOfReview(Rule):
    """
    A detail from the review, said back by the provider.

    ## Why it matters
    What somebody told about their own care is still not the provider's to repeat: the reply
    confirms it. In one case each detail in the answer had stood in the review first.

    ## Flagged
    - review_reply to "My crown fell out on a Sunday": Sorry about the [crown], Dana.
    - review_reply to "I sat there all Tuesday": [Tuesday] was a busy day for us.

    ## Fine
    - review_reply to "My crown fell out": Thank you for telling us. We can't discuss anyone here.
    - review_reply to "A crown hurts!": Most people feel little after a crown.
    - review_reply to "Lovely staff": Lovely words, thank you!

    ## Instead
    Answer the words, not the story: "Thank you for telling us."
    """

    code = "D016"
    label = "DIS-CARE"
    severity = Severity.ERROR
    source = "45 CFR 164.502(a)"
    kinds = frozenset({Kind.REVIEW_REPLY})

    def find(self, draft: Draft) -> Iterator[Finding]:
        if not draft.reply_to:
            return
        reading = draft.reading
        told = _details(draft.reply_to)
        for start, end, word in self._details_of(reading):
            general = reading.speaks_generally(start) or reading.states_a_fact(start)
            if word in told and not general and not reading.is_ours(start):
                yield self.at(
                    start,
                    end,
                    "This says back a detail from the review, and so confirms it.",
                    why="A person's own words do not free the provider to repeat them.",
                )

    def _details_of(self, reading: Reading) -> Iterator[tuple[int, int, str]]:
        yield from reading.care[:MOST]
        days = (token for token in reading.tokens if token.word in words("weekdays"))
        yield from ((day.start, day.end, day.word) for day in islice(days, MOST))


@lru_cache(maxsize=256)
def _details(reply_to: str) -> frozenset[str]:
    """Return the words of care and the weekdays of a review."""
    reading = Reading(reply_to)
    return frozenset(term.word for term in reading.care) | (reading.words & words("weekdays"))
