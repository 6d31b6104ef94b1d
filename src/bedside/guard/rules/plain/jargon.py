from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.tables import pairs
from bedside.guard.wording import Wording, WordingRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

FOR_COLLEAGUES = (
    r"\b(?:lab partners|registrars|referring (?:practices|providers|physicians|doctors|"
    r"gps)|fellow (?:\w+)?(?:ists|ians|nurses|clinicians|surgeons)|clinicians|colleagues|"
    r"residents|abstracts?|journal club|cme|ce credits?|grand rounds|case report|"
    r"for (?:providers|professionals|prescribers|employers)|students|hiring|"
    r"we're looking for|apply|poster session|members' area|hl7|fhir|trivia|quiz|"
    r"crossword|wordle)\b"
)
"""What shows that a text is for people of the trade."""
_EXPLAINED = (
    r"(?:\(|\bmeans?\b|\bis the (?:medical )?(?:word|term|name)\b|, or |, that is|"
    r"also called|doctors call|known as|is when|called)"
)
_MANY = 3


class Jargon(WordingRule):
    """
    A clinical word that has a plain twin.

    ## Why it matters
    Nine adults in ten have trouble with health information as it is usually written. A plain word
    is understood by all of them.

    ## Flagged
    - Watch for [dyspnea] and [pyrexia] after the shot.

    ## Fine
    - Watch for trouble breathing and fever after the shot.
    - Dyspnea (trouble breathing) can follow.
    - Registrars: abstracts on postoperative care close on July 4.

    ## Instead
    Take the plain word, or explain the clinical one in parentheses.
    """

    code = "W001"
    label = "PLAIN"
    severity = Severity.INFO
    source = "CDC, Everyday Words for Public Health Communication"
    kinds = frozenset(Kind) - {Kind.POLICY, Kind.MESSAGE}
    message = '"{found}" is a clinical word: try "{instead}".'
    spared = FOR_COLLEAGUES
    unless = _EXPLAINED
    wordings = tuple(Wording(word, suggestion=plain) for word, plain in pairs("copy_plain").items())

    def find(self, draft: Draft) -> Iterator[Finding]:
        found = list(super().find(draft))
        for finding in found:
            many = len(found) >= _MANY
            yield replace(finding, severity=Severity.WARN) if many else finding
