from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.rules.tone.fear import KINDS
from bedside.guard.wording import Wording, WordingRule


class Shame(WordingRule):
    """
    Shame as a sales pitch.

    ## Why it matters
    It tells people that others look down on them, and that you agree. It also fails the health and
    body policies of the ad networks.

    ## Flagged
    - [Embarrassed by your] smile?
    - Crooked teeth get children [picked on].
    - [Friends see the] yellow before they see the smile.

    ## Fine
    - A lot of people dread the dentist's chair. Tell us at the door.
    - Our anti-bullying workshop is on Monday.

    ## Instead
    Say what you offer, and let the reader decide whether it is for them.
    """

    code = "T012"
    label = "TONE-FEAR"
    severity = Severity.WARN
    source = "Meta Advertising Standards, personal health and appearance"
    kinds = KINDS
    doubted = POSTS
    message = "This shames people into coming."
    unless = (
        r"\b(?:bullying (?:workshop|prevention)|anti-bullying|no (?:judg\w+|shame)|never|"
        r"nothing to be|don't be|not be|without)\b"
    )
    wordings = (
        Wording(
            "embarrassed by your|embarrassed about your|embarrassed of your|"
            "ashamed of your|ashamed by your|self-conscious about your|"
            "sensitive about your|insecure about your|hate your|sick of your|"
            "fed up with your"
        ),
        Wording(
            "hide your|hiding your|hides her|hides his|hiding behind",
            then=r" (?:smile|teeth|body|arms|legs|skin|face|hands|feet|belly|stomach|hair|"
            r"photos?|your hair)",
        ),
        Wording(
            "people are staring|people stare|people notice|everyone notices|"
            "everyone can see|everyone sees|everybody sees|people are talking|"
            "people talk behind|they're talking about|people are laughing|"
            "laughing at you|laughed at|picked on|made fun of|teased for|mocked for|"
            "judged for|judging your|being polite"
        ),
        Wording(
            "friends|family|coworkers|colleagues|people|kids|everyone|others|strangers|"
            "your date|your boss",
            then=r" (?:see|notice|smell|stare at|talk about|won't tell you about|won't say|"
            r"pretend not to (?:see|notice)) (?:the|your|that|it)",
        ),
        Wording(
            "let yourself go|letting yourself go|let herself go|let himself go|"
            "no excuse for|no excuses for|what will people|nobody wants|no one wants|"
            "nobody will date|no one will hire|still single"
        ),
        Wording(
            "ugly|hideous|unsightly|disgusting|gross|repulsive|saggy|flabby|pudgy|frumpy",
            then=r" (?:teeth|smile|veins?|toenails?|nails|feet|skin|scars?|moles?|belly|arms|"
            r"thighs|neck|face|fat|legs|truth about your|breath|spots?|warts?|rash)",
        ),
        Wording(
            "your silence|bad mother|bad father|bad parent|good parents don't|"
            "a good mother|a good father|what kind of parent|real mothers|real men",
            then=r"(?= (?:be part|would|will|don't|do|doesn't|let|skip|lets|get|is)|\b)",
        ),
        Wording(
            "smells like|stinks like|breath could",
            then=r"(?=[^.!?]{0,30}\b(?:you|your|breath|feet)\b)",
        ),
        Wording("first thing people", then=r" (?:see|notice|respect|judge|look at|smell)"),
        Wording(
            "has noticed|have noticed|have all noticed|has already noticed|can smell it",
            before=r"(?:your|his|her) (?:husband|wife|partner|boss|kids|children|colleagues|date|"
            r"friends|grandchildren|family|neighbou?rs)(?: \w+)? ",
        ),
        Wording("given up on yourself|gave up on yourself|you've given up|only giving up"),
    )
