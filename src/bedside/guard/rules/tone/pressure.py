from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rules.tone.fear import KINDS
from bedside.guard.wording import Wording, WordingRule


class Pressure(WordingRule):
    """
    A clock that hurries people into care.

    ## Why it matters
    Care is a decision to sleep on. A rush for the last place is how one sells sofas.

    ## Flagged
    - Book now, [before it's too late].
    - [Spots fill fast], so hurry.

    ## Fine
    - It's never too late to quit. Five places are left in Saturday's class.

    ## Instead
    Give the date or the number of places, and leave the hurry out.
    """

    code = "T011"
    label = "TONE-FEAR"
    severity = Severity.WARN
    source = "225 ILCS 60/26; FTC, Bringing Dark Patterns to Light (2022)"
    kinds = KINDS
    message = "This hurries people into a decision about their health."
    wordings = (
        Wording(
            "before it's too late|before it is too late|before its too late|"
            "until it's too late|while you still can|while there's still time|"
            "time is running out|clock is ticking|now or never|can't afford to wait|"
            "every second counts",
            then=r"(?! (?:to (?:register|sign|enter|vote|apply)))",
        ),
        Wording("act now|act fast|don't wait another day|don't risk it|why risk it"),
        Wording(
            "spots fill fast|spots filling fast|spaces filling fast|spots are filling|"
            "won't last long|almost gone|selling fast|going fast|limited spots|"
            "limited slots|while stocks last|while supplies last|last chance",
            severity=Severity.INFO,
        ),
    )
