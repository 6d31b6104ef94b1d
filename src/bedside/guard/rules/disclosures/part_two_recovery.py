from __future__ import annotations

from bedside.guard.part_two import PartTwoRule


class PartTwoRecovery(PartTwoRule):
    """
    Praise of somebody's recovery, in an answer of a program.

    ## Why it matters
    Cheering for ninety days sober is kind, and it tells everybody who reads along that the program
    knows this person. Recovery, its milestones and its slogans are what one says to a client.

    ## Flagged
    - reply: [Congratulations on your recovery]!
    - review_reply: [One year sober], what a day.
    - reply: [Keep coming back]!
    - review_reply: [Your sobriety] is an inspiration.
    - message: [Happy soberversary], from all of us.

    ## Fine
    - reply: Recovery is possible, and help is there day and night: 1-800-662-4357.
    - post: One year sober or one hour: recovery counts.
    - reply: Thank you for writing. We wish everybody well.

    ## Instead
    Answer as to anybody: "Thank you for writing. We wish everybody well."
    """

    code = "D051"
    label = "DIS-CARE"
    message = "This tells that the person is in recovery, and that the program knows it."
    phrases = (
        r"(?:congrat\w*|kudos|bravo|well done|way to go|good job|great job|amazing job|cheers)"
        r"(?: (?:on|for|to|with))?(?: \w+){0,3} (?:recovery|sobriety|sober|clean|milestone|chip|"
        r"coin|medallion|(?:\d+|one|two|three|six|nine|thirty|sixty|ninety) "
        r"(?:days?|weeks?|months?|years?))(?: (?:sober|clean))?",
        r"(?:\d+|one|two|three|four|five|six|nine|ten|thirty|sixty|ninety|another|first) "
        r"(?:days?|weeks?|months?|years?) (?:sober|clean|in recovery|of (?:sobriety|recovery|"
        r"clean time|being (?:sober|clean)))",
        r"your (?:\w+ ){0,2}(?:recovery|sobriety|sober (?:date|birthday|journey|living|time)|"
        r"clean (?:date|time)|milestone|chip|relapse|journey|healing|hard work|courage|strength)",
        r"keep coming back|one day at a time|it works if you work it|keep (?:going|fighting|it "
        r"up|working (?:it|the steps))|stay (?:strong|sober|clean|the course)|you(?:'ve| have)? "
        r"(?:got this|earned it|did it|come so far|come a long way)",
        r"happy (?:sober|sobriety|recovery) (?:birthday|anniversary)|(?:happy )?soberversary",
    )
