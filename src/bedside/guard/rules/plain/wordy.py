from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.tables import pairs
from bedside.guard.wording import Wording, WordingRule


class Wordy(WordingRule):
    """
    A long word where a short one will do.

    ## Why it matters
    Officialese makes people stop reading, and translates badly.

    ## Flagged
    - Please arrive early [in order to] [facilitate] check-in.

    ## Fine
    - Please arrive early to help us check you in.

    ## Instead
    Take the short word.
    """

    code = "W003"
    label = "PLAIN"
    severity = Severity.INFO
    source = "plainlanguage.gov, Use simple words and phrases"
    kinds = frozenset(Kind) - {Kind.MESSAGE}
    message = '"{found}" is long-winded: try "{instead}".'
    wordings = tuple(Wording(word, suggestion=plain) for word, plain in pairs("copy_wordy").items())
