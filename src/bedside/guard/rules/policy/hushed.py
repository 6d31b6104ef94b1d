from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.staffing import GRANTED
from bedside.guard.wording import Wording, WordingRule

WORK = (
    r"\b(?:pay|paid|wages?|salar(?:y|ies)|earns?|earnings|hourly|rates?|grades?|payslips?|pay "
    r"?slips?|"
    r"bonus(?:es)?|allowance|contracts?|rota|rotas|rosters?|shifts?|hours|breaks?|staffing|"
    r"ratios?|short-?staff\w*|short-?handed|understaff\w*|overtime|mileage|tips|raises?|"
    r"workloads?|conditions|grievances?|concerns?|complaints?|wrongdoing|safety|hazards?|"
    r"management|managers?|leaders?|leadership|owners?|bosses|director|supervisors?|the "
    r"(?:company|hospital|clinic|trust|home|practice|group)|where you work|work(?:place)?|"
    r"job|employer|unions?|organi[sz]ing|petitions?|pickets?|strikes?|osha|regulators?|"
    r"inspectors?|press|media|journalists?|appraisal|staff|colleagues?|co-?workers?|employees?|"
    r"leavers)\b"
)
"""What employees may talk about, for folded text."""


class HushedTalk(WordingRule):
    """
    A clause that hushes talk about work without forbidding it outright.

    ## Why it matters
    "Between you and HR" and "expect a chat" silence people as well as a ban does. What counts is
    how an employee who depends on the job would read it.

    ## Flagged
    - Your payslip [is between you and] the office.
    - [Keep your grade to yourself], please.
    - Asked about the rota by the press? Say nothing, and [let your manager know who] asked.
    - [Going to the inspector first] [will be treated as] disloyalty.
    - Posts that make the owners look bad [may end your contract].

    ## Fine
    - A patient's story stays on the ward.
    - What you earn is no secret here; talk about it as you like.
    - Concerns about safety may go to your manager, the union or the inspector.

    ## Instead
    Say what must stay private and why: patients' information. Leave work and pay out of it.
    """

    code = "Y008"
    label = "POLICY-OVERBROAD"
    severity = Severity.WARN
    source = "29 USC 157 and 158(a)(1); Stericycle, 372 NLRB No. 113 (2023)"
    kinds = frozenset({Kind.POLICY})
    message = "Employees may read this as being told to keep quiet about work."
    why = "Talk about pay, work and management is protected, whatever the tone of the ban."
    needs = WORK
    unless = GRANTED + (
        r"|\b(?:no secret|not confidential|not a secret|isn't a secret|nobody will|no one will|"
        r"never be|won't be|will not be held|are fine|is fine|or bad|with others|the award isn't|"
        r"care notes|residents?|own page|our page|passwords?|clients?' homes|visitors|patient's)\b"
    )
    wordings = (
        Wording(
            "is between you and|are between you and|stays between you and|stay between you and|"
            "strictly between us|between you, hr|is a private matter|are a private matter|"
            "are private matters|is nobody else's|is no one else's",
        ),
        Wording("keep your|keep", then=r" [^.!?]{2,50} to yourself(?:ves)?"),
        Wording(
            "stays on|stay on|stays in|stay in|stays inside|stay inside|stays within|"
            "stay within|stays here|belongs in|belong in|belongs with",
            then=r" (?:shift|site|your head|these walls|the (?:building|family|house|team|office|"
            r"break ?room|room)|house|hr\b|our (?:walls|house|team)|the manager's)",
            given=WORK,
        ),
        Wording("stays here|stay here|goes no further|go no further", given=WORK),
        Wording(
            "nowhere else|and nobody else|and no one else|and not your|and to no one|"
            "instead of, not as well as|before it goes anywhere|going to the|going outside|"
            "going public|go over our heads|take it outside|takes it outside",
            then=r"(?: [\w']+){0,4}? (?:first|spouse|steward|unions?|tribunals?|press|regulator|"
            r"osha|inspector|labou?r board|state|authorities|media|papers)(?: first)?|(?=[^\w]|\Z)",
            given=r"\b(?:hr|manager|supervisor|steward|spouse|unions?|tribunals?|press|regulator|"
            r"osha|state|inspector|speak-up|management|first|disloyal\w*|trust|before)\b",
        ),
        Wording(
            "expect a chat|expect a talk|expect a word|expect a call from hr|will be spoken to|"
            "will be noted|be logged|will be reported|are reported to|is reported to|"
            "will be remembered|we do remember|we do see it|a warning offence|"
            "a warning offense|grounds for a write-up|grounds for a writeup|"
            "grounds for termination|grounds for dismissal|ground for dismissal|"
            "be moved to weekends|will be traced|will be deleted|may end your contract|"
            "may end your employment|may slow your|may cost you|has resigned|have resigned|"
            "theft of time|will not be offered further|won't be offered further|"
            "loses theirs|lose theirs|dates-only references|ends access|we release any|"
            "will find the door|are a breach|is a breach|will be counted against|"
            "won't be asked back|will be closed|are to be closed|will not be heard",
            given=WORK,
        ),
        Wording(
            "will be treated as|will be treated so|counts as|count as|is treated as|"
            "are treated as|will be taken as|will be seen as|is not who we are|"
            "is not how we do|are not who we are|breaks the trust",
            given=r"\b(?:post|posts|like|likes|share|react\w*|react|comment\w*|reviews?|"
            r"disloyal\w*|"
            r"secrets?|saying it|your own|going|grumbl\w+|gripes?|talk|critic\w*|press|osha|"
            r"regulator|inspector|union|rota|support\w*)\b",
        ),
        Wording(
            "let hr know|let your manager know|let your lead know|let us know who|"
            "tell your manager who|tell your lead|tell hr who|tell us who|report them to|"
            "report the name|give us the names|let your supervisor know|let a manager know",
            then=r"(?: (?:who|the names?|which))?",
            given=r"\b(?:ask(?:s|ed)?|brings? up|talk\w*|union|organi[sz]\w+|petition|who|"
            r"stood|twice|names?|press|pay|earns?)\b",
        ),
        Wording(
            "only good news|good news only|may carry good news|for praise only|praise only|"
            "must praise|or stay silent|be a cheerleader|shall be positive|must be positive|"
            "be positive|keep it positive|keep the chat positive|stay positive|"
            "is never wrong|always right in public|favourably or not|favorably or not|"
            "speak well of|nothing negative|nothing that makes|"
            "nothing critical|nothing about the workplace|nothing about work|"
            "nothing about the job|if it's about work, don't|could this embarrass|"
            "might find hurtful|could discourage|good name of|we expect loyalty|"
            "expect loyalty|be loyal|spreading unrest|spread unrest|stirring up|"
            "stir up|the happiness of the team",
            then=r"(?: (?:about|of) [\w' ]{2,30})?",
            given=r"\b(?:staff|employees?|posts?|posting|online|share|public|company|work\w*|"
            r"accounts?|time|roster|comments?|him|owner|partners|applicants|team|loyalty|"
            r"forum|merger|ratios|breach|grounds|rules?|chat|off)\b",
        ),
        Wording(
            "don't compare|do not compare|is discouraged|are discouraged|not advise one another|"
            "don't canvass|do not canvass|come alone|keep walking|end the conversation|"
            "walk away|change the subject|smile and say|say 'enough'|keep talk of|"
            "keep talk about|asked not to discuss|asked to keep|we ask you to keep|"
            "embargoed from|off the subject of|not fine|avoid forums|avoid groups|"
            "bars you from|bars them from|bar you from|barred from telling|"
            "keep in confidence|keep confidential|won't tell former|will not describe|"
            "won't discuss|don't discuss|do not discuss|don't air|do not air|"
            "must not raise|may not raise|not hint|who hint|may not comment on",
            then=r"[^.!?]{0,40}",
            given=r"\b(?:pay|paid|wages?|earns?|what you|rates?|rotas?|rosters?|breaks|ratios|"
            r"shifts?|hours|workloads?|tips|allowance|union|organi[sz]ing|lanyard|management|"
            r"manager|appraisal|ask for|each other|one another|others|former|current|colleagues?|"
            r"staff|run|unit|terms|mature|ballot|how|conversation)\b",
        ),
        Wording(
            "no one below|nobody below|nobody posts|no one posts|nobody talks|no one talks|"
            "nobody speaks|no one speaks|no wage talk|no pay talk|no union talk|"
            "no talk of|no talk about|zero pay chatter|group complaints|only they may speak|"
            "needs approval|send it to hr for|to hr for sign-off|for sign-off|for approval|"
            "is ours to approve|are ours to approve|embargo on|no pins|no badges|no lanyards",
            then=r"[^.!?]{0,70}",
            given=r"\b(?:pay|wages?|rate|union|journalist|press|media|councillor|inspector|work|"
            r"job|post\w*|story|complaints?|management|trust|happens|show|busy|here)\b",
        ),
        Wording(
            "confidential information includes|trade secrets such as|confidentiality includes|"
            "includes anything about|secrets include|confidential information means",
            then=r"[^.!?]{0,120}\b(?:rates?|wages?|pay|earns?|grades?|conditions|rotas?|"
            r"disciplinary|journalist|staffing|hours|the home|the company)",
        ),
        Wording(
            "queda prohibido|no hablará de|no hablarán de|mantendrá en secreto|"
            "no comentará|no comentarán|está prohibido|interdit de parler|"
            "il est interdit de|ne doit pas parler",
            then=r"[^.!?]{0,80}\b(?:sueldos?|salarios?|turnos?|nómina|contrato|jefes?|dirección|"
            r"quejas?|salaires?|horaires?|direction|syndicat)",
        ),
    )
