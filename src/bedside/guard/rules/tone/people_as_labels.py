from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.tables import pairs
from bedside.guard.wording import Wording, WordingRule

_ALSO_ADJECTIVES = frozenset(
    {"a diabetic", "an epileptic", "a bipolar", "a schizophrenic", "an alcoholic"}
)
_NOUN = r"(?= *[.,!?;:)]| *$| (?:who|and|or|with|in|can|should|need|is|are|you|must|has)\b)"


class PeopleAsLabels(WordingRule):
    """
    A person named by an illness.

    ## Why it matters
    "Addicts" and "the mentally ill" make an illness the whole person. People who hear such words
    from a clinic come later, or not at all.

    ## Flagged
    - Foot clinic for [diabetics] every Monday.
    - Wider chairs for [the morbidly obese] have arrived.
    - Painting class for [stroke victims].

    ## Fine
    - Foot clinic for people with diabetes every Monday.
    - "I'm an addict in recovery, and I run the Tuesday group."
    - Alcoholics Anonymous meets on Tuesdays. A diabetic diet is explained on page two.

    ## Instead
    Name the person first, then the condition; take the suggestion where it fits.
    """

    code = "T020"
    label = "STIGMA"
    severity = Severity.WARN
    source = "CDC, Preferred Terms; NIDA, Words Matter"
    kinds = frozenset(Kind)
    message = '"{found}" makes an illness the whole person: try "{instead}".'
    unless = (
        r"\bi'?m (?:an?|the)\b|\bi am an?\b|\balcoholics anonymous|\bnot (?:\"|')|"
        r"\binstead of (?:\"|')|\bcalls? (?:him|her|them)sel(?:f|ves)\b|\bsaid \w+ of (?:him|"
        r"her)self\b|"
        r"\b(?:come|came|comes|taken) off the\b|\bno more \"|\bdon't write\b"
    )
    wordings = tuple(
        Wording(wrong, then=_NOUN if wrong in _ALSO_ADJECTIVES else "", suggestion=right)
        for wrong, right in pairs("copy_stigma").items()
    )
