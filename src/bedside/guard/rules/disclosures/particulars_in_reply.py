from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.phrasing import DAY, NUMBER
from bedside.guard.rule import REPLIES, TALK, PhraseRule


class ParticularsInReply(PhraseRule):
    """
    A day, hour, count or amount that belongs to one visit.

    ## Why it matters
    "That evening", "four calls in May", "$640": such details come from a record, and confirm it.

    ## Flagged
    - review_reply: [Last Tuesday] was hard on all of us.
    - review_reply: [At 4:52] the line went dead.
    - review_reply: [14 months] sober, what a day!
    - review_reply: It went [down to 2] from 41.
    - review_reply: [That night] the elevator was out too.

    ## Fine
    - review_reply: We are open until 8 on Tuesdays.
    - review_reply: Our manager has been here for 14 years.
    - review_reply: Please call 555-010-0100 between 8:30 and 4.

    ## Instead
    Leave the detail out; offer a call.
    """

    code = "D015"
    label = "DIS-VISIT"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(C)"
    doubted = TALK
    kinds = frozenset(REPLIES)
    message = "This is a detail of one particular visit or course of care."
    why = "A detail that only the record holds confirms the record."
    phrases = (
        rf"(?:last (?:{DAY}|night|week|weekend|month)|that (?:{DAY}|night|week|evening|morning|"
        rf"afternoon|day|visit)|this past (?:week|month))",
        rf"(?:on|of|since|from) (?:the )?(?:{DAY})(?: (?:morning|evening|night|"
        rf"afternoon))?(?= (?:was|were|and (?:you|we)|you|we|at \d|when|because|with|in (?:room|"
        rf"bay|bed)))",
        r"at \d{1,2}(?:[:.]\d\d)(?: ?[ap]\.?m\.?)?",
        rf"{NUMBER} (?:weeks?|months?|days|years|sessions?|rounds?|cycles|visits|pounds|lbs?|"
        rf"kilos|kg|transfers|treatments|appointments|injections|syringes?|units|steps|calls|"
        rf"minutes late|prescriptions|hours)"
        r"(?=(?: (?:later|post|in|and (?:already|what|not|two|one|counting|look|you|still|then|"
        r"no)|sober|clean|strong|smoke|out|free|on|of (?:treatment|therapy|rehab|chemo|work)|"
        r"without|ago|with us|after|together|late|since|early))?(?:!|,? (?:what|you)| (?:later|"
        r"post|sober|clean|strong|smoke|out|free|ago|late|with us|together)))",
        rf"down to (?:zero|{NUMBER})|from \d[\d.]* (?:\w+ ){{0,2}}(?:down )?to (?:zero|\d[\d.]*)|"
        rf"{NUMBER} \w+ to zero",
        r"(?:your|the|that) (?:first|second|third|fourth|last|next|final|annual|two week|"
        r"six month|6 month) (?:\w+ )?(?:visit|appointment|session|round|scan|baby|one|time|step|"
        r"stay|adjustment|shot|trimester)",
        r"(?:room|bed|bay|chair) \d+",
    )
    particular = True
    specific = True
    unless = (
        r"(?:19|20)\d\d|résumé|interview|years ago|open|between|until|\bhours|tickets|opened|"
        r"starts?|begins?|new|staff|joined|hired|weeks? wait|published|review|posted|founded|"
        r"celebrat"
    )
