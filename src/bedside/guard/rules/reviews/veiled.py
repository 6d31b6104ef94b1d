from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.reviewing import ASKING
from bedside.guard.wording import Wording, WordingRule

_SPOKE = (
    r"\b(?:reviews?|reviewers?|reviewed|post|posts|posted|posting|stars?|one-star|comment\w*|"
    r"google|yelp|facebook|online|opinion\w*|feedback|rating\w*|remarks?|type|typing|write|writes|"
    r"writing|wrote|written|public|screenshot\w*|slander|libel|defam\w+|delete|down|edit|"
    r"complain\w*|rubbish\w*|talking|said|say|says|page|this|like that|forums?|opinión|opiniones)\b"
)


class VeiledThreat(WordingRule):
    """
    A threat with a smile, or silence as the price of care.

    ## Why it matters
    "It would be a shame if" is heard as it is meant. A form that buys silence is void, and to make
    care or a fee depend on a review is punished.

    ## Flagged
    - reply: We saw your post. [It'd be a shame if] your refill got lost.
    - reply: Reviews like this! [We have your file] and a good memory.
    - policy: [Members who complain in public lose] their plan.
    - policy: In return for a lower fee the patient [will not comment on] the surgeon.
    - reply: [Delete, or we] proceed.

    ## Fine
    - reply: It's a shame we missed you. Your review is yours to keep.
    - policy: Nobody loses a slot over a review.
    - policy: We report reviews that hold threats or hate speech, and leave the others alone.

    ## Instead
    Thank the writer and name somebody to call. Leave lawyers, files and slots out of it.
    """

    code = "R009"
    label = "REVIEW-THREAT"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "16 CFR 465.7(a); Consumer Review Fairness Act, 15 USC 45b"
    kinds = ASKING
    message = "This warns or binds people who speak about you."
    needs = _SPOKE
    unless = (
        r"\b(?:never|we won't|we will not|we don't|we do not|nobody|no one|no patient|nothing in|"
        r"no review|not because|because of a review|hate speech|violence(?!,)|free to (?:post|"
        r"write|say)|yours to (?:keep|leave)|stays? yours|safe\b|taken out of|as ever|the same as|"
        r"rather chat|from anybody|heads-up|only if you|"
        r"took out|struck out|about clients|patients' (?:names|details)|about a patient|"
        r"about patients|about residents)\b"
    )
    wordings = (
        Wording(
            "it'd be a shame|it would be a shame|be a real shame|would be a pity|be a pity|"
            "it'd be a pity|such a shame if|shame if",
            then=r"(?: if)?",
            given=r"\b(?:your|you|somebody|someone|it|people)\b",
        ),
        Wording(
            "we have your|we've got your|we hold your|we keep your|we've kept|tenemos su|"
            "tenemos tu|we still have your|we remember your|we know your|i know your|"
            "we've your",
            then=r" (?:chart|file|address|postcode|street|signature|records?|notes|name|number|"
            r"photos?|x-rays?|the camera|footage|camera|expediente|firma|secrets?|employer|boss|"
            r"deposit|card)",
            given=r"\b(?:lawyer|solicitor|memory|memoria|abogado|employer|good|very|long|saw|"
            r"shame)\b",
        ),
        Wording(
            "lawyer|lawyers|solicitor|barrister|attorney|abogado|deposition|county court|small "
            "claims|"
            "defamation|slander|slanderous|libel|libellous|libelous|bailiffs|legal team|"
            "legal department|legal letter|injunction",
            given=r"\b(?:you|your|you're|reviews?|reviewers?|comment\w*|posting|post|stars?|here|"
            r"harsh|negative|su|bring|screenshotted|doesn't|enjoys|used the cover|authors?|won)\b",
            then=r"(?! (?:for patients|will answer|is here|clinic|can help))",
        ),
        Wording(
            "delete or|delete, or|delete it or|delete and|remove it or|take it down or|"
            "take it down by|take this down or|take that down or|down by friday|edit it or|"
            "retract or|retract it or|final warning|last warning|maybe edit|"
            "leave it up and|leave it and|keep it up and|keep talking and|keep posting and|"
            "one more post and|one more word and",
            then=r"(?: (?:we|we'll|we will|the|be|i|you|your|or|friday|monday|noon)\b)?",
        ),
        Wording(
            "before you type|before you write|before you post|think before you",
            given=r"\b(?:contract|signed|lawyers?|solicitors?|defamation|reputation|remember|"
            r"remind|"
            r"real time|we have|you signed)\b",
        ),
        Wording(
            "choose your words|mind what you|watch what you|be careful what|careful what you|do "
            "read it before|"
            "i'd stop there|we'd stop there|i would stop there|enjoy your five minutes|"
            "our community is small|it's a small town|this is a small town|small world, and|"
            "need us before we need you|you'll need us|word gets round|word travels|memories are "
            "long|"
            "so do vets' memories|we have long memories|we've long memories|muy buena memoria|"
            "we notice who|we keep a note of who|keep a note of who|we keep a list of|"
            "a list of people like you|share a list of|wall of shame|knows your name|"
            "know your name|find other clinics are full|your next slot might|"
            "reported your profile|reported you to|contacting your workplace|call your employer|"
            "your employer saw|does your employer|does your boss|does the school|"
            "they will by lunch|they'll know by|hearing from us when|we do the school run|"
            "past your house|you know where we|we know where|tell them about the rest|"
            "some of us remember|be named|will be named|handwriting will be|been screenshotted|"
            "have been screenshotted|we pursue|will pursue authors|pursue authors|"
            "as the last gentleman|as the last person|as the last one found|treated as defamation",
            then=r"(?: (?:it|what|who|that))?",
            given=_SPOKE + r"|\b(?:nice|awkward|rest|shame|incident|list)\b",
        ),
        Wording(
            "patients who|clients who|members who|families who|guests who|anyone who|whoever|"
            "those who|a patient who|people who|any patient who|customers who|quien|quienes",
            then=r"[^.!?]{0,60}(?:post|posts|review|reviews|stars?|comment\w*|complain\w*|rate|"
            r"rates|rubbish\w*|online|public\w*|facebook|google|opiniones|talk)[^.!?]{0,60}?"
            r"(?:loses?|forfeits?|cancell?ed|penalty|penali\w+|discharged|be considered|ended|"
            r"invoiced|no longer|perderán?|won't be|will not be|moved to|dropped|charged|"
            r"last on|end of the)",
        ),
        Wording(
            "no negative reviews|no bad reviews|no ratings, no|no ratings|no reviews|no posts "
            "about|"
            "will not comment on|won't comment on|not to comment on|will not review|"
            "speak of it favourably|speak of it favorably|speaks of us only|"
            "will not criticise|will not criticize|stays in this room|not post about us|"
            "not publish any opinion|not publish opinions|refrain from reviewing|"
            "does not repeat, any|removes, and does not|remove any adverse|any adverse comment|"
            "keep your opinion|hurtful review|reviews that are harsh|so may a",
            then=r"(?: (?:permitted|allowed|until|review|of|about))?",
            given=r"\b(?:fee|plan|balance|client|patient|permitted|allowed|you|agree|refunds?|care|"
            r"until|certificate|condition|removal|list|room|harsh|met|participants)\b",
        ),
        Wording(
            "we won't write|we will not write|we don't see|we do not treat|we can't see|"
            "we won't treat|no letters for|no appointments for",
            then=r"[^.!?]{0,60}(?:who have|who) (?:rubbished|reviewed|criticised|criticized|"
            r"posted|complained)",
            firm=True,
        ),
        Wording(
            "costs you|cost you|is billed at|carries a fee|carries a charge|a charge of|a penalty|"
            "una penalización|loses the right|lose the right|voids|void the|"
            "end the care relationship|ended the care",
            given=r"\b(?:opinion\w*|reviews?|ratings?|post|posts|rate|stars?|negativ\w+)\b",
        ),
        Wording(
            "withdraw the|withdraw your|drop the|pull the|take back the|take back your|refill "
            "stuck|"
            "stuck in the queue|get lost in the",
            then=r"[^.!?]{0,60}",
            given=r"\b(?:remark|review|comment|post|refill|stars|edit)\b",
        ),
    )
