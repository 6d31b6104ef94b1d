from __future__ import annotations

from bedside.guard.claiming import CLAIMING, PROVIDER
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Superlative(WordingRule):
    """
    "Best", "leading" or "only", with nothing to show for it.

    ## Why it matters
    Medical boards call it unverifiable superiority, and competitors may sue over it. A named,
    dated award says more.

    ## Flagged
    - [The best dental team] in Ottawa, with evening hours.
    - Our new scanner is [the most advanced MRI] in the state.
    - [Perth's only clinic that] treats the whole person.
    - [Second-to-none] orthodontics since 1987.

    ## Fine
    - Ranked a Best Hospital for orthopedics by U.S. News, 2024.
    - It's best to come early. Best of luck to our student nurses!
    - The only clinic door open after six is the one on Mill Lane.

    ## Instead
    Name the award and the year, or the training and the years of practice.
    """

    code = "C006"
    label = "CLAIM-SUPERLATIVE"
    severity = Severity.WARN
    source = "North Carolina Medical Board, position statement 8.3.1; Lanham Act, 15 USC 1125(a)"
    kinds = CLAIMING
    message = "Nothing here shows that this is so."
    why = "A claim to be the best needs a named source and a year."
    unless = (
        r"\b(?:by (?:u\.?s\b|newsweek|the \w+|readers|voters)|awards?|magazine|"
        r"readers' choice|source|accredit\w+|"
        r"(?<!since[ ])(?<!est[ ])(?<!in[ ])20[12]\d(?! team)|best possible|deserves?|"
        r"strive\w*|try|trying|hope|hoping|goal|wish\w*|isn't|not|n't|never|may|whether|"
        r"which|choose|find(?:ing)? the|if)\b"
    )
    _of_care = rf"<2>{PROVIDER}"
    wordings = (
        Wording(
            "best|finest|greatest|safest|smartest|nicest|kindest|cleanest|fastest|"
            "cheapest|happiest",
            then=r"(?! (?:street|avenue|western|buy|friends?|bet|wishes|of luck))" + _of_care,
            before=r"(?:(?:the|our|your|america's|canada's|\w+'s|at|with|simply|have|region's) )?",
            not_after="it's|is",
        ),
        Wording(
            "the best|best|the finest|finest|simply the best|the nicest",
            then=r" (?:in (?:town|the (?:city|state|county|country|area|region|business|world|"
            r"west|east|north|south|valley|bay|nation|province))|around|there is|"
            r"money can buy|of the best)",
            not_after="at|is|kept",
        ),
        Wording(
            "#1|no. 1|no 1|number one|number-one|number 1",
            then=rf"(?:<2>{PROVIDER}| (?:in|for) (?!our|the list)\w+)",
        ),
        Wording(
            "leading|premier|foremost|preeminent|pre-eminent|top|top-rated|top rated|"
            "highest-rated|highest rated|best-rated|top-ranked|top ranked|most-trusted|"
            "gold-standard|gold standard|best-value|best value|elite|favorite|favourite|"
            "best-loved|number-one",
            then=_of_care,
            before=r"(?:(?:the|a|our|[\w.]+'s|is|regions) )?",
        ),
        Wording(
            "most",
            then=r" (?:trusted|advanced|experienced|modern|sophisticated|respected|skilled|"
            r"caring|compassionate|comprehensive|innovative|affordable|qualified|"
            r"reliable|popular|loved|accurate|complete|reviewed|recommended|powerful|"
            rf"awarded|comfortable)<2>{PROVIDER}",
            before=r"(?:the|our|\w+'s) ",
        ),
        Wording(
            "second-to-none|second to none|unmatched|unrivaled|unrivalled|unparalleled|"
            "unbeatable|unsurpassed|unequaled|unequalled|peerless|incomparable|"
            "best-in-class|best in class|industry-leading|market-leading|without equal|"
            "in a class of|like no other|nobody does it better|no one does it better|"
            "no one comes close|nobody comes close|no other clinic|no other practice|"
            "no other dentist|no other hospital|no one else in|nobody else in|"
            "can't be beaten|leaves the rest"
        ),
        Wording(
            "only",
            then=r" (?:\w+ )?(?:clinic|practice|dentist|hospital|doctor|team|place|provider|"
            r"spa|pharmacy|center|centre|surgeon|lab|physio|facility|people|ones) (?:in|"
            r"that|to|who|with|where|you|offering|near|trusted)",
            before=r"(?:the|[\w.]+'s|your|our) ",
        ),
        Wording(
            "world-class|world class|state-of-the-art|state of the art|cutting-edge|"
            "cutting edge|award-winning|award winning|five-star|5-star",
            then=rf"<2>{PROVIDER}",
            severity=Severity.INFO,
        ),
        Wording(
            "world's first|world's best|nation's best|america's best|canada's best|"
            "britain's best|australia's best|state's best|world's leading|world's finest|"
            "nation's leading|country's leading|country's best|america's top|nation's top"
        ),
        Wording(
            "sends|send|trust|trusts|choose|chooses",
            before=r"(?:every|all|most|other|local|top) (?:\w+ )?(?:gps?|doctors?|dentists?|"
            r"surgeons?|nurses?|hospitals?|athletes|celebrities|"
            r"professionals)(?: in \w+)? ",
            then=r" (?:their|his|her|us|to us|our)<3>(?:us|family|families|kids|clinic|team|"
            r"teeth|patients|care)?",
        ),
        Wording(
            "nobody in|no one in|nobody else|no one else|nobody|no one",
            then=r" (?:the |this |our )?[\w ]{0,25}(?:does|do|fits|treats|knows|cares|"
            r"comes close|can match|beats|touches)(?: [\w']+){0,3} (?:like (?:we|us|dr)|"
            r"better|us|as well)",
        ),
        Wording(
            "and then there are the others|and then there's everyone else|"
            "and then there is the rest|the name to trust|the people's choice|"
            "the gold medal|simply unbeatable|your only choice|the obvious choice|"
            "the smart choice|where doctors go|where dentists go",
            then=r"(?! (?:in (?:a|the) (?:green|blue|red)|at the desk|on the team|here|"
            r"for directions))",
        ),
    )
