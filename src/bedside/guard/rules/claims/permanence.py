from __future__ import annotations

from bedside.guard.claiming import CLAIMING
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Permanence(WordingRule):
    """
    A result said to last for ever.

    ## Why it matters
    Hair regrows, teeth move and pain returns. "Permanent" is a promise that follow-up studies
    seldom bear out.

    ## Flagged
    - [Permanent hair removal] in six visits.
    - Smooth skin, and results that last [forever].
    - Sound like a newsreader in a month, [for good].

    ## Fine
    - Permanent change: our front door is now on Dock Street.
    - Adult teeth are permanent teeth. A vasectomy is meant to be permanent.

    ## Instead
    Say how long it usually lasts, and what upkeep it needs.
    """

    code = "C004"
    label = "CLAIM-CURE"
    severity = Severity.ERROR
    source = "FTC Health Products Compliance Guidance (2022); FDA, laser hair reduction"
    kinds = CLAIMING
    message = "This says that a result of care lasts for ever."
    unless = (
        r"\b(?:not|n't|never|no|isn't|nothing|rarely|myth|vasectom\w+|sterili[sz]ation|"
        r"tubal|address|moved?|moving|door|clos(?:ed|es|ing)|job|staff|teeth|molars?|"
        r"exhibit|resident|home for|memory|memories|grateful|thank\w*|friends?|"
        r"remember\w*|in our hearts|may|might|wait(?:ed|ing)?|takes?|took|screenshots?|"
        r"internet|asking|so here)\b"
    )
    wordings = (
        Wording(
            "for good|for life|for keeps|forever|for ever|once and for all",
            before=r"(?<!n't[ ])(?<!not[ ])(?<!never[ ])(?<!rarely[ ])(?:cures?|corrects?|"
            r"fix(?:es)?|"
            r"ends?|stops?|beats?|revers(?:es?)|straightens?|banish(?:es)?|erases?|heals?|"
            r"lasts?|stays?|lose the|rid of)(?: [\w'-]+){1,5},? ",
            given=r"\b(?:pain|{conditions}|scoliosis|veneers|implants|dentures|glasses|wrinkles?|"
            r"clear|skin|hair|weight|discs?|clinic|sessions?|visits?|last you)\b",
            then=r"(?! (?:you|us|our|the team|nurse|dr)\b)",
            firm=True,
        ),
        Wording(
            "permanent",
            then=r" (?:fix|solution|relief|results?|cure|hair removal|weight loss|hair|"
            r"hair growth|whitening|removal|end|pain relief|correction|recovery|freedom|"
            r"slimming|fat loss|answer)",
        ),
        Wording(
            "permanently",
            then=r" (?:remov\w+|fix\w*|cur\w+|reliev\w+|eras\w+|eliminat\w+|whiten\w*|"
            r"straight\w*|smooth\w*|slim\w*|tight\w+|end\w*|stop\w*|gone|free|clear\w*|"
            r"lift\w*|destroy\w*|reduc\w+)",
        ),
        Wording(
            "permanently",
            before=r"(?:remove[sd]?|fix(?:es|ed)?|cure[sd]?|ends?|stops?|erases?|gone|relieves?|"
            r"lose|loses|away|down|clears?) (?:\w+ ){0,4}",
        ),
        Wording(
            "forever|for ever|for good|for life|once and for all|a lifetime",
            given=r"\b(?:gone|rid of|fix(?:es|ed)?|ends?|ended|stops?|solve[sd]?|cure[sd]?|"
            r"clear(?:s|ed)?|smooth|straight|results?|pain|weight|off|keep|keeps|quit|"
            r"banish|erase|remove[sd]?|lasts?|last|stays?|month|weeks?|days?|sessions?|"
            r"visits?|younger|bald\w*|hair|wrinkles?|vanish|away)\b",
        ),
        Wording(
            "never age|stay young|age-proof|forever young|eternal youth|"
            "fountain of youth|turn back the clock|turns back the clock|stop the clock|"
            "reverse aging|reverses aging|reverse ageing|reverses ageing|"
            "anti-ageing miracle"
        ),
        Wording(
            "for the rest of your days|for the rest of your life|rest of your life",
            before=r"(?:done|free|gone|without|rid|no more|smile|never)(?: [\w']+){0,5} ",
        ),
    )
