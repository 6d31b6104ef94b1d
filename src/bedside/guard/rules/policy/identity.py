from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Identity(WordingRule):
    """
    A grip on employees' private accounts.

    ## Why it matters
    Employees may speak without their name, among themselves, and with whom they like.

    ## Flagged
    - Staff [must use their real names] when discussing work online.
    - Members of any private chat [must add a manager] to it.

    ## Fine
    - On your own account, say that your views are yours.
    - Managers do not send friend requests to their reports.

    ## Instead
    Ask people to say that they speak for themselves, and leave their accounts alone.
    """

    code = "Y006"
    label = "POLICY-OVERBROAD"
    severity = Severity.WARN
    source = "NLRB advice memorandum, CVS Health (2018); state social-media password laws"
    kinds = frozenset({Kind.POLICY})
    message = "This reaches into employees' private accounts."
    wordings = (
        Wording(
            "must|shall|required to|have to|need to|will|are to",
            then=r" (?:only )?(?:use (?:their|your) (?:real|own|full|legal) names?|"
            r"identify themselves|add (?:a|their|your) (?:manager|supervisor|hr)|"
            r"give (?:us|hr|the) [\w ]{0,20}(?:passwords?|log-?ins?)|share (?:their|"
            r"your) (?:passwords?|log-?ins?|accounts?)|accept (?:friend|follow) requests|"
            r"friend|follow (?:us|our|the)|register (?:their|your) (?:accounts?|"
            r"profiles?)|disclose (?:their|your) (?:accounts?|profiles?|handles?)|"
            r"allow (?:us|hr|managers?) to|delete (?:their|your)|set (?:their|"
            r"your) (?:accounts?|profiles?))",
        ),
        Wording(
            "may not|must not|do not|don't|never|not allowed to|shall not",
            then=r" (?:friend|follow|connect with|socialize with|socialise with|message|"
            r"be friends with|contact)<1>(?:co-?workers?|colleagues?|each other|"
            r"former employees|ex-employees|one another)",
        ),
        Wording(
            "on seek or glassdoor|on glassdoor|on indeed|on seek|employer review sites",
            given=r"\b(?:not|never|agree|may not|without|prohibited|banned)\b",
        ),
        Wording(
            "only named ambassadors|only approved ambassadors|"
            "only the marketing team may mention|pre-approved by|"
            "approved by marketing before|cleared by marketing before|"
            "cleared with management before",
            given=r"\b(?:staff|employees?|personal|own|online|posts?|posting|mention)\b",
        ),
        Wording(
            "we monitor|we will monitor|we may monitor|hr monitors|we check",
            then=r"<3>(?:personal|private|employees'|staff|your) (?:accounts?|posts|profiles?|"
            r"social)",
        ),
    )
