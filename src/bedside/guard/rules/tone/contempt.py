from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.wording import Wording, WordingRule

_THEM = (
    r"\b(?:you|your|yourself|patients?|callers?|clients?|reviewers?|people|visitors|mums?|moms?|"
    r"parents|"
    r"somebody|someone|she|he|they|them|lady|gentleman|man|woman|trev|folks|everybody|everyone|"
    r"whoever|competitor\w*|hospital|clinic|council|minister\w*|nurses?|receptionists?|intern|"
    r"customers?|cancellers?|no-shows?|lot|one star|mate|pet)\b"
)


class Contempt(WordingRule):
    """
    Contempt for patients, colleagues or rivals, said as a joke.

    ## Why it matters
    Nobody laughs who might be next. A joke about "patients like that" tells each reader what is
    said once the door is shut.

    ## Flagged
    - Flu shots are in. [If your brain cell is busy], send somebody else's.
    - To those who didn't show: [hope it was worth it], everybody.
    - [Patients are feral today].
    - [Let me guess], you rate the weather too.
    - Another one-star: [we fix spines, sweetheart].
    - [One grown man cried] like a toddler.

    ## Fine
    - We laughed at ourselves: 400 leaflets with last year's date.
    - Guess what the fairy found? A tooth.
    - Patients are welcome to bring their own slippers. We had a lovely Monday.

    ## Instead
    Say what you ask for, kindly, or leave it unsaid.
    """

    code = "T014"
    label = "TONE-UNPROFESSIONAL"
    severity = Severity.WARN
    source = "AMA Code of Medical Ethics, Opinion 2.3.2"
    kinds = frozenset(Kind) - {Kind.ALT_TEXT}
    doubted = POSTS | {Kind.REVIEW_REQUEST, Kind.PROFILE}
    message = "Readers may hear contempt in this."
    unless = (
        r"\b(?:idiots of the week: us|our own|ourselves|our boiler|the printer|the photocopier|"
        r"the goldfish|the dog|teddy|bear|fairy|pumpkin|at us\b|fair enough|we're sorry|"
        r"you're right|you are right|biscuit|kohlrabi|the coffee machine)\b"
    )
    wordings = (
        Wording(
            "brain cell|brain cells|degree from facebook|facebook degree|facebook degrees|"
            "google expert|youtube doctor|tiktok doctor|printouts|keyboard warrior|"
            "with the keyboard|chip on your shoulder|chip on her shoulder|reach punctuation|"
            "evening classes are|learn to spell|reading glasses are|can't read a|"
            "cannot read a|can't tell the time|cleverer tonsils|cleverer than|"
            "thick as|dumber|dumbest|smarter than you|useless but|bless them|bless him|bless her|"
            "oh bless|aw, bless|in crayon|who writes this rubbish|what a charmer|"
            "doesn't suffer fools|suffer fools|wrong answers only|inability to|hooves|"
            "couldn't find a vein|find a vein with|shame about|nothing up there|nothing in there|"
            "we'd need something there|own recycling|licked the",
            before=r"(?:if (?:your|her|his) |)",
            then=r"(?: (?:is busy|up to|mince|whoever))?",
            given=_THEM,
        ),
        Wording(
            "hope it was worth|hope that was worth|hope whatever|hope you had fun|hope that helps,|"
            "hope that helps though|hope you're proud|congratulations to the|congrats to the|"
            "congratulations to patient|medal ceremony|award goes to|prize goes to|round of "
            "applause for|"
            "slow clap for|hats off to the genius|thanks a lot to the",
            then=r"(?: (?:it|you|gentleman|lady|patient|person|man|woman|one|"
            r"caller))?(?=[^\n]{0,90})",
            given=r"\b(?:worth|rang|missed|late|nine times|rudest|who|didn't|judging|medal)\b",
        ),
        Wording(
            "patients are|callers are|clients are|parents are|visitors are|reviewers are|"
            "people are|customers are|late cancellers are|no-shows are|some patients are|"
            "anti-vaxxers|naturopaths gonna|half of you|some of you|you lot|any of you lot|"
            "some of you lot",
            then=r"(?:,? [\w']+){0,4}? (?:feral|animals|thieves|children|clowns|liars|unhinged|"
            r"worse|insane|something else|a circus|sick note|only come|never met|clearly|managed|"
            r"take your|naturopath|toddlers|babies|exhausting|the worst|cattle)(?: (?:today|again|"
            r"this week|lol))?",
        ),
        Wording(
            "sweetheart|princess|geniuses|genius|hun|hon|champ|champs|champions|snowflake|"
            "snowflakes|diva|divas|gorgeous|pet|mate|karen|deborah|susan|sunshine|buttercup|"
            "drama queens|big babies|big baby|clowns|crybabies|nightmares|moaner|moaners|"
            "hypochondriac|hypochondriacs|weekend warriors|bed blockers|charmer|smart alec",
            given=r"\b(?:one star|stars?|you can find time|can't hack|isn't a|aren't a|no\.|"
            r"parking|"
            r"we fix|vote|worth|show|pretend|line 2|slow chair|qualification|spelled|screamed|"
            r"cried|abuse|read a price|got to be kidding|man flu|moan\w*|late|who cry|who rang|"
            r"watched|google)\b",
            not_after="hello|hi|dear|thanks|thank|hey|love|the|our|a|therapy",
            before=r"(?:we fix [\w ]{2,20}, |big |)",
        ),
        Wording("dear karen|ok karen|calm down, karen|sorry karen|no, karen|karen,"),
        Wording(
            "let me guess|tell me you've never|tell me you never|guess who can't|guess who forgot "
            "to|"
            "you were told|we told you twice|once more for|louder for those|"
            "for those at the back|do try to keep up|try to keep up|do go on|must be a record|"
            "isn't a human rights|not a human rights|world's smallest|bring a tissue|"
            "pretending to care|pretend it's serious|pretend to care|i pretend|we pretend to|"
            "kiss my|my whole ass|need a drink|wish i was joking|you couldn't make it up|"
            "can't make this up|things patients say|things callers say|annoying they were|"
            "how annoying|rating the|ranking our patients|rate our worst|our worst patients|"
            "heaviest patient|fattest|weekly circus|600-lb|lb life|village zoo|the zoo|"
            "treated like cattle|like cattle|from someone with that profile|lessons in hygiene|"
            "soap is a luxury|lend you some|easy on the eye|can't hold his drink|"
            "can't hold her drink|is sleeping with|left with the laptop|in hot water with|"
            "under new management'|give them the look|give him the look|you moaned|listened to "
            "you moan|"
            "you stole|cried at the plaster|would like it known|the gown said|"
            "said size 12|unlike some patients|the smell can be|complaints about the smell|"
            "try ten minutes|of your company|no venga llorando|guardería de adultos|"
            "grown man cried|grown men cry|cried like a|screamed like a|lost more weight than|"
            "you know who you are|more difficult patients|"
            "someone who has time|leave reviews for the weather|maybe nursing isn't|"
            "skipped their meds|skipped your meds|forgot their meds|off their meds|off your meds",
            then=r"(?=[^\n]{0,100})(?: (?:without|toddler|baby|girl|again))?",
            before=r"(?:one |)",
            not_after="can't",
        ),
        Wording(
            "vote out|vote the|vote them|voted out|kick out the|sack the",
            then=r"[^.!?]{0,25}(?:clowns|lot|out|idiots|minister|council|government|muppets)",
        ),
        Wording(
            "minister's|council's|government's|premier's|mayor's|rival's|competitor's|"
            "the other clinic's|the other hospital's|next door's|down the road's",
            then=r"[^.!?]{0,60}(?:crayon|clown\w*|joke|shame|shiny|drunk|mess|circus|never met|fax|"
            r"landlord|sleeping|laptop|map)",
        ),
        Wording(
            "doctor google|dr google|dr. google|the internet told|your cousin told|"
            "my cousin's a nurse|whatever you watched|did your own research|"
            "a podcast told|your neighbour told|what your neighbour",
            then=r"(?=[^\n]{0,90})(?: (?:you|her|him|them))?",
        ),
    )
