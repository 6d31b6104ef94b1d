from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.story import StoryRule


class Gossip(StoryRule):
    """
    "No names, but": words that invite readers to guess who is meant.

    ## Why it matters
    Whoever says that they may not say has already begun to.

    ## Flagged
    - [No names], but the baker on Main Street needs to lay off the sugar.
    - [You didn't hear it from us], but the goalie is cleared to play.
    - [We won't say who], but somebody cried at the flu shot table.

    ## Fine
    - There are no names on our sign-in sheet.
    - We can't say who is or is not a patient.

    ## Instead
    Leave the story out.
    """

    code = "D036"
    label = "DIS-SITUATION"
    severity = Severity.WARN
    source = "45 CFR 164.514(b)(2)(ii)"
    doubted = POSTS
    message = "This invites readers to guess which patient is meant."
    beside_care = False
    phrases = (
        r"no names(?=,? but|[.,:;!]| because| 'cause| no| here)",
        r"(?:we |i )?(?:promised we |can't|cannot|won't|wouldn't|not allowed to|not gonna|"
        r"not going to|not supposed to) (?:say|tell you|name|reveal) (?:who|names|her name|"
        r"his name|which)",
        r"(?:you )?didn't hear (?:it|this|that) from (?:us|me)",
        r"(?:you|y'all|nurses|those of you) (?:all )?know (?:exactly )?who (?:you are|i mean|"
        r"we mean|it is|it was|this is)|nurses you know who",
        r"(?:guess|bet you can't guess) (?:who|which (?:patient|player|singer|celebrity|teacher|"
        r"one of))",
        r"(?:can't|cannot) make this (?:up|stuff up)|between (?:us|you and me)|"
        r"if you know,? you know|iykyk|wishes to stay anonymous",
        r"sin nombres|no (?:puedo|podemos) decir (?:quién|quien|el nombre)|adivinen (?:quién|"
        r"quien|qué|que|a quién)",
    )
    unless = r"who is or|confirm|deny|policy|whether|sign-in|donor|gift"
