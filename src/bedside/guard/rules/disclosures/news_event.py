from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.story import StoryRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_EVENT = re.compile(
    r"\b(?:crash|fire|blaze|shooting|collision|explosion|pile-?up|wreck|tornado|drowning|stabbing|"
    r"derailment|accident|rollover|flood|storm|outbreak|avalanche|fell off)\b"
)


class NewsEvent(StoryRule):
    """
    An accident or event in the news, joined to who was treated.

    ## Why it matters
    Whoever reads the news knows the names. Confirming where they are, or how they are, discloses.

    ## Flagged
    - [We received] four from the Linden Court fire.
    - After Saturday's bus crash, [nine are home].
    - [The driver] from the Route 9 pileup is stable with us.

    ## Fine
    - Our hearts are with everyone after the fire on Linden Court.
    - Media questions about the crash go to the county information officer.

    ## Instead
    "For privacy we do not comment on anyone who may be in care. The county shares updates."
    """

    code = "D035"
    label = "DIS-SITUATION"
    severity = Severity.ERROR
    source = "45 CFR 164.510(a)"
    doubted = POSTS
    message = "This joins an event in the news to people in your care."
    beside_care = False
    phrases = (
        r"(?:we|our (?:er|ed|team|trauma team|unit|hospital|crews?)) (?:received|treated|admitted|"
        r"took in|are caring for|cared for|have|transported|got)",
        r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|all(?: \w+)?|"
        r"the (?:two|three) \w+) (?:are|were|is|was) (?:home|stable|critical|still|in|treated|"
        r"discharged|ok|okay|released|expected|upstairs|transferred)",
        r"the (?:driver|passenger|victims?|survivors?|officer|firefighter|boy|girl|man|woman|"
        r"child|kids|student|rider|families|family)",
        r"came through our doors",
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        if _EVENT.search(draft.reading.folded):
            yield from super().find(draft)
