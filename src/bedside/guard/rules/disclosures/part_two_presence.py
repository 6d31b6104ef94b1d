from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.part_two import PartTwoRule
from bedside.guard.phrasing import DAY

if TYPE_CHECKING:
    import re

    from bedside.guard.draft import Draft


class PartTwoPresence(PartTwoRule):
    """
    Words to somebody as if they came to a program.

    ## Why it matters
    Whoever is in a substance use program is there for one reason. So a program may not even
    acknowledge that an identified person is or was present without their written consent, and what
    the person wrote themselves changes nothing.

    ## Flagged
    - review_reply: We read about [your stay].
    - review_reply: Our chef still makes the chili from [when you were here].
    - reply: We built this place for [people like you].
    - reply: [See you at group] on Tuesday!
    - review_reply: Thank you [for trusting us] with the hardest call.
    - review_reply: [We're so proud of you].
    - reply: Anyone who gets treatment here signs a contract, [as you did].
    - message: You will always be [part of our program].

    ## Fine
    - review_reply: Thank you for writing. Privacy rules keep us from saying whether anyone is or
      is not a patient.
    - review_reply: Thank you for letting us know how you feel.
    - reply: Open house on Saturday at ten. Everyone is welcome.
    - reply: If you come to the open house, park behind the library.

    ## Instead
    "Thank you for writing. Privacy rules keep us from saying whether anyone is or is not a
    patient."
    """

    code = "D050"
    message = "This acknowledges that the person is or was in the program."
    phrases = (
        r"your (?:\w+ )?(?:visits?|stay|appointments?|admission|intake|assessment|discharge|"
        r"sessions?|treatment|program(?:me)?|group|graduation|detox|rehab|care|experience|"
        r"time (?:here|with us|at \w+|in \w+)|counsell?or|case ?manager|therapist|sponsor|"
        r"peer (?:coach|specialist)|roommates?|bed)",
        r"(?:when|while|since|until|after|before) you (?:first )?(?:(?:were|are) (?:here|with us|"
        r"in our \w+|at our \w+)|came|stayed|left|finished|completed|graduated|walked in|"
        r"checked in|entered|arrived)(?: (?:here|to us|in|our (?:program(?:me)?|door|doors)))?",
        r"(?:clients?|patients?|people|folks|members|residents|alumni|graduates|someone|"
        r"somebody|those|guests) (?:just )?like you(?:rself)?",
        r"(?:see|catch|meet|seeing) (?:you|ya|u|y'all)(?: all)? (?:at|in|on|for|back at|back in) "
        rf"(?:the |our |your |next )?(?:\w+ )?(?:group|meeting|class|session|aftercare|alumni "
        rf"(?:night|group|meeting)|check-?in|iop|php|circle|house|program(?:me)?|{DAY})",
        r"for (?:choosing|trusting|joining|coming to|staying with|sticking with|believing in|"
        r"allowing|sharing your (?:story|journey|experience))(?: (?:us|our \w+|in us))?",
        r"for letting (?:us|our \w+) (?:be|care|help|into|serve|support|treat|walk)",
        r"(?:we|our (?:\w+ )?(?:team|staff|counsell?ors?)|everyone here|all of us)(?: here| all)?"
        r"(?: are| is|'re|'s| am)? (?:\w+ )?proud of (?:you|him|her|them|how far|what you)",
        r"(?:part|member|graduate|alum(?:na|nus)?) of (?:our|the) (?:\w+ )?(?:program(?:me)?|"
        r"family|community|house|alumni|group)",
        r"(?:walk(?:ed|ing)?|been|stand(?:ing)?|stood|work(?:ed|ing)?) (?:this \w+ )?(?:with|"
        r"beside|alongside) you",
        r"welcome (?:back|home|to (?:our|the) (?:program(?:me)?|house|family|group))",
        r"as you (?:did|do|know|remember|signed|agreed|were told)",
        r"(?:miss|missed|remember) (?:you|seeing you|having you)",
    )
    unless = r"anyone|whether|open house|job application"

    def stands(self, draft: Draft, match: re.Match[str]) -> bool:
        """What is told of anybody is harmless, until it ends with "as you did"."""
        return match[0].startswith("as you") or super().stands(draft, match)
