from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.hashtags import HASHTAG, camel_case, is_one_word, split_words
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_LONG = 11


class HashtagCase(Rule):
    """
    A hashtag of several words without capitals.

    ## Why it matters
    With capitals a screen reader says words; without, it says noise. Everybody else misreads it.

    ## Flagged
    - Walk in on Saturday. [#flushots] [#breastcancerawarenessmonth]

    ## Fine
    - Walk in on Saturday. #FluShots #BreastCancerAwarenessMonth #physiotherapy #health

    ## Instead
    Begin each word with a capital: #FluShots.
    """

    code = "A003"
    label = "ACCESS"
    severity = Severity.INFO
    source = "WCAG 2.2, 3.1.5; GOV.UK, accessible social media"
    kinds = frozenset(Kind)

    def find(self, draft: Draft) -> Iterator[Finding]:
        if "#" not in draft.text:
            return
        for match in HASHTAG.finditer(draft.text):
            tag = match[1]
            if not (tag.islower() or tag.isupper()) or not tag.isascii() or is_one_word(tag):
                continue
            found = split_words(tag)
            if len(found) < 2 and len(tag) < _LONG:
                continue
            suggestion = f"#{camel_case(found)}" if len(found) > 1 else None
            message = "Screen readers cannot tell the words of this hashtag apart."
            yield self.at(*match.span(), message, suggestion=suggestion)
