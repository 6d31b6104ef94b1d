from __future__ import annotations

from bedside.guard.claiming import CLAIMING
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_HEALED = (
    r"\b(?:heal\w*|fix\w*|cure\w*|clear\w*|settle\w*|better|work\w*|gone|go(?:es)? away|lasts?|"
    r"fail\w*|miss\w*|back\b|pain\w*|return\w*|smok\w*|relaps\w*|regrow\w*|dry|quit|sleep\w*|"
    r"walk\w*|hear\w*|see\w*|feeding|turn\w* (?:round|around|back)|end\w*|stop\w*|hold\w*|calm\w*|"
    r"hurt\w*|wrong|success\w*|result\w*|off|without|left us|outlasts?|hold a baby|finished|"
    r"slip|rub|come back|disappoint\w*|sore|{conditions})\b"
)
_HEDGED = (
    r"\b(?:may|might|some|sometimes|often|usually|most|many|not every|not all|isn't|aren't|"
    r"doesn't|don't|won't promise|can't promise|cannot promise|no promises?|no guarantees?|"
    r"if it (?:isn't|doesn't)|rarely|seldom|few|helps? (?:some|many|with)|can help|tend to|"
    r"depends?|about \d|\d+ (?:in|out of) \d+|study|trial|source|nobody can|no one can|"
    r"no (?:\w+ ){1,4}(?:is|works|suits|helps|does)|can't|cannot|won't|no (?:drops|cream|pill|"
    r"one) |"
    r"plan\b|may pop back|review card|qr card|"
    r"museum|window|we strike|tablet stands|no hay|myth|anyone who|beware|whether|not true|untrue|"
    r"said no|if you hope)\b"
)


