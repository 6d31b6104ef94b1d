from __future__ import annotations

from bedside.guard.claiming import CLAIMING, DENIED
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_SOFT = (
    r"|\b(?:may|might|could|some|sometimes|often|usually|can help|helps?|research|hope|"
    r"fund|charity|walk for|run for|race for|tribute|band|toward|search|one day|"
    r"until there's|sources?|about|out of|\d+ in \d+|ham|bacon|resin|composite|light|"
    r"cured meats?|osmosis|parking|gear|in reverse|reverse into|overdose)\b"
)


class Cure(WordingRule):
    """
    A promised cure.

    ## Why it matters
    No treatment works for everybody. The FTC asks for randomized trials behind such words, and
    medical boards discipline doctors for them.

    ## Flagged
    - Our laser [cures] tinnitus.
    - Twelve weeks, one meal plan, and [type 2 diabetes reversed].
    - Say [goodbye to back pain].
    - We make Hashimoto's [disappear].

    ## Fine
    - Freezing can clear a wart, though some return.
    - There is no cure for asthma, but you can live well with it.
    - Join the race for the cure. Home-cured ham at noon.

    ## Instead
    Say what it can do and for whom: "may ease back pain for some people".
    """

    code = "C001"
    label = "CLAIM-CURE"
    severity = Severity.ERROR
    source = "FTC Act, 15 USC 45 and 52; FTC Health Products Compliance Guidance (2022)"
    kinds = CLAIMING
    message = "This promises a cure."
    why = "A cure is a claim that needs randomized trials, and holds for no treatment of everybody."
    unless = DENIED + _SOFT
    wordings = (
        Wording(
            "cure|cures|curing|cured",
            then=r"(?! (?:rates?|of hams?|time))",
            not_after="home|dry|the|a|to|sun|salt",
        ),
        Wording("the cure|a cure", then=r" (?:for|to|of)\b", near="conditions"),
        Wording("to cure", near="conditions"),
        Wording("reverse|reverses|reversing", reach="conditions"),
        Wording(
            "reversed|eliminated|eradicated|cured|erased|gone|banished|wiped out",
            before=r"{conditions}(?: is| was| has been|,)? ",
            then=r"(?! (?:up|by|to)\b)",
        ),
        Wording(
            "eliminates|eliminate|eradicates|eradicate|erases|erase|banishes|banish|"
            "wipes out|wipe out|get rid of|gets rid of|ends|conquers|conquer|beats|"
            "defeats|heals|knocks out|kills off",
            reach="conditions",
        ),
        Wording("goodbye to|goodbye|farewell to|bye-bye to|end to|an end to", reach="conditions"),
        Wording(
            "ends here|stops here|ends today|stops today|ends now|in the past|a thing of the past",
            near="conditions",
        ),
        Wording(
            "disappear|disappears|vanish|vanishes|melt away|melts away|evaporate|go away for good",
            near="conditions",
        ),
        Wording(
            "free",
            before=r"(?:{conditions}|pain|symptom|drug|medication|glasses)[- ]",
            then=r" (?:for life|forever|for good|for ever|in \w+ (?:days?|weeks?|visits?|"
            r"sessions?|minutes?))",
        ),
        Wording(
            "throw away your|throw out your|throw the|throw your|ditch your|ditch the|"
            "bin your|toss your|say goodbye to your|never need|no more|off your|"
            "off all your|done with",
            then=r" (?:pills|glasses|contacts|cane|meds|medication|medicine|inhalers?|"
            r"crutches|walker|insulin|razors|hearing aids?|dentures|readers|cpap|"
            r"wheelchair|pain(?:killers)?|injections)(?: away| again)?",
        ),
        Wording(
            "unwind|unwinds|undo|undoes|unlock|rebuild|regrow|regrows|regenerate|"
            "regenerates|restores|restore|straighten",
            then=r" (?:\w+ )?(?:scoliosis|cartilage|nerves?|hair|enamel|gums?|hearing|vision|"
            r"20/20|joints?|discs?|teeth|spines?|collagen|your hair|thyroid|kidneys?|"
            r"liver|brain cells)",
        ),
        Wording(
            "never come back|never comes back|never came back|won't come back|"
            "never return|never returns|stays gone|stay gone|gone for good|gone forever|"
            "gone for ever|gone in an hour|gone in one|gone in a|gone overnight|"
            "never hurt again|never again",
            then=r"(?! (?:to|for|will we|shall|have to (?:wait|park|call|print)))",
            firm=True,
        ),
        Wording(
            "ends it all|fixes everything|heals everything|works wonders|"
            "works like magic|cures what ails|answer to all"
        ),
        Wording(
            "stop|quit|end|beat|fix",
            then=r" (?:smoking|drinking|snoring|migraines?|pain|anxiety|back pain|bedwetting|"
            r"grinding|stammering|hair loss|cravings) in (?:a|an|one|your first|just|"
            r"only|two|three|\d+|ten|five) (?:single )?(?:session|sessions|visits?|days?|"
            r"hours?|minutes?|weeks?|treatments?|afternoon)",
        ),
        Wording(
            "is history|are history|will be history|grows back|grow back|dance out|"
            "walk out without|leave it behind|out the door for good|never heard of again",
            near="conditions",
        ),
        Wording(
            "grows back|regrows|rebuilds|restores|wakes up|switches off|turns off|"
            "deletes|delete|removes|reprograms|resets",
            then=r" (?:\w+ )?(?:cartilage|hair|nerves?|gums?|enamel|bone|collagen|hearing|"
            r"pain|allerg(?:y|ies)|cravings|fat|fear|trauma|inflammation|hunger|anxiety)",
        ),
        Wording(
            "you'll never|you will never|you never",
            then=r" (?:think|worry|hear|feel|suffer|wake|wonder|need|notice)[^.!?]{0,50} again",
            firm=True,
        ),
        Wording(
            "sends it packing|switches it off|switch it off|puts an end to it|puts a stop to it|"
            "packs its bags|bites the dust|gone in|gone within|gone after|gone by|we end it|"
            "into remission|reversed|rewinds|rewind|undoes|dissolves|dissolve|melts away",
            near="conditions",
        ),
        Wording(
            "doesn't come back|don't come back|does not come back|never flares again|"
            "never flare again|never needs doing again|never come back|stays away for good",
            near="conditions",
            firm=True,
        ),
        Wording(
            "come off|get off|off",
            then=r" (?:your|all your)(?: [\w-]+){0,2} (?:tablets|pills|insulin|metformin|"
            r"medication|"
            r"meds|inhalers?|statins)[\w ]{0,10} (?:in|within) (?:\d+|\w+) (?:days|weeks|months)",
        ),
        Wording(
            "give you|gives you|get|gets you",
            then=r" (?:back )?your (?:knees?|hips?|hearing|eyesight|sight|hair|youth|memory|"
            r"waist|twenties)(?: back| at)",
        ),
    )
