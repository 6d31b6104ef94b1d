from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.rule import ANSWERS, MOST, TALK, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding


class CareInReply(Rule):
    """
    A condition, treatment or part of the body in a reply, and no sign of a general remark.

    ## Why it matters
    Health words in a reply are about the person answered unless the sentence plainly speaks of
    everybody.

    ## Flagged
    - review_reply: So glad [the crown] is feeling good!
    - review_reply: Three weeks after [the hysterectomy] and back on the bike.
    - reply: It was [strep] after all.

    ## Fine
    - review_reply: In general, a crown can feel high for a few days.
    - review_reply: Anyone with a new rash should have it looked at.
    - reply: Flu shots are free for everyone on Saturday.

    ## Instead
    Leave health out, or say it of everybody: "Many people feel sore for a day or two."
    """

    code = "D008"
    label = "DIS-CARE"
    severity = Severity.ERROR
    source = "45 CFR 160.103"
    doubted = TALK
    kinds = ANSWERS

    def find(self, draft: Draft) -> Iterator[Finding]:
        reading = draft.reading
        for term in reading.care[:MOST]:
            told = reading.narrates(term.start)
            if not told and (
                draft.kind is not Kind.REVIEW_REPLY or reading.states_a_fact(term.start)
            ):
                continue
            if not reading.speaks_generally(term.start) and not reading.is_ours(term.start):
                start = reading.phrase_start(term.start)
                yield self.at(
                    start,
                    term.end,
                    "In a reply this reads as the health of the person answered.",
                    why="The account above the reply says whose health it is.",
                )
