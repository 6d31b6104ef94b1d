from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_CRISIS = re.compile(
    r"\b(?:suicid\w*|kill(?:ing)? (?:myself|himself|herself|themselves)|end(?:ing)? (?:my|his|her|"
    r"it) (?:all|life)|want(?:s|ed)? to die|self[- ]harm\w*|hurt(?:ing)? (?:myself|himself|"
    r"herself)|cut(?:ting)? myself|overdos\w+|can't go on|no reason to live|chest pain|"
    r"can't breathe|cannot breathe|not breathing|unconscious|stroke symptoms|"
    r"face (?:is )?droop\w*|swallowed (?:a )?(?:battery|bleach|pills)|bleeding (?:a lot|heavily|"
    r"won't stop)|anaphyla\w+|seizing|turning blue)\b"
)
_HELP = re.compile(
    r"\b(?:911|988|999|112|000|emergency|er|a&e|crisis (?:line|text)|poison control|samaritans|"
    r"lifeline|ambulance)\b"
)


class CrisisWithoutHelp(Rule):
    """
    A crisis or an emergency in the comment, and no way to help in the answer.

    ## Why it matters
    Somebody who writes of suicide or chest pain needs the number before anything else, and so
    does everyone who reads along.

    ## Flagged
    - reply to "I just want to die": [Thank you for sharing, we see you.]
    - message to "my chest pain is back": [We open at nine tomorrow.]

    ## Fine
    - reply to "I just want to die": Please call or text 988 right now, day or night.
    - reply to "I have chest pain": Please call 911 now.
    - reply to "Great staff!": Thank you for the kind words.

    ## Instead
    "Please call or text 988 now (911 if in danger). Somebody is there day and night."
    """

    code = "S003"
    label = "DIS-CARE"
    severity = Severity.WARN
    floor = Severity.WARN
    source = "988 Suicide & Crisis Lifeline, safe messaging guidance"
    kinds = frozenset({Kind.REPLY, Kind.MESSAGE})

    def find(self, draft: Draft) -> Iterator[Finding]:
        if not draft.reply_to or not draft.text.strip():
            return
        if _CRISIS.search(draft.reply_to.lower()) and not _HELP.search(draft.reading.folded):
            yield self.at(
                0,
                len(draft.text),
                "The person may be in danger, and this answer does not say where help is.",
                why="Put 988 or 911 first; everything else can wait.",
            )
