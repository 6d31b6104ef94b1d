"""The base of rules that look for one particular patient's story in a post."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from bedside.guard.draft import Kind
from bedside.guard.events import is_care, is_covered, is_history, is_made_up, is_public, is_staff
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
    With `beside_care`, a word or an event of care must stand near.
    """

    kinds = STORIES
    beside_care: ClassVar[bool] = True
    why = "Even without a name, family, neighbors or the patient may know who is meant."

    def find(self, draft: Draft) -> Iterator[Finding]:
        if not is_covered(draft) and not is_made_up(draft.reading):
            yield from super().find(draft)

    def stands(self, draft: Draft, match: re.Match[str]) -> bool:
        reading = draft.reading
        if is_staff(reading, *reading.clause(match.start())) or is_public(reading):
            return False
        if is_history(reading, *reading.sentence(match.start())):
            return False
        if self.beside_care and not is_care(reading, *reading.around(match.start())):
            return False
        return super().stands(draft, match)
