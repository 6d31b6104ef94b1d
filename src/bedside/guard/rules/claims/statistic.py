from __future__ import annotations

from bedside.guard.claiming import SOURCE
from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_N = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety(?:-\w+)?|half)"
)
_WHO = (
    r"(?:adults?|people|americans|australians|canadians|britons|brits|kids?|children|"
    r"teens?|teenagers|women|men|mothers|moms|mums|parents|couples|families|students|"
    r"workers|nurses|smokers|seniors|babies|infants|falls|cases|deaths|strokes|"
    r"heart attacks|cancers?|cavities|headaches|injuries|infections|back pain|leaks|"
    r"wounds|patients|pregnanc\w+|births|marriages|visits|surger\w+|diagnos\w+|"
    r"illness\w*|disease|diabet\w+|hearing loss|us|of us|households|athletes|runners|"
    r"drivers|employees|the population|adult|your|all)"
)
_OWN = (
    r"\b(?:we|our|ours|us here|this month|raffle|ticket|\d% off|[$£€]\d+ off|discount|tax|uptime|"
    r"open|"
    r"parking|proceeds|sold|votes?|raised|rated)\b"
)


class Statistic(WordingRule):
    """
    A health figure without its source.

    ## Why it matters
    Readers cannot check it, and half of the figures that go round are wrong or old.

    ## Flagged
    - [One in three adults] grinds their teeth at night.
    - Gum disease [doubles the chance] of a heart attack.
    - [92% of back pain] clears up without surgery.

    ## Fine
    - Nearly half of adults in the United States have high blood pressure (source: CDC).
    - We gave 1,204 flu shots, and 100% of the cake-sale money goes to the van.
    - Flu shots are 10% off for staff, one in each arm is one too many.

    ## Instead
    Name the source and the year, with a link if there is room.
    """

    code = "C008"
    label = "CLAIM-EVIDENCE"
    severity = Severity.WARN
    source = "FTC Health Products Compliance Guidance (2022); CDC Clear Communication Index"
    kinds = frozenset({Kind.POST, Kind.AD, Kind.PROFILE})
    message = "A figure like this needs its source."
    spared = SOURCE
    wordings = (
        Wording(
            "in|out of",
            before=rf"(?<![$£€\d.,]){_N}(?<!,) ",
            then=rf" {_N}(?<!ten[ ]out[ ]of[ ]ten)(?<!five[ ]out[ ]of[ ]five)"
            rf"(?<!10[ ]out[ ]of[ ]10)"
            rf"(?! (?:minutes|hours|days|weeks|stars?|months|seconds|dollars|states|"
            rf"provinces|counties|languages|sizes|colou?rs)\b)(?: (?:{_WHO}|\w+))?",
            not_after="open|day",
        ),
        Wording(
            "% of|percent of|per cent of",
            before=r"\d[\d.,]* ?",
            then=rf" (?:all |the |every |older |young |us )*{_WHO}",
        ),
        Wording(
            "half of|third of|quarter of|two-thirds of|three-quarters of|majority of|thirds of",
            then=rf" (?:all |the |every |older |young |u\.s\. )*{_WHO}",
        ),
        Wording(
            "doubles|triples|halves|quadruples|doubling",
            then=r" (?:the|your|a|their|his|her)<2>(?:chance|chances|risk|risks|odds|rate|"
            r"rates|likelihood|lifespan|recovery|speed|death|dose)",
        ),
        Wording(
            "twice|three times|four times|five times|ten times|2x|3x|5x|10x",
            then=r" (?:(?:as|more) (?:likely|many|common|often|high|much|effective|fast|"
            r"deadly|long|quickly|sick|well)|the (?:risk|chance|rate|odds|\w+ disease|number)|"
            r"faster|higher|"
            r"likelier|better)",
        ),
        Wording(
            "risk",
            before=r"(?:cuts?|cutting|lowers?|reduces?|slash(?:es)?|drops?|raises?|increases?|"
            r"boosts?)<4>",
            then=r"(?: of [\w ]{2,30})? (?:in half|by (?:half|\d+|a (?:third|quarter)|"
            r"up to)[ \w%]{0,12})",
        ),
        Wording(
            "by half|in half",
            before=r"(?:cuts?|lowers?|reduces?|slash(?:es)?|halves)(?: [\w'-]+){1,6} ",
        ),
        Wording(
            "million|billion|thousand",
            before=rf"{_N} ",
            then=rf" (?:\w+ )?(?:{_WHO}|lives|dollars a year|hospital|er visits|visits)",
        ),
        Wording(
            "most|nearly all|almost all",
            then=r" (?:\w+ )?(?:falls|strokes|heart attacks|cancers|cavities|headaches|"
            r"injuries|infections|deaths|back pain|ear infections|adults over|drownings|"
            r"burns|concussions|migraines|overdoses|poisonings|"
            r"accidents)(?: [\w']+){0,3} (?:happen|are|occur|start|begin|come|could|can|"
            r"go|get|have|clear|heal)",
        ),
        Wording(
            "sooner|faster|earlier|longer|younger",
            before=rf"(?<!look[ ])(?<!looks[ ])(?<!looking[ ]){_N} "
            rf"(?:\w+ )?(?:years?|weeks?|hours?|days?|months?|minutes?) ",
            then=r"(?! (?:than usual|hours|on (?:monday|saturday))\b)",
        ),
        Wording(
            "years|year",
            before=rf"(?:wait|waits|lose|loses|lost|live|lives|adds?|takes?|ages?|"
            rf"shortens?)<3>{_N} ",
            then=r" (?:on average|longer|off|to your|of your|before (?:getting|seeking|they)|more)",
        ),
        Wording(
            "on average|the average",
            before=r"(?:wait|live|lose|sleep|spend|take|drink|eat|people|adults|kids|"
            r"americans)[^.!?]{0,40}",
            then=r"(?: (?:adult|person|american|child|teen|woman|man|smoker|patient))?",
            not_after="our|we",
        ),
        Wording(
            "the average",
            then=r" (?:adult|person|american|child|teen|woman|man|smoker|australian|canadian|"
            r"brit)<3>(?:\d|\w+ (?:hours|pounds|times|minutes|years|cups|grams))",
        ),
        Wording(
            "like",
            before=r"(?:ages?|damages?|hurts?|is|as bad)<4>",
            then=rf" (?:smoking )?{_N} (?:years|cigarettes|packs|bricks)[\w ]{{0,20}}",
        ),
        Wording(
            "every dollar|every $1|each dollar|for every $1|$1 spent|every pound|every £1|each "
            "pound|"
            "every euro",
            then=r"[^.!?]{0,40} (?:returns?|saves?|yields?|earns?|brings? back)",
        ),
        Wording(
            "whole grade|full grade|iq points|points lower|points higher|grade lower",
            before=r"(?:scores?|kids|children|students)[^.!?]{0,40}",
        ),
        Wording(
            "die|dies|died",
            before=rf"{_N}(?: \w+){{0,2}} ",
            then=r" (?:every|each|a|per) (?:day|year|hour|minute|week|from)",
        ),
        Wording("every", then=rf" {_N} (?:seconds|minutes),? (?:someone|a|an|one)"),
        Wording(
            "shortens|speeds|cuts|lowers|adds|boosts|improves|increases|reduces|raises|drops",
            then=rf"(?: [\w']+){{1,4}} by (?:up to |about |nearly )?{_N}(?:%| (?:hours?|days?|"
            r"weeks?|years?|points|percent|times|mmhg|minutes))?",
        ),
        Wording("behind", then=rf" {_N} (?:out of|in|of) {_N}"),
        Wording(
            "linked to|raises the risk|increases the risk|causes|leads to|prevents",
            then=r"<3>(?:alzheimer's|dementia|heart attacks?|heart disease|strokes?|cancer|"
            r"diabetes|depression|kidney failure|blindness|infertility)",
            severity=Severity.INFO,
        ),
        Wording(
            "half as|a third as|a quarter as|a third more|a third less|a third fewer|"
            "a quarter more|a quarter less|a fifth less|a fifth more|half the|double the|"
            "almost double|nearly double",
            then=r" (?:many|much|often|likely|long|accurate|risk|rate|rates|chance|chances|odds|"
            r"national|the national|the risk|the rate|the odds|pain|school days|time in)",
        ),
        Wording(
            "%|percent|per cent",
            before=r"(?<![$£€])\b(?:\d[\d.,]*|[a-z]+(?:-[a-z]+)?) ?",
            then=r" (?:more|less|fewer|better|faster|lower|higher|shorter|longer|quicker) "
            r"(?:[\w-]+ )?(?:pain|colou?r|flushes|falls|infections?|symptoms?|headaches|visits|"
            r"readmissions?|sleep|energy|healing|tooth|teeth|cavities|control|recovery|"
            r"complications|strokes?|attacks|blood|calls|likely|bone|muscle|hair|wrinkles|anxiety|"
            r"stress|sick days|relapses?)",
            firm=True,
        ),
        Wording(
            "lifts|lift|boost|cut|slashes|shrinks|shrink|reduce|lower|improve|increase|raise|"
            "drop|boosts|cuts|speeds up|lengthens",
            then=rf"(?: [\w'-]+){{1,6}} by (?:up to |about |nearly |around |almost |over |some )?"
            rf"(?:{_N} ?(?:%|percent|per cent)|a (?:third|quarter|fifth)|half)",
        ),
        Wording(
            "most of the|most of our|the majority of|behind most|nearly all of the",
            then=r" (?:\w+ )?(?:headaches|falls|strokes|back pain|injuries|infections|cavities|"
            r"illness\w*|heart attacks|cancers|migraines)",
        ),
        Wording("kills more|kill more|claims more lives", then=r" [\w' ]{0,25}than"),
    )
    unless = _OWN
