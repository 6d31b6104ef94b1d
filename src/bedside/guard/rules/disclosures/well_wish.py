from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.story import StoryRule


class WellWish(StoryRule):
    """
    A wish to one person in a post for everybody: "so glad your surgery went well".

    ## Why it matters
    Whoever is meant has been here, and those who know them can tell whom it is about.

    ## Flagged
    - [So glad your surgery went well]!
    - [We're so happy that your visit went] smoothly.

    ## Fine
    - We hope your visit goes well, whoever you are.
    - We would be glad to see you again.

    ## Instead
    Write to the person in private; in public, thank everybody.
    """

    code = "D056"
    label = "DIS-IMPLIED"
    severity = Severity.WARN
    source = "45 CFR 164.502(a)"
    kinds = POSTS
    message = "This sounds as if one person were meant, who was treated here."
    beside_care = False
    phrases = (
        r"(?:we're |we are |i'm )?(?:so |very |really )?(?:glad|happy|pleased|relieved|thrilled) "
        r"(?:that )?(?:your|ur) (?:[\w'-]+ ){0,2}(?:visit|surgery|operation|procedure|treatment|"
        r"appointment|delivery|birth|recovery|results?|scan|test|tests) (?:went|was|were|is|are|"
        r"came back)(?: so| very)?(?: well)?",
    )
