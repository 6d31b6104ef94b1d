from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.phrasing import ADVERB
from bedside.guard.rule import ANSWERS, PhraseRule


class ConductOfPerson(PhraseRule):
    """
    What a patient did, said, signed, missed or refused.

    ## Why it matters
    How somebody behaved as a patient is a fact from their care. Fines for review replies came
    from answers that argued about exactly this.

    ## Flagged
    - review_reply: [You were late] and our policy is posted.
    - review_reply: [You missed] three of them.
    - review_reply: [You signed the] form that explains it.
    - review_reply: The fee was for [the no-show].
    - review_reply: [You were rude] to our staff.

    ## Fine
    - review_reply: Our policy asks for 24 hours of notice.
    - review_reply: If you refused a test anywhere, you may still change your mind.

    ## Instead
    State the policy for everybody, or say nothing: "Our policies are on our website."
    """

    code = "D006"
    label = "DIS-CONDUCT"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "45 CFR 164.502(a)"
    kinds = ANSWERS
    message = "This tells how the person behaved as a patient."
    why = "Conduct in care is health information, also where it is true and unfair to you."
    phrases = (
        rf"you(?:'d|'ve| had| have)? {ADVERB}{{0,2}}(?:missed|cancell?ed|refused|declined|skipped|"
        rf"signed|initiall?ed|ignored|screamed|yelled|"
        r"shouted|cursed|swore|threatened|demanded|insisted|walked out|stormed|hung up|lied|"
        r"failed|no-?showed|stopped|chose|agreed|argued|hollered|moved during|didn't (?:show|call|"
        r"come|take|wear|return|follow|mention|tell|bring|finish|listen)|did not (?:show|call|"
        r"come|follow|return|take|disclose|finish|wear)|never (?:showed|called|rang|came|returned|"
        r"paid|picked|mentioned|filled|told|gave|asked|responded|answered)|left (?:before|without|"
        r"ama|against|early|after|in)|wouldn't|would not|consented|ticked|filled|placed|weren't|"
        r"walked|hadn't|lost|got (?:angry|upset|loud|aggressive)|turned up|requested|"
        r"raised your voice|broke)(?: (?:the|your|out|to|up|a|an|our))?",
        rf"you(?:'re| were| was| are) {ADVERB}{{0,2}}(?:late|rude|abusive|aggressive|drunk|"
        rf"intoxicated|hostile|belligerent|disrespectful|"
        r"verbally|noncompliant|non-compliant|asked to|unwilling|yelling|screaming|shouting|"
        r"on your phone|\d+ minutes late|not wearing|told (?:that|about|to))",
        r"(?:the|that|a|your|this|both|those|two|three) (?:\w+ )?(?:no-?shows?|late arrival|"
        r"late cancell?ations?|missed (?:appointments?|visits?|sessions?|calls?))",
        r"missed appointments? like yours",
        r"drug[- ]seek\w*|seeking (?:drugs|narcotics|opioids|pain ?(?:meds|killers))",
        r"(?:at|by|because of) (?:your|his|her) (?:own )?(?:request|choice|insistence|behaviou?r|"
        r"refusal|lateness)",
        r"(?:your|his|her) (?:\w+ )?(?:behaviou?r|conduct|attitude|language|tone|outburst|tantrum|"
        r"lateness|refusal|threats|signature)",
        r"against medical advice|left ama|walked out ama",
        r"(?:consent|waiver|form|agreement|contract|paperwork) (?:that )?you (?:signed|initialed|"
        r"completed|filled)",
        r"because you (?:were|had|did|didn't|wouldn't|refused|came|chose|never|left|don't|kept)",
    )
    particular = True
