from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rules.tone.fear import KINDS
from bedside.guard.wording import Wording, WordingRule

_ILL = (
    r"\b(?:scans?|tests?|check-?ups?|checks?|exams?|screening|smear|mammogram|jabs?|shots?|"
    r"vaccines?|"
    r"eye|eyes|sight|retina|hearing|teeth|gums?|dental|dentures|implants|lungs?|heart|stroke|"
    r"cancer|"
    r"tumou?rs?|lump|mole|melanoma|skin|bones?|hip|knees?|back|numbness|blood|liver|kidneys?|brain|"
    r"memory|weight|smok\w+|drips?|kits?|breath|clinic|sealants?|helmets?|squint|measles|flu|"
    r"ticks?|"
    r"lyme|pillow|sunscreen|floss|hormone\w*|fall|falls|growth plates?|insurance|burnout|"
    r"physicals)\b"
)


class VeiledFear(WordingRule):
    """
    A threat of illness or regret, without naming death.

    ## Why it matters
    "Good parents don't gamble" and "by then it's too late" sell by dread and guilt. Those who are
    ill already read it too.

    ## Flagged
    - ad: Floss or false teeth. [Pick].
    - post: [Good mothers don't gamble] with a squint. Eye tests on Monday.
    - post: [What will you tell yourself if] you skip the scan?
    - ad: His heart stopped at his desk. [Yours is next] in line. Screening from £60.
    - ad: [By the time it shows], the window has shut. Helmets fitted.

    ## Fine
    - Screening can find a problem before you notice it. Ask whether it suits you.
    - By the time the kettle boils, the flu shot is done.
    - Good parents forget things too. The forms are at the desk.

    ## Instead
    Say whom the test is for, what it can find, and what it cannot.
    """

    code = "T013"
    label = "TONE-FEAR"
    severity = Severity.WARN
    source = "225 ILCS 60/26 (no playing on fears); AMA Code of Medical Ethics, Opinion 9.6.1"
    kinds = KINDS
    doubted = KINDS
    message = "This sells by fear or guilt."
    unless = (
        r"\b(?:grief|griev\w+|bereave\w*|memorial|988|it's not your fault|nobody's fault|no rush|"
        r"can wait|don't panic|no need to (?:worry|panic)|don't worry|kettle|queue|bus|bake sale)\b"
    )
    wordings = (
        Wording(
            "pick|choose|your call|your choice|you choose|you decide|your move|decide now",
            then=r"(?=[.!?,]|\Z| one\b| now\b)(?:,? (?:one|now))?",
            after="^",
        ),
        Wording(
            "by the time|by then|before you know it|by midnight|by morning|by christmas you",
            then=r"(?: [\w']+){0,3}? (?:shows?|finish|notice|noticed|hurts|feel|felt|know|find out|"
            r"it's|it is|gone|gasping|be gone|would be)",
            given=_ILL + r"|\b(?:window|late|gone|shut|emergency|packs)\b",
        ),
        Wording(
            "next in line|is next|be next|are next|yours is next|in line behind|you're next|"
            "next widow|the next name|next story we tell|the next one could|could be yours|"
            "your turn is|already too late|might be too late|could be too late|is too late|"
            "won't be in time|may not wake|might not wake|won't wake|you may not see|"
            "won't see sixty|half of you won't|half of you would be gone|won't be here|"
            "some of your neighbours won't|the window has shut|window is closing|door is closing|"
            "clock is running|running out|runs out|your luck|slowly suffocating|slowly poisoning|"
            "silently|in silence|en silencio|eaten as you read|as you read this|turning to chalk|"
            "loses a soldier|things grow|waiting for you to|knows you're waiting|bigger every|"
            "closer every|worse every|it isn't waiting|two streets from|takes the weakest|"
            "could end your life|end your life as",
            then=r"(?! (?:patient|slot on|the queue))",
            given=_ILL + r"|\b(?:book|late|desk|[$£€]\d+|yours|statistically|somebody|someone)\b",
        ),
        Wording(
            "what will you tell|what will you say|how will you explain|explain to your|"
            "explain it to|who will tell|would you rather explain|tell your children you|"
            "ask yourself then|will you forgive|forgive yourself|live with that|live with yourself|"
            "regret it|or regret|you'll regret|say sorry later|usually say sorry|wish you'd|"
            "wished you'd|wishing you'd|sorry you|you'll be sorry|on your conscience|"
            "somebody else's conscience|yours to answer for|blame yourself|had a form that was "
            "late|"
            "no second chance|one look at|last chance to|your last good|or let gravity|"
            "and you remember this|wish you had",
            then=r"(?: (?:yourself|then|why|if))*",
        ),
        Wording(
            "good mothers|good fathers|good parents|good mums|good moms|good dads|good husbands|"
            "good daughters|good sons|good owners|real mothers|responsible parents|loving parents|"
            "caring parents|parents who say no|parents who skip|parents who wait|if you loved|"
            "if you love|if you really love|if you cared",
            then=r"(?: [\w']+){0,4}? (?:gamble|book|don't|never|wouldn't|know|choose|usually|would|"
            r"her|him|them|your)(?: gamble| book)?",
            given=_ILL + r"|\b(?:later|others|gamble|offer)\b",
        ),
        Wording(
            "gamble with|gambling with|bet your|betting your|roll the dice|roulette with|"
            "skip the|skip this|go on, ignore|go ahead, ignore|keep ignoring|carry on ignoring|"
            "ignore it, then|ignore the|put it off again|keep putting it off|wait another",
            then=r"[^\n]{0,90}?(?:wheelchairs?|white sticks?|stick|grandchildren|dentures|funeral|"
            r"coffin|squint|sight|teeth|life|lives|candle|conscience|growth plates|heart|health|"
            r"ambulance|regret|blind|deaf)",
        ),
        Wording(
            "think twice|look twice|look you in the eye|won't kiss|can't bear to|step back|"
            "stepped back|talk about it in the car|too polite to say|what everyone at work|"
            "behind your back|nobody told you|no one told you|nobody will tell|no one will tell|"
            "won't tell you|people notice|people see|they all see|they've noticed|"
            "dates don't come back|nobody wanted to|stopped loving|turned away|the photos you'll "
            "hate|"
            "for the wrong reason|laughing at|pity you|nobody swipes|they whisper",
            then=r"(?: (?:from you|at you|for|your|about|it))?",
            given=r"\b(?:you|your|you've|auntie|bride|smile|spots?|breath|hair|chin|skin|she|"
            r"waistline|"
            r"summer|they've|clinic)\b",
        ),
        Wording(
            "better to find out|better find out|better here than|here than in|than in an ambulance|"
            "than an ambulance|cheaper than|sooner us than|rather meet you now|than meet your "
            "family|"
            "those we read about|those who book|two kinds of|or the other kind|"
            "nursing home or|or a wheelchair|or dentures|or dialysis|or the hospital|"
            "mejor averiguarlo|cuántos años le quedan|va a esperar a|usted eligió|"
            "combien de temps vous reste",
            then=r"(?: (?:chemo|a funeral|a coffin|dialysis|surgery|the ambulance|hospital|smokers|"
            r"people|parents|family))?",
            given=_ILL + r"|\b(?:chequeo|ambulance|ambulancia|corazón|hijo|bilan|chemo|smokers)\b",
        ),
        Wording(
            "close your eyes|picture your|imagine your|picture this|pov:|pov",
            then=r"[^\n]{0,80}?(?:next year|at midnight|toothless|blind|turning blue|without you|"
            r"crying|alone|in a chair|remember this|stopped|gasping|dark|empty|world looks)",
        ),
        Wording(
            "last year had|last year was late|who collapsed|who died last|said the same|"
            "thought so too|had a stroke at|was fine too|felt fine too|so was my|so did my|"
            "when we cleared|we found what|found too late|didn't come in time|came too late|"
            "on your own with",
            given=_ILL + r"|\b(?:form|book|desk|yours|call)\b",
        ),
        Wording(
            "every hour|every day|each day|each birthday|every birthday|every week|every month|"
            "each hour",
            then=r" (?:you|without|that you|it)[^\n]{0,70}?(?:loses?|lost|closer|conscience|candle|"
            r"soldier|damage|worse|grows?|gone|never)",
        ),
    )
