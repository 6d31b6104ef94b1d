from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_HELPING = ("could", "should", "would", "must", "might")


class CouldOf(WordingRule):
    """
    "Could of" for "could have".

    ## Why it matters
    It is how the words sound, not what they are.

    ## Flagged
    - We [could of] done this sooner.

    ## Fine
    - We could have done this sooner.
    - Could, of all people, our porter win? He must, of course.

    ## Instead
    Write "could have", "should have", "would have".
    """

    code = "L018"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, could of"
    kinds = frozenset(Kind)
    message = 'Write "{instead}".'
    wordings = tuple(
        Wording(f"{word} of", then="(?! course)", suggestion=f"{word} have") for word in _HELPING
    )
