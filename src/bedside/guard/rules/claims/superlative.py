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
        r"which|parking|mornings|choose|find(?:ing)? the|if)\b"
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
            "gold-standard|gold standard|best-value|best value|elite|best-loved|number-one",
            then=_of_care,
            before=r"(?:(?:the|a|our|[\w.]+'s|is|regions) )?",
        ),
        Wording("favorite|favourite", then=_of_care, not_after="your|my|our|her|his|their"),
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
        Wording(
            "nobody|no one|no other clinic|no other team|no other practice|no other hospital|"
            "no hospital|no clinic|no dentist|no surgeon",
            then=r"(?: else)?(?: (?:in|on|around|near|outside|this side of) [\w' ]{2,30})? "
            r"(?:does|do|looks after|cares for|straightens|fits|treats|knows|\w+s)(?: [\w']+){0,4} "
            r"(?:like (?!that|this|it)|the way we|better|faster|gentler|as well as we|more gently)",
        ),
        Wording(
            "comes close|come close|comes near|got near|gets near|can touch|can match|can beat",
            before=r"(?:nobody|no one|nothing|none|no other [\w' ]{2,30})(?: \w+){0,4} ",
            firm=True,
        ),
        Wording(
            "have no equal|has no equal|no equal in|without rival|without a rival|no rival|"
            "has no rivals|leaves every other|leave every other|leaves the others|in the dust|"
            "runs rings round|runs rings around|head and shoulders above|set the bar for|"
            "sets the bar for|set the standard for|sets the standard for|ahead of every other|"
            "ahead of all other|ahead of the rest|leads the field|above all others|"
            "the one name|the region's go-to|the city's go-to|your go-to clinic|"
            "the go-to clinic|the go-to practice|nowhere else to go|nowhere else comes close|"
            "the last clinic you'll|this side of the"
        ),
        Wording(
            "there are", then=r" [\w' -]{3,30},? and then there(?:'s| is| are|'re) ", firm=True
        ),
        Wording(
            "you won't find|you will not find|you'll never find|you won't get|you'll not find",
            then=r" (?:a |an |any )?(?:better|gentler|finer|kinder|faster|safer|sharper|steadier|"
            r"more \w+|the like|anyone better)",
            firm=True,
        ),
        Wording(
            "sharpest|brightest|gentlest|steadiest|most gifted|most talented|most sought-after|"
            "most sought after|finest hands|finest minds",
            before=r"(?:the|our|\w+'s) ",
            then=r"<3>(?:minds?|hands?|eyes?|team|surgeons?|dentists?|doctors?|clinic|practice|"
            r"in|touch|therapists?|injectors?|physios?)",
        ),
        Wording(
            "other surgeons|other dentists|other doctors|other clinics|other hospitals|"
            "the big hospitals",
            then=r"[^.!?]{0,30} (?:ask for|go to|trust|ring us|call us|come to us|look up to|copy|"
            r"envy)",
        ),
        Wording(
            "surgeons|doctors|dentists|gps|nurses",
            before=r"(?:where|who) (?:[\w']+ )?",
            then=r" (?:bring|send|take|trust|choose) (?:their|for their)",
        ),
    )
