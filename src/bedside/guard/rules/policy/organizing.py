from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.staffing import FORBID, GRANTED
from bedside.guard.wording import Wording, WordingRule


class Organizing(WordingRule):
    """
    A ban on talk about a union or acting together.

    ## Why it matters
    Joining, supporting and speaking for a union, or simply standing together, is protected.

    ## Flagged
    - Anyone who brings up a [union] in the ward chat will be written up.
    - Do not like or share anything about the [pay dispute].

    ## Fine
    - Nothing here limits your right to join a union.
    - You may take a safety concern to your union at any time.

    ## Instead
    Leave it out, and say that nothing limits the right to organize.
    """

    code = "Y002"
    label = "POLICY-OVERBROAD"
    severity = Severity.WARN
    source = "29 USC 157 and 158(a)(1); Stericycle, 372 NLRB No. 113 (2023)"
    kinds = frozenset({Kind.POLICY})
    message = "Employees may read this as a ban on organizing."
    unless = GRANTED
    within = FORBID
    wordings = (
        Wording(
            "union|unions|union talk|strike|strikes|strike page|organizing|organising|"
            "petition|petitions|walkout|walkouts|picket|pickets|picketing|pay dispute|"
            "pay claim|industrial action|collective bargaining|bargaining|work stoppage|"
            "staff campaign|solidarity|shop steward|labor dispute|labour dispute|"
            "union badges|union pins"
        ),
        Wording(
            "group chat|group chats|private group|whatsapp group|facebook group|"
            "signal group|closed group",
            given=r"\b(?:manager|supervisor|hr|added|add|monitor\w*|company|approved|report\w*|"
            r"union|work)\b",
        ),
    )
