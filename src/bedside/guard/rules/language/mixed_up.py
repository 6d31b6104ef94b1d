from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_CAN = "can|may|will|could|does|might|not|to|would|did|cannot|can't|won't|doesn't"


class MixedUp(WordingRule):
    """
    A word in the place of one that sounds like it.

    ## Why it matters
    "Loose weight" and "give advise" pass every spell checker, because each word exists. Readers
    judge care for detail by them.

    ## Flagged
    - Tips to [loose] weight the slow way.
    - Our nurses give [advise] by phone.
    - Stress can [effect] your sleep.
    - [Or] dentist is away until the 9th.
    - We [except] most insurance plans.

    ## Fine
    - Wear loose clothing to your scan; a loose tooth can wait.
    - We advise you to rest, and our advice is free.
    - Side effects can affect your sleep.

    ## Instead
    Use the word that means what you mean; the suggestion names it.
    """

    code = "L014"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, commonly confused words"
    kinds = frozenset(Kind)
    message = 'Here "{found}" should be "{instead}".'
    wordings = (
        Wording(
            "loose",
            after="to|not|don't|will|you|may|can|could|we|they|never|i|you'll|might",
            then=r"(?= [a-z'])(?! (?:and|fitting|clothing|clothes|stools?|ends|change|leaf)\b)",
            suggestion="lose",
        ),
        Wording(
            "loose",
            then=r"(?= (?:weight|sight of|sleep over|track of|consciousness|interest)\b)",
            suggestion="lose",
        ),
        Wording(
            "lose",
            then=r"(?= (?:tooth|clothing|clothes|stools?|fitting|change|screws?)\b)",
            suggestion="loose",
        ),
        Wording(
            "advise",
            after="some|any|medical|good|the|your|expert|free|helpful|more|give|gives|giving|"
            "for|of|professional",
            suggestion="advice",
        ),
        Wording(
            "advice",
            after="we|i|please|will|can|doctors|they",
            then=r"(?= (?:you|patients|against|that you|everyone|anyone|parents)\b)",
            suggestion="advise",
        ),
        Wording(
            "effect",
            after=_CAN,
            then=r"(?= (?:your|you|the|our|how|anyone|everyone|people|sleep|mood|children|kids)\b)",
            suggestion="affect",
        ),
        Wording(
            "effects",
            then=r"(?= (?:your|you|everyone|anyone|people|one in|how you)\b)",
            not_after="side|the|these|those|its|their|and|some|or|no|long-term|what",
            suggestion="affects",
        ),
        Wording("affect|affects", after="side", suggestion="effect"),
        Wording(
            "affect",
            after="an|any|no|adverse|big|into|good|bad|positive|negative",
            suggestion="effect",
        ),
        Wording(
            "except",
            after="we|now|to|gladly|happily|they|also|not",
            then=r"(?= (?:most|all|new|walk|medicare|medicaid|insurance|patients|cash|cards|"
            r"many|payments?)\b)",
            suggestion="accept",
        ),
        Wording(
            "principle",
            then=r"(?= (?:investigators?|diagnosis|reason|cause|physicians?|residence|"
            r"of the school)\b)",
            suggestion="principal",
        ),
        Wording(
            "complimentary",
            then=r"(?= (?:therapy|therapies|medicine|treatments? like)\b)",
            suggestion="complementary",
        ),
        Wording(
            "quite",
            then=r"(?= (?:rooms?|please|corner|space|place to|hours)\b)",
            not_after="is|are|was|it's|not",
            suggestion="quiet",
        ),
        Wording(
            "weather",
            then=r"(?= (?:or not|you|your)\b)",
            not_after="the|this|cold|hot|hold|for|bad|any|to|can|help|of|in",
            suggestion="whether",
        ),
        Wording(
            "passed",
            after="the|in",
            then=r"(?= (?:year|month|week|decade|few|two|three)\b)",
            suggestion="past",
        ),
        Wording(
            "who's",
            then=r"(?= (?:prescription|back|idea|child's|glasses|keys|phone|car|coat|door|"
            r"doctor|child|children|name|parents?|insurance|appointment|turn|"
            r"care|team|family|job|teeth)\b)",
            suggestion="whose",
        ),
        Wording(
            "whose", then=r"(?= (?:going|coming|been|ready|here|next|new to)\b)", suggestion="who's"
        ),
        Wording(
            "everyday",
            then=r"(?= (?:at|from|until|of the|except|for|by|and night)\b| *[.!]| *$)",
            not_after="the|our|your|of|for|in|an|my|these|into|with|to|is",
            suggestion="every day",
        ),
        Wording(
            "on line",
            then=r"(?= (?:booking|forms?|portal|or by)\b| *[.,!?]| *$)",
            suggestion="online",
        ),
        Wording("apart of", then=r"(?= (?:our|the|your|this|a|my) )", suggestion="a part of"),
        Wording(
            "maybe",
            then=r"(?= (?:able|eligible|covered|due|asked|needed|required|at risk|entitled)\b)",
            not_after="^|,",
            suggestion="may be",
        ),
        Wording("sneak peak", suggestion="sneak peek"),
        Wording("bare with", then=r"(?= (?:us|me|our)\b)", suggestion="bear with"),
        Wording(
            "were",
            after="^",
            then=r"(?= (?:open|closed|hiring|excited|proud|happy|thrilled|moving|sorry|the|"
            r"your|now|"
            r"pleased|delighted|celebrating|here (?:to|for))\b(?![^.?!]*\?))",
            suggestion="we're",
        ),
        Wording(
            "where",
            after="^|and|because|but|that|,",
            then=r"(?= (?:open|hiring|excited|proud|happy to|thrilled|here to help|moving to)\b)",
            suggestion="we're",
        ),
        Wording(
            "knew",
            after="a|our|the|some|every|this|accepting|welcome|two|for",
            then=r"(?= [a-z])(?! (?:that|what|about|how|it|the|who)\b)",
            suggestion="new",
        ),
        Wording(
            "no",
            after="us|please|you|to|they|we",
            then=r"(?= (?:if|when|how|what|that|more about|about|which)\b)",
            suggestion="know",
        ),
        Wording(
            "know",
            then=r"(?= (?:appointment (?:needed|necessary|required)|cost|charge|referral|"
            r"insurance needed)\b)",
            suggestion="no",
        ),
        Wording(
            "hear",
            after="we're|are|come|over|right|here",
            then=r"(?= (?:to help|for you|to serve)\b| *[.!]| *$)",
            not_after="to",
            suggestion="here",
        ),
        Wording(
            "here",
            after="to|love",
            then=r"(?= (?:from|your (?:story|thoughts|feedback))\b)",
            not_after="",
            suggestion="hear",
        ),
        Wording(
            "are",
            after="at|visit|to|join|meet|of|with|by|for|from|only|call|see|in",
            then=r"(?= (?:clinic|office|team|staff|doctors?|nurses?|hospital|website|page|"
            r"happiest|patients|new|front desk)\b)",
            suggestion="our",
        ),
        Wording(
            "or",
            after="^",
            then=r"(?= (?:dentist|clinic|office|team|doctors?|nurses?|staff|hours|hospital|"
            r"pharmacy|practice|pharmacist)\b)",
            suggestion="our",
        ),
        Wording(
            "form",
            after="open|hours|away|hear|come|comes|starting|work|out|home|back|text|call|message",
            then=r"(?= (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d|"
            r"our team|us|the clinic|your)\b)",
            suggestion="from",
        ),
        Wording(
            "drop of your|take of your|turn of your|switch of your",
            suggestion=None,
            message='Here "of" should be "off".',
        ),
        Wording(
            "every body",
            then=r"(?= (?:welcome|is welcome|is invited|knows|else|at the clinic)\b| *[.!]| *$)",
            suggestion="everybody",
        ),
        Wording("then you for", message='This should be "thank you for".'),
        Wording(
            "discus",
            then=r"(?= (?:your|you're|you|it|this|the|any|with|what|how|options)\b)",
            suggestion="discuss",
        ),
        Wording(
            "diagnoses",
            after="a|your|early|this|an",
            then=r"(?= (?:is|was|can|of|may|has|means)\b)",
            suggestion="diagnosis",
        ),
        Wording(
            "lead",
            after="has|have|had|was|be|been|is",
            then=r"(?= (?:by|to|our|the)\b)",
            not_after="to|will",
            suggestion="led",
        ),
        Wording(
            "discrete",
            then=r"(?= (?:packaging|parking|entrance|service|and confidential|care)\b)",
            suggestion="discreet",
        ),
        Wording("insite", suggestion="insight"),
    )
