from __future__ import annotations

from bedside.guard.claiming import CLAIMING
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class AbsoluteSafety(WordingRule):
    """
    A treatment said to have no risk.

    ## Why it matters
    Everything that works has side effects for somebody. A promise of none is the one that lawyers
    read out in court.

    ## Flagged
    - Shockwave for heel pain: [risk-free] and quick.
    - Our laser is [100% safe for] every skin tone.
    - [Zero side effects], [no downtime].

    ## Fine
    - No operation is risk-free; we go over the risks with you first.
    - 100% of the cake-sale money goes to the screening van.
    - No treatment works for everyone.
    - Side effects: skin can feel tight for a day.

    ## Instead
    Name the common side effects, and say what most people feel.
    """

    code = "C003"
    label = "CLAIM-CURE"
    severity = Severity.ERROR
    source = "FTC Health Products Compliance Guidance (2022)"
    kinds = CLAIMING
    message = "This says that care has no risk, or works for everybody."
    unless = (
        r"\b(?:no (?:\w+ ){1,4}(?:is|are|works|suits)|nothing is|none (?:is|are)|isn't|aren't|not|"
        r"n't|never|"
        r"few|rarely|anyone who|promises|nobody|myth|beware|wary|if anyone|trial period|"
        r"cancel|entry|risk-free trial|usually|mostly|often|may|might|almost|nearly|for most|"
        r"sometimes|hearing tests?|eye tests?|anybody who|whoever|no promises|cannot)\b"
    )
    wordings = (
        Wording(
            "100%|100 percent|100 per cent|one hundred percent|a hundred percent|hundred per cent",
            then=r" (?:safe|effective|natural and safe|painless|accurate|success(?:ful)?|risk|"
            r"satisfaction|results|of the time|of patients|cure|reliable|secure for|"
            r"pain)(?:[- ]\w+)?",
        ),
        Wording(
            "totally|completely|perfectly|absolutely|entirely|always",
            then=r" (?:safe|painless|harmless|risk-free|effective|non-toxic)",
        ),
        Wording(
            "risk-free|risk free|no risk|no risks|zero risk|zero-risk|without risk|"
            "without any risk|without risks|nothing to lose",
            then=r"(?! (?:of|to the|trial|for (?:visitors|the public))\b)",
        ),
        Wording(
            "no side effects|zero side effects|without side effects|no side-effects|"
            "side-effect free|side-effect-free|none of the side effects|"
            "without the side effects|no known side effects|not a single side effect"
        ),
        Wording(
            "no downtime|zero downtime|no recovery time|no complications|"
            "zero complications|no scars|no scarring|scarless|no pain|zero pain",
            then=r"(?!,? no gain|,? at all)",
        ),
        Wording(
            "painless|pain-proof|painlessly",
            then=r"(?! (?:ultrasound|scan|test|death|lump|lumps|swelling|sore|sores|ulcer|"
            r"bleeding|parking|billing))",
        ),
        Wording(
            "pain-free|pain free",
            then=r" (?:treatments?|procedures?|injections?|dentistry|surgery|extractions?|"
            r"root canals?|needles?|lasers?|visits?|whitening|implants?|removal|delivery|"
            r"birth)",
        ),
        Wording(
            "foolproof|fail-proof|failproof|bulletproof|perfectly natural|"
            "all-natural and safe|natural, so it's safe|safe because it's natural|"
            "chemical-free|chemical free",
        ),
        Wording(
            "harmless",
            given=r"\b(?:lasers?|treatments?|injections?|peels?|drips?|drops|procedures?|implants?|"
            r"pills?|tablets|gels?|serums?|botox|fillers?|x-?rays|whitening|remed(?:y|ies)|"
            r"supplements?|operation|surgery|anaesthetic|anesthetic|tan|tanning|scans?|method)\b",
            then=r"(?! (?:fun|prank|spiders?|moles?|birthmarks?|bumps?|murmurs?|rash|snakes?))",
        ),
        Wording(
            "can't fail|cannot fail|never fails|works every time|works for everyone|"
            "works for everybody|works on everyone|suits everyone|safe for everyone|"
            "safe for everybody|safe for all|success every time|"
            "no matter what you've tried"
        ),
        Wording(
            "nothing can go wrong|nothing whatsoever can go wrong|cannot fail|can't fail|"
            "has never failed|have never failed|never fails|foolproof|works every time|"
            "works first time|"
            "works every single time|a single moment of pain|every patient, every time|"
            "everyone, every time|every single patient|completely fixable|"
            "the first time, every time|in everyone, at any age",
            not_after="nothing|promise|promises|say|says|that|if|not",
            then=r"(?! (?:the (?:lift|door|printer|phone)|but|is\b|isn't))",
            firm=True,
        ),
    )
