from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.tables import pairs
from bedside.guard.wording import Wording, WordingRule


class Misspelling(WordingRule):
    """
    A common misspelling.

    ## Why it matters
    A misspelled word is the first thing that readers hold against a page about health.

    ## Flagged
    - No [appointement] needed, and blood [presure] checks are free.

    ## Fine
    - No appointment needed, and blood pressure checks are free.

    ## Instead
    Take the suggested spelling.
    """

    code = "L022"
    label = "PROOF"
    severity = Severity.WARN
    source = "Own list, words/copy_misspellings.txt"
    kinds = frozenset(Kind)
    prose_only = True
    message = '"{found}" is misspelled: write "{instead}".'
    wordings = tuple(
        Wording(wrong, suggestion=right) for wrong, right in pairs("copy_misspellings").items()
    )
