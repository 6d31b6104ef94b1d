from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import ANSWERS, PhraseRule


class RecordsTalk(PhraseRule):
    """
    Talk of what the records say about a person.

    ## Why it matters
    Whoever has a record is or was a patient; whoever cites it in public discloses it.

    ## Flagged
    - review_reply: [Our records show that] the bill was sent twice.
    - review_reply: We [looked into your file] this morning.
    - review_reply: [It is documented] that the call was returned.
    - review_reply: Bonnie [checked your chart] and it was fine.

    ## Fine
    - review_reply: We can't look anything up on a public page.
    - review_reply: You can ask for a copy of your records at the front desk.
    - post: Our records team moved to the second floor.

    ## Instead
    "Please call our office manager so that we can listen and help."
    """

    code = "D003"
    label = "DIS-RELATIONSHIP"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "45 CFR 164.502(a)"
    kinds = ANSWERS
    message = "This says that a record of the person exists, and what is in it."
    why = "A record exists only of those who were in care."
    phrases = (
        r"(?:our|the|your|his|her) (?:\w+ )?(?:records?|charts?|files?|notes|logs?|system|"
        r"schedule|logbook|documentation|database|calendar|books?|call log|phone log|cameras?|"
        r"footage|chart notes) (?:clearly |actually |also |do |does )?(?:show|shows|say|says|"
        r"indicate|indicates|has|have|reflect|reflects|confirm|confirms|list|lists|state|states|"
        r"tell|tells|marks?|note)(?: (?:that|you|your|a|the))?",
        r"according to (?:our|the|your) (?:records?|charts?|files?|notes|system|logs?)",
        r"(?:review|reviewed|reviewing|checked|check|pulled|pulling|looked (?:at|into|up|over|"
        r"through)|searched|opened|went (?:over|through|back through)|gone (?:through|over)|"
        r"audited|read|have|re-?read|verified) (?:through )?(?:your|his|her|the|"
        r"our) (?:\w+ ){0,2}(?:records?|charts?|files?|chart notes|account|notes|history|"
        r"documentation|case|imaging|lab results|intake form|signed|voicemails?|footage|"
        r"call recording|messages)",
        r"it(?:'s| is| was)(?: all| clearly| well)? (?:documented|charted|noted|in (?:your|the|"
        r"his|her) (?:chart|file|record|notes))",
        r"(?:is|was|were|are) (?:documented|charted|noted) (?:in|on) (?:your|the|his|her)",
        r"(?:on|in) (?:your|his|her) (?:file|chart|record|records|notes)",
        r"(?:i|we) can see (?:that )?(?:you|from|in)",
        r"looked you up|looked (?:this|it) up(?! anything)|pulled (?:up )?your",
    )
    particular = True
    unless = r"can't|cannot|won't|unable to|don't|do not|never"
