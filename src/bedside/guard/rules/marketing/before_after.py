from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_BODY = (
    r"\b(?:results?|patients?|smiles?|teeth|tooth|gap|skin|weight|body|lips?|nose|noses|"
    r"hair|hairlines?|chin|jaw|jawlines?|tumm(?:y|ies)|bell(?:y|ies)|stomach|filler|"
    r"botox|lift|lost|gallery|transformations?|veneers?|syringes?|laser|scars?|acne|"
    r"wrinkles?|breasts?|cheeks?|cheekbones|eyelids?|necks?|necklines?|waists?|dress|"
    r"jeans|sizes?|pounds|lbs|kg|kilos|bonding|braces|aligners|implants?|face|facelift|"
    r"rhinoplasty|lipo\w*|sculpt\w*|tattoo|moles?|legs|thighs|arms|brows?|lashes|her|his|"
    r"selfie|crown|whitening|drilling|sessions|treatment|tuck|posture|spine)\b"
)


class BeforeAfter(WordingRule):
    """
    Before and after.

    ## Why it matters
    It promises everybody one person's best result. Meta and LinkedIn reject it in ads, many boards
    restrict it, and each picture needs its own authorization.

    ## Flagged
    - ad: [Swipe for her before and after: six syringes].
    - [Before: gap. After]: what gap? Bonding by Dr. Pike.
    - Hairline at [month 0 ➡️ hairline at month 12].
    - ad: Dietitian visits, and [three sizes down] by June.

    ## Fine
    - Before and after school is our quietest time for children's teeth.
    - Giving blood? Before: a big glass of water. After: ten minutes and a cookie.
    - Corridor C, before and after: beige since 1991, now green.

    ## Instead
    Explain what the treatment can and cannot change, and what most people see.
    """

    code = "M004"
    label = "ADS-BEFORE-AFTER"
    severity = Severity.WARN
    source = (
        "Meta Advertising Standards, personal health and appearance; North Carolina "
        "Medical Board 8.3.1"
    )
    kinds = frozenset({Kind.AD, Kind.POST, Kind.PROFILE})
    message = "This shows or promises a before and after."
    needs = _BODY
    unless = r"\b(?:waiting rooms?|lobby|recepci\w+|reception|corridor|building|garden|not our)\b"
    wordings = (
        Wording(
            "before and after|before-and-after|before & after|before/after|"
            "befores and afters|before → after|before/afters",
            before=r"(?:swipe (?:for|to see) (?:her |his |the |our |their )?)?",
            given=_BODY,
            then=r"(?! (?:school|work|the|every|each|you|your|a|an|any|surgery|meals?|"
            r"exercise|class|hours|care|eating|lunch|visits?|birth|pregnancy|touching)\b)",
        ),
        Wording("before", then=r": [^\n]{1,70}?\bafter(?=:)"),
        Wording(
            "swipe",
            then=r" (?:to see|for|left|right|through|and see|➡️|→|>)[^.!?]{0,60}",
            given=_BODY,
        ),
        Wording(
            "slide one|photo one|photo 1|picture one|pic 1|left photo|left picture|left side",
            then=r"[^\n]{1,70}?\b(?:slide two|slide 2|photo two|photo 2|picture two|pic 2|"
            r"right|two me)",
        ),
        Wording(
            "day 0|day 1|day one|week 0|week 1|week one|month 0|month 1|month one|year 0|"
            "year 1|visit 1",
            then=r"[^.!?\n]{1,50}?(?:➡️|→|vs\.?|beside|and|to|/|-|next to|"
            r",)[^.!?\n]{0,25}\b(?:day|week|month|year|visit) \d+",
        ),
        Wording(
            "same",
            then=r" (?:cheek|dress|jeans|face|angle|selfie|woman|man|patient|nose|smile|light|"
            r"person|mirror|suit|belt|legs|jaw|chair)(?: spot)?",
            given=r"\b(?:day|week|month|weeks|months|january|february|march|april|may|june|"
            r"july|august|september|october|november|december|now|new|later|down|"
            r"different|smaller)\b",
        ),
        Wording(
            "sizes down|dress sizes|sizes smaller|inches off|inches gone|inches smaller|"
            "years off|years younger|decade younger|pounds lighter|kilos lighter|"
            "pounds down|lbs down|stone lighter",
            before=r"(?:\d+|two|three|four|five|six|ten|twenty|a) (?:dress )?",
        ),
        Wording("then-and-now|then and now|then vs now|then & now", given=_BODY),
        Wording(
            "transformation|transformations|glow-up|glow up|makeover|makeovers|"
            "mommy makeover|mummy makeover|the reveal|big reveal|the results speak|"
            "results speak for|see the difference|look at the difference|look what|"
            "see what|wait for the reveal",
            given=_BODY + r"|\bbod(?:y|ies)\b",
            then=r"(?! (?:of (?:our|the) (?:lobby|waiting|building|garden|clinic)|we|you|our|"
            r"the team|happens|fits|works|is))",
        ),
        Wording(
            "did for|has done for|have done for|can do for",
            before=r"(?:what [\w ]{2,25}|sessions?|syringes?|weeks?|visits?|months?) ",
            then=r" [\w']+ (?:waist|nose|chin|jaw|smile|face|skin|body|tummy|belly|legs|arms|"
            r"neck|teeth|hair|lips)",
        ),
        Wording(
            "from",
            then=r" (?:muffin top|flab|flabby|frumpy|fat|drab|crooked|bald|gaps?|gappy|yellow|"
            r"saggy|size \d+|a size \d+|\d+ (?:lbs?|pounds|kg|kilos|stone)|tired|shy|"
            r"wrinkled?|bumpy|flat|thin|grey|hidden|dull|this) to [\w ]{2,30}",
        ),
        Wording("two photos|two pictures|two selfies|side by side|side-by-side", given=_BODY),
        Wording(
            "guess which photo|which photo is|which picture is|spot the difference|"
            "can you tell which|weeks between them|months between them|"
            "weeks of laser between|between these photos|between these two",
            given=_BODY,
        ),
        Wording(
            "hello to the|hello to your",
            then=r" (?:waist|body|smile|chin|jawline|skin|nose|neck|arms|face|figure|hair)",
        ),
        Wording(
            "monday|january|march|may|june|then|yesterday|last week|first visit",
            then=r": [a-z ]{3,20}\. (?:friday|tuesday|wednesday|thursday|july|june|august|"
            r"december|september|now|today|this week|last visit): [a-z ]{3,20}",
        ),
        Wording(
            "here she was|here he was|here they were|this was her|this was him|"
            "here i was|this was me",
            then=r"[^\n]{0,60}\b(?:here (?:she|he|i|they)|this is|today|now)\b",
        ),
        Wording(
            "the after|her after|his after|their afters|the afters|a before|had a before",
            given=_BODY,
            then=r"(?= *[.!?,:]| *$)",
        ),
        Wording(
            "swipe|tap to see|scroll through|scroll to see|slide 1|slide one|left:",
            given=r"\b(?:her|his|she|he|chin|neck|arms|belly|smile|waist|skin|hair|nose|teeth|face|"
            r"same woman|same man|lighter)\b",
            then=r"[^.!?\n]{0,60}\b(?:her|his|she|he|same|then|again|now|right|photos?|lighter|"
            r"weeks|months)",
        ),
        Wording(
            "watch her|watch his|watch their",
            then=r" (?:\w+ )?(?:hairline|hair|chin|belly|waist|skin|smile|face|neck|teeth|scars?)",
        ),
        Wording(
            "month by month|week by week|day by day|session by session",
            given=r"\b(?:photos?|watch|swipe|see|gallery|pictures|diary)\b",
        ),
        Wording(
            "as they came in|as she came in|when she came in|walked in with|came in with",
            then=r"[^\n]{0,50}\b(?:went out|leaving with|left with|walked out|going home with)",
        ),
    )
