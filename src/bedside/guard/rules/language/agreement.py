from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.english import bag, counted
from bedside.guard.finding import Severity
from bedside.guard.lexicon import trie
from bedside.guard.wording import Wording, WordingRule, sentence, word_before

if TYPE_CHECKING:
    from bedside.guard.draft import Draft

_COUNTED = (
    r"(?:hours|days|people|patients|visits|times|shots|doses|appointments|pills|minutes|"
    r"weeks|children|steps|nurses|doctors|mistakes|errors|tests|deaths|cases|beds)"
)
_MANY = (
    "nurses|doctors|patients|appointments|results|services|visits|vaccines|parents|kids|"
    "children|people|clinics|offices|providers|therapists|dentists|pharmacists|teams"
)
_AUXILIARY = (
    "does|do|did|can|could|will|would|should|may|might|must|if|that|let|and|or|to|makes|make|than"
)
_AMOUNTS = bag("minutes hours days weeks months years copays fees cups tablets")
_PLURALS = tuple(_MANY.split("|"))
_DETERMINED = ("the ", "our ", "a ", "your ", "this ", "every ", "each ")
_ASKING = frozenset(_AUXILIARY.split("|")) | {
    "have",
    "has",
    "had",
    "when",
    "what",
    "of",
    "with",
    "for",
    "as",
    "see",
}
_PART_OF = re.compile(
    r"(?:\b(?:of|for|with|to|from|about|between|in|on|by|and|seeing|helping|treating|no|"
    r"if|what|as|when|than|getting|training|booking|finding|giving|making|having|caring|"
    r"supporting|keeping)\b|\w+ing\b)[^.!?]{0,40}\Z"
)


