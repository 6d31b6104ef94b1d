from __future__ import annotations

from bedside.guard.attributes import AttributeRule
from bedside.guard.draft import Kind
from bedside.guard.wording import Wording


class AttributeClaim(AttributeRule):
    """
    An ad that says what the reader has or is.

    ## Why it matters
    "Your depression" claims to know. Ad networks reject it, and the data behind the guess may be
    health information.

    ## Flagged
    - ad: [Your panic attacks] don't get the last word.
    - ad: [As a woman over 50, you] deserve a doctor who listens.
    - ad: [We noticed you haven't] been sleeping.

    ## Fine
    - ad: A calm hour with a psychologist, in person or by video.
    - ad: Bring your questions, your flu shot record and your insurance card.

    ## Instead
    Speak of the service and of people in general: "for adults living with diabetes".
    """

    code = "M002"
    doubted = frozenset({Kind.AD})
    message = "This tells the reader what they have or are."
    wordings = (
        Wording(
            "your",
            then=r" (?:[\w-]+ )?{conditions}(?! (?:shots?|vaccines?|tests?|screenings?|"
            r"checks?|exams?|clinic|jab|nurse|season|risks?|check-?ups?|care|visit|"
            r"questions|diary|plan|team|history|record|walk|class|kit|education|support|"
            r"specialist|doctor|information))",
        ),
        Wording(
            "your",
            then=r" (?:belly|love handles|double chin|wrinkles|gut|weight|weight loss|bmi|"
            r"bald spot|hairline|bad breath|drinking|addiction|habit|age|stammer|stutter|"
            r"snoring|sagging|cellulite|arms are|flab|fat|erection|libido|leaks?|"
            r"dentures|cravings|hormones|hot flashes|infertility|diagnosis|disability|"
            r"condition|panic|mood swings|sweating|hump|bunions?|turkey neck|crow's feet|"
            r"saggy \w+|crooked \w+|yellow \w+|stubborn \w+|tired eyes|husband's \w+|"
            r"struggling to)(?= )",
        ),
        Wording(
            "those",
            then=r" (?:love handles|extra pounds|wrinkles|jowls|bags|stubborn pounds|cravings|"
            r"hot flashes|leaks|varicose veins|veins|spider veins|crooked teeth|"
            r"panic attacks|dark thoughts|voices|pounds|chins|saggy \w+|grey hairs|"
            r"thinning \w+|migraines)",
        ),
        Wording(
            "we noticed you|we noticed that you|we know you|we see you've|we saw you|"
            "we've seen you|because you searched|since you visited|because you visited|"
            "you've been searching|you've been looking|you've been reading|"
            "you left something|you recently searched|you recently viewed|you looked at",
            then=r"(?: (?:haven't|have|are|were|can't|been|searched|visited|looked|struggle|"
            r"want)[\w' ]{0,12}?)?",
        ),
        Wording(
            "a man your|a woman your|someone your|people your|men your|women your|"
            "a person your|girls your|folks your",
            then=r" (?:age|size|weight|shape)",
        ),
        Wording(
            "at your age|women like you|men like you|people like you|moms like you|"
            "someone your size|for your size|people of your"
        ),
        Wording(
            "as a|as an", then=r" [\w -]{3,45}, you(?:'re| are)?", after="^|,|and|but|because|that"
        ),
        Wording(
            "you're|you are|you",
            then=r" (?:\w+ )?(?:struggling|depressed|diabetic|overweight|obese|anxious|"
            r"addicted|balding|infertile|pregnant|suffering|drinking too much|an addict|"
            r"hard of hearing|going deaf|going bald|getting (?:old|older|fat|heavier|"
            r"shorter)|losing your (?:hair|hearing|memory)|embarrassed|ashamed|lonely|"
            r"menopausal|at risk of|haven't been (?:sleeping|yourself|eating)|"
            r"drink too much|eat too much|sleep badly|can't (?:hear|sleep|get pregnant|"
            r"stop))",
            not_after="if|when|whether|unless|while|though|because|until|feel|even",
        ),
        Wording("your struggling|you're struggling|you struggle", then=r" (?:to|with)[\w ]{0,25}?"),
        Wording(
            "they know you|everyone knows you|you know you're|admit it|let's face it, you|face it"
        ),
        Wording(
            "says he doesn't mind|says she doesn't mind|your partner won't say|"
            "your husband won't say|your wife won't say|your doctor said it|"
            "your last test|your results"
        ),
        Wording(
            "your|that|those",
            then=r" (?:knees?|back|hips?|bladder|pelvic floor|joints?|heart|skin|teeth|gums|"
            r"feet|eyes|ears|mind|mood|sleep|hormones|gut|neck|shoulders?|thyroid|liver|"
            r"lungs|veins?|hair|brain|body|nose|spine|cough|snore|lump|ache) (?:hurts?|"
            r"aches?|creaks?|leaks?|called|complains?|won't|can't|don't|doesn't|keeps?|"
            r"isn't|aren't|deserves?|screams?|is screaming|is trying|wants?|quit|"
            r"miss(?:es)?|is telling|may be|might be|has been|have been|is killing|"
            r"knows?)",
        ),
        Wording(
            "since your|after your|because of your|before your next|between your",
            then=r" (?:diagnosis|stroke|surgery|breakup|divorce|relapse|miscarriage|accident|"
            r"heart attack|baby|birth|flare|binge|drink|panic|attack|seizure|injection|"
            r"dose)",
        ),
        Wording(
            "a boy like yours|a girl like yours|a child like yours|kids like yours|"
            "a man like you|a woman like you|a body like yours|someone like you|"
            "parents of kids with|parents of children with|mothers of"
        ),
        Wording(
            "you check|you hide|you skip|you avoid|you keep|you wake|you dread|you cry|"
            "you drink|you snore|you forget|you lie awake|you toss",
            then=r"[^.!?]{0,50}(?:mirror|hair|smile|photos?|night|morning|pain|names?|word|"
            r"glass|bottle|scale|stairs|belly|pills?|needle|dentist|sleep|again|awake|"
            r"fridge)",
        ),
        Wording(
            "your",
            then=r" (?:cholesterol|blood sugar|blood pressure|a1c|sugar|prostate|cervix|"
            r"arteries|waistline|testosterone|drinking|smoking|vaping|gambling) (?:is|"
            r"isn't|are|aren't|won't|has|will|doesn't|needs|keeps)",
        ),
        Wording(
            "for those of you|those of you",
            then=r" (?:who|with|hiding|living|struggling|drinking|on|still|over|in)",
        ),
    )
