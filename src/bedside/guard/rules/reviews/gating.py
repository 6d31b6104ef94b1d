from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.reviewing import ASKING, EVERYBODY, FORBIDS, REVIEW
from bedside.guard.rule import POSTS
from bedside.guard.wording import Wording, WordingRule

_GLAD = (
    "happy|loved it|had a lovely|had a nice|had a lovely time|had a great time|"
    "loved your visit|love your visit|love us|loved us|smiling|grinning|delighted|"
    "over the moon|pleased|satisfied|thrilled|thrilled with us|great visit|good visit|"
    "had a great|had a good|had a great visit|enjoyed your visit|enjoyed it|"
    "liked your visit|feeling great|feeling the love|did we make you smile|"
    "did we make your day|five stars|5 stars|all smiles|good experience|great experience|"
    "made you smile|glowing|in love with"
)


class ReviewGating(WordingRule):
    """
    Asking only the happy for a review.

    ## Why it matters
    Reviews that only happy people were asked for mislead everybody who reads them. The FTC and the
    review sites forbid it.

    ## Flagged
    - review_request: [Loved your visit? Tap] 5 stars for Google.
    - policy: The review text goes to all patients, [except those who complained].
    - review_request: [Only tap the link if we earned] all five stars.
    - post: Our tool [catches unhappy patients] before they ever reach Google.

    ## Fine
    - review_request: Over the moon or just over it? The same Google link is below for everybody.
    - We invite every patient to leave a review, whatever they have to say.

    ## Instead
    Ask everybody, in the same words, with the same link.
    """

    code = "R001"
    label = "REVIEW-GATING"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = (
        "16 CFR 465.7; FTC, Soliciting and Paying for Online Reviews (2022); Google, "
        "prohibited content"
    )
    kinds = ASKING
    doubted = POSTS
    message = "This asks only happy people for a review."
    needs = REVIEW
    spared = EVERYBODY
    unless = FORBIDS.replace("|can't|", "|")
    wordings = (
        Wording(
            _GLAD,
            then=r"[^.!?]{0,40}\?[^.!?]{0,12}(?:tap|click|leave|tell|post|review|share|"
            r"the google|google|here|hop|give|write|rate|please|then|let|we'd|our|shout|"
            r"spread|head)",
        ),
        Wording(
            "if you",
            then=r"(?:'re| are| were|'ve| have)? ?(?:really |truly |absolutely )?(?:happy|"
            r"loved?|enjoyed|liked|satisfied|pleased|delighted|thrilled|had a (?:great|"
            r"good|positive|wonderful|5-star|five-star))[^.!?]{0,60}(?:review|google|"
            r"yelp|stars|facebook|rate|recommend)",
        ),
        Wording(
            "if we",
            then=r" (?:earned|deserve|made you smile|made your day|did (?:well|great|"
            r"a (?:good|great)))[^.!?]{0,60}(?:review|google|yelp|stars|facebook|rate|"
            r"link)",
        ),
        Wording(
            "only",
            then=r" (?:tap|click|leave|post|open|use|hit|follow)[^.!?]{0,30} if (?:we|you|it|"
            r"your)(?: \w+)?",
        ),
        Wording(
            "only",
            then=r" (?:our |are |the |to |ask |send |text |invite |for )*(?:happy|happiest|"
            r"satisfied|delighted|best|loyal|favou?rite|five-star|5-star|promoters|fans|"
            r"superfans|smiling)(?: patients?| people| clients| customers| families)?",
            not_after="not",
        ),
        Wording(
            "superfans only|fans only|happy campers only|happy patients only|"
            "promoters only|smiles only|five-star fans|raving fans"
        ),
        Wording(
            "happy patients|happiest patients|satisfied patients|delighted patients|"
            "happy clients|happy faces|promoters|patients who smile|"
            "patients who are happy|people who loved",
            then=r"[^.!?]{0,40} (?:get|gets|go|goes|to google|only|receive|see|the review|"
            r"the link|review|are sent|are asked|to leave)",
        ),
        Wording(
            "review",
            then=r"[^.!?]{0,40} (?:to|from|by) (?:the |our |your |only |those |"
            r"patients? )*(?:happy|happiest|satisfied|smiling|delighted|promoters|"
            r"tagged as promoters|who (?:smile|are happy|loved|rated us|scored|gave))",
        ),
        Wording(
            "except those who|except anyone who|except people who|excluding anyone who|"
            "excluding those who|skip anyone who|skip those who|skip patients who|"
            "skip the rest|leave out anyone who|but not to those who|but not anyone who|"
            "not the ones who",
            then=r"(?: (?:complained|complain|asked|were|are|had|have|left|rated|gave|"
            r"scored)[\w' ]{0,20})?",
        ),
        Wording(
            "catches|catch|filters|filter|intercept|intercepts|stop|stops|screen|screens|"
            "divert|diverts|weeds",
            then=r"(?: out)? (?:the |any )?(?:unhappy|bad|negative|angry|dissatisfied|low|"
            r"one-star|1-star|critical|grumpy|sub-threshold)(?: \w+)?",
        ),
        Wording(
            "read the face|read their face|gauge their mood|judge the mood|smile, card|"
            "frown, no card|big smile, hand|smiles get a card"
        ),
        Wording(
            "fours and fives|4s and 5s|fives go|fours go|fours or fives|4 and 5 stars|"
            "4-5 stars|four or five|4 or 5|four stars or|4 stars or|four stars and|"
            "4 stars and|4+ stars|9s and 10s|9 or 10|a nine or ten|eights and up|"
            "high scores|top scores",
            then=r"[^.!?]{0,50}(?:go|goes|hop|link|google|review|yelp|here|public|more|up|"
            r"above|better|higher|healthgrades|facebook)",
        ),
        Wording(
            "😀|🙂|😊|😃|😍|👍|😁|🤩|⭐⭐⭐⭐⭐",
            then=r"(?: ?=| ?→| ?➡️?| takes| goes| sends| opens|:)[^.!?]{0,40}(?:google|review|"
            r"yelp|facebook|public|page|link)",
        ),
        Wording(
            "yes",
            then=r" (?:opens|takes|sends|goes|leads|shows|links)[^.!?]{0,40}(?:google|review|"
            r"yelp|facebook|page|public)",
        ),
        Wording(
            "exceed threshold|exceeds threshold|above the threshold|sub-threshold|"
            "below threshold|satisfaction score above|nps of 9|detractors"
        ),
        Wording(
            "thumbs up|two thumbs up|big smile|happy face|green button|smiley",
            then=r"[?:=][^.!?]{0,30}(?:google|review|yelp|facebook|public|page|link|post)",
        ),
        Wording(
            "don't rate us|don't give us|do not rate us|don't leave us|never rate us",
            then=r" (?:under|below|less|fewer|anything|a low|one|two|three|four)",
        ),
        Wording(
            "scored 9|scored a 9|scored 10|gave us a 9|gave a 9|scored above|scored high|"
            "rated us 9|rated us high|left a high score|let the rest be|ignore the rest|"
            "leave the rest out|never mind the rest|forget the rest",
            given=r"\b(?:survey|review|google|text|link|send|ask|invite|only)\b",
        ),
        Wording(
            "google button|google link|review link|review button|yelp link",
            then=r"[^.!?]{0,30} only (?:after|if|when|for|to)[^.!?]{0,40}",
        ),
        Wording(
            "only",
            then=r" (?:ever )?(?:ask|send|text|give|hand|invite|show|meet|meets|share|offer)"
            r"[^.!?]{0,60}\b(?:who|when|if|whose|people|patients|those)\b[^.!?]{0,40}\b(?:smil\w+|"
            r"happ\w+|well|good|lov\w+|adore\w*|glad|pleased|grateful|cheer\w+|kind|ticked)",
            not_after="not",
        ),
        Wording(
            "if we put|if we nailed|if we got it right|if we looked after|if we helped|if we made|"
            "if you'd happily|if you would happily|if you adored|if today was a ten|"
            "if it was a ten|if your visit was a|if your stay was a|only if you adored",
            then=r"[^.!?]{0,70}[.!,:]?[^.!?]{0,50}\b(?:reviews?|google|yelp|stars?|facebook|rate|"
            r"link|tap|recommend|treatwell|trustpilot)",
        ),
        Wording(
            "nines and tens|fives get|fives go|tens get|tens go|nines go|five-star folks|"
            "fives straight|threes and under|threes and below|ones to fours|"
            "everyone else, thank|hand-picked to share|handpicked to share|"
            "hand-picked to review|cheeriest faces|smiles get|frowns get|ask the happy ones"
        ),
        Wording(
            "hold back|hold|withhold|keep|filter|leave|skip",
            then=r"(?: [\w']+){0,4}? (?:the link from|link from|the feed so|off the (?:\w+ )?"
            r"(?:review|feedback|survey))",
        ),
    )
