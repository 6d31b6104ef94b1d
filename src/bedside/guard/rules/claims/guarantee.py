from __future__ import annotations

from bedside.guard.claiming import CLAIMING, DENIED
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Guarantee(WordingRule):
    """
    A guaranteed result.

    ## Why it matters
    Bodies differ, so no honest clinician can guarantee a result, and some states forbid it.

    ## Flagged
    - Stop smoking in one evening, [guaranteed].
    - One freeze and the wart is gone, [or your money back].

    ## Fine
    - We guarantee a call back by 5 p.m. on the same day.
    - Home-cured ham, guaranteed good company. We can't guarantee results.

    ## Instead
    Say what most people can expect, and that results vary.
    """

    code = "C002"
    label = "CLAIM-CURE"
    severity = Severity.ERROR
    source = "225 ILCS 60/26; FTC Health Products Compliance Guidance (2022)"
    kinds = CLAIMING
    message = "This guarantees a result of care."
    unless = (
        DENIED + r"|\b(?:call|reply|answer|appointments?|seats?|parking|place|spot|privacy|price|"
        r"prices|rate|hours|company|laughs?|smiles? from|fun|fresh|hugs|cuddles|biscuits|"
        r"coffee|tea|wages?|pay|shifts?|loan|rights?|confidential\w*|anonym\w*|interview|"
        r"delivery|by law|wi-?fi|sunshine|snow|entertainment)\b"
    )
    wordings = (
        Wording(
            "guarantee|guarantees|guaranteed|guaranteeing",
            then=r"(?: (?:results?|success|relief|weight loss|to \w+))?",
        ),
        Wording(
            "or your money back|money back|money-back|full refund if|or you don't pay|"
            "or it's free|or we pay",
            then=r"(?! (?:for (?:cancelled|canceled|tickets)))",
            firm=True,
        ),
        Wording(
            "you will be cured|you will lose|you will walk|you will see results|"
            "results in one|results in just|we promise you",
            then=r"(?! (?:your|touch))",
        ),
    )
