from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.staffing import GRANTED
from bedside.guard.wording import Wording, WordingRule


class Speech(WordingRule):
    """
    A ban on speaking about work at all, or only with leave.

    ## Why it matters
    What is not limited to patients' information, trade secrets or threats is read against the
    employer.

    ## Flagged
    - You [may not post] about this company at home or at work.
    - Anything you say about us online [goes past Bev first].

    ## Fine
    - Do not post patients' names, pictures or room numbers.
    - On your own account, say that your views are yours.

    ## Instead
    Say what exactly must not be shared, with an example, and that work may be discussed.
    """

    code = "Y007"
    label = "POLICY-OVERBROAD"
    severity = Severity.WARN
    source = "Stericycle, 372 NLRB No. 113 (2023)"
    kinds = frozenset({Kind.POLICY})
    message = "Employees may read this as a ban on speaking about their work."
    unless = (
        GRANTED + r"|\b(?:patients?|clients?|residents?|passwords?|log-?ins?|logo|link text|"
        r"reviews?|official (?:accounts?|page)|trade secrets?|consent|charts?|visitors?|"
        r"codes?|alcohol|keys?|ads?|audiences?)\b"
    )
    within = (
        r"\b(?:staff|employees?|personnel|workers?|nurses?|porters?|team|colleagues?|"
        r"co-?workers?|work|job|hospital|clinic|company|trust|employer|managers?|boss|"
        r"ward|rota|shift|everyone|anyone|nobody|us|you|facebook|online|social|outside|"
        r"anything)\b"
    )
    _say = (
        r"(?:discuss|talk|post|share|comment|speak|say|mention|write|tell|like|publish|"
        r"disclose|repeat|tweet|blog|message|chat|reveal|vent|weigh in)"
    )
    wordings = (
        Wording(
            "may not|must not|shall not|may never|must never|are not to|is not to|not to|"
            "cannot|not allowed to|not permitted to|forbidden to|prohibited from|"
            "banned from|never|do not|don't|agree not to|refrain from|avoid|"
            "no employee may|nobody may|no one may",
            then=rf" (?:\w+ ){{0,2}}{_say}(?:ing|s)?(?! (?:in meetings|a fee|thank|hello|yes|no))",
            given=r"\b(?:about|anything|work|company|hospital|clinic|trust|employer|managers?|"
            r"boss|ward|rota|us|colleagues?|co-?workers?|online|social|facebook|internal|"
            r"business|merger|dispute|decisions?|policy|policies|home|outside|glassdoor|"
            r"linkedin)\b",
        ),
        Wording(
            "goes past|goes through|go through|run it past|run past|must be run past|"
            "cleared by|approved by|signed off by|sign-off from|sign off from|checked by|"
            "vetted by|check with",
            then=r" (?:\w+ ){1,6}?(?:first|before|in advance)|(?= [a-z])",
            given=r"\b(?:say|post|posts|online|social|facebook|tweet|tweets|publish|comment|"
            r"personal|write)\b",
        ),
        Wording(
            "should expect a meeting|will be asked to explain|will be noted|"
            "will be remembered|will be dealt with|consequences|will hear from hr|"
            "hear from hr|end of contract|out of a job|find another job",
            given=r"\b(?:posts?|posting|moan\w*|complain\w*|online|facebook|social|tweet\w*|"
            r"talk\w*|share\w*|rota|pay)\b",
        ),
        Wording(
            "off limits|off-limits",
            given=r"\b(?:tweets?|posts?|posting|talk|topic|topics|facebook|merger|work|"
            r"management|pay|rota)\b",
        ),
        Wording(
            "may not connect|must not connect|do not connect|don't connect|not connect",
            then=r" with (?:former |ex-|old )?(?:colleagues|co-?workers|employees|staff)",
        ),
        Wording(
            "stays on the ward|stay on the ward|stays in the building|"
            "stays in the clinic|stays in this building|stays in the room|"
            "keep it in-house|keep it in house|stays in-house|dirty laundry|united front|"
            "one voice|out of the public eye|off limits|off-limits|keep it in the family|"
            "air grievances|stays at work|stay at work|stays inside|stay inside|nowhere else|"
            "sowing discontent|likes on posts|answer is 'no comment|say 'no comment|no comment",
            given=r"\b(?:ward|complaints?|grievances?|staff\w*|online|posts?|tweets?|public|"
            r"pay|raises|rows|hr|staffing|happened|merger|talk|voice|front|laundry|comment|everyone|anyone|nobody|work)\b",
        ),
        Wording(
            "management|the boss|managers|supervisors|clinic decisions|company decisions|"
            "the hospital|the clinic|the company|the trust",
            given=r"\b(?:may not|must not|are not to|shall not|never|"
            r"only the \w+ may)\b[^.!?]{0,60}\b(?:mention|comment|speak|talk|discuss|"
            r"opinions?|chat)",
            then=r"(?! (?:car|door|kitchen|van|keys?))",
        ),
    )
