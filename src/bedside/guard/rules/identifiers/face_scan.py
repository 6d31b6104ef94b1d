from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.rule import PhraseRule


class FaceScan(PhraseRule):
    """
    Faces, voices or fingers to be scanned, and nothing said of a written release.

    ## Why it matters
    In Illinois nobody may collect a scan of a face or hand, an iris or finger scan or a voiceprint
    without telling the person in writing and getting a written release; each person may sue. Care
    itself and photographs are exempt, kiosks and games on a page are not.

    ## Flagged
    - New at the desk: [facial recognition] instead of a clipboard.
    - ad: Let our app [scan your face] and guess your age!
    - policy: Staff sign in by [fingerprint scan].

    ## Fine
    - Facial recognition at the desk is your choice: it needs your written release first.
    - We do not use facial recognition.

    ## Instead
    Say that it is a choice, and that it begins with a written release.
    """

    code = "P024"
    label = "ID-IMAGE"
    severity = Severity.WARN
    source = "Illinois Biometric Information Privacy Act, 740 ILCS 14/15"
    jurisdictions = frozenset({"us-il"})
    kinds = frozenset(Kind) - {Kind.ALT_TEXT}
    message = "This collects faces, voices or fingers; say that it needs a written release."
    why = "In Illinois a biometric identifier may be collected only with a written release."
    phrases = (
        r"(?:facial|face) (?:recognition|scan(?:s|ning)?|geometry|mapping)",
        r"scan(?:s|ned|ning)? (?:your|their|every|each|the visitor's) (?:face|iris|palm|hand|"
        r"finger|fingerprint)s?",
        r"(?:iris|palm|fingerprint|hand|finger) scan(?:s|ner|ners|ning)?",
        r"voiceprints?|(?:collect|take|store|keep|use) (?:\w+ )?fingerprints",
    )
    unless = r"\b(?:consent\w*|releases?|not|never|no|don't|without|opt[- ]in)\b"
