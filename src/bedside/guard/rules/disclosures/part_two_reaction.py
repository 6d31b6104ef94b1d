from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.finding import Severity
from bedside.guard.part_two import NEUTRAL, PART_TWO, SOURCE
from bedside.guard.rule import ANSWERS, MOST, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_TOLD = re.compile(
    r"\b(?:sober|soberversary|sobriety|recovery|rehab|detox\w*|relaps\w+|addict\w*|alcoholic|"
    r"methadone|suboxone|buprenorphine|naltrexone|clean (?:for|since|time|now)|"
    r"(?:days|weeks|months|years?) clean|(?:12|twelve) steps?)\b"
)
_CHEER = re.compile(
    r"\b(?:congrat\w{0,12}|kudos|bravo|so proud|proud|way to go|well done|good for you|amazing|"
    r"awesome|incredible|inspir\w{2,6}|so happy|so glad|love this|love that|you rock|yes you can)\b"
    r"|[👏🎉🥳🙌💪🏆🎊👍💯🌟]+"
)


class PartTwoReaction(Rule):
    """
    A cheer under somebody's words about their own recovery.

    ## Why it matters
    The person told it; the program that applauds verifies it, and verifying what somebody else
    said is a disclosure of its own.

    ## Flagged
    - reply to "Ninety days sober today!": [👏👏] What a day!
    - review_reply to "This place got me clean for good.": [Way to go]!

    ## Fine
    - reply to "Ninety days sober today!": Thank you for writing.
    - reply to "The new garden looks great": 👏 Nora and the gardeners!

    ## Instead
    "Thank you for writing. Privacy rules keep us from saying whether anyone is or is not a
    patient."
    """

    code = "D054"
    label = "DIS-RELATIONSHIP"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = f"{SOURCE}; 42 CFR 2.32(a)(1)"
    jurisdictions = PART_TWO
    kinds = ANSWERS

    def find(self, draft: Draft) -> Iterator[Finding]:
        if not _TOLD.search((draft.reply_to or "").lower()):
            return
        for _, match in zip(range(MOST), _CHEER.finditer(draft.reading.folded), strict=False):
            yield self.at(
                *match.span(),
                "A cheer from the program confirms what the person wrote.",
                why=f'Say instead: "{NEUTRAL}"',
            )
