"""The base of rules for who treats substance use: 42 CFR Part 2 lets not even presence be told."""

from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import ANSWERS, PhraseRule

PART_TWO = frozenset({"us-part-2"})
SOURCE = "42 CFR 2.13(c)(2) and 2.31"
NEUTRAL = (
    "Thank you for writing. "
    "Privacy rules keep us from saying whether anyone is or is not a patient."
)
"""What can be answered to anybody: it neither confirms nor denies."""


class PartTwoRule(PhraseRule):
    """
    Phrases that reveal to whom a program gives care, or would to somebody who reads the account.

    An answer must not affirmatively reveal that an identified person has been, or is being,
    diagnosed or treated (2.13(c)(2)); only written consent (2.31) changes that.
    """

    label = "DIS-RELATIONSHIP"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = SOURCE
    jurisdictions = PART_TWO
    kinds = ANSWERS
    why = f'Where substance use is treated, presence alone tells why. Say instead: "{NEUTRAL}"'
    particular = True
