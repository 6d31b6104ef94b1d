from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_DOES = r"(?:went|are|were|have|had|opened|started|met|can|will|did|both|ran|worked)"
_PERSON = (
    "doctor|doctors|nurse|nurses|patient|patients|people|person|someone|dentist|anyone|everyone|"
    "surgeon|therapist|those|parent|parents|woman|women|man|men|midwife|pharmacist|volunteers"
)
_NO_NAME = r"(?!you|your|the|a|our|us|me|i|we|who|what|how|when|if|it|and)"


class Pronoun(WordingRule):
    """
    "Me" for "I", "him" for "he", or the other way round.

    ## Why it matters
    "Him and Dr. Lee opened the clinic" is said, but it is not written.

    ## Flagged
    - [Him] and Dr. Lee opened the clinic.
    - Please let Dana and [I] know.
    - The nurse [which] called you is Ana.

    ## Fine
    - He and Dr. Lee opened the clinic, and I helped.
    - Please let Dana and me know. Between you and me, the soup wins.
    - The nurse who called you is Ana. Us on a Friday.

    ## Instead
    Leave out the other person and listen: "let me know", so "let Dana and me know".
    """

    code = "L030"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, I and me"
    kinds = frozenset(Kind)
    message = 'Here "{found}" should be "{instead}".'
    wordings = (
        Wording("him", after="^", then=r"(?= and [a-z])", suggestion="he"),
        Wording("her", after="^", then=r"(?= and (?:dr|the|our|my|i|her)\b)", suggestion="she"),
        Wording("me", after="^", then=r"(?= and (?:the|my|our|dr|his|her)\b)", suggestion="I"),
        Wording("them", after="^", then=r"(?= and (?:the|our|we|i)\b)", suggestion="they"),
        Wording(
            "us",
            after="^",
            then=r"(?= (?:nurses|doctors|dentists|providers|moms|parents) "
            r"(?:love|know|are|have|will|need|like|see|do|can)\b)",
            suggestion="we",
        ),
        *(
            Wording(wrong, after="and", then=rf"(?= {_DOES}\b)", suggestion=right)
            for wrong, right in (("him", "he"), ("them", "they"), ("me", "I"))
        ),
        Wording(
            "her",
            after="and",
            then=rf"(?= {_DOES}\b)",
            suggestion="she",
        ),
        Wording(
            "i",
            after="and",
            given=r"\b(?:let|between|with|join|contact|call|email|text|ask|to|for) "
            rf"{_NO_NAME}[a-z'-]{{2,20}} and i(?= know| at | with | on |[.,!?]|$)",
            message='Here "{found}" should be "me".',
        ),
        Wording(
            "i",
            after="and",
            given=r"\bbetween you and i\b",
            message='Here "{found}" should be "me".',
        ),
        Wording(
            "myself",
            after="or|and",
            then=r"(?= (?:with|at|for|if|on|directly)\b| *[.,!?]| *$)",
            given=r"\b(?:contact|call|email|ask|text|see|to|with|from|reach) ",
            message='Here "{found}" should be "me".',
        ),
        Wording(
            "which",
            after=_PERSON,
            then=r"(?= (?:is|are|was|were|has|have|had|will|can|saw|"
            r"called|work|works|came|come|need|want|helped|helps|treated|treat|cares?)\b)",
            suggestion="who",
        ),
        Wording(
            "whom",
            after=_PERSON,
            then=r"(?= (?:is|are|was|were|has|have|had|will|can|came|come|"
            r"need|want|helped|helps|work|works|made|love)\b)",
            suggestion="who",
        ),
        Wording(
            "them",
            then=r"(?= (?:stairs|shoes|teeth|vaccines|pills|clinics|masks|results|forms|"
            r"hours|doors|chairs|exercises)\b)",
            not_after="of|give|for|to|see",
            suggestion="those",
        ),
        Wording("its", after="^", then=r"(?= (?:who|what) )", suggestion="it's"),
    )
