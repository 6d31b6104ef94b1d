from __future__ import annotations

from bedside.guard.claiming import CLAIMING
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Hype(WordingRule):
    """
    A miracle, a secret or a breakthrough.

    ## Why it matters
    These are the words of the sellers that health agencies warn of; a clinic that uses them reads
    like one.

    ## Flagged
    - Ask about our [miracle] knee gel.
    - A [breakthrough treatment] for migraine, on Elm Street.

    ## Fine
    - Film night: Miracle on 34th Street, popcorn at six.
    - A research team reported a breakthrough in malaria vaccines (Lancet, 2024).

    ## Instead
    Say what is new, and what trials have shown.
    """

    code = "C005"
    label = "CLAIM-CURE"
    severity = Severity.WARN
    source = "FTC Health Products Compliance Guidance (2022); HealthNewsReview criteria 9"
    kinds = CLAIMING
    doubted = CLAIMING
    message = "This is the language of miracle cures."
    unless = (
        r"\b(?:34th|network|no|not|n't|never|isn't|beware|wary|league|babies|baby|"
        r"christmas|worker|grace|myth|source|lancet|nejm|jama)\b"
    )
    wordings = (
        Wording("miracle|miracles|miraculous|miraculously", then=r"(?! (?:on|of|whip|ear))"),
        Wording(
            "breakthrough|revolutionary|game-changing|game changing|groundbreaking|"
            "world-first|pioneering",
            then=r" (?:\w+ )?(?:treatments?|therap(?:y|ies)|cures?|formula|drugs?|lasers?|"
            r"technology|method|technique|procedure|implants?|injections?|facials?|"
            r"device|machine|serum|shots?|skincare|system)",
        ),
        Wording(
            "magic bullet|magic pill|magic wand|wonder drug|wonder pill|wonder cure|"
            "game changer for your|secret formula|secret ingredient|ancient secret|"
            "secret remedy|holy grail|fat-melting|fat-burning|melts fat|burns fat while|"
            "shed pounds|drop pounds|instant results|overnight results|instantly younger|"
            "years younger|look ten years younger|ten years off|superfood|"
            "superfoods cure|life-changing results|unbelievable results|"
            "incredible results|amazing results|magical results"
        ),
        Wording(
            "lose|drop|shed|melt",
            then=r" (?:up to )?(?:\d+|ten|twenty|thirty|five|fifteen) ?(?:lbs?|pounds?|kgs?|"
            r"kilos?|stone|inches|dress sizes|sizes|%)(?: [\w']+){0,3} (?:in|by|before|"
            r"within) [\w ]{1,20}",
            message="This promises an amount that few will reach.",
        ),
    )
