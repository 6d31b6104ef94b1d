from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.part_two import PART_TWO, SOURCE
from bedside.guard.story import StoryRule

_WHO = (
    r"(?:graduates?|alum(?:na|nus|ni)?|clients?|residents?|patients?|members?|guests?|"
    r"participants?)"
)
_LONG = (
    r"(?:\d+|one|two|three|six|nine|ten|thirty|sixty|ninety|a|first) "
    r"(?:days?|weeks?|months?|years?)"
)


class PartTwoStory(StoryRule):
    """
    A program's cheer for one of its own.

    ## Why it matters
    A name is not needed: who is at the graduation, in the picture or among the friends of the page
    knows who is meant. A program may not acknowledge anybody without a consent under 2.31.

    ## Flagged
    - [Proud of our graduate], eleven months and counting!
    - [One of our residents is one year sober] today.
    - [She finished our program] on Friday.

    ## Fine
    - September is Recovery Month. Recovery is possible: 555-010-0100.
    - Our alumni group meets on Thursdays at six. Anyone in recovery is welcome.
    - post by consent of Rosa Marquez: Proud of our graduate Rosa, one year sober!

    ## Instead
    Speak of recovery and of the help there is, and of nobody who is or was there.
    """

    code = "D052"
    label = "DIS-SITUATION"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = SOURCE
    jurisdictions = PART_TWO
    kinds = frozenset({Kind.POST, Kind.AD, Kind.ALT_TEXT, Kind.PROFILE})
    beside_care = False
    message = "This points to somebody who is or was in the program."
    phrases = (
        rf"(?:proud of|congrat\w*(?: to)?|celebrat\w+|shout-?out to|cheers to|applause for|"
        rf"hats off to) (?:our|one of our|this|that)(?: \w+){{0,2}} {_WHO}",
        rf"(?:our|one of our|a|this|that) (?:\w+ )?{_WHO}(?: \w+){{0,4}} {_LONG} (?:sober|clean|"
        rf"in recovery|of (?:sobriety|recovery))",
        r"(?:he|she|\w+ (?:just|has)) (?:just )?(?:graduated|completed|finished|left|entered) "
        r"(?:from )?(?:our|the) (?:\w+ )?(?:program(?:me)?|detox|rehab|iop|php|sober house)",
    )
    particular = True
