from __future__ import annotations

from bedside.guard.claiming import SOURCE
from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_AMOUNT = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|"
    r"twenty|thirty|fifty|dozens?|hundreds?|thousands?|millions?|billions?|an? (?:third|"
    r"quarter|half|decade|year|hour|week|month|whole|full|fifth|tenth|dozen|million|"
    r"hundred|stone|pound|inch)|half)"
)
_HEALTH = (
    r"\b(?:sleep|asleep|hearts?|brains?|memory|blood pressure|risks?|stress|pain|aches?|"
    r"cancers?|strokes?|lungs?|skin|bones?|germs|bacteria|viruses|weight|calories|"
    r"lifespan|longer|older|younger|immune|immunity|infections?|fractures?|falls|teeth|"
    r"tooth|gums?|vision|eyesight|hearing|spines?|discs?|knees?|joints?|cholesterol|"
    r"blood sugar|diabetes|dementia|depression|anxiety|deadly|labou?r|recover\w*|heals?|"
    r"metabolism|muscles?|arteries|kidneys?|liver|bladder|stomach|gut|asthma|allerg\w+|"
    r"migraines?|headaches?|fertility|pregnan\w+|miscarriages?|hormones?|mood|focus|"
    r"lives?|life|treatment|cigarettes?|screens?)\b"
)


class CheckableFact(WordingRule):
    """
    A measured effect without its source.

    ## Why it matters
    A number makes a sentence sound like science. Without a source it is hearsay.

    ## Flagged
    - Sitting all day [ages your heart by a decade].
    - Late coffee [costs you an hour] of deep sleep.
    - Loneliness is [as deadly as fifteen] cigarettes a day.

    ## Fine
    - Walking can help your heart. Our class takes an hour and costs $12.
    - A study of 4,000 adults found that walking cut blood pressure by 4 points (doi link).

    ## Instead
    Name the source and the year, or say it without the number.
    """

    code = "C016"
    label = "CLAIM-EVIDENCE"
    severity = Severity.WARN
    source = "FTC Health Products Compliance Guidance (2022); CDC Clear Communication Index"
    kinds = frozenset({Kind.POST, Kind.AD, Kind.PROFILE})
    message = "A measured effect like this needs its source."
    spared = SOURCE
    within = _HEALTH
    unless = (
        r"\b(?:we|we're|we've|our|ours|us|i|i'm|my|he|she|his|her|they|class|classes|"
        r"fees?|appointments?|visits?|ticket|parking|raised|shift|shifts|walkathon|"
        r"hours of|staff|nurse|team|opening|open|closed|years old|year-old|months old|"
        r"this morning|today|tomorrow|yesterday|last (?:year|week|month|night)|since|was|"
        r"were|had|didn't|doses?|takes?|tablets?|mg|ml|call|if)\b|[$£€]"
    )
    wordings = (
        Wording(
            "ages|costs|cuts|adds|shortens|lengthens|lowers|raises|boosts|carries|holds|"
            "burns|saves|prevents|reduces|increases|improves|speeds|slows|drops|steals|"
            "takes off|shaves|strips|doubles|harbors|harbours|sheds|loses|gains|relieves|"
            "kills|wipes out|releases|triggers|fires|weighs",
            then=rf"(?: [\w'-]+){{0,5}}? (?:by |up to |about |nearly |around |over |almost |"
            rf"at least |more than )*{_AMOUNT}(?: (?:percent|per cent|"
            r"%))?(?: (?!of\b)\w+)?",
        ),
        Wording(
            "live|lives|sleep|sleeps|heal|heals|recover|recovers|fall asleep|wake|age|"
            "ages|die|dies|report|reports|get|gets|have|has|catch|catches|miss|misses|"
            "need|score|scores",
            then=rf"(?: [\w'-]+){{0,2}}? {_AMOUNT} (?:\w+ )?(?:longer|shorter|sooner|faster|"
            r"slower|later|earlier|fewer|less|more|times|younger|older|better|worse|"
            r"lower|higher|percent)",
        ),
        Wording(
            "as deadly as|as dangerous as|as bad as|as bad for|as harmful as|as good as|"
            "as effective as|as powerful as|as addictive as|worse than|deadlier than|"
            "more dangerous than|better than",
            then=rf"(?: [\w'-]+){{0,2}}? {_AMOUNT}(?= )",
        ),
        Wording(
            "percent|per cent|%",
            before=r"\b\d[\d.,]* ?",
            then=r" (?:of (?!the time)|more|less|fewer|higher|lower|better|faster|longer|likelier)",
        ),
        Wording(
            "million|billion|thousand",
            before=rf"{_AMOUNT} ",
            then=r" (?:germs|bacteria|nerves?|cells|microbes|mites|viruses|sweat glands|"
            r"taste buds|hairs|people|heartbeats|breaths)",
        ),
        Wording(
            "hip fractures|heart attacks|strokes|falls|cancers|deaths|infections|"
            "injuries|migraines|amputations",
            before=rf"{_AMOUNT} (?:out )?of (?:every )?(?:{_AMOUNT} )?",
        ),
        Wording(
            "prevented|avoided|caused|explained|triggered",
            then=r" by (?:vitamin|diet|exercise|walking|sleep|sugar|stress|sitting|sunlight|"
            r"screens?|posture|flossing|dairy|gluten|coffee|water|a \w+)",
            before=r"(?:are|is|can be|could have been|could be|be|been) ",
        ),
        Wording(
            "takes|saves|costs|gives|earns|buys|robs",
            then=rf"(?: \w+){{0,3}} {_AMOUNT} (?:minutes|hours|days|weeks|months|"
            r"years)(?: \w+)? (?:off|of life|of sleep|more|away)",
        ),
    )
