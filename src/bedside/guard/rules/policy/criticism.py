from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.staffing import FORBID, GRANTED
from bedside.guard.wording import Wording, WordingRule


class Criticism(WordingRule):
    """
    A ban on criticism, or a duty to be positive.

    ## Why it matters
    Complaints about managers and work are protected even when they are harsh, and so is an
    unfriendly tone.

    ## Flagged
    - Employees must not post anything [negative] about the hospital.
    - [Grumbling] about a supervisor is gross misconduct.
    - Anything an employee posts about work must be [upbeat].

    ## Fine
    - Anyone who threatens our staff will be asked to leave.
    - What you say about work is up to you; don't use our logo as your picture.

    ## Instead
    Forbid what the law forbids: threats, harassment, patients' information.
    """

    code = "Y003"
    label = "POLICY-OVERBROAD"
    severity = Severity.WARN
    source = "29 USC 158(a)(1); Stericycle, 372 NLRB No. 113 (2023)"
    kinds = frozenset({Kind.POLICY})
    message = "Employees may read this as a ban on criticism."
    unless = GRANTED
    within = (
        FORBID
        + r"|\b(?:must|required|at all times|always|expected to|disciplin\w+|raised at|only)\b"
    )
    wordings = (
        Wording(
            "opinions|opinion|negative|negatively|negativity|critical|criticize|"
            "criticise|criticizing|criticising|criticism|complain|complaining|grumble|"
            "grumbling|grumbles|gripe|griping|gripes|moan|moaning|vent|venting|rant|"
            "ranting|disparage|disparages|disparaging|disparagement|derogatory|defame|"
            "bad-mouth|bad-mouthing|badmouth|badmouthing|upbeat|gloomy|unflattering|"
            "embarrass|embarrasses|embarrassing|embarrassment|bad employer|"
            "bring us into disrepute|into disrepute|disrepute|damage the reputation|"
            "damages the reputation|harm the reputation|harm our reputation|"
            "hurt our image|reputation|disrespectful|respectful at all times|"
            "professional at all times|positive at all times|positive light|cast us in|"
            "inappropriate|unprofessional|disloyal|loyalty|loyal|detrimental|"
            "in a bad light|poor light|speak ill|talk down|run down|insubordinate|"
            "offensive|discourteous|uncooperative|bad publicity|airing",
            given=r"\b(?:staff|employees?|personnel|workers?|nurses?|anyone|everyone|team|"
            r"colleagues?|co-?workers?|managers?|supervisors?|hospital|clinic|company|"
            r"trust|enterprise|employer|us|our|work|posts?|posting|online|social|account|"
            r"you|those|members|care assistants|porters)\b",
        ),
    )