class PromisedOutcome(WordingRule):
    """
    An outcome promised in a picture, or to everybody.

    ## Why it matters
    "Warts leave here and don't look back" promises a cure as surely as the word does, and "every
    leg, every time" promises it to all. No treatment keeps such a promise.

    ## Flagged
    - ad: Sciatica [has met its match].
    - post: Every wart, [every time]: they heal here.
    - ad: Quit smoking with us. [Not one client has] gone back.
    - post: [You arrive limping, you leave dancing].
    - post: A peel with the glow and [none of the risk].
    - ad: Acne? In six weeks your skin [forgets it ever had it].

    ## Fine
    - Some people arrive limping and leave a little easier; some need an operation.
    - The shuttle runs every half hour, every time on time.
    - None of the risks is common, and we go through each with you.

    ## Instead
    Say what the treatment can do, for how many, and what it cannot.
    """

    code = "C019"
    label = "CLAIM-CURE"
    severity = Severity.ERROR
    source = "FTC Act, 15 USC 45 and 52; FTC Health Products Compliance Guidance (2022)"
    kinds = CLAIMING
    doubted = CLAIMING
    message = "This promises an outcome that nobody can promise."
    unless = _HEDGED
    wordings = (
        Wording(
            "packs its bags|packed its bags|pack their bags|has met its match|have met their match|"
            "met its match|a museum piece|museum pieces|a thing of the past|things of the past|"
            "makes them history|make them history|become history|has an off switch|"
            "have an off switch|switch it off|switched off|switched it off|switches it off|"
            "shuts down cravings|shut down cravings|off means off|knows the way out|"
            "don't know the way back|doesn't know the way back|forwarding address|"
            "doesn't know my address|doesn't know your address|somebody else's problem|"
            "someone else's problem|out of your body|out of your system for good|"
            "left behind for good|gets left behind|get left behind|has sent|shown the door|"
            "shows it the door|out the door|by the root|and they stay away|and it stays away|"
            "stays away|done and dusted|over and done with|once and done|is yours again|"
            "life is yours again|nothing left to hold on to|loses its grip|lost its grip|"
            "hate this clinic|hates this clinic|waves goodbye|said goodbye|out by the weekend|"
            "gone by|sorted by|fixed by|sober by|dry by|clear by|clean by|pain-free by",
            then=r"(?! (?:the (?:bus|library|lift)))",
            not_after="we|lights|phones|lines|were",
        ),
        Wording(
            "every time|each time|every single time|every leg|every knee|every back|every baby|"
            "every child|every case|every patient|every person|in everyone|in everybody|"
            "for everyone|for everybody|every one of our|every last|for all comers|"
            "whoever you are|whatever caused it|whatever the cause|no exceptions|no matter how "
            "long|"
            "no matter how bad|no matter what you've tried|whatever you've tried|"
            "however bad|however long|at any age|first time, every time|all of them, for good|"
            "without fail|for always|for keeps|for life|period",
            given=_HEALED,
            not_after="bring|call|check|free|bus|open",
            then=r"(?! (?:you (?:visit|come|call)|gets? (?:the same|a)|who|is asked|in the))",
        ),
        Wording(
            "not one|not a single|never once|has never|have never|we've yet to|we have yet to|"
            "yet to meet|yet to see|nobody has|no one has|no client has|no patient has|"
            "none has|none have",
            then=r"(?: [\w'-]+){0,6}? (?:failed|fail|missed|gone back|come back|came back|has|"
            r"returned|relapsed|left us|couldn't|needed|disappointed|ever|regretted|complained|"
            r"lost)",
            given=r"\b(?:client|patient|person|builder|knee|shoulder|baby|finding|stone|smok\w+|"
            r"fail\w*|clinic|our|us|treatment|back)\b",
        ),
        Wording(
            "arrive|come in|came in|walk in|walks in|walked in|you arrive|limp in|roll in|"
            "llegas|entras|hobble in|shuffle in|in with",
            then=r"(?: (?:with |on |in )?[\w' -]{0,25})?(?:,| and)(?: you)? (?:leave|walk out|go "
            r"home|dance out|run out|skip out|sales|walked out|left|stroll out|walk away)"
            r"(?: (?:with|in|without|on))?(?: [\w-]+)?",
        ),
        Wording(
            "send us a|bring us a|bring us the|give us a|give us your",
            then=r" [^.!?]{3,60}(?:and|\.) we(?:'ll)? (?:send|give|hand|return)(?: [\w']+){1,5}",
        ),
        Wording(
            "no downside|zero downside|no down side|can't burn|can't scar|can't hurt|can't "
            "disappoint|"
            "cannot hurt|nothing to react to|none of the risk|none of the after-effects|"
            "none of the downtime|none of the pain|nothing that can go amiss|nothing can go amiss|"
            "taken the risk out|takes the risk out|take the risk out|no skin on earth|"
            "safe as houses|so safe you|so gentle you|so pure no|do it on a newborn|"
            "no one can react|nobody can react|what your body makes|as safe as water|safe as water|"
            "nothing to worry about, ever|can it go wrong|no needles, no risk|all of the glow|"
            "no mark, no trace|nobody will ever know|no one will know",
            then=r"(?! (?:to (?:the|our)|is\b))",
        ),
        Wording(
            "forget you ever|forgets it ever|forget it ever|you'll forget which|forget which|"
            "have forgotten how to|forgotten how to|won't remember|never need|you'll never need|"
            "never need a|never have to think|never think about|never again need|never needs a|"
            "never needs doing|last inhaler you|last tablet you|last pill you|last glasses you|"
            "last treatment you|last appointment you|last diet you|last time you'll|"
            "a thing you used to|something you used to|never happened|ever was there|"
            "it was ever there|did not happen|no more appointments|no more glasses|"
            "throw the drawer out|relapse doesn't|relapse does not|makes relapse impossible|"
            "don't come back|doesn't come back|comes back after our|never comes back|"
            "no regrowth|no vuelve|jamás|never come back|has gone back|gone back to",
            then=r"(?: (?:had|have|heard|happened|will|you'll|it|buy|need)\b)*",
            given=r"\b(?:your|you|skin|it|our|we|ever|nunca|láser|smok\w*|hair|pain|warts?|acne|"
            r"{conditions})\b",
        ),
        Wording(
            "and that's a promise|that's a promise|results promised|put my name to it|"
            "put our name to it|we promise|i promise|our promise|palabra de|consider it done|"
            "you have our word|you have my word|on my honour|mark our words|or we'll carry you|"
            "it does always work|it always works|does always work|a final answer to|"
            "the final answer to|the answer to your|there's a baby at the end|"
            "a baby at the end of this",
            given=r"\b(?:teeth|knees?|back|pain|skin|baby|steak|running|better|mend|results?|cure|"
            r"free|fear|flying|sleep|hair|weight|smile|sciatica|after|forty|vello|well|never|"
            r"healed?|work\w*|clear)\b",
        ),
        Wording(
            "winds back|winds your|wind your|turns back|turns it back|turn it back|rewinds|"
            "brings back|bring back|brings it back|bring it back|rebuild every|rebuilds every|"
            "brings every|turns type|turns your|undoes|undo|melts away|switches off|gives back|"
            "buys you a|buy you a|give you back|gives you back",
            then=r"(?: [\w'-]+){0,5}? (?:thirty|twenty|ten|years|normal|round|around|heart|sight|"
            r"hearing|bone|gram|strand|hair|dementia|memory|life|diabetes|smell|voice|youth|nights|"
            r"ageing|aging|damage|stroke|degeneration)",
        ),
        Wording(
            "by summer|by easter|by christmas|by friday|by monday|by sunday|in ten days|in a night|"
            "in one night|overnight|in an hour|in under a minute|in a day|same day|"
            "in one session|in a weekend|after one visit|after one session|in ninety days|"
            "en una sola sesión|en cuatro sesiones|en una sesión",
            then=r"(?= [^.!?]{0,60}|[.!?,:;]|\Z)",
            given=r"\b(?:your child eats|cured?|healed?|vanish\w*|gone|sorted|fixed|fixes|ends?|"
            r"ended|"
            r"melts?|pain-free|back to (?:normal|running|work|running)|smoke-free|sober|humming|"
            r"depression out|a good one|panic attacks|pulls it out|turns? [\w ]{2,25} (?:round|"
            r"around)|quit|para siempre|desaparece|adiós|switched|your sinuses|cured|dry|free "
            r"of)\b",
        ),
        Wording(
            "para siempre|se acabó|adiós a la|sin riesgos|sin riesgo|de por vida|disparaît|"
            "pour toujours|sans risque|guérit|nunca más|no vuelve nunca|y no vuelve",
            given=r"\b(?:dolor|sesi[oó]n(?:es)?|máquina|celulitis|migraña|ciática|dientes|láser|"
            r"vello|"
            r"implantes|resultado|hernia|séances?|douleur|clínica|desaparece|tratamiento)\b",
        ),
    )
