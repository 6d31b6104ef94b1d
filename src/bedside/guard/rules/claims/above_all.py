from __future__ import annotations

from bedside.guard.claiming import CLAIMING
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_PLACE = (
    r"(?:in|on|this side of|north of|south of|anywhere in|round|around|from here to|outside) "
    r"(?:the |this |these |our |all of |all |here\b)?[\w' -]{2,25}"
)
_OTHERS = (
    r"(?:(?:any )?other|others|every other|the other|another|other people's|the rest of|most|the "
    r"big) (?:[\w-]+ )?(?:clinics?|dentists?|surgeons?|practices?|hospitals?|physios?|shops?|"
    r"centres?|centers?|trusts?|teams?|labs?|spas?|homes?|birth centres?|units?|town|doctors|"
    r"places?|offices)"
)
_RIVALS = (
    r"\b(?:clinics?|dentists?|surgeons?|practices?|hospitals?|physios?|teams?|rivals|competitors|"
    r"competition|town|state|region|country|county|island|we|our|us|care|treatment|technology|"
    r"dentistry|laser|scanner|surgery|units?|everyone|everybody)\b"
)


class AboveAll(WordingRule):
    """
    A boast that sets you above all others, without the word "best".

    ## Why it matters
    "The clinic other clinics copy" is the same claim as "the best", and no easier to prove.

    ## Flagged
    - ad: Knee care that is [in a class by itself].
    - post: [Years ahead of the rest], our scanner lands in May.
    - post: Inside [the clinic that other clinics copy].
    - ad: [You won't find this laser anywhere else in the state].
    - profile: You could go cheaper; [you couldn't go better].
    - post: [The Rolls-Royce of] veneers.

    ## Fine
    - Other clinics offer this too; compare their prices with ours.
    - You won't find the pharmacy on the ground floor any more.
    - Ranked first for knees by the state register, 2024.

    ## Instead
    Name the award, the register or the figure, and its year.
    """

    code = "C020"
    label = "CLAIM-SUPERLATIVE"
    severity = Severity.WARN
    source = "North Carolina Medical Board, position statement 8.3.1; Lanham Act, 15 USC 1125(a)"
    kinds = CLAIMING
    doubted = CLAIMING
    message = "This sets you above all others, and nothing here shows it."
    why = "A claim to be above others needs a named source and a year."
    unless = (
        r"\b(?:register|survey|award|awards|magazine|readers|ranked|audit|according|source|"
        r"we are not|we're not|we aren't|isn't us|not us|compare|ask around|plenty of|"
        r"others do|fell off|door|we took notes|they do it|don't tell|moved|queue|mornings|next "
        r"level up|one tall|biased|card on|cards on|if we were|parking|biscuits|cakes?|coffee|"
        r"coffees|ward cat)\b"
    )
    wordings = (
        Wording(
            "the last word in|in a class by|in a class of|a class apart|a cut above|a league above|"
            "in a league of|in another league|out of our league|the rolls-royce of|"
            "the rolls royce of|the ferrari of|the crown jewel of|crown jewel of|the goat of|"
            "the gold standard in|the gold standard for|the jewel in|the everest of|the home of|"
            "the capital of|the pinnacle of|the summit of|partner of choice|clinic of choice|"
            "the first name in|the only name in|the name in|the byword for|set the bar|"
            "sets the bar|raise the bar|wrote the book on|rewrote the book on|write the book on|"
            "built different|on another level|next-level|next level|light years|lightyears|"
            "second to nobody|like nobody else|like no one else|like nowhere else|"
            "top of the tree|who's on top|we're tops|we are tops|head of the pack|"
            "leader of the pack|leaders in|leaders of the|first in|la referencia en|"
            "el mejor|la mejor|los mejores|las mejores|número uno|numéro un|le meilleur|"
            "la meilleure|les meilleurs|somos la única|el único|la única",
            then=r"(?: (?:itself|its own|our own|by itself)|(?= \w|[.!?,]|\Z))",
            given=_RIVALS
            + r"|\b(?:consultorio|clínica|equipo|ortodoncia|cardiología|consulta|smile|veneers|"
            r"lipo|"
            r"filler|facials?|hearing|eye|heart|knee|skin|burns|rehab|dental|spine|pain|health|"
            r"injector|braces|clinique|dentiste)\b",
            not_after="not|never|at|living",
        ),
        Wording(
            "years ahead|decades ahead|a decade ahead|miles ahead|streets ahead|light years ahead|"
            "years before|long before|ahead of|years behind|miles behind|daylight between",
            then=r"(?: of)? (?:the rest|everyone|everybody|anyone|anybody|any other|every other|"
            r"all "
            r"other|what|the high street|the field|us|the competition|the pack|the times|the "
            r"region|the city|the town|us and second|the others)(?: of (?:town|us|the \w+))?",
        ),
        Wording("they're years behind|they are years behind|wasn't a contest|no contest"),
        Wording(
            "the clinic|the team|the hospital|the birth centre|the birth center|the dentist|the "
            "surgeon|the trust|the practice|the unit|the lab|the spa|the place|the physio|the "
            "doctor|the clinic that|where",
            then=rf"(?: that| which| where)? {_OTHERS} (?:that )?(?:copy|copies|envy|envies|wish|"
            r"wishes|look up|looks up|send|sends|trust|trusts|follow|follows|call|calls|ask|asks|"
            r"want|wants|dream|dreams|study|studies|take notes|turn to|fear)",
        ),
        Wording(
            "you won't find|you will not find|you'll not find|you won't see|you won't meet|"
            "you won't get|won't find",
            then=rf"[^.!?]{{2,50}} (?:anywhere|elsewhere|in town|{_PLACE})",
            given=r"\b(?:anywhere else|elsewhere|better|like|this|such|finer|gentler|sharper)\b",
        ),
        Wording(
            "a finer|a gentler|a kinder|a sharper|a softer|a steadier|a safer|a better|no finer|"
            "no gentler|no kinder|no better|no sharper|no steadier|no safer",
            before=r"(?:there's |there is |you won't (?:find|meet|see) |there isn't |hardly |"
            r"isn't |"
            r"not find |)",
            then=rf"(?: [\w'-]+){{1,4}} (?:{_PLACE}|anywhere|there is)",
        ),
        Wording(
            "there isn't a|there isn't an|there is not a|there's not a|there's no|show us a|"
            "find us a|name one|not one has|not one of them|not one other",
            then=rf"[^.!?]{{3,50}} (?:comes close|to match|that (?:can|does|comes|matches|touches)|"
            rf"had a|has a|like (?:ours|this|it)|in private hands|better|{_PLACE} that)",
        ),
        Wording(
            "nowhere in|nowhere else|nowhere on|nobody touches|nobody else manages|no one manages|"
            "nobody else here|nobody fixes|no one fixes|nobody knows|nobody does|no one does|"
            "no one teaches|nobody teaches|nobody treats|no one treats|no other shop|no other "
            "place|"
            "nobody has anything|nothing near it|a record nobody|only one address|"
            "there is only one|there's only one|all roads lead to|the rest are|everything short of|"
            "or nobody|or no one|everyone else knows|nobody round here|no rival|no rivals|"
            "don't have competitors|do not have competitors|rivals agree|took notes|take note, |"
            "why go anywhere else|why go elsewhere|once you've seen the rest|seen the rest|"
            "drive past|you couldn't go better|couldn't go better|can't go better|couldn't do "
            "better|"
            "a standard of|the likes of which|never seen before|like you've never|"
            "few would dispute|no one would dispute|nobody would dispute|a gap, another|"
            "done nowhere|as it's done nowhere|is a compromise|knows it's us|10 said us|"
            "all of them said us|she'll say|he'll say|they'll say",
            then=r"(?=[^.!?]{0,80})(?: (?:else|better|feet like|that goes|in \w+|compares|comes "
            r"near|"
            r"clinics?|\w+ clinics)\b)*",
            given=_RIVALS
            + r"|\b(?:feet|teeth|spinal|veneers|lip|skin|hearing|eyes?|birth|pregnan\w+|midwife|"
            r"kids'|"
            r"dialysis|dental|taught|sleep|care|surgeons?|memory|podiatrist|veins|here|cheaper)\b",
            not_after="is|and",
        ),
        Wording(
            "more about",
            then=r" [\w ]{2,25} than (?:anybody|anyone|any other|all)",
        ),
        Wording(
            "the only",
            then=r" (?:injector|dentist|surgeon|doctor|physio|hands|one|person|place|clinic|"
            r"people) "
            r"(?:i'd|i would|we'd|you'd|you should|you need|worth|that counts|who can)",
        ),
        Wording(
            "we have the", then=r" (?:podiatrist|dentist|surgeon|doctor|physio|team)(?=\.|!|\Z)"
        ),
        Wording(
            "softest|gentlest|steadiest|sharpest|boldest|brightest|finest|kindest|safest|smartest|"
            "cleverest|greatest|most gifted|most trusted|most advanced|purest|surest",
            then=rf"(?: [\w'-]+){{1,3}} (?:{_PLACE}|on earth|alive|there is|around|ever)",
        ),
        Wording(
            "surgeons|doctors|dentists|midwives|nurses|clinics|physicians|other clinics|hospitals",
            before=r"(?:where|who|the one) (?:[\w']+ ){0,2}",
            then=r" (?:send|sends|take|takes|bring|trust|go with|choose|whisper about)(?: "
            r"[\w']+){0,4}",
        ),
    )
