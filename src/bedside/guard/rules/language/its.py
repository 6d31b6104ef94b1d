from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Its(WordingRule):
    """
    "Its" for "it's", or the other way round.

    ## Why it matters
    A spell checker passes both words. Readers notice, and a clinic that slips in one line is
    trusted less in the next.

    ## Flagged
    - [Its] never too late to quit smoking.
    - The form is short, and [its] in plain English.
    - The clinic has [it's] own parking lot.

    ## Fine
    - It's never too late to quit smoking.
    - The clinic has its own parking lot and its in-house pharmacy.
    - Our dog does its best to greet you.

    ## Instead
    Write "it's" where "it is" or "it has" would fit, and "its" for what belongs to it.
    """

    code = "L010"
    label = "PROOF"
    severity = Severity.WARN
    source = "Merriam-Webster, its vs. it's"
    kinds = frozenset(Kind)
    message = 'Here "{found}" should be "{instead}".'
    why = '"It\'s" is short for "it is"; "its" says that something belongs to it.'
    wordings = (
        Wording(
            "its",
            not_after="do|does|did|doing|at|of|tries|try|with|for|keep|keeps|has|have|all|on|in",
            then=r"(?= (?:a|an|the|not|too|been|going to|okay|ok|here|just|also|really|about|"
            r"what|why|how|that|because|in|on|at|our|your|my|time to|so|worth|never too|"
            r"never been|always a|always been|still not|still the|been|(?:important|easy|"
            r"hard|okay|best|safe|normal|free|good|great|common|possible|tempting|nice|"
            r"simple) (?:to|for|that|if)|open (?:to|until|from|on|at)|only (?:a|the|for|"
            r"until))(?![\w-]))",
            suggestion="it's",
        ),
        Wording(
            "it's",
            then=r"(?= (?:own|doors|mission|annual|walls|roots|name is)\b)",
            suggestion="its",
        ),
        Wording("its'", suggestion="its"),
        Wording(
            "its",
            after="if|when|because|that|,|^|and|but|so|think|know|sure|hope|means|says",
            then=r"(?= (?:urgent|quick|easy|free|fun|true|safe|painless|common|rare|normal|"
            r"open|full|"
            r"closed|busy|ready|over|late|early|cold|hot|new|great|amazing|covered|available|"
            r"important|serious|minor|sore|swollen|[a-z]{3,8}er than|[a-z]{3,8}er then)"
            r"(?: *[.,!?]| *$| to\b| for\b| that\b| and\b| than\b| then\b))",
            suggestion="it's",
        ),
        Wording(
            "its",
            after="^",
            then=r"(?= (?:flu|allergy|cold|world|national|official|hot|raining|snowing|almost|"
            r"finally|winter|summer|spring|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
            r"that time|time)(?! \w+ed)\b)",
            suggestion="it's",
        ),
    )
