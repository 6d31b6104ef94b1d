from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class HiddenTie(WordingRule):
    """
    An instruction to hide who was paid.

    ## Why it matters
    Whoever is paid, employed or given something says so where nobody can miss it. An instruction
    to hide it is the evidence against you.

    ## Flagged
    - Brief: sessions were gifted, [no tag, no hashtag].
    - Filler was on the house for her, [keep that out] of the caption.
    - "I was a wreck." Sandra, Duluth. ([Agency copy]. She is not real.)

    ## Fine
    - Ad: paid partnership with Ridge Physio.
    - Disclosure first: the maker of this scanner paid for my flight.

    ## Instead
    Begin with "Ad", "Paid partnership" or "I work here".
    """

    code = "M012"
    label = "ADS-DISCLOSURE"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "16 CFR 255.5"
    kinds = frozenset(Kind) - {Kind.ALT_TEXT}
    message = "This hides that someone was paid or has a tie."
    spared = r"\b(?:disclosure first|always disclose|must disclose|must say so)\b"
    wordings = (
        Wording(
            "no tag, no hashtag|no hashtag|no hashtags needed|no ad tag|no sponsor tag|"
            "skip the paid label|skip the ad label|skip the tag|skip the disclosure|"
            "skip the hashtag|skip #ad|leave off the ad|leave the ad tag|"
            "without the ad tag|without the #ad|without saying it's an ad|"
            "drop the disclosure|lose the disclosure|no disclosure|don't disclose|"
            "do not disclose that|don't tag it as|don't mark it as|not marked as an ad|"
            "hide the sponsor|hide the ad"
        ),
        Wording(
            "keep that out|keep it out|keep this out|leave that out|leave it out|"
            "leave it off|leave this off|leave that off|cut that bit|cut that part|"
            "cut that line|edit that out|don't mention|do not mention|never mention|"
            "no need to bring up|no need to mention|no need to say|don't bring up|"
            "don't say|between us|just between us|which is between us|our little secret|"
            "nobody needs to know|no one needs to know|they don't need to know|"
            "keep quiet about",
            given=r"\b(?:paid|gifted|free|fees?|comp|comped|credit|discount|shares?|owns|flew|"
            r"fly|sponsor\w*|cost|costs|house|on us|caption|clip|post|video|review|"
            r"affiliate|commission|work|staff|employee|wife|husband|sister|brother|"
            r"cousin|money|nothing|lisbon|trip|hotel|label|brand)\b",
        ),
        Wording(
            "sponsor credit: none|sponsor: none|disclosure: none|"
            "do not caption as an actor|don't caption as an actor|"
            "not labelled as an actor|not labeled as an actor|under the fold|"
            "below the fold|twentieth hashtag|last hashtag|behind the more button|"
            "in the comments, not the caption|in white on white|agency copy|"
            "made-up quote|made up quote|invented quote|stock photo, say|paid actor|"
            "actor to camera|actress to camera|to sound off the cuff|sound unscripted|"
            "make it sound spontaneous|make it look organic|make it look unpaid|"
            "looks organic|as if she found us|as if he found us|as if they found us|"
            "under props|off the books"
        ),
        Wording(
            "there is no",
            then=r" [a-z]+(?= *[.)!]| *$)",
            given=r"\b(?:copy|agency|actor|quote|fake)\b|^[^a-z]*there is no",
        ),
        Wording(
            "for",
            then=r" [\w' ]{2,30} to (?:post|share|publish|put up) (?:as|from) (?:herself|"
            r"himself|themselves|her own|his own|a patient|a mum|a mom|their own)",
        ),
        Wording(
            "fly me to|flew me to|fly us to|flew us to|pay for my|paid for my|pays my|"
            "they comp|comped my|keeps me in|on their payroll|i own shares|"
            "he owns shares|she owns shares|owns shares in|owns stock",
            given=r"\b(?:leave|cut|keep|don't|off|out|secret|between)\b",
        ),
        Wording(
            "not for the caption|no need for the partnership|no need for the sticker|"
            "no need for a tag|not say where they work|not say who they work|"
            "without saying where|from their personal profiles|from personal profiles|"
            "from their own profiles|people (actors)|real people (actors)|"
            "is our marketing|is our intern|runs our billing|works for us, but|"
            "is on our board, but|is an investor, but"
        ),
        Wording(
            "as though they'd|as if they'd|as though they|as if they|as though you'd|as if you'd|"
            "as though you|as a visitor|as a customer|like an ordinary",
            given=r"\b(?:post|posts|write|writes|page|reviews?|caption|comment|share)\b",
            then=r"(?: \w+){0,3} (?:walked|found|wandered|heard|came|come|were|weren't|didn't|"
            r"never|"
            r"booked|paid|patient|customer)|(?<=customer)|(?<=visitor)",
        ),
    )
