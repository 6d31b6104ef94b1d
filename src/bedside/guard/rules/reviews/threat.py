from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.reviewing import ASKING
from bedside.guard.wording import Wording, WordingRule

_SPEAKS = (
    r"\b(?:reviews?|reviewers?|posts?|posted|posting|stars?|comments?|online|google|yelp|"
    r"rate us|rated|complain\w*|our page|criticism|criticize|criticise|critical|whin\w+|"
    r"story|stories|sour ones|feedback|fairy tale|accounts?|social network|write|written|"
    r"publish\w*|photographs|page|one-star|careful)\b"
)


class ReviewThreat(WordingRule):
    """
    A threat to someone who writes a review.

    ## Why it matters
    Threats and gag clauses are void and punishable, and they become the story.

    ## Flagged
    - reply: Take this review down or hear from [our lawyer].
    - policy: [Reviewers who leave one star are barred] from online booking.
    - policy: By booking you [promise not to post about your care].

    ## Fine
    - policy: You're free to post about your care, good or bad.
    - We report reviews that contain hate speech to the platform, and leave the rest up.

    ## Instead
    Invite the writer to call a named person, and leave it there.
    """

    code = "R004"
    label = "REVIEW-THREAT"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "16 CFR 465.7(a); Consumer Review Fairness Act, 15 USC 45b"
    kinds = ASKING
    message = "This threatens people who speak about you, or binds them to silence."
    needs = _SPEAKS
    unless = (
        r"\b(?:you keep|stays? yours|remains? yours|yours to keep|free to post|free to write|we "
        r"never|we won't|we don't|we do not|"
        r"never threaten|do not threaten|don't threaten|not threaten|no one will|"
        r"nobody will|right to|nothing in|hate speech|spam|leave the rest|"
        r"threatens? (?:our )?staff|about clients|because of a review|no patient will|scam|"
        r"impersonat\w+)\b"
    )
    wordings = (
        Wording(
            "our lawyer|our lawyers|our solicitor|our solicitors|our attorney|"
            "our attorneys|our legal team|letter from our lawyers|a lawyer's letter|"
            "legal action|cease and desist|sue you|sue for|be sued|sue anyone|"
            "for defamation|for libel|for slander|defamation suit|taken to court|"
            "take you to court|see you in court|press charges|in court"
        ),
        Wording(
            "take it down|take that down|take this down|remove it|delete it|delete this|"
            "pull it down|take down that|take down your|remove your|remove this|"
            "delete your|delete that|remove that",
            then=r"[^.!?]{0,40}(?:\bor\b|tonight|today|by (?:friday|monday|noon|tomorrow)|"
            r"within|before we|if you)",
        ),
        Wording(
            "you have until|you've got until|last warning|final warning|consider this a|"
            "this is your only",
            given=r"\b(?:down|remove|delete|review|post)\b|\buntil\b",
        ),
        Wording(
            "we know who you are|we know where you|we know your name|we know exactly who|"
            "has your address|have your address|your employer|their employer|"
            "tell your boss|call your boss|tell the whole|tell everyone what|"
            "tell everybody what|what you really came in for|post your chart|"
            "publish your|share your records|name and shame|expose you|gets expensive|"
            "going to regret|you'll regret|think twice before",
            given=r"\b(?:we|our|us|will|may|or|has|have|tomorrow)\b",
        ),
        Wording(
            "reviewers who|patients who|people who|anyone who|those who|"
            "accounts belonging to|whoever|clients who|families who",
            then=r"[^.!?]{0,80}(?:posts?|posting|reviews?|reviewing|stars?|rates? us|"
            r"complains?|online|write|comment|social)[^.!?]{0,60}?(?:barred|banned|"
            r"blocked|dismissed|discharged|removed|moved to|charged|fined|lose|forfeit|"
            r"collections|sued|court|not be seen|no longer be|refused|dropped|struck|"
            r"taken off|lawyers?|legal|asked to leave|end of the list)",
        ),
        Wording(
            "promise not to|agree not to|agrees not to|undertake not to|shall not|"
            "will not|may not|must not|not to",
            then=r" (?:post|publish|review|write|share|disparage|criticize|criticise|rate|"
            r"speak)(?: \w+){0,4} (?:about|on|any|online|the clinic|us|our|your care|"
            r"reviews?|criticism|negative)",
            given=r"\b(?:booking|patients?|you|your care|clients?|signing|treatment|agree|i|"
            r"fees?|claim|charge)\b",
        ),
        Wording(
            "we may claim|we may charge|we will charge|you will be charged|"
            "will be billed|pay us|liquidated damages|penalty of|a fine of|fee of|"
            "forfeits|forfeit|voids your|void your|voids the|loses their|"
            "lose their place|lose your place|lose your slot|so does your|"
            "moved to another list|passed to collections|sent to collections|"
            "goes to collections|send the second bill|the second bill|off our list|"
            "off our books|no longer welcome|not be welcome|find yourself a new|"
            "banned from|barred from|blacklist*|blocklist*",
            given=r"\b(?:posts?|posting|posted|reviews?|reviewers?|stars?|rates?|rate us|"
            r"online|leave it up|keep it|complain\w*|comments?|publish\w*|write)\b",
        ),
        Wording(
            "may publish",
            then=r" (?:my|your|their|his|her)[^.!?]{0,50}(?:photographs|photos|notes|records|"
            r"chart|details|answer|reply|response)",
        ),
        Wording(
            "assign|assigns|transfers|hands over|gives us",
            then=r"[^.!?]{0,20}(?:copyright|rights|ownership)[^.!?]{0,30}(?:reviews?|posts?|"
            r"comments?)",
        ),
        Wording(
            "sour ones get|bad ones get|one-star reviewers|one star reviewers|liars get|haters get"
        ),
        Wording(
            "keep whining|keep posting|keep it up|try it again|post again|one more word|"
            "one more post",
            then=r"[^.!?]{0,40}(?:and we|we'll|we will|you'll|see what)",
        ),
        Wording("hand back", then=r"[^.!?]{0,40}(?:if they do|if you do|bonus|money|pay)"),
        Wording(
            "will be fired|will be disciplined|lose overtime|will lose|be written up|"
            "be taken to court|met with legal action|grounds for dismissal",
            given=r"\b(?:posts?|share|like|comment|social|online|network)\b",
            severity=Severity.WARN,
        ),
        Wording(
            "counts as notice|taken as notice|treated as notice|notice that you wish|"
            "leave the practice|find another practice|be invoiced|will be invoiced|"
            "invoice the author|invoiced to|small claims|your file|so do our|"
            "your boss follows|careful, your|by noon or|by friday or|or your file",
            given=r"\b(?:reviews?|reviewers?|posts?|stars?|one-star|page|edit|down|online|"
            r"bookings)\b",
        ),
        Wording(
            "our attorney has|our lawyer has|which we have, so|we have your address|"
            "delete this tonight|take this down tonight"
        ),
        Wording(
            "our barrister|our legal friends|hear from our barrister|should expect a letter|"
            "expect a letter|solicitor follows|screenshots ready|ip people|trace your|"
            "template letter|no-reviews clause|non-disparagement|reputation fee|"
            "withhold from online|needs our sign-off|need our sign-off|should be nervous|"
            "we remember|is still paying for it|your insurer a note|affect your credit|"
            "keep going and we|we'll tell them about|explain in public|"
            "dismissed you as a patient|harder to find while|on pain of",
            then=r"(?! (?:her|him|with love|the|those|when|all))",
        ),
        Wording(
            "copyright in|ownership of|rights to|rights in",
            then=r" (?:anything|any|all|everything|whatever)[^.!?]{0,20}(?:you|write|post|say|"
            r"reviews?)",
        ),
        Wording(
            "fee|charge|penalty|fine|sting",
            before=r"[$£€]\d[\d,.]* (?:\w+ )?",
            then=r" (?:for|per|on) (?:each|every|any) (?:\w+ )?(?:posts?|reviews?|comments?)",
        ),
    )
