from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import MOST, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_NAMES = re.compile(
    r"(?<![\w#@./&-])(?:i(?:'(?:m|ve|ll|d))?|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|january|february|april|june|july|august|september|october|november|december|"
    r"christmas|thanksgiving|easter|halloween|hanukkah|ramadan|diwali|spanish|english|"
    r"vietnamese|korean|portuguese|mandarin|arabic|american|canadian|mexican|african|asian|"
    r"medicare|medicaid|london|dublin|chicago|boston|dallas|houston|denver|seattle|texas|florida|"
    r"california|(?:dr|mr|mrs)(?=\.? [A-Z]))(?:s(?=day))?(?![\w/@-]|\.\w)"
)
_BEGUN = re.compile(
    r"[a-z]{4}[.!?] (?P<word>our|we|the|you|your|this|they|please|thank|thanks|call|there|it|he|"
    r"she|these|ask|come|book|visit|if|when)(?= )"
)


class Capitals(Rule):
    """
    A small letter where a name or a sentence begins.

    ## Why it matters
    "closed on monday" looks typed in haste, and a name in small letters is a slight.

    ## Flagged
    - We are closed on [monday], May 27.
    - Ask for our [spanish] forms.
    - Great news. [our] parking lot is done.

    ## Fine
    - We are closed on Monday, and we may march in May.
    - see you monday! our doors open at 8
    - Tag us with #mondaymood or @friday.care.

    ## Instead
    Begin names of days, months, feasts, languages and people, and every sentence, with a capital.
    """

    code = "L031"
    label = "PROOF"
    severity = Severity.WARN
    source = "GPO Style Manual, chapter 3"
    kinds = frozenset(Kind)

    def find(self, draft: Draft) -> Iterator[Finding]:
        text = draft.text
        if _is_written_small(text):
            return
        spans = [match.span() for match in islice(_NAMES.finditer(text), MOST)]
        spans += [match.span("word") for match in islice(_BEGUN.finditer(text), MOST)]
        for start, end in spans:
            found = text[start:end]
            if found == "i" and not text.isascii():
                continue
            right = found[:1].upper() + found[1:]
            yield self.at(start, end, f'Write "{right}".', suggestion=right)


def _is_written_small(text: str) -> bool:
    """Tell whether a text has no capitals by choice: it begins with a small letter."""
    first = next((letter for letter in text if letter.isalpha()), "")
    return not first.isupper() or text.isupper()
