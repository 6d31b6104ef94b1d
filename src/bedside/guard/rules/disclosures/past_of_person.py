from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.phrasing import ADVERB, PAST
from bedside.guard.rule import ANSWERS, TALK, PhraseRule


class PastOfPerson(PhraseRule):
    """
    Something that the person answered did, got or went through.

    ## Why it matters
    "You had", "you told us", "you asked for": a reply that retells what happened confirms that
    it happened here.

    ## Flagged
    - review_reply: [You told] us that it was fine.
    - review_reply: We know [you had] a long way to go.
    - review_reply: [You've come] so far since January.

    ## Fine
    - review_reply: Thank you for what you wrote and for the time you took.
    - review_reply: We hear you, and you deserved better.
    - review_reply: If you had a bad day with any of us, please call.

    ## Instead
    Speak of the review, not of the visit: "We read every word that you wrote."
    """

    code = "D012"
    label = "DIS-RELATIONSHIP"
    severity = Severity.ERROR
    source = "45 CFR 164.502(a)"
    doubted = TALK
    kinds = ANSWERS
    in_message = Severity.WARN
    message = "This retells what the person did or went through with you."
    why = "A reply that confirms what happened confirms that the person was there."
    _words = (
        r"(?:deserved|wanted|shared|described|mentioned|said|posted|wrote|felt|raised|asked about|"
        r"expected|took|left us|left this|left a|left your|reached|heard|noticed|enjoyed|loved|"
        r"liked|thought|hoped|made (?:us|our|my|the|it|his|her|their|everyone|all|\w+'s)|"
        r"gave (?:us|our|dr|him|her)|brought|put into words|saw|read|found us|found this|joined|"
        r"stopped to|given|made|got our|helped us|helped the|made (?:an?|nurse|dr)|got a way|"
        r"applied|interviewed|sent us|needed|tagged|commented|pointed|spelled|called out|used)"
    )
    phrases = (
        rf"you(?:'ve| have| had|'d)? {ADVERB}{{0,2}}(?!{_words}){PAST}",
        r"you(?:'ve| have| all have| two have| both have) (?:come|been|done|gone|worked|grown|"
        r"overcome|beaten|become|had)",
        rf"you(?:'re| are) {ADVERB}?(?:doing|healing|recovering|feeling|walking|back|better|"
        rf"healed|cancer|pain|off|through|recovered|smiling|able|running|sleeping|moving|seeing|"
        rf"breathing|eating|not wearing|home)",
        r"you (?:were|weren't|wasn't|was)",
        r"you (?:did|didn't|did not|couldn't|could not|wouldn't|hadn't|had not)",
        r"the (?:work|effort|exercises|courage) (?:that )?you(?:'ve| have)? put in",
    )
    particular = True
    unless = (
        r"what you (?:wrote|say|describe|said)|as you (?:say|said|wrote)|sorry (?:that |"
        r"if )?you (?:feel|felt)|application|interview|résumé|resume|donat|volunteer"
    )
