from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.story import StoryRule


class PronounAndCare(StoryRule):
    """
    What "he" or "she" went through in care.

    ## Why it matters
    A single "she" with a diagnosis is one particular person, known to those who were there.

    ## Flagged
    - [She was diagnosed] in March and never stopped smiling.
    - [He finished his] last round of chemo.
    - Eleven weeks in the NICU and now [she's home].
    - [Her tumor] is gone!

    ## Fine
    - Dr. Chen says she loves the new MRI.
    - Every child gets a sticker for his or her courage.
    - Marie Curie shared her research on radiation in 1903.

    ## Instead
    Ask for a written authorization, or tell what the treatment does in general.
    """

    code = "D032"
    label = "DIS-CARE"
    severity = Severity.ERROR
    source = "45 CFR 160.103"
    doubted = POSTS
    message = "This tells what one particular person went through in care."
    phrases = (
        r"(?:he|she|they both|mom|mum|mama|dad|baby|both)(?:'s| is| was|'d| has| had)? ?(?:(?:now|"
        r"just|finally|also|never|still|already|only|officially|so|both|back|off|out of|"
        r"not) )*(?:been )?(?:diagnosed|admitted|discharged|home|walking|recovering|"
        r"cancer[- ]free|breathing|in (?:remission|icu|surgery|recovery|labou?r|memory care|"
        r"hospice|our)|on (?:oxygen|dialysis|the vent|her|his|litres|\d)|came (?:to us|in|through|"
        r"back|out)|rang|beat|fought|finished|completed|survived|died|passed|lost (?:\d+|her|his|"
        r"the)|walked (?:out|in|through)|went (?:home|from|into|through)|needed|received|"
        r"got (?:his|her|a new|the)|had (?:a|an|his|her|the)|took (?:his|her) first|can (?:now|"
        r"finally|walk|see|hear|say|eat)|could|couldn't|can't|says|said|told|cried|weighed|weighs|"
        r"arrived|fell|swallowed|swore|thought|battled|battling|living with|doing (?:great|well|"
        r"amazing|fine)|cleared|stable|ok|okay|fine|healed|healing|sober|clean|pregnant|feeling|"
        r"thrilled|loves|loved|wanted|never|started|starts|made it|pulled through|kept|stopped|"
        r"left|turned|won|showed|sat|smiled|hugged|brought)(?: (?:his|her))?",
        r"(?:his|her) (?:(?!own|team|talk|book|story)[\w'-]+ ){0,2}(?:{conditions}|{procedures}|"
        r"{drugs}|{symptoms}|treatments?|recovery|smile|journey|transformation|knee|hip|shoulder|"
        r"teeth|heart|lungs|kidney|eyes?|leg|ankle|back|jaw|face|skin|pump|vent|walker|cane|"
        r"wheelchair|diagnosis|scan|last (?:day|days|wish|breath)|discharge|bed|room|oxygen|meds|"
        r"confidence)",
        r"(?:she|he) (?:yells|calls|always|still) ",
    )
    unless = (
        r"\bhis or her\b|\bevery\b|\bany\b|\byour (?:child|baby|doctor|mom|dad)\b|\bif\b|anyone|"
        r"someone|a person|\bdr\b"
    )
