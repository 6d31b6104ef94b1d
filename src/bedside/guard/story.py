"""The base of rules that look for one particular patient's story in a post."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from bedside.guard.draft import Kind
from bedside.guard.events import is_care, is_covered, is_history, is_made_up, is_staff
from bedside.guard.rule import PhraseRule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

STORIES = frozenset({Kind.POST, Kind.AD, Kind.ALT_TEXT, Kind.PROFILE})


class StoryRule(PhraseRule):
    """
    A phrase that points to one person, where the sentence around it is about care.

    Nothing is found in a text whose patient is made up, or whose patient consented and is named.
    With `beside_care`, the sentence or the one after must hold a word or an event of care.
    """

    kinds = STORIES
    beside_care: ClassVar[bool] = True
    why = "Even without a name, family, neighbors or the patient may know who is meant."

    def find(self, draft: Draft) -> Iterator[Finding]:
        if not is_covered(draft) and not is_made_up(draft.reading):
            yield from super().find(draft)

    def stands(self, draft: Draft, match: re.Match[str]) -> bool:
        reading = draft.reading
        start, end = reading.sentence(match.start())
        if is_staff(reading, start, end) or is_history(reading, start, end):
            return False
        if self.beside_care and not is_care(reading, start, end):
            after = reading.sentence(min(end + 1, len(reading.text)))
            if not is_care(reading, *after):
                return False
        return super().stands(draft, match)
