from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.signal import Signal


class Minor(Signal):
    """
    A child is concerned. Counts where the message is urgent.

    ## What to do
    The duty to protect or report may apply; the person paged is told that it is a child.

    ## Flagged
    - [my son] can't breathe
    - [i'm 14 and] I want to die
    - [Mi hija de dos años] se tomó las pastillas.

    ## Fine
    - My husband can't breathe.
    """

    flag = Flag.MINOR
    literal = True
    plain = (
        r"(?:my|our|her|his|the|their) <2?>(?:son|daughter|kids?|child|children|baby|babies|"
        r"boys?|girls?|toddler|newborn|little one|"
        r"infant|twins|grandson|granddaughter|grandchild|stepson|stepdaughter|godson|goddaughter|"
        r"bump's brother|teenager|eldest|youngest|"
        r"lad|little (?:boy|girl|man|lady))",
        r"(?:i'm|im|i am|she's|he's|she is|he is|aged|age|who is|is) (?:only |just )?(?:[1-9]|"
        r"1[0-7]|two|three|four|five|six|seven|eight|nine|"
        r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)(?: (?:years? old|yrs?|"
        r"yo|and|,))?(?! (?:weeks|months|minutes|pm|am|miles|"
        r"kilos|stone|days|hours|times|pounds|%|degrees|feet|foot))",
        r"(?:\d|1[0-7]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
        r"fourteen|fifteen|sixteen|seventeen)[- ](?:year|month|"
        r"week|day)s?[- ]old|(?:in )?(?:\dth|\d\d?th|first|second|third|seventh|eighth|ninth|"
        r"tenth) grade|year (?:7|8|9|10|11)|schoolgirls?|"
        r"schoolboys?|(?:my|her|his) mom reads|tell (?:my )?parents",
        r"(?:mi|su|nuestr[oa]) (?:hij[oa]|niñ[oa]|bebé|niet[oa])(?: de (?:\w+) (?:años?|meses))?|"
        r"(?:mon|ma|notre) (?:fils|fille|bébé|petit|petite|"
        r"enfant)(?: de (?:\w+) (?:ans?|mois))?|j'ai 1[0-7] ans|tengo 1[0-7] años|ابنتي|ابني",
    )
