from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.staffing import FORBID, GRANTED
from bedside.guard.wording import Wording, WordingRule


class PayTalk(WordingRule):
    """
    A ban on talk about pay and conditions.

    ## Why it matters
    Employees may talk about pay, hours, staffing and conditions with one another and in public.
    A rule that they could read as a ban is unlawful, union or not.

    ## Flagged
    - [Wages], [rosters] and [bonuses] are confidential among staff.
    - Staff may not compare [pay] with anyone.

    ## Fine
    - Staff may talk with anyone about their own pay, hours and conditions.
    - Don't photograph charts. Nothing in this rule limits your right to discuss your job.
    - Holiday requests go in by the first of the month.

    ## Instead
    Protect patients' information by name, and say that pay and conditions may be discussed.
    """

    code = "Y001"
    label = "POLICY-OVERBROAD"
    severity = Severity.WARN
    source = "29 USC 157 and 158(a)(1); Stericycle, 372 NLRB No. 113 (2023)"
    kinds = frozenset({Kind.POLICY})
    message = "Employees may read this as a ban on talk about pay or conditions."
    why = "Talk about pay and conditions is protected, in a union or not."
    unless = GRANTED
    _speech = (
        r"\b(?:discuss?\w*|talk\w*|compar\w+|share\w*|sharing|post\w*|mention\w*|"
        r"reveal\w*|disclos\w+|describ\w+|raise|raising|comment\w*|speak\w*|put|"
        r"confidential|secret|private|tell|say|online|disseminat\w+|remarks|written up|"
        r"social|breach|ask (?:a colleague|each other)|chat|screenshots?|workmate|"
        r"leave the building|topics?|tweet\w*|air|airing|personal|to yourself|what you earn)\b"
    )
    within = FORBID
    wordings = (
        Wording(
            "pay|wages|wage|salary|salaries|bonus|bonuses|shift premiums|overtime|roster|"
            "rosters|rota|rotas|schedules|staffing|staffing levels|working conditions|"
            "conditions of work|work conditions|conditions|benefits|raises|hours|"
            "pay scale|pay scales|compensation|emoluments|terms of employment|shifts|"
            "workload|workloads|tips|pay slip|payslip|payslips|staff roster|pay stubs|"
            "pay packet|breaks|heating|safety concerns|understaffing|short-staffing|"
            "hourly rate|what you earn|ratios|grievances|earnings|remuneration|pensions|parking "
            "or food",
            given=_speech,
            not_after="pay|we",
        ),
    )
