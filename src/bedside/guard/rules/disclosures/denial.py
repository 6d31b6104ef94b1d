from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import ANSWERS, PhraseRule


class Denial(PhraseRule):
    """
    Words that deny that somebody is a patient.

    ## Why it matters
    To deny is to disclose too: it tells something about this person, and where some are denied,
    silence about others confirms.

    ## Flagged
    - review_reply: We have [no record of you] in our system.
    - review_reply: [You were never a patient here], so please remove this.
    - review_reply: [This person has never been in] our chair.
    - review_reply: We are [unable to locate a patient] matching this profile.

    ## Fine
    - review_reply: Privacy rules keep us from saying whether anyone is or is not a patient.
    - review_reply: We have no record of complaints about our parking lot.

    ## Instead
    Neither confirm nor deny: "Privacy rules keep us from discussing anything here."
    """

    code = "D002"
    label = "DIS-RELATIONSHIP"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "45 CFR 164.502(a)"
    kinds = ANSWERS
    message = "This denies that the person is a patient, and a denial discloses too."
    why = "Whether somebody is or was a patient may be told neither way."
    phrases = (
        r"(?:no|not have a|without a|any) (?:record|records|history|file|chart|account|"
        r"appointment|trace|visit|patient|client|reservation|note)s?(?: \w+)? (?:of|for|with|"
        r"under|by|matching) (?:you|your|him|her|this|that|a|an|anyone named|anyone with|"
        r"anyone by|someone)(?: (?:name|person|reviewer|visit|patient|user|individual|profile|"
        r"customer))?",
        r"(?:you|he|she|they|this (?:person|reviewer|individual|user|account|man|woman|lady|guy)|"
        r"the (?:reviewer|person|author)|who(?:ever)? wrote this)(?:'s| has| have|'ve| was| were|"
        r" is| are|'re)? (?:never|not|n't|not ever|no longer) (?:actually |even |once )?(?:been|"
        r"ever been|seen|set foot|visited|came|come|a|an|our|stepped|brought|treated|walked|"
        r"registered|had)(?: (?:a|one of our|our|here|in|through))?(?: (?:patients?|clients?|"
        r"residents?|customers?))?(?: (?:here|of ours))?",
        r"(?:wasn't|weren't|isn't|aren't) (?:ever )?(?:a|our|one of our) (?:patient|client|"
        r"resident|customer)s?(?: here| of ours)?",
        r"(?:unable to|can't|cannot|could not|couldn't|can not|did not|didn't|don't|"
        r"failed to) (?:\w+ )?(?:find|locate|see|identify|match|have) (?:you|your|a|any|this|"
        r"anyone|anybody)(?: \w+)? (?:\w+ )?(?:patients?|name|in our|record|on our|person|client|"
        r"reviewer|account|profile|by that name|by this name|visit|appointment|booking)",
        r"(?:there (?:is|was|has been)|we have|we've) (?:nobody|no one|no (?:patient|client|"
        r"person|resident|one)) (?:by|with|of|under|named|called) ?(?:this|that|your)? ?(?:name)?",
        r"(?:nobody|no one|no patient|no client|no such (?:person|patient|client|visit|"
        r"appointment))(?: \w+)? (?:by|with|of|under) (?:that|this|your) name",
        r"(?:confus(?:ed|ing)|mistaken|mistaking|mixing|mixed) (?:us|our (?:office|practice|"
        r"clinic))(?: up)? (?:with|for) (?:another|a different|someone|the)",
        r"(?:intended|meant) for (?:another|a different) (?:practice|office|clinic|provider|"
        r"location|business)",
        r"(?:not|never) (?:a )?(?:real|actual|genuine|verified) (?:patient|client|customer)s?",
        r"(?:fake|false|bogus) (?:review|patient|account|profile)s?",
        r"wrong (?:office|practice|clinic|dentist|doctor|place|business|pharmacy)",
    )
    unless = r"whether|who is or|confirm|neither|or deny|if (?:you|a|any|someone)|policy"
