from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.events import is_care, is_made_up
from bedside.guard.finding import Severity
from bedside.guard.lexicon import compiled
from bedside.guard.reviewing import FORBIDS
from bedside.guard.rule import PhraseRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_QUOTE = compiled(r"\"(?P<words>[^\"]{12,400})\"")
_FIRST_PERSON = compiled(r"\b(?:i|i'm|i've|me|my|mine)\b")
_CLINICAL = compiled(
    r"\b(?:dr\.?|doctor|dentist|surgeon|nurse|physio\w*|results?|treatment|procedure|pain|surgery|"
    r"smile|healed|recover\w*|diagnos\w+|symptoms?|skill\w*|gentle)\b"
)


class PatientTestimonial(PhraseRule):
    """
    A patient's praise of care, used to advertise.

    ## Why it matters
    Australia and Ontario forbid testimonials in a provider's advertising, and Illinois those that
    entice the public. A patient's consent does not lift the ban: it is there for the readers, who
    cannot tell whether one person's story is likely to be theirs.

    ## Flagged
    - "[I can run again, the surgeon did what nobody else could.]" Book now.
    - ad: [Read what our patients say].
    - More [patient testimonials] on our page.
    - post by consent of Rosa Marquez: "[My pain is gone after two visits.]" says Rosa.

    ## Fine
    - "I park right at the door and the coffee is good," says a neighbor of the new building.
    - We do not publish patient testimonials.

    ## Instead
    Say what the service is, who gives it and what it can and cannot do.
    """

    code = "M020"
    label = "ADS-DISCLOSURE"
    severity = Severity.WARN
    source = (
        "Health Practitioner Regulation National Law (Australia) s 133(1)(c); Ontario Regulation "
        "114/94, Part II; 225 ILCS 60/26"
    )
    jurisdictions = frozenset({"au", "ca-on", "us-il"})
    kinds = frozenset({Kind.POST, Kind.AD, Kind.PROFILE})
    message = "This advertises with a patient's praise of care."
    why = "The law of this place forbids testimonials in advertising, also with consent."
    phrases = (
        r"(?:read|see|hear|watch|discover) (?:\w+ ){0,2}what (?:our|my|other) (?:\w+ )?(?:patients|"
        r"clients|families)(?: \w+){0,2} (?:say|think|tell)(?: about us| of us)?",
        r"(?:patients?|clients?) (?:testimonials?|success stor(?:y|ies)|reviews)",
        r"(?:our|more|these|video) testimonials?",
        r"(?:5|five)[- ]star (?:reviews?|ratings?)(?: from (?:our )?(?:patients|clients))?",
    )
    unless = FORBIDS

    def find(self, draft: Draft) -> Iterator[Finding]:
        yield from super().find(draft)
        reading = draft.reading
        if '"' not in reading.folded or is_made_up(reading):
            return
        for match in _QUOTE.finditer(reading.folded):
            start, end = match.span("words")
            speaks = _FIRST_PERSON.search(reading.folded, start, end)
            clinical = is_care(reading, start, end) or _CLINICAL.search(reading.folded, start, end)
            if speaks and clinical:
                yield self.at(start, end, self.message, why=self.why)
