from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.english import rows
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_YEARS = r"in (?:19|20)\d\d"


def _wording(heads: str, right: str, after: str, then: str, but: str) -> Wording:
    """Build the wording of a row of `words/copy_sound_alike.txt`."""
    ends = r"| *[.,!?;:]| *$" if then.endswith("|") else ""
    follows = rf"(?= (?:{then.removesuffix('|')})(?![\w'])" + f"{ends})" if then else ""
    return Wording(heads, after=after, then=follows, not_after=but, suggestion=right)


class SoundAlike(WordingRule):
    """
    A word that only sounds like the right one.

    ## Why it matters
    "Take a brake" and "a food dairy" pass every spell checker, and every reader smiles.

    ## Flagged
    - Keep a food [dairy] for a week.
    - Take a [brake] from screens.
    - Visit our web [sight] any time.
    - Not sure [weather] it's a cold?
    - First we listen, [than] we examine.

    ## Fine
    - A dairy-free diet: keep a food diary. Take a break, and brake gently.
    - Your sight matters, and our site says why. Cold weather is here.
    - We saw more than ten people, then we closed.

    ## Instead
    Use the word that means what you mean; the suggestion names it.
    """

    code = "L033"
    label = "PROOF"
    severity = Severity.WARN
    source = "Own list, words/copy_sound_alike.txt"
    kinds = frozenset(Kind)
    message = 'Here "{found}" should be "{instead}".'
    wordings = (
        *(_wording(*row) for row in rows("sound_alike")),
        Wording(
            "where",
            after="you",
            then=r"(?= (?:waiting|able|treated|happy|not|so|very|born|told|unable|kept|made|"
            r"seen|here)\b)",
            suggestion="were",
        ),
        Wording(
            "lead",
            then=r"(?= (?:the|a|our|an|us)\b)",
            given=rf"\b(?:last (?:\w+day|week|month|year|night|spring|summer|fall)|yesterday|"
            rf"ago|{_YEARS})\b",
            not_after="to|will|can|would|did|may|helped|helps|must",
            suggestion="led",
        ),
        Wording(
            "choose",
            after="you|we|they|he|she|i",
            then=r"(?= [a-z])",
            given=rf"\b(?:last (?:week|month|year|spring|fall)|yesterday|ago|{_YEARS})\b",
            suggestion="chose",
        ),
    )
