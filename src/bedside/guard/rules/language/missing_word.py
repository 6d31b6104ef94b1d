from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_ASKED = r"(?= [^.?!\n]{1,120}\?)"
_DOING = (
    "bring|call|know|see|get|make|schedule|come|be|take|wear|pay|fill|sign|talk|go|have|check|"
    "update|arrive|ask|speak|learn|hear|meet|welcome|reschedule|cancel"
)
_GOODS = (
    r"(?:great|good|best|easy|perfect|wonderful|simple|key|important|common|serious|quick|"
    r"painless|new|big|small) (?:way|place|idea|part of|condition|disease|option|choice|procedure|"
    r"step|sign of|treatment|addition|opportunity|reminder|reason)"
)


class MissingWord(WordingRule):
    """
    A word left out.

    ## Why it matters
    The writer's eye fills the gap; the reader's stumbles into it.

    ## Flagged
    - We [look forward seeing] you.
    - Do not [forget bring] your card.
    - [We proud to] serve this town.
    - [Do have] questions about Medicare?

    ## Fine
    - We look forward to seeing you, and moving forward we will text you.
    - You need care. Would you like to join us? Do have a seat.
    - We here at Cedar Clinic thank you for choosing us.

    ## Instead
    Read the sentence aloud, word by word, and put in what is missing.
    """

    code = "L029"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, usage notes"
    kinds = frozenset(Kind)
    message = "A word seems to be missing here."
    wordings = (
        Wording(
            "look forward|looking forward|looks forward|looked forward",
            then=r" (?:\w{2,14}ing|see|meet|hear|your|you|our|the|help|welcome|serve)\b",
        ),
        Wording(
            "forget|forgot|needs|wants|wanted|needed|going|able|hoping|remember|trying|ready",
            then=rf" (?:{_DOING})(?= (?:your|our|the|a|an|us|in|ahead|for|to|at|more|it)\b)",
            not_after="the|get|getting|no|mental|keep|ones",
        ),
        Wording(
            "need|want",
            then=r" (?:call|see|know|bring|make|schedule|come|be|take|pay|go) "
            r"(?:your|our|the|a|an|us|in|ahead|to|at|more|it)(?= )",
            not_after="the|all|a|no",
        ),
        Wording(
            "would like|do have|do need|do want|do know|did know|would you to|are looking for|"
            "are ready to|do you any|are interested",
            after="^",
            then=_ASKED,
        ),
        Wording(
            "we",
            after="^|and|but|because",
            then=r" (?:proud to|proud of|happy to|glad to|sorry "
            r"(?:for|to|that)|here (?:to|for you)|located "
            r"(?:at|on|near)|grateful|honored|pleased|delighted|thrilled|"
            r"able to|committed|dedicated|available|going to|looking to)\b",
        ),
        Wording(
            "team|clinic|office|staff|practice|nurse|doctor",
            after="our|the|your",
            then=r" (?:going to|looking for|looking forward|accepting new|hiring|happy to|"
            r"proud to|located|here to help|ready to help|available (?:to|for))\b(?! (?:us|our))",
        ),
        Wording("she|he|it", after="^", then=r" been\b"),
        Wording("can|you can|may", then=r" (?:find|contact|reach|message) (?:at|on|by|through)\b"),
        Wording("call us|contact us|text us|message us", then=r" (?:you|your|questions)(?= )"),
        Wording(
            "let know|letting know|help you your|help with you|thank you your|thank for your|"
            "thank for the|thank you choosing|thank you trusting|"
            "thank you sharing|thank you visiting|thank you being|thank you letting|thank you "
            "taking|thanks choosing|thanks sharing|thanks taking|one of best|one of most|"
            "trusting us your|some of most|part our|because of we|most our|many our|"
            "all kinds insurance|we are to|we're to help|feel free call|feel free contact|"
            "feel free ask|hesitate call|hesitate contact|hesitate reach|hesitate ask|"
            "is open public|at least hour|in our new at|look forward hearing|"
            "available monday to"
        ),
        Wording(
            "variety|wide range|a lot|lots|plenty|number",
            then=r" (?:services|treatments|options|patients|plans|appointments|classes|reasons|"
            r"ways|questions|people)(?= [a-z]|[.,!?]|$)",
            after="a|and|with|of|offer|have|^|for",
        ),
        Wording("is|was|it's|what's", then=rf" {_GOODS}(?= )"),
        Wording(
            "make|have|need|get|cancel",
            not_after="to",
            then=r" (?:appointment|prescription|referral|question)(?= *[.,!?]| *$| (?:with|at|for|"
            r"about|online|today|by|on|before|or)\b)",
        ),
        Wording(
            "ask",
            then=r" (?:our|your|the) (?:nurses?|doctors?|dentists?|team|staff|pharmacist|"
            r"hygienist) (?:the|our|your|a)(?= )",
        ),
        Wording(
            "doors are|office is|clinic is|clinics are",
            then=r" to (?:everyone|all|the public|"
            r"new|anyone)(?= *[,.!]| *$| [a-z])",
        ),
    )
