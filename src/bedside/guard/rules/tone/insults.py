from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Insults(WordingRule):
    """
    An insult.

    ## Why it matters
    Whoever it is meant for, patients read that it could be them next time.

    ## Flagged
    - [Whiners] can sit at the back, next to the drain.
    - To [the genius who] parked across the ambulance bay: well done.
    - Thanks to our [clown of a] premier, the vaccines are late.

    ## Fine
    - Clown doctors visit the ward on Fridays, and there are no stupid questions.
    - Our April Fools' video is up.

    ## Instead
    Say what you ask for, and of whom, as you would at the front desk.
    """

    code = "T005"
    label = "TONE-UNPROFESSIONAL"
    severity = Severity.ERROR
    source = "AMA Code of Medical Ethics, Opinion 2.3.2"
    kinds = frozenset(Kind)
    message = "These words put someone down."
    unless = r"\b(?:we'll smile like|like idiots|of the (?:week|month|year): us|it was us)\b"
    wordings = (
        Wording(
            "idiot|idiots|idiotic|moron|morons|moronic|imbecile|imbeciles|dimwit*|"
            "numbskull*|nitwit*|halfwit*|dunce|buffoon*|bozo|bozos|doofus"
        ),
        Wording(
            "whiner|whiners|whinger|whingers|crybaby|crybabies|moaners|complainers|"
            "keep whining|stop whining|whining online|whining about"
        ),
        Wording(
            "liar|liars|lying scum|scum|scumbag*|lowlife*|sleazebag*|parasites like you|"
            "trash like you|waste of space|waste of oxygen"
        ),
        Wording(
            "loser|losers", not_after="biggest|weight|fat", then=r"(?! (?:of|in|buys?|pays?)\b)"
        ),
        Wording(
            "stupid|dumb|pathetic|clueless|brainless|ignorant|gullible|ridiculous",
            after="you|you're|so|how|too|are|these|those|that|such|people|patients|pretty|"
            "really|absolutely|utterly",
            then=r"(?! (?:questions?|idea)\b)",
        ),
        Wording(
            "stupid|dumb|lazy|ignorant|entitled|ungrateful|gullible",
            then=r" (?:people|patients|parents|customers|person|man|woman|drivers?|slobs?|"
            r"comments?|reviewers?|millennials|teenagers|boomers)",
        ),
        Wording(
            "the genius who|you genius|some genius|clown of a|you clown|these clowns|"
            "bunch of clowns|absolute clown|what a clown|joke of a|excuse for a"
        ),
        Wording(
            "time-waster|time-wasters|time waster|time wasters|timewaster|timewasters|"
            "drama queen|drama queens|attention whore|keyboard warrior|keyboard warriors"
        ),
        Wording("a karen|karens|typical karen|ok boomer|boomers"),
        Wording(
            "old bat|old bag|old hag|old coot|old fart|geezer|geezers|codger|codgers|"
            "old biddy|old biddies|grumpy old|cranky old"
        ),
        Wording(
            "fatty|fatties|fatso|lardass|porker|fat slob|fat pig|fat cow|fat lump|"
            "big fat|built like a",
            then=r"(?! (?:liver|acids?|foods?|fish|brick|meals?)\b)",
        ),
        Wording(
            "freak|freaks|weirdo|weirdos|creep|creeps|nutjob|nutjobs|nutter|nutters|"
            "wacko|wackos|wackjob*|fruitcakes",
            not_after="control|neat|health|fitness",
            then=r"(?! (?:accidents?|out|show|weather|storm|in|up|of nature))",
        ),
        Wording(
            "smokeshow|hottie|hotties|eye candy|sexy nurse|sexy nurses|hot nurse|"
            "hot nurses|hot doctor|sexy physio|sexy doctor|milf|dilf|easy on the eyes"
        ),
        Wording(
            "airhead*|bimbo*|drongo*|bogan*|redneck*|white trash|hillbill*|peasants|"
            "great unwashed|riffraff|plebs|low iq|low-iq|two brain cells|no brain cells|"
            "one brain cell"
        ),
        Wording(
            "quack|quacks|butchers|con artist|con artists|charlatan|charlatans|"
            "snake oil salesman|snake oil salesmen|a crook|crooks|fraudster*",
            not_after="quack|duck|says|local|family|not|no",
            then=r"(?! (?:quack|like)\b)",
        ),
        Wording(
            "poor lamb|poor baby|poor diddums|diddums|snowflakes who|precious little|"
            "bless your heart|cry me a river|boo hoo|boo-hoo"
        ),
        Wording(
            "shut up|shut your mouth|shut your trap|get lost|get stuffed|sod off|"
            "drop dead|eat dirt|rot in",
            not_after="not|never|won't|to|can't",
            then=r"(?! (?:and take|shop|the|about)\b)",
        ),
    )
