from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity, Verdict
from bedside.guard.models.reader import facts
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding
    from bedside.guard.models.reader import Opinion, Span

SHOWN = 6
"""Stretches that are marked, the likeliest; more would hide the text."""

_SAYS = {
    "ID-NAME": "This may name a patient or somebody close to one.",
    "ID-DATE": "This date may be tied to a patient.",
    "ID-AGE90": "An age over 89 singles a person out.",
    "ID-GEO": "This place may be where a patient lives.",
    "ID-CONTACT": "This may be how to reach a patient.",
    "ID-NUMBER": "This number may belong to a patient.",
    "ID-IMAGE": "This says that a patient can be seen.",
    "DIS-RELATIONSHIP": "This tells that somebody is, or is not, your patient.",
    "DIS-VISIT": "This tells of somebody's visit.",
    "DIS-CARE": "This tells of somebody's health or care.",
    "DIS-PAYMENT": "This tells of somebody's bill or insurance.",
    "DIS-CONDUCT": "This tells how a patient behaved.",
    "DIS-SITUATION": "People may recognise whom this is about.",
    "DIS-INVITE": "This asks people to tell about their health in public.",
    "DIS-IMPLIED": "This sounds as if somebody were your patient.",
}


class LikelyDisclosure(Rule):
    """
    Words that tell of a patient without any of the usual formulas.

    ## Why it matters
    Most disclosures hold no name and no number: a cheerful sentence about somebody's day is enough
    for a town to know. Our own model has read thousands of texts that give somebody away, each
    beside a harmless twin. It says how likely a text is to tell of a particular patient, and marks
    the words that speak for it. It can err in both directions: a rule that stops a text is never
    overruled by it, and where it errs, a person decides.

    ## Flagged
    - [Somebody took their first steps since the accident in our gym today].

    ## Fine
    - We are open Monday to Friday from 8 to 5.
    - Flu shots are here. Walk in any Saturday.
    - review_reply: Thank you for the kind words. We will pass them on to the whole team.

    ## Instead
    Tell it of nobody: "many people", "at our clinic", or ask for a written authorization first.
    """

    code = "D090"
    label = "DIS-SITUATION"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "45 CFR 164.502(a), 164.514(b)"
    kinds = frozenset({Kind.POST, Kind.AD, Kind.REPLY, Kind.REVIEW_REPLY, Kind.MESSAGE})
    quick = False
    again = False
    gives_way = True

    def find(self, draft: Draft) -> Iterator[Finding]:
        reading = draft.opinion
        if reading is None or (verdict := facts().verdict(reading)) is Verdict.CLEAR:
            return
        stops = verdict is Verdict.BLOCK
        severity = self.severity if stops else Severity.WARN
        chance = round(100 * (reading.block if stops else reading.flag))
        why = f"Of a hundred texts read like this one, about {chance} tell of a particular patient."
        marked = _likeliest(reading)
        if not marked:
            said = "Read as a whole, this may tell of a particular patient."
            yield self.at(0, 0, said, severity=severity, why=why)
        for span in marked:
            says = _SAYS[span.label]
            yield self.at(span.start, span.end, says, severity=severity, label=span.label, why=why)


def _likeliest(reading: Opinion) -> list[Span]:
    """Return what to mark, in the order of the text: of overlapping stretches the likeliest."""
    chosen: list[Span] = []
    for span in sorted(reading.spans, key=lambda span: -span.score):
        apart = all(span.end <= other.start or other.end <= span.start for other in chosen)
        if span.label in _SAYS and apart and len(chosen) < SHOWN:
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)
