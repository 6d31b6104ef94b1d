from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.rule import PhraseRule


class Reidentification(PhraseRule):
    """
    A nameless writer unmasked, or a plan to.

    ## Why it matters
    Texas forbids anyone to re-identify, or to try to, whom protected health information is about.
    Telling a reviewer that one knows who they are, or matching reviews with the appointment book,
    does just that.

    ## Flagged
    - review_reply: [We know exactly who you are], TruthTeller88.
    - review_reply: [Hiding behind a fake name] will not help.
    - policy: The front desk will [match new reviews against our patient list].

    ## Fine
    - policy: Nobody may match reviews against the patient list.
    - review_reply: We do not know who wrote this, and we need not.

    ## Instead
    Answer as to a stranger, and invite them to call.
    """

    code = "D055"
    label = "DIS-RELATIONSHIP"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "Texas Health and Safety Code 181.151"
    jurisdictions = frozenset({"us-tx"})
    kinds = frozenset(Kind)
    message = "This finds out, or threatens to, who somebody is."
    why = "In Texas nobody may re-identify, or try to, whom health information is about."
    phrases = (
        r"(?:we|i) (?:all )?(?:know|figured out|worked out|recogni[sz]ed?|found out|can tell) "
        r"(?:exactly |just |perfectly well )?(?:who (?:you are|this is|that is|(?:he|she) is|they "
        r"are|wrote (?:this|that|it)|posted (?:this|that|it))|which (?:patient|client)|your real "
        r"name)",
        r"hid(?:e|ing) behind (?:an? |that |your |this )?(?:\w+ )?(?:username|handle|name|nickname|"
        r"alias|profile|pseudonym|account)",
        r"(?:match|compare|check|cross-?check|cross-?reference|look up|search)(?: \w+){0,3} "
        r"(?:reviews?|reviewers?|commenters?|usernames?|handles?)(?: \w+){0,2} (?:against|with|in|"
        r"to) (?:\w+ ){0,2}(?:patients?|charts?|ehr|emr|records?|schedule|appointments?)"
        r"(?: (?:lists?|book|database))?",
        r"re-?identify(?:ing)? (?:\w+ ){0,2}(?:patients?|reviewers?|people|commenters?|data)",
    )
    unless = (
        r"\b(?:never|nobody|no one|(?:may|must|do|does|should|can) ?not|don't|mustn't|can't|"
        r"forbid\w*|prohibit\w*)\b"
    )
