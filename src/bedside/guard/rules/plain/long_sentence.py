from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.readability import sentences
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_LONG = 30


class LongSentence(Rule):
    """
    A sentence of more than thirty words.

    ## Why it matters
    By its end many readers have lost its beginning.

    ## Flagged
    - [If you come by bus get off at the old mill and walk past the pond until you see the blue
      door that we painted last year and then ring the bell twice].

    ## Fine
    - If you come by bus, get off at the old mill. Walk past the pond to the blue door, and ring
      twice.

    ## Instead
    Make it two sentences.
    """

    code = "W006"
    label = "PLAIN"
    severity = Severity.INFO
    source = "plainlanguage.gov, Write short sentences"
    kinds = frozenset({Kind.POST, Kind.AD, Kind.PROFILE, Kind.REVIEW_REQUEST})
    quick = False

    def find(self, draft: Draft) -> Iterator[Finding]:
        for found in sentences(draft.text):
            if len(found.words) > _LONG:
                yield self.at(
                    found.start,
                    found.end,
                    f"This sentence has {len(found.words)} words: two short ones are "
                    "easier to read.",
                )
