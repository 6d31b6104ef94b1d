from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.staffing import GRANTED
from bedside.guard.wording import Wording, WordingRule

_BAN = (
    r"\b(?:may not|must not|shall not|do not|don't|never|not to|no one may|nobody may|"
    r"not allowed|not permitted|prohibited|forbidden|may never|cannot|are not to|refrain|"
    r"without (?:the )?[\w' ]{0,40}(?:consent|permission|approval)|(?:obtain|get|seek|"
    r"need) (?:\w+ )?(?:permission|approval|consent)|unless approved|only named|only the|"
    r"gross misconduct|will be disciplined)\b"
)


class Outsiders(WordingRule):
    """
    A ban on speaking to the press, inspectors or the public.

    ## Why it matters
    Employees may speak to reporters, agencies and inspectors for themselves. They may be told not
    to speak in the employer's name.

    ## Flagged
    - Do not speak to [inspectors], [reporters] or anyone about safety without written consent.
    - Staff must obtain permission before speaking to [the media].

    ## Fine
    - If a journalist rings, take a name and number and pass it to the communications desk.
    - You may take a safety concern to an inspector at any time.

    ## Instead
    Say who speaks for the organization, and that everybody may speak for themselves.
    """

    code = "Y004"
    label = "POLICY-OVERBROAD"
    severity = Severity.WARN
    source = "29 USC 157; Stericycle, 372 NLRB No. 113 (2023); 29 USC 660(c)"
    kinds = frozenset({Kind.POLICY})
    message = "Employees may read this as a ban on speaking up outside."
    unless = (
        GRANTED + r"|\bon (?:our|the \w+'s) behalf\b|\bin our name\b|\bfor the (?:clinic|hospital|"
        r"organization)\b|\bspeaks? for the\b"
    )
    within = _BAN
    wordings = (
        Wording(
            "reporter|reporters|journalist|journalists|the media|media|the press|press|"
            "newspapers|inspector|inspectors|regulator|regulators|osha|the labor board|"
            "nlrb|government agencies|agencies|authorities|whistleblow*|outsiders|"
            "third parties|elected officials|councillors|politicians|ombudsman|"
            "care quality commission"
        ),
        Wording(
            "mention this hospital|mention the hospital|mention this clinic|"
            "mention the clinic|mention the company|mention this company|"
            "mention their employer|mention where|name their employer|say on any profile|"
            "say that you work|say you work|identify themselves as|list us as|"
            "discuss the company|discuss the hospital|discuss the clinic|discuss work|"
            "talk about work|post about work|posts about work|discuss your job|"
            "talk about your job|post about your job|speak about the trust|"
            "discuss internal matters|internal matters|company business|work matters"
        ),
        Wording(
            "inquiry|investigation|investigations|grievance|grievances|"
            "disciplinary matter|complaint procedure",
            given=r"\b(?:speak|talk|discuss\w*|tell|co-?workers?|colleagues?|mention|share)\b",
        ),
    )
