from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import ANSWERS, PhraseRule


class RelativesOfPerson(PhraseRule):
    """
    A relative or child of the person answered, in connection with care.

    ## Why it matters
    Identifiers of relatives count like the patient's own, and "your mother" under a daughter's
    review names the patient.

    ## Flagged
    - review_reply: We are so glad [your mother] is home.
    - review_reply: [Your son] was wiggling a lot.
    - reply: [The little guy] did great.
    - review_reply: [Mum's] doing well.

    ## Fine
    - review_reply: Please give your family our best.
    - reply: If your child has a fever, call any nurse line.
    - review_reply: We are sorry for your loss.

    ## Instead
    "Thank you for sharing this" says enough.
    """

    code = "D010"
    label = "DIS-RELATIONSHIP"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)"
    kinds = ANSWERS
    message = "This speaks of a relative of the person as somebody in care."
    why = "Relatives are protected like the patient."
    _kin = (
        r"(?:mother|father|mom|mum|mama|momma|dad|daddy|da|papa|grandmother|grandma|grandfather|"
        r"grandpa|granddad|nan|nana|gran|wife|husband|son|daughter|sister|brother|uncle|aunt|"
        r"auntie|baby|babies|twins|little (?:one|guy|girl|boy|man|lady|ones)|kiddos?|girls|boys|"
        r"teen|toddler|newborn|partner|fianc\w+|boyfriend|girlfriend|niece|nephew|grandson|"
        r"granddaughter|grandbaby|loved one|pup)"
    )
    phrases = (
        rf"your (?:(?!own)\w+ )?{_kin}(?:'s)?",
        r"(?:the|that|such an?|our) (?:brave |sweet |tough |little )*(?:little (?:guy|girl|boy|"
        r"man|lady|one|dude|champ|ones)|kiddo|littlest one|bub|brave boy|brave girl)(?:'s)?",
        r"(?:mum|mom|dad|grandma|grandpa|nana|mama)(?:'s|(?= (?:is|was|had|has|did|gets|loves)))",
    )
    particular = True
    told = True
    unless = (
        r"\bif your|bring your|condolence|so sorry for your loss|ask your|\b\d* ?(?:free|tickets)"
    )
