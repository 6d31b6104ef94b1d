from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.story import StoryRule


class Anecdote(StoryRule):
    """
    A vague story about somebody in care.

    ## Why it matters
    "A patient asked me today" names nobody, but the person may know themself, and readers may
    guess. It is worth a look before it goes out.

    ## Flagged
    - [A patient asked me] this morning if sunscreen expires.
    - [Someone told me] the other day that they were tired of it.
    - [Rough night in the ED]. [Hug your people].

    ## Fine
    - Patients ask us this a lot: does sunscreen expire?
    - Ask a patient advocate to sit in with you.

    ## Instead
    "People often ask us whether sunscreen expires."
    """

    code = "D039"
    label = "DIS-IMPLIED"
    severity = Severity.WARN
    source = "45 CFR 164.514(b)(2)(ii)"
    doubted = POSTS
    message = "This is a story about somebody in care; the person may know themself."
    beside_care = False
    phrases = (
        r"(?:a|one|another|my|this|had a|the) (?:\w+ ){0,2}(?:patient|client|resident|guest|"
        r"customer|mom|mum|mama|dad|parent|lady|gentleman|guy|kid|family|teen|person|"
        r"couple)(?: (?:of mine|in clinic|in here))? (?:just |recently |once |"
        r"actually )?(?:asked?|tells?|told|said|says|asking|thanked|brought|hugged|gave|dropped|"
        r"made|thought|wrote|called|wanted|came|who|cried|laughed|taught|reminded|showed|had|got|"
        r"left)(?: (?:me|us|our team|to me))?",
        r"(?:some(?:one|body)|some folks|some people|somebody) (?:just |recently |"
        r"really )?(?:told|asked|said|brought|thanked|cried|called|came|will|tried|walked|made|"
        r"left|shows|today|got)(?: (?:me|us|in))?",
        r"(?:hug|hold|squeeze|call|kiss) your (?:people|babies|kids|loved ones|family|littles|"
        r"mom)(?: (?:tight|close|tonight))?",
        r"(?:rough|hard|tough|long|heavy|sad|quiet|crazy|wild|emotional|special|good|"
        r"beautiful) (?:night|day|shift|week|morning|one)(?: (?:in|at|on|for) (?:the|"
        r"our) \w+)?(?=[.! ])",
        r"(?:some|most) days (?:a|the|you|this|it)|days like (?:this|these|today)|"
        r"this is why we do (?:it|this|what)|moments like (?:this|these)|why (?:i|we) do (?:this|"
        r"it|what)",
        r"(?:the|an|that|there's an) (?:\w+ )?(?:moment|look|smile|feeling|empty (?:chair|bed|"
        r"spot|seat)|tears|hug)(?: (?:when|on|at|in|that|of))",
        r"(?:the (?:stories|things|people) we|you (?:wouldn't|won't|would not) believe (?:what|"
        r"who|how))",
        r"tears?(?:,| and| in| of)|in tears|no words|not a dry eye|happy tears|we cried|"
        r"still crying|all the feels|goosebumps",
        r"(?:early in my career|i once had|i'll never forget|i had someone|i lost a|"
        r"stays with (?:you|me)|i'll carry|carry (?:for|with))",
        r"(?:a|the) (?:grateful|anonymous|generous) (?:patient|family|client)|(?:our|"
        r"shoutout to the|to the) (?:\w+ )?(?:customer|patient|family) (?:who|that)",
        r"(?:had|have) (?:a|one) (?:patient|client|resident|mom|dad|parent|guy|lady|kid)",
        r"(?:beautiful|sweet|lovely|new|little|smile|big|happy) (?:results?|transformation|"
        r"birthday|delivery|babies|smiles|arrival|glow[- ]up)(?: (?:today|this week|in the))?",
    )
    unless = (
        r"\bif (?:a|your|you|someone)\b|when a|anyone|any patient|every patient|wanted|hiring|"
        r"apply|staff|award|raised"
    )
