from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class TooAndThan(WordingRule):
    """
    "To" for "too", or "then" for "than".

    ## Why it matters
    Both are words, so a spell checker passes them. The sentence reads as careless.

    ## Flagged
    - It's never [to] late to get a flu shot.
    - Many of us drink way [to] much soda.
    - Prevention is better [then] treatment.

    ## Fine
    - It's never too late, and it matters to many of our neighbors.
    - Rest until you feel better, then call us.
    - We talk to young adults about vaping.

    ## Instead
    "Too" means more than is good; "than" compares.
    """

    code = "L013"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, to vs. too; than vs. then"
    kinds = frozenset(Kind)
    message = 'Here "{found}" should be "{instead}".'
    why = '"Too" means more than is good, "than" compares; "to" and "then" do neither.'
    wordings = (
        Wording(
            "to",
            after="is|are|was|were|be|it's|its|never|not|way|far|get|gets|feel|feels|eat|"
            "eating|drink|drinking|spend|you're|i'm|we're|they're",
            then=r"(?= (?:much|late|soon|early|often|heavy|busy|tired|expensive|loud|bad|"
            r"grumpy|hard|hot|cold|old|young|sick|far|fast|slow|long|short|small|"
            r"big)(?![\w-])(?! (?:people|adults|children|kids|patients|residents|towns?|"
            r"businesses|friends|covid)))",
            suggestion="too",
        ),
        Wording(
            "to",
            then=r"(?= (?:much (?:soda|sugar|salt|stress|sun|caffeine|alcohol|coffee)))",
            suggestion="too",
        ),
        Wording(
            "then",
            after="more|less|better|worse|rather|other|older|younger|higher|lower|fewer|sooner|"
            "easier|safer|faster|greater|larger|smaller|longer|shorter|bigger|stronger|"
            "healthier",
            then=r"(?= \w)(?! (?:on|we|you|i|they|call|come|rest|it|he|she|go)\b)",
            suggestion="than",
        ),
    )
