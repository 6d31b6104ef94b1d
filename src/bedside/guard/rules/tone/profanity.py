from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_MILD = "This is rough language for a page that speaks for a clinic."


class Profanity(WordingRule):
    """
    A swear word.

    ## Why it matters
    It is the one thing that every reader, board and employer agrees a clinic must not post. Names
    of body parts, sex and excretion are medicine, not swearing, and pass.

    ## Flagged
    - [Shit] week in theatre, but we are still here.
    - Read the [bloody sign], it says no food.
    - Some of you couldn't organise a [p*ss-up] in a brewery.

    ## Fine
    - A bloody stool, anal pain or a finger prick: ask us anything.
    - Our talk on orgasm, vulva care and HIV is on Thursday.

    ## Instead
    Say what happened, without the word.
    """

    code = "T004"
    label = "TONE-UNPROFESSIONAL"
    severity = Severity.ERROR
    source = "AMA Code of Medical Ethics, Opinion 2.3.2"
    kinds = frozenset(Kind)
    message = "This is a swear word."
    wordings = (
        Wording("shit|shits|shitty|shitshow|bullshit|shite|horseshit|apeshit|batshit"),
        Wording("fuck*|motherfuck*|clusterfuck|fck|fcking|fucking|wtf|stfu|effing|f-bomb"),
        Wording(
            "asshole*|arsehole*|dumbass|dumbasses|badass|jackass|smartass|lazy-ass|"
            "asshat|half-assed|arse"
        ),
        Wording(
            "ass",
            after="your|my|his|their|our|big|lazy|fat|sorry|kick|kicked|kicks|pain-in-the",
            then=r"(?! (?:backwards|milk))",
        ),
        Wording(
            "bitch|bitches|bitching|bitchy|son of a bitch|bastard|bastards|cunt*|twat|"
            "twats|wanker*|tosser*|bellend"
        ),
        Wording("dickhead*|a dick|douchebag*|douche canoe|slut|sluts|slutty|whore|whores|skank"),
        Wording(
            "prick|pricks",
            after="a|the|you|these|those|absolute|such|what",
            then=r"(?! (?:of a|tests?|to)\b)",
        ),
        Wording(
            "bollocks|bugger off|piss off|pissed off|piss-up|pissing|pissed|"
            "taking the piss|piss-poor",
            message=_MILD,
        ),
        Wording(
            "p*ss-up|p*ss|sh*t|sh*tty|f*ck|f**k|f***|f*cking|b*tch|s**t|a**|a**hole|"
            "bulls***|sh!t|b!tch|a$$"
        ),
        Wording("crap|crappy|damn|damned|goddamn|dammit", severity=Severity.WARN, message=_MILD),
        Wording(
            "the hell|hell no|hell yeah|bloody hell|go to hell|to hell with|hell of a mess",
            severity=Severity.WARN,
            message=_MILD,
        ),
        Wording(
            "bloody",
            then=r" (?:sign|idiots?|fool|awful|ridiculous|useless|phone|hopeless|rude|stupid|"
            r"mess|door|notice|thing|nuisance|joke|marvellous|well|late|time wasters?)",
            severity=Severity.WARN,
            message=_MILD,
        ),
    )