class Agreement(WordingRule):
    """
    A verb or number that does not fit its noun.

    ## Why it matters
    "The nurses has" sounds unschooled, and the reader wonders about the rest.

    ## Flagged
    - [There is many] ways to get here.
    - Our [nurses has] new uniforms.
    - [How much hours] do you sleep?
    - [We looking forward] to seeing you.
    - [Dr. Silva have] joined us from Porto.

    ## Fine
    - There are many ways to get here, and one of our nurses has the map.
    - Does Dr. Silva have a minute? The number of patients is rising.

    ## Instead
    Make verb and noun agree: "there are many", "nurses have", "how many hours".
    """

    code = "L020"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, subject-verb agreement"
    kinds = frozenset(Kind)
    message = "The verb and the noun do not fit together."
    wordings = (
        Wording(
            "there is",
            then=r" (?:many|several|few|two|three|four|five|lots of \w+s)(?! (?:of us|one))",
        ),
        Wording("how much", then=rf" {_COUNTED}", message='What can be counted takes "how many".'),
        Wording(
            "less",
            then=rf" {trie(sorted(counted().keys() - _AMOUNTS))}",
            not_after="no|or|and|than|not|much|far|for|in|any",
            message='What can be counted takes "fewer".',
        ),
        Wording(
            _MANY,
            then=r" (?:has|is|was|needs|wants|makes|does|doesn't|isn't|wasn't)(?! (?:a|"
            r"the) (?:must|priority))",
        ),
        Wording(
            "everyone|everybody|each patient|every patient|every child|each child|nobody|anybody",
            then=r" (?:are|were|have)",
            not_after=_AUXILIARY,
        ),
        Wording(
            "he|she",
            then=r" (?:have|are|were|don't|need|want)",
            not_after=f"{_AUXILIARY}|had|have|was|as|though|wish|help|where|who|wishes|helped|not",
        ),
        Wording(
            "we",
            then=r" (?:looking forward|looking for|excited|hiring|accepting|proud to|happy to|"
            r"thrilled)",
            not_after="are|aren't|were|when|as",
        ),
        Wording(
            "i seen|we seen|i already seen|they seen|he seen|she seen|i done|we done|"
            "we was|you was|they was|i been|we been|they been"
        ),
        Wording(
            "nurse|doctor|receptionist|team|clinic|patient",
            after="our|the|this|your",
            then=r" (?:don't|do not|are not|have not)(?! (?:be|let))",
            not_after=_AUXILIARY,
        ),
        Wording(
            "dr",
            then=r"\.? [a-z'-]{2,20} (?:have|were|are)(?= [a-z])(?! (?:you|we|they)\b)",
            not_after=f"{_AUXILIARY}|with|to|see|of|for",
        ),
        Wording(
            "can|must|should",
            then=r" (?:helps|gives|takes|makes|needs|comes|sees|feels|goes|has|joins|starts)",
            not_after="the|a|that|your|our|free",
        ),
        Wording(
            "them",
            then=r" (?:patients|nurses|doctors|people|kids|shots)",
            not_after="of|for|to|give|see|give|make|with|as|from|help|treat",
        ),
        Wording(
            "come visit",
            then=r" (?:clinic|office|hospital|pharmacy)",
            message="A word is missing before the noun.",
        ),
        Wording(
            "seeing patient",
            then=r"(?= (?:from|on|at|in|again|this|next)\b| *[.,!]| *$)",
            message='This should be "seeing patients".',
        ),
        Wording(
            "doctor|nurse|dentist|therapist|patient|pharmacist|receptionist|surgeon|midwife|child",
            before=r"(?:the|our|a|your|this) ",
            then=r" (?:have|are|were|don't)(?= (?:a|an|the|been|not|no|very|so|here|\w+ed|"
            r"\w+ing)\b)",
        ),
        Wording(
            "every|each",
            then=r" (?:patient|child|person|visitor|nurse|doctor|visit|test|parent|woman|man|"
            r"family) (?:need|have|get|want|make|take|come|go|are|were|receive)",
        ),
        Wording(
            "i",
            after="and",
            before=r"(?:my|our|his|her) [a-z]+ and ",
            then=" (?:was|is|has|am)",
        ),
        Wording(
            "peoples",
            not_after="the|indigenous|native|first|all|other|of|our|these|many",
            then="(?= (?:at|in|from|who|have|are|came|with)|[.,!?]| *$)",
            suggestion="people",
        ),
        Wording("me", after="and", then=" (?:is|was|are|were)(?! not)", not_after="to|for"),
        Wording("foots", then="(?! the)", suggestion="feet"),
        Wording(
            "a",
            then=r" (?:rn|mri|np|lpn|x-rays?|ekg|ecg|er|emt|md|ob|icu|iv|iud|ssri|hsa|fsa|faq|"
            r"nsaid|"
            r"sti|std|lvn|hmo|hiv|hpv|rdh|slp|ot|ent|iep|hr|fbc|nhs|mba|ivf|em[tr]|fda|ultrasound)"
            r"(?![\w-])",
            message='Before this sound write "an".',
        ),
        Wording(
            "an",
            then=r" (?:ct|pa|pt|uti|us|pcr|dnp|cna|tb|psa|covid|gp|dds|dmd|dpt|bmi|cpap|pet|uk|eu|"
            r"pharmd|phd|ultrasonic wave|user|unique|united|university|urologist|urine|uterus|one|"
            r"european|unit|uniform|useful|usual|universal)(?![\w-])",
            message='Before this sound write "a".',
        ),
        Wording(
            "are been|is been|was went|were went|has went|have went|had went|has came|"
            "have came|has ate|have ate|has took|have took|has wrote|have wrote|did went|"
            "didn't went|did came|didn't came|has became"
        ),
        Wording(
            "in",
            then=r" (?:mon|tues|wednes|thurs|fri|satur|sun)day(?= *[.,!]| at\b| from\b| *$)",
            not_after="back|come|came|check|drop|pop|walk|get|you|him|her|them|us|kid|me",
            message='A day takes "on".',
        ),
    )

    def holds(self, draft: Draft, start: int, end: int) -> bool:
        text = draft.reading.folded
        found = text[start:end]
        if found.startswith(_DETERMINED):
            return word_before(text, start) not in _ASKING
        if not found.startswith(_PLURALS):
            return True
        begin, _ = sentence(draft.reading, start)
        return _PART_OF.search(text, begin, start) is None
