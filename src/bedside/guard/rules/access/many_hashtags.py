from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.hashtags import HASHTAG
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_MOST = 5


class ManyHashtags(Rule):
    """
    A row of hashtags.

    ## Why it matters
    A screen reader reads every one of them aloud, with "hash" before it.

    ## Flagged
    - Soup day! #Soup #Lunch #Cafe #Yum #Monday [#Ward7 #Nurses]

    ## Fine
    - Soup day! #Soup #Lunch

    ## Instead
    Keep the three that people search for, at the end.
    """

    code = "A008"
    label = "ACCESS"
    severity = Severity.INFO
    source = "GOV.UK, accessible social media"
    kinds = frozenset(Kind)

    def find(self, draft: Draft) -> Iterator[Finding]:
        if draft.text.count("#") <= _MOST:
            return
        found = list(HASHTAG.finditer(draft.text))
        if len(found) > _MOST:
            message = (
                f"{len(found)} hashtags are all read aloud: {_MOST} or fewer are easier to hear."
            )
            yield self.at(found[_MOST].start(), found[-1].end(), message)
