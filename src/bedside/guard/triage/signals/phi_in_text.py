from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.signal import Signal

_NUMBER = r"[a-z]{0,3}[- ]?\d[\d./a-z-]{1,19}[\da-z]"


class PhiInText(Signal):
    """
    The writer gives health identifiers: a birth date, a file or member number.

    ## What to do
    The numbers are not repeated; where everybody can read them, the message is hidden.

    ## Flagged
    - Alice Marsh, [DOB 03/11/1972], could I have a repeat?
    - My [chart number is 30-771].
    - [Fecha de nacimiento 3/4/1980].

    ## Fine
    - I was born in this hospital.
    - We waited in room 302.
    """

    flag = Flag.PHI_IN_TEXT
    literal = True
    plain = (
        r"(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born(?: on)?|fecha de nacimiento|"
        r"nacid[oa] el|née? le|date de naissance):? "
        r"?(?:is |on )?(?:\d{1,2}[./ -]\d{1,2}[./ -]\d{2,4}|\d{1,2}(?:st|nd|rd|"
        r"th)? \w{3,9},? '?\d{2,4}|\w{3,9} \d{1,2},? '?\d{2,4}|\d{4}-\d\d-\d\d)",
        rf"(?:mrn|chart|file|patient|member|policy|nhs|medicare|medicaid|health ?card|record|"
        rf"account|hospital|case|client|id|insurance|invoice|claim|ref"
        rf"|reference|booking|registration|subscriber|group|expediente|póliza|dossier|"
        rf"sécu)(?: (?:card|id|ref))?(?: ?(?:number|no\.?|num|nr|#|n°|id|ref))?"
        rf":? ?(?:is |#)?{_NUMBER}",
        r"[\w'-]{2,20},? \d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d(?=[,.; ])",
    )
    unless = r"(?:room|chair|gate|suite|level|floor|bay|page) \d+|\d+(?:am|pm|:\d\d)"
