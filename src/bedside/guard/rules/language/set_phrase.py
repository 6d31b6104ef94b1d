from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_USED = (
    r"(?= to (?:be|have|open|close|live|think|go|come|say|love|hate|smoke|work|see|offer|"
    r"take|get|play|run|wait|feel|need|charge|do|call|require|meet|drink|suffer)\b)"
)


class SetPhrase(WordingRule):
    """
    A set phrase that is not quite as it is set.

    ## Why it matters
    "We are exciting to meet you" makes readers smile where the clinic was serious.

    ## Flagged
    - Our office [use] to close at lunch.
    - We're [exciting] to welcome Dr. Rossi.
    - You are [suppose] to fast before this test.
    - We look forward to [see] you.

    ## Fine
    - Our office used to close at lunch. Did you use to smoke?
    - The tools we use to open a tooth are small. It's exciting to grow.
    - We look forward to seeing you.

    ## Instead
    Take the phrase as the suggestion gives it.
    """

    code = "L034"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, usage notes"
    kinds = frozenset(Kind)
    message = 'Here "{found}" should be "{instead}".'
    wordings = (
        Wording(
            "we use|i use|they use|she use|he use|it use",
            after="^|and|but|because|,",
            then=_USED,
            message='Write "used".',
        ),
        Wording("use", after="office|clinic|practice|team", then=_USED, suggestion="used"),
        Wording(
            "use",
            after="is|are|was|were|get|got|getting|i'm|we're|you're|they're|not",
            then=r"(?= to\b)",
            suggestion="used",
        ),
        Wording(
            "suppose",
            after="is|are|was|were|am|be|i'm|we're|you're|they're|not|it's",
            then=r"(?= to\b)",
            suggestion="supposed",
        ),
        Wording(
            "exciting|thrilling",
            after="we're|i'm|are|am|were|so|they're|very|really",
            then=r"(?= (?:to (?:welcome|announce|share|see|meet|have|offer|introduce|join|be|"
            r"celebrate|open|host)|for you|for our|for your|about the|about our)\b)",
            given=r"\b(?:we|we're|i|i'm|they're|team)\b",
            suggestion="excited",
        ),
        *(
            Wording(
                wrong,
                then=r"(?= (?:you|your|from|with|a|the|our|all|each|everyone|in|to)\b)",
                after="to",
                given=rf"\bforward to {wrong}\b",
                suggestion=right,
            )
            for wrong, right in (
                ("see", "seeing"),
                ("meet", "meeting"),
                ("hear", "hearing"),
                ("help", "helping"),
                ("welcome", "welcoming"),
                ("work", "working"),
                ("serve", "serving"),
                ("have", "having"),
                ("care", "caring"),
            )
        ),
        *(
            Wording(wrong, suggestion=right)
            for wrong, right in (
                ("for all intensive purposes", "for all intents and purposes"),
                ("nip it in the butt", "nip it in the bud"),
                ("deep seeded", "deep-seated"),
                ("first come first serve", "first come, first served"),
                ("case and point", "case in point"),
                ("in the mean time", "in the meantime"),
                ("one in the same", "one and the same"),
                ("on accident", "by accident"),
                ("peace of cake", "piece of cake"),
                ("could care less", "couldn't care less"),
                ("by in large", "by and large"),
                ("hunger pains", "hunger pangs"),
                ("per say", "per se"),
                ("irregardless", "regardless"),
                ("supposably", "supposedly"),
                ("hone in on", "home in on"),
                ("extract revenge", "exact revenge"),
                ("wet your appetite", "whet your appetite"),
                ("tow the line", "toe the line"),
                ("self of steam", "self-esteem"),
                ("baited breath", "bated breath"),
            )
        ),
        *(
            Wording(
                wrong,
                after="to|can|please|will|should|must|don't|cannot|can't|you|may|could|"
                "you'll|we'll|let's|would|we",
                suggestion=right,
                then=r"(?= (?:for|at|online|here|with|from|by|to|your|the|a|an|on|now|today|"
                r"early|before|after|in|our|and)\b| *[.,!?]| *$)",
            )
            for wrong, right in (
                ("checkin|check-in", "check in"),
                ("signup|sign-up", "sign up"),
                ("login|log-in", "log in"),
                ("setup|set-up", "set up"),
                ("workout", "work out"),
                ("pickup|pick-up", "pick up"),
                ("followup|follow-up", "follow up"),
                ("backup", "back up"),
                ("cleanup", "clean up"),
                ("dropoff|drop-off", "drop off"),
                ("checkout|check-out", "check out"),
                ("makeup", "make up"),
                ("stopby", "stop by"),
                ("shutdown", "shut down"),
                ("warmup|warm-up", "warm up"),
                ("logon", "log on"),
                ("opt-out", "opt out"),
                ("breakdown", "break down"),
                ("callback", "call back"),
            )
        ),
        Wording(
            "some times",
            after="^",
            then=r"(?= (?:a|we|it|you|the|your|i|they|people|all|our)\b)",
            suggestion="sometimes",
        ),
        Wording(
            "some time",
            then=r"(?= (?:next|this) (?:week|month|year|fall|spring)\b)",
            suggestion="sometime",
        ),
        Wording(
            "every one",
            then=r"(?= (?:else|welcome|is welcome|knows|deserves|loves|needs|can|at "
            r"(?:the|our))\b)",
            suggestion="everyone",
        ),
        Wording("every one's", then=r"(?= [a-z])", suggestion="everyone's"),
        Wording(
            "any one",
            then=r"(?= (?:can|who|else|with|over|under|may|interested|needing|at)\b)",
            suggestion="anyone",
        ),
        Wording(
            "some one", then=r"(?= (?:you|who|is|will|can|from|to|in)\b)", suggestion="someone"
        ),
        Wording(
            "all ready",
            after="is|are|have|has|we've|was|were",
            then=r"(?= (?:full|booked|been|"
            r"here|open|closed|started|seen|had|gone|taking|know|a)\b)",
            suggestion="already",
        ),
        Wording("alright ready", suggestion="already"),
        Wording(
            "may be",
            after="^",
            then=r"(?= (?:it's|you|we|your|it|the|that's|you're|not)\b)",
            suggestion="maybe",
        ),
        Wording(
            "in to",
            after="come|check|turn|log|walk|look|get",
            then=r"(?= (?:the (?:clinic|room|"
            r"office|building)|our (?:clinic|office)|account)\b)",
            suggestion="into",
        ),
        Wording("up coming", suggestion="upcoming"),
        Wording("on going", suggestion="ongoing"),
        Wording(
            "can not",
            then=r"(?= (?:be|wait|do|see|have|discuss|come|make|treat|help|get|give|eat|"
            r"drink|take|accept|say|find|replace|share|reply)\b)(?! \w+ only)",
            suggestion="cannot",
        ),
    )
