from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.events import is_covered, is_made_up
from bedside.guard.finding import Severity
from bedside.guard.rule import PhraseRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding


class Biometric(PhraseRule):
    """
    A finger, voice, eye or DNA print of a person.

    ## Why it matters
    Biometric identifiers, finger and voice prints among them, are Safe Harbor identifiers: nobody
    can change them once they are out.

    ## Flagged
    - Listen to [her voicemail] thanking the ward!
    - [His fingerprints] are on the first page of the new album.
    - [Recording of our patient]: the laugh of a lifetime.
    - [Her DNA profile] made the match.

    ## Fine
    - Fingerprint login is now in our app. Leave us a voicemail.
    - Your voice matters: take the survey.
    - Children made fingerprint art at the fair.

    ## Instead
    Leave it out, or ask for a written authorization first.
    """

    code = "P023"
    label = "ID-IMAGE"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(P)"
    kinds = frozenset(Kind) - {Kind.POLICY, Kind.REVIEW_REQUEST, Kind.MESSAGE}
    message = "This gives something of a person's body or voice that identifies."
    why = "A finger, voice or eye print is as good as a name."
    _whose = r"(?:his|her|their|(?:the |our |this )?(?:patient|resident|client)'s|your)"
    phrases = (
        rf"{_whose} (?:\w+ )?(?:finger ?prints?|thumb ?prints?|palm ?prints?|voice ?prints?|"
        rf"voicemails?|voice (?:message|recording|note|memo)s?|retina(?:l)? scans?|iris scans?|"
        rf"dna (?:profile|sample|sequence|results?)|genome|face ?print|dental records)",
        r"(?:recording|audio|voice) of (?:our|the|a|this|one of our) (?:patient|resident|client)s?",
    )
    unless = r"\b(?:app|login|log in|sign in|art|policy|never|don't|do not)\b"

    def find(self, draft: Draft) -> Iterator[Finding]:
        if not is_covered(draft) and not is_made_up(draft.reading):
            yield from super().find(draft)
