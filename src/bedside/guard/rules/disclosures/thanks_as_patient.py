from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import ANSWERS, PhraseRule


class ThanksAsPatient(PhraseRule):
    """
    Thanks, wishes or pride that say somebody is a patient.

    ## Why it matters
    Being a patient is itself protected health information. In a reply the person is known from
    their account, so a warm word confirms it as surely as a record would.

    ## Flagged
    - review_reply: Thank you for [being our patient] all these years!
    - review_reply: [It was our pleasure taking care of you].
    - review_reply: [It was a privilege to care for your] whole family.
    - reply: [We loved having you] and wish you well.
    - review_reply: We're [sorry to lose you as a patient].

    ## Fine
    - review_reply: Thank you for your kind words.
    - review_reply: We take pride in caring for our community.
    - review_reply: We can't confirm whether anyone is a patient.

    ## Instead
    Thank the person for the words, not for the visit: "Thank you for taking the time to write."
    """

    code = "D001"
    label = "DIS-RELATIONSHIP"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "45 CFR 164.502(a)"
    kinds = ANSWERS
    message = "This confirms that the person is a patient."
    why = "That somebody is or was a patient may not be told without their authorization."
    phrases = (
        r"(?:being|becoming|staying|remaining|as) (?:a|an|one of our|our|"
        r"such an? \w+)(?: \w+){0,2} (?:patient|client|resident|customer|member)s?(?: (?:of ours|"
        r"here|with us))?",
        r"(?:our|a|my|the) (?:pleasure|honou?r|privilege|joy|delight) (?:of )?(?:to )?(?:take|"
        r"taking|care|caring|look|looking|treat|treating|serve|serving|help|helping|see|seeing|"
        r"meet|meeting|have|having|be|being|walk|walking|work|working|deliver|"
        r"delivering)(?: care of| for| after| with| part of)? (?:you\w*|him|her|them|mum|mom|dad|"
        r"and)",
        r"it (?:was|has been|is) (?:a|an|our|my|such an?) (?:\w+ )?(?:privilege|honou?r|pleasure|"
        r"joy) (?:to )?(?:care|caring|look|looking|treat|treating|have|having|know|knowing|take|"
        r"taking) (?:for|after|care of|to know|you|him|her)(?: (?:you\w*|him|her|them|mom|mum|"
        r"dad))?",
        r"(?:taking|took|take) (?:such )?(?:good |great |excellent )?care of (?:you|him|her|them)",
        r"(?:caring|cared|care) for (?:you|him|her|them|your (?!self|own)\w+)",
        r"looking after (?:you|him|her|your \w+)",
        r"(?:we(?: have|'ve)?|our \w+|team) (?:all |so |really |just |absolutely )?(?:love[ds]?|"
        r"enjoy(?:ed)?|adore|remember|treated|treat|miss|missed) (?:having |seeing |treating |"
        r"meeting |working with |having )?(?:you|him|her|them|all (?:three|two|four) of)",
        r"(?:sorry|sad|hate) to (?:lose|see) you (?:as a patient|go|leave)",
        r"you(?:'re| are|'ve been| were| have been)(?: \w+){0,3} (?:favou?rite|best|longest|first|"
        r"valued|easiest)(?: \w+){0,3} (?:patients?|clients?|residents?|one|ever|patient ever|"
        r"tuesday|customers?)",
        r"(?:you're|you are|you were|you've been|you have been)(?: always| already| now)? (?:a|an|"
        r"our|one of our) (?:\w+ ){0,2}(?:patient|client|resident|superstar patient)",
        r"(?:you've been|have been|someone who has been|who's been) (?:with us|seeing us|"
        r"coming (?:to us|here)) (?:for|since)",
        r"(?:remembers?|thinks? of|talks? about) (?:you|him|her) (?:well|fondly|often|still)?",
        r"we all remember you",
        r"(?:proud|proud of) (?:the )?(?:man|woman|person) who walked",
        r"wish(?:es|ing)? you (?:a )?(?:continued|speedy|full|quick|smooth|good)? ?(?:recovery|"
        r"healing)",
        r"continue(?:d)? (?:your|you on your) (?:\w+ )?journey",
    )
    particular = True
