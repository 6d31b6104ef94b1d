from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bedside.guard.triage.message import Flag, Tier
from bedside.guard.triage.signal import Hit, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.reading import Reading

_ASKING = re.compile(
    r"(?:(?:do|does|did|is|are|am|can|could|would|will|should|shall|may|have|has|when|where|what|"
    r"which|"
    r"who|how|is there|are there|any(?:one|body)|hi|hello|r u|sorry|quick|if|por|cuándo|qué|cómo|"
    r"dónde|"
    r"puedo|hay|es|est-ce|peut-on|où|quand|quel|faut-il|c'est)\b.{0,300}|.{0,300}\b(?:do you|"
    r"can i|could i|"
    r"do i|is it|are you|should i|is there|are there|does it|does the|okay|ok|how long|how much|"
    r"how do|"
    r"what time|where do|possible|please|puedo|hay|est-il)\b.{0,200})\?",
    re.DOTALL,
)


class Question(Signal):
    """
    Somebody asks something and waits for the answer.

    ## What to do
    Answer in general terms, or privately.

    ## Flagged
    - [Do you open on Sundays?]
    - My knee is fine. [Can I run again?]

    ## Fine
    - They were open on Sunday.
    - 'Have you tried relaxing?' was all he said.
    """

    flag = Flag.QUESTION

    def find(self, reading: Reading) -> Iterator[Hit]:
        """Yield each sentence that asks."""
        for start, end in pairwise(reading.breaks):
            while start < end and reading.folded[start] == " ":
                start += 1
            if (
                start < end
                and reading.folded[start] not in "'\"«"
                and _ASKING.match(reading.folded, start, end)
            ):
                yield Hit(start, end, self.flag, Tier.FRIENDLY)
