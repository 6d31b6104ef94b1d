from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.phrasing import ADVERB, PAST
from bedside.guard.rule import ANSWERS, TALK, PhraseRule


class ActsOnPerson(PhraseRule):
    """
    Something that the provider did for, to or with the person answered.

    ## Why it matters
    "We told you", "Dr. Chen referred you": what was done for somebody confirms that they were in
    care.

    ## Flagged
    - review_reply: [We told you] that it takes two weeks.
    - review_reply: Dr. Chen [referred you] out that same day.
    - review_reply: [We stopped the] cleaning at once.
    - review_reply: [We did offer] another time.

    ## Fine
    - review_reply: We asked Dr. Chen to read this.
    - review_reply: We have added two people to the phones.
    - review_reply: We printed your note and hung it up.

    ## Instead
    "We would like to hear more. Please call our office manager."
    """

    code = "D011"
    label = "DIS-VISIT"
    severity = Severity.ERROR
    source = "45 CFR 164.502(a)"
    doubted = TALK
    kinds = ANSWERS
    in_message = Severity.WARN
    message = "This tells what was done for the person, and so that they were in care."
    why = "What a provider did for somebody is part of their care."
    _neutral = (
        r"(?:heard|thanked|asked|appreciated|wanted|hoped|wished|owed|loved|missed|read|invited|"
        r"let|needed|made)"
    )
    phrases = (
        rf"(?<!\w)(?:(?:we|i) )?{ADVERB}{{0,2}}(?!{_neutral}){PAST} (?:both of )?you(?! (?:can|"
        rf"for (?:the|your|writing|sharing)))",
        r"we (?:did |had |already |never |only )?(?:offer(?:ed)?|stopped (?:the|your|his|her|"
        r"after|when|early)|repeat(?:ed)?|tried|try|warn(?:ed)?|fax(?:ed)?|remake|remade|redid|"
        r"squeezed|discharged|dismissed|prescribed|ordered|diagnosed|called back|rescheduled|"
        r"cancell?ed|transferred|admitted|arranged|agreed|explained|discussed|advised|recommended|"
        r"walked through|went over|went through|gave|provided|performed|completed|delivered|"
        r"caught|removed|extracted|filled|ordered|sent|held|wouldn't|couldn't (?!be)|refused to|"
        r"declined to|apologized to|apologised to|spoke to|spoke with)",
        r"(?:was|were|been) (?:explained|discussed|offered|given|told|provided|gone over|"
        r"prescribed|disclosed)(?: (?:to you|before|twice|at|in writing|with))?",
        r"(?:to|with|for|at) (?:you|him|her) (?:at|during|before|after|in|on) (?:your|that|his|"
        r"her|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|"
        r"april|may|june|july|august|september|october|november|december)",
        r"(?:has|have|had) (?:already )?(?:called|phoned|emailed|texted|left|reached out to|"
        r"contacted|rung|tried) (?:you|him|her|twice|several)",
    )
    particular = True
    unless = (
        r"applicants?|application|interview|every|all of our|our (?:staff|team|parking|phones?|"
        r"website|hours|waiting room)"
    )
