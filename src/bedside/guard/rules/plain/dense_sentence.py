from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.english import is_other_language
from bedside.guard.finding import Finding, Severity
from bedside.guard.readability import Sentence, count_syllables, sentences
from bedside.guard.rule import Rule
from bedside.guard.rules.plain.jargon import FOR_COLLEAGUES
from bedside.guard.tables import pairs
from bedside.guard.wording import expand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_LONG = 4
_SHARE = 0.27
_LEAST = 3


class DenseSentence(Rule):
    """
    A sentence packed with long words.

    ## Why it matters
    One sentence is too short for a reading grade, but not too short to lose the reader.

    ## Flagged
    - [Our interdisciplinary program operationalizes evidence-informed modalities to optimize
      functional outcomes].

    ## Fine
    - Our physiotherapists, dietitians and psychologists share one waiting room and one kettle.
    - Poster session notes for fellow perfusionists: retrograde autologous priming and haematocrit.

    ## Instead
    Say it in the words that you would use across the desk.
    """

    code = "W004"
    label = "PLAIN"
    severity = Severity.WARN
    source = "CDC Clear Communication Index, item 8; plainlanguage.gov"
    kinds = frozenset(Kind) - {Kind.MESSAGE}
    quick = False

    def find(self, draft: Draft) -> Iterator[Finding]:
        for found in sentences(draft.text):
            hard = [word for word in found.counted if _is_hard(word)]
            if (
                len(hard) < _LEAST
                or len(hard) < _SHARE * len(found.words)
                or _is_list(draft, found)
            ):
                continue
            if is_other_language(draft.reading.folded[found.start : found.end]):
                continue
            if expand(FOR_COLLEAGUES).search(draft.reading.folded):
                return
            named = ", ".join(f'"{word.lower()}"' for word in hard[:_LEAST])
            yield self.at(found.start, found.end, f"This sentence is hard to read: swap {named}.")


def _is_hard(word: str) -> bool:
    lower = word.lower()
    return (
        lower in pairs("copy_plain")
        or lower in pairs("copy_wordy")
        or count_syllables(word) >= _LONG
    )


def _is_list(draft: Draft, found: Sentence) -> bool:
    """Tell whether a sentence lists the names of things, which are long for no fault of its own."""
    return draft.text.count(",", found.start, found.end) * 3 > len(found.words)
