from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.likely import LikelyFault
from bedside.guard.staffing import GRANTED


class LikelyOverbreadth(LikelyFault):
    """
    A staff rule that reaches too far, in words that no list holds.

    ## Why it matters
    Employers seldom write "do not talk about pay"; they write of loyalty, harmony and one voice.
    An employee hears a ban. This rule speaks for our own model.

    ## Flagged
    - [What you earn stays between you and payroll]

    ## Fine
    - Keep patients' names and pictures out of your posts.

    ## Instead
    Say which information of patients must be kept, and leave talk about work alone.
    """

    code = "Y090"
    label = "POLICY-OVERBROAD"
    source = "29 USC 157 and 158(a)(1); Stericycle, 372 NLRB No. 113 (2023)"
    kinds = frozenset({Kind.POLICY})
    says = {"POLICY-OVERBROAD": "Employees may read this as a ban on talk about work."}
    spared = {"POLICY-OVERBROAD": GRANTED + r"|\btake a (?:name|number|message)\b"}
