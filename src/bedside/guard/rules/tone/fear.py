from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_BODY = (
    r"(?:legs?|foot|feet|toes?|sight|vision|eyesight|limbs?|hearing|teeth|tooth|baby|"
    r"fingers?|hands?|kidneys?|memory|mind|breasts?|voice|bladder|smile|hair|spine|"
    r"marriage|job|independence|life)"
)
_NOT_SELLING = (
    r"\b(?:grief|griev\w+|bereave\w*|hospice|remember(?:ing|ed)?|condolences?|sympathy|"
    r"memorial|in memory|vigil|died by suicide|passed away|remembrance|veterans|director|"
    r"support group|scholarship|tribute|donat\w+|crisis|988|911|honor|honour|support for|"
    r"advance directive|to a funeral|closed|closes)\b"
)
KINDS = frozenset({Kind.POST, Kind.AD, Kind.PROFILE, Kind.REVIEW_REQUEST})


class FearOfDeath(WordingRule):
    """
    Death and loss as a sales pitch.

    ## Why it matters
    Fear makes people click and then stay away; medical boards call it playing on fears, and it is
    cruel to the reader who is already ill.

    ## Flagged
    - Skip the test and let your family plan the [funeral] instead.
    - Ignore that tingle and [wave goodbye to your toes].
    - [Don't be the husband who] nods at nothing.
    - A clot [is waiting to travel]. [Will it be yours]?

    ## Fine
    - Finding a melanoma early can make it simpler to treat.
    - Our grief group helps with planning a funeral.
    - If your fingers turn blue, come straight back.

    ## Instead
    Say plainly what the risk is, for whom, and what helps.
    """

    code = "T010"
    label = "TONE-FEAR"
    severity = Severity.WARN
    source = "225 ILCS 60/26 (no playing on fears); AMA Code of Medical Ethics, Opinion 9.6.1"
    kinds = KINDS
    message = "This frightens people into coming."
    unless = _NOT_SELLING
    wordings = (
        Wording(
            "funeral|funerals|funeral home|coffin|coffins|casket|caskets|hearse|"
            "gravestone|tombstone|morgue|crematorium|undertaker|graveyard|early grave|"
            "six feet under|body bag|last breath|last rites|empty cot|empty crib|"
            "empty cradle|deathbed|own grave|obituary|obituaries|eulogy|headstone|"
            "pallbearers",
            then=r"(?! (?:homes? (?:is|are|has|have|parking)|service for|flowers))",
            not_after="no",
        ),
        Wording(
            "next wreath|funeral wreath|a wreath with|wreath with your|widow's|his widow|"
            "her widower|your widow|your widower|make her a widow|orphans|orphaned|"
            "motherless|fatherless",
            then=r"(?! (?:peak|maker|tax|fund|pension))",
        ),
        Wording(
            "closer to a wheelchair|ends in a wheelchair|end up in a wheelchair|"
            "wind up in a wheelchair|wheelchair by|in a wheelchair by|"
            "nursing home nobody|end up in a nursing home|ends in a nursing home|"
            "then the nursing home|in diapers by"
        ),
        Wording(
            "kill you|killing you|kills you|kill your|killing your|will kill|could kill|"
            "might kill|silently killing|silent killer|slowly killing|ticking time bomb|"
            "time bomb|death trap|deadly secret|death knell|grim reaper|the reaper|"
            "drop dead|dead by|dead before|you could die|you will die|you'll die|"
            "could be dead|die in pain|die alone|die young",
            then=r"(?! (?:two birds|time|the (?:mood|lights|engine)|bacteria|germs|mold|"
            r"viruses|mosquitoes|weeds|the virus))",
        ),
        Wording(
            "lose your|lose a|lose the|losing your|lost your|robbed of your|"
            "cost you your|cost you a|goodbye to your|goodbye to those|farewell to your",
            then=rf" {_BODY}",
            before=r"(?:(?:could|will|may|might|can|you'll|or|and|risk|wave|say|kiss|"
            r"before you|you) )",
        ),
        Wording(
            "amputation|amputations|amputated|amputate",
            then=r"(?=[^.!?]{0,60}\b(?:you|your|yours|waiting|next)\b)",
        ),
        Wording(
            "spreading|growing|rotting|eating away|festering|hiding|lurking",
            before=r"(?:might|could|may|already|is|be|cancer|it's|tumou?r) (?:already )?(?:be )?",
            then=r"(?:(?: right)? now| (?:inside|in) (?:you|your)| at (?:you|your)|"
            r" as you read)?(?= *[.!?,]| *$)",
        ),
        Wording(
            "will it be you|will it be yours|will you be next|are you next|"
            "you could be next|could be you|could be your last|could be the last one|"
            "could be the last|be your last|might be your last|is it your turn|"
            "your turn next|your child be next|the next one could"
        ),
        Wording(
            "your name on it",
            given=r"\b(?:strokes?|tumou?rs?|cancers?|bullets?|graves?|stones?|clots?|slab|plot)\b",
        ),
        Wording(
            "don't be the|don't become the|don't be that",
            then=r" (?:next )?(?:husband|wife|mother|mom|mum|dad|father|parent|one|patient|"
            r"person|guy|man|woman|statistic|grandparent|family|couple)(?: (?:who|that|"
            r"with))?",
        ),
        Wording(
            "become a statistic|another statistic|just a statistic|next statistic|don't be next"
        ),
        Wording(
            "who will raise|who will look after|who will walk|who's going to raise|"
            "grow up without|growing up without|left behind|never see your|never walk|"
            "never hear your|never hold|never dance|miss your grandchildren|"
            "miss their graduation|bury their|bury your|choosing a coffin|"
            "say goodbye too soon",
            then=r"(?=[^.!?]{0,40}\b(?:you|your|kids|children|daughter|son|again|family|"
            r"wedding|graduation|coffin|soon)\b)",
        ),
        Wording(
            "takes her chances|takes his chances|take their chances|take your chances|"
            "gamble with your|gambling with your|gamble with their|gambling with their|"
            "russian roulette|playing with your life|roll the dice|playing with fire|"
            "dice with death"
        ),
        Wording(
            "pay the price|you'll regret|you will regret|regret it forever|"
            "live to regret|never forgive yourself|never forgive you|haunt you|"
            "too late for tears|sorry you waited|wish you had come|wish you'd come"
        ),
        Wording("first the", then=r" [\w ]{2,20}, then the [\w ]{2,20}"),
        Wording(
            "every day|every hour|every minute|every month|every week|every year|"
            "each day|each month",
            then=r" (?:you (?:wait|delay|skip|put|ignore|stall|hesitate)|without (?:a|an|it|"
            r"treatment|seeing|screening|that)|that you (?:wait|delay))",
        ),
        Wording("sends its regards|sends its warm regards|send their regards"),
        Wording(
            "picture",
            then=r" (?:an empty|your (?:kids|children|family|wife|husband) (?:without|alone|"
            r"at)|the (?:day|moment|phone call))",
        ),
        Wording(
            "could be the last one|could be her last|could be his last|might be the last|"
            "the last christmas|last birthday|your last summer"
        ),
        Wording("is waiting to", then=r" (?:travel|strike|kill|burst|break|happen|blow)"),
        Wording("and so do marriages|cost you your marriage|end your marriage"),
        Wording(
            "how many christmases|how many birthdays|how many summers|how many springs|"
            "how many more|tick tock|tick-tock|biological clock|last thing your|"
            "last thing you|last thing they|life insurance|stage four|stage 4|"
            "too late for her|too late for him|nobody plans for|no one plans for|"
            "nobody expects the|home care forever|dialysis for life|hole in the ground|"
            "ashes|urn on the|will you be there|be there to see|be around to see|"
            "see them graduate|see her graduate|walk her down",
            then=r"(?! (?:wednesday|in the fireplace|and dust|from the fire|premiums?|policy|"
            r"policies))",
        ),
        Wording(
            "blind|deaf|dead|bald|toothless|crippled|bedbound|housebound",
            then=r" (?:by|before|at) (?:\d\d|thirty|forty|fifty|sixty|seventy|christmas|your)",
        ),
        Wording(
            "he waited|she waited|he ignored|she ignored|they waited|she skipped|"
            "he skipped|shrugged off|shrugged it off|meant to book|meant to call|"
            "put it off|put off the|thought it was nothing|thought it was just|"
            "said it was nothing",
            given=r"\b(?:now|never|widow|gone|dead|died|funeral|memorial|stage|test|scan|smear|"
            r"check|lump|cough|mole|book|spring|buried)\b",
        ),
        Wording(
            "to her memorial|to his memorial|to her funeral|to his funeral|"
            "at her funeral|at his funeral|buried her|buried him|lost her in|lost him in"
        ),
        Wording(
            "they just skip|they just skipped|all it takes is one|one missed|one skipped|"
            "one blood clot|one fall and|one cough|may be nothing|probably nothing",
            then=r"(?! (?:call|bus|bite|shift))",
            given=r"\b(?:skip\w*|missed|fall|cough|clot|nothing)\b",
        ),
        Wording(
            "imagine|picture",
            then=r" (?:never|not being|forgetting|losing|missing|telling|having to tell|"
            r"yourself at|your (?:kids|children|family|grand\w+|daughter|son|wife|husband|mother|"
            r"mum|mom|dad) (?:without|alone|crying|asking|finding|growing|saying))",
            given=r"\b(?:you|your|yourself)\b",
        ),
        Wording(
            "won't wait|doesn't wait|don't wait|isn't waiting|isn't going to wait|"
            "not going to wait|waits for no one|waits for nobody|never waits|won't wait for you",
            given=r"\b(?:cancer|tumou?rs?|moles?|heart|strokes?|diabetes|disease|decay|lumps?|"
            r"infections?|glaucoma|melanoma|bones?|blood pressure)\b",
        ),
        Wording(
            "next time she falls|next time he falls|before she falls|before he falls|"
            "the fall that|before the next fall|nobody will hear|no one will hear|"
            "nobody to hear|how it ends|how that ends|how this ends|could have stopped it|"
            "could have caught it|could have prevented|should have come sooner|fuse is lit|"
            "fuse is already lit|borrowed time|luck runs out|luck will run out|tick. tick|"
            "tick, tick|so was the woman|so was the man|so did the man|so did the woman|"
            "eggs you can't|no second chance|no chance at all|going blind tonight",
            then=r"(?! (?:well|happily|the (?:film|play|book)))",
        ),
        Wording(
            "another day|another week|another month|one more day|one more week",
            then=r" (?:\w+ )?(?:is|and|without|could|might|may|closer|of (?:damage|bone|hearing))"
            r"[^.!?]{0,50}\b(?:spread\w*|worse|late|gone|lost|damage|closer|stage|dead|die)",
        ),
    )
