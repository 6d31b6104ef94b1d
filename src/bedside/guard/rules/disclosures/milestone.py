from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.story import StoryRule


class Milestone(StoryRule):
    """
    A birth, a discharge, a last treatment, a death: an event with a day.

    ## Why it matters
    The post carries its own date, so "went home today" is an admission, discharge or birth date.

    ## Flagged
    - Somebody [rang the bell this morning]!
    - After [47 days on the vent] there was a standing ovation.
    - [First baby of] the year, [born at] 12:03.
    - [Healed at 2 weeks], what a result.

    ## Fine
    - What does the bell in our infusion center mean? Some ring the bell, some do not.
    - Most people are discharged within two days.

    ## Instead
    Tell what such a day means in general, or ask the family for a written authorization.
    """

    code = "D034"
    label = "DIS-CARE"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(C)"
    doubted = POSTS
    message = "This tells of one person's day in care."
    beside_care = False
    phrases = (
        r"(?:rang|rings|ringing|ring) (?:the|that|his|her|our)(?: \w+)? bell(?: (?:today|"
        r"this morning|tonight|yesterday))?",
        r"(?:went|goes|going|heading|headed|heads|gets to go|finally) home(?: (?:today|tomorrow|"
        r"tonight|this (?:morning|week|afternoon)|after|from|with))",
        r"\d+ (?:days|weeks|months|hours|rounds|sessions|surgeries|transfers|units|stitches|"
        r"litres|liters) (?:on|in) (?:the|our|her|his) (?:vent|icu|nicu|hospital|unit|ventilator|"
        r"picu|ward|rehab)",
        r"(?:baby|babies) of (?:the year|20\d\d)|(?:first|1st|\d+th|\d+st|\d+rd) baby(?: (?:this|"
        r"of|born))?",
        r"born (?:at|on|this|today|last|yesterday|weighing|here)|weigh(?:ed|s|"
        r"ing)(?: in at)? \d[\d ,.]*(?: ?(?:lbs?|pounds|kg|oz|g))?",
        r"(?:healed|results?|result|photos?|pics?) (?:at|after) \d+ (?:weeks|days|months)",
        r"(?:day|month|week|session|round|transfer|hour)[- ]?#?\d+ (?:post-?op|post|glow|"
        r"of (?:treatment|chemo|accutane)|after)?",
        r"\d+ (?:syringes?|veneers?|units|implants?|fillings|stitches|grafts?|pounds|lbs?|kilos|"
        r"kg) (?:down|lost|gone|off|lips?|filler|of)?",
        r"(?:down|lost|dropped|shed) \d+ ?(?:pounds|lbs?|kilos|kg|inches)",
        r"\d+ (?:weeks|months|days|years) (?:post|sober|clean|out from|smoke[- ]free|"
        r"cancer[- ]free|after (?:surgery|her|his|meniscus)|seizure[- ]free|in recovery)",
        r"we (?:lost|said goodbye to|had to say goodbye)|(?:passed away|died|slipped away|"
        r"went to be) (?:on|in|at|this|last|peacefully|with|friday|saturday|sunday|monday|tuesday|"
        r"wednesday|thursday)",
        r"saved (?:a|his|her|another) life|(?:got|crew got) (?:a|his|her) pulse back",
        r"last (?:day|round|dose|session|treatment|infusion) of (?:chemo|radiation|treatment|"
        r"therapy)|(?:final|last) (?:chemo|infusion|radiation|round)",
        r"(?:walked|walks|walking|rolled|wheeled|strolled|danced) out (?:of|the|our|"
        r"on)(?: (?:here|our|the|icu|doors|front))*",
    )
    unless = (
        r"odds of|being born|\b(?:some|most|many|people|usually|average|typical|each|every|"
        r"per year|a year|last year|in a year|volunteers|donat|raised|since 20|since 19|"
        r"our (?:crews|team|nurses)|if|can|tattoo|shifts?|free|class|sale|\$|class of|study|trial|"
        r"adults)\b"
    )
