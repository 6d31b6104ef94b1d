from __future__ import annotations

from bedside.guard.claiming import CLAIMING
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_CARE = (
    r"(?:chemo|chemotherapy|insulin|antibiotics|vaccines?|vaccinations?|surgery|statins|"
    r"antidepressants|ssris|meds|medication|medicines?|pills|inhalers?|the pen|"
    r"blood thinners?|radiation|drugs|your doctor|doctors|treatment|shots?|jabs?|"
    r"mammograms?|screenings?|biops(?:y|ies)|epipen|prescriptions?|blood pressure pills|"
    r"thyroid pills|dialysis|hospital)"
)


class CareRefusal(WordingRule):
    """
    Advice to leave out care that saves lives.

    ## Why it matters
    People die of it. It is the misinformation that boards act on first.

    ## Flagged
    - Our herbalist will help people [put down the pen].
    - [Skip the vitamin K shot]; milk is enough.
    - [Statins have never prevented] a heart attack.
    - [Chemotherapy kills more] people than cancer does.

    ## Fine
    - Never stop your blood thinner without calling us first.
    - Antibiotics don't work on colds.
    - Stop smoking with us; ask whether you can skip the fasting.

    ## Instead
    Leave it out, or write what the evidence says with its source.
    """

    code = "C013"
    label = "CLAIM-MISINFO"
    severity = Severity.ERROR
    source = "FSMB, Statement on disinformation (2021); FTC Act, 15 USC 52"
    kinds = CLAIMING
    message = "This talks people out of care that they may need."
    unless = (
        r"\b(?:prevention is|never stop|don't stop|do not stop|don't skip|do not skip|unless|"
        r"without (?:calling|asking|talking|checking|speaking)|myth|false|debunk\w*|"
        r"misinformation|before you|call us|ask us|source|talk to|if your (?:doctor|"
        r"surgeon)|told to|fasting|the night before|morning of)\b"
    )
    wordings = (
        Wording(
            "skip|refuse|say no to|avoid|decline|ditch|forget|cancel|throw out|put down|"
            "come off|get off|wean off|bin|dump|quit",
            then=r" (?:the |your |all |their |that |any |every |vitamin k |flu |mmr |hpv |"
            rf"covid )*{_CARE}(?: k shot)?",
        ),
        Wording(
            "instead of|replaces|replace|no need for|better than|works better than|"
            "safer than|natural alternative to|alternative to|rather than|beats|job of|"
            "do the job of|does the job of",
            then=rf" (?:the |your |any |a |all )*{_CARE}(?:'s job)?(?! (?:office|note|visit|"
            r"appointment|letter|team|coffee|food))",
            not_after="not|never|won't|don't|doesn't|can't|cannot|didn't|nor",
        ),
        Wording("insulin's job|chemo's job|antibiotic's job|doctor's job"),
        Wording(
            "statins|antidepressants|chemo|chemotherapy|radiation|insulin|ssris|"
            "mammograms|biopsies|antibiotics|blood pressure pills|vaccines|dialysis|"
            "psychiatric drugs|ventilators",
            then=r" (?:have never (?:prevented|saved|worked|helped|cured)|"
            r"has never (?:prevented|saved|worked|helped|cured)|never (?:work|help|cure|"
            r"save)\w*|(?:don't|doesn't|do not|does not) (?:prevent|save|work|help|cure|"
            r"kill)|kills? more|are a scam|are poison|is poison|is a scam|do more harm|"
            r"does more harm|cause more|make you sicker|is legal poison|"
            r"are legal poison)(?! (?:on|for|against) (?:colds?|viruses|the flu|flu|"
            r"a cold))",
        ),
        Wording(
            "let the fever|let it burn|don't cool|let the infection|let nature",
            then=r" (?:it|burn|run|take|do|finish|the)<3>(?:\w+)",
        ),
        Wording(
            "don't call anyone|don't call a doctor|don't tell your doctor|"
            "don't go to hospital|don't go to the hospital|don't need a doctor|"
            "doctor-free|without doctors|no doctor needed|stay away from doctors|"
            "stay away from hospitals|stop taking your|stop your meds|stop your insulin"
        ),
        Wording(
            "hiv|aids|covid|covid-19|viruses|the virus|germs|cancer|diabetes|depression|"
            "adhd|autism|measles|polio",
            then=r" (?:is|are|was|were) (?:\w+ )?(?:a hoax|fake|made up|not real|a scam|"
            r"a myth|just a flu|just the flu|a choice|invented|harmless|"
            r"a vitamin deficiency|a fungus|a parasite|a lie|caused by (?:vaccines|"
            r"vaccination|sugar|negative|parasites|fluoride|5g|toxins|trauma alone|"
            r"guilt))",
        ),
        Wording(
            "masks",
            then=r" (?:don't work|do nothing|cause|starve|make you sick|are useless|"
            r"lower your oxygen)",
        ),
        Wording("unassisted birth|free birth|freebirth", then=r" is (?:safer|safest|better)"),
        Wording(
            "don't need|do not need|doesn't need|no longer need|no longer needs|never need",
            then=r" (?:your |a |any |the |their |his |her )?(?:statins?|insulin|vaccines?|"
            r"vaccinations?|chemo|chemotherapy|metformin|antidepressants|dialysis|"
            r"blood pressure (?:pills|tablets))(?! (?:for (?:a cold|colds)|if|before|unless|"
            r"today))",
        ),
        Wording(
            "off",
            before=r"(?:got|gets|get|getting|came|comes|come|taken|takes)(?: [\w']+){0,6} ",
            then=r" (?:all |of )?(?:their |her |his |your )?(?:metformin|insulin|statins|dialysis|"
            r"antidepressants|blood pressure (?:pills|tablets|meds))",
        ),
        Wording(
            "depression|anxiety|adhd|autism|osteoporosis|cancer|diabetes|insulin|asthma|dementia",
            then=r" is (?:just|nothing but|only|simply|really) (?:a lack|low|lack of|a habit|"
            r"an excuse|a label|an invention|trapped|toxins|sugar|parasites|a choice|"
            r"a \w+ deficiency|a business)",
        ),
        Wording(
            "money grab|money-grab|a money-maker|just a racket|invented to sell",
            given=r"\b(?:vaccines?|shots?|jabs?|doctors?|statins?|screening|chemo|drugs?)\b",
        ),
        Wording(
            "does all a|does everything a|does what a|works as well as|as well as any",
            then=r" (?:\w+ )?(?:shot|jab|vaccine|antibiotic|statins?|tablets?|pills?|insulin|"
            r"chemo)",
        ),
    )
