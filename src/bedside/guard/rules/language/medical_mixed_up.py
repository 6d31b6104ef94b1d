from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class MedicalMixedUp(WordingRule):
    """
    A medical word in the place of one that sounds like it.

    ## Why it matters
    "Prostrate cancer" and "new patience" are the slips that embarrass a clinic most: they are
    spelled correctly, and every reader sees that the writer does not know the word.

    ## Flagged
    - September is [prostrate] cancer month.
    - We welcome new [patience] of all ages.
    - Keep the cut clean so that it can [heel] well.
    - Hold your [breathe] for the scan.

    ## Fine
    - Thank you for your patience.
    - Heel pain? A prostate exam? Ask our patients how they heal.
    - Breathe in, and hold your breath.

    ## Instead
    Use the word that means what you mean; the suggestion names it.
    """

    code = "L015"
    label = "PROOF"
    severity = Severity.WARN
    source = "MedlinePlus, medical dictionary"
    kinds = frozenset(Kind)
    message = 'Here "{found}" should be "{instead}".'
    wordings = (
        Wording(
            "patience",
            after="new|all|established|many|most|dental|medicare|medicaid|these|those|young|"
            "older|surgical|pediatric|cancer|returning|existing|other|treat|treats|"
            "treating|see|seeing",
            suggestion="patients",
        ),
        Wording(
            "patience",
            then=r"(?= (?:are|were|have|who|deserve|love|say|portal|rooms?|with diabetes|"
            r"and families)\b)",
            suggestion="patients",
        ),
        Wording(
            "patients",
            after="your|lose|losing|lost|little",
            then=r"(?= (?:while|as we|during|with us|is appreciated|and understanding)\b)",
            suggestion="patience",
        ),
        Wording(
            "prostrate",
            then=r"(?= (?:cancer|exams?|screenings?|health|gland|surgery|problems|checks?|"
            r"biops|enlarge|tests?|month))",
            suggestion="prostate",
        ),
        Wording("prostrate", after="your|enlarged|the|an|his", suggestion="prostate"),
        Wording(
            "heel",
            after="to|will|can|help|helps|wounds|cuts|it|may|not|bones|skin|scars|bodies|you",
            then=r"(?! (?:pain|spurs?|bones?|strike|pads?|cups?|lifts?|raises?|toe)\b)",
            suggestion="heal",
        ),
        Wording(
            "heels",
            then=r"(?= (?:faster|quickly|slowly|on its own|well|best|itself)\b)",
            suggestion="heals",
        ),
        Wording("heeling", after="wound|is|are|of|for|bone|and", suggestion="healing"),
        Wording(
            "heal", then=r"(?= (?:pain|spurs?|stick|prick|lifts?|cord|cups?)\b)", suggestion="heel"
        ),
        Wording(
            "breath",
            after="to|can't|cannot|just|you|we|not|and|help|then",
            then=r"(?= (?:deeply|easy|easier|in|out|again|normally|freely|slowly|through|"
            r"better|properly|clean)\b| *[.,!?]| *$)",
            suggestion="breathe",
        ),
        Wording(
            "breathe",
            after="deep|a|of|your|her|his|bad|each|every",
            then=r"(?= (?:for|tests?|is|may|can|and|holds?)\b| *[.,!?]| *$)",
            suggestion="breath",
        ),
        Wording(
            "mucous", then=r"(?! (?:membranes?|cysts?|glands?|layer|cells?)\b)", suggestion="mucus"
        ),
        Wording("mucus", then=r"(?= membranes?\b)", suggestion="mucous"),
        Wording("palpations", suggestion="palpitations"),
        Wording("palpation", after="heart", suggestion="palpitation"),
        Wording(
            "peroneal",
            then=r"(?= (?:tears?|massage|pain after birth|stitches|care after)\b)",
            suggestion="perineal",
        ),
        Wording(
            "perineal", then=r"(?= (?:tendons?|nerve palsy|tendinitis)\b)", suggestion="peroneal"
        ),
        Wording("ileac", suggestion="iliac"),
        Wording(
            "does",
            after="a|missed|booster|second|next|daily|each|per|first|third|one|flu|vaccine|single",
            then=r"(?= [a-z])(?! (?:it|he|she|that|the|this|not|your|anyone|a|n't|what|so)\b)",
            suggestion="dose",
        ),
        Wording(
            "dose",
            after="^",
            then=r"(?= (?:it|this|your|the|anyone|insurance|my|medicare)\b)",
            suggestion="does",
        ),
        Wording("flew|flue", then=r"(?= (?:shots?|season|vaccines?|clinic)\b)", suggestion="flu"),
        Wording("soar|sour|sore", then=r" (?:threat|throught|trhoat)", suggestion="sore throat"),
        Wording("soar", then=r"(?= (?:throats?|muscles?|backs?|arms?|feet)\b)", suggestion="sore"),
        Wording(
            "hart", then=r"(?= (?:attacks?|disease|health|failure|month)\b)", suggestion="heart"
        ),
        Wording(
            "vain|vains",
            after="varicose|spider|a|leg|deep|your",
            then=r"(?! (?:attempt|hope|effort))",
            suggestion="vein",
        ),
        Wording("die", after="contrast|hair", suggestion="dye"),
        Wording(
            "mussel|mussels",
            then=r"(?= (?:pain|aches?|cramps?|tone|mass|strain|weakness)\b)",
            suggestion="muscle",
        ),
        Wording("tow", after="big|ingrown|stubbed|broken|sore", suggestion="toe"),
        Wording(
            "waste", then=r"(?= (?:size|circumference|line measurement)\b)", suggestion="waist"
        ),
        Wording(
            "where|were",
            after="please|to|must|should|^",
            then=r"(?= (?:a|your) mask\b)",
            suggestion="wear",
        ),
        Wording("berth", after="giving|give|birth|child|gave|premature", suggestion="birth"),
        Wording(
            "berth", then=r"(?= (?:control|weight|plans?|defects?|center)\b)", suggestion="birth"
        ),
        Wording("aide", after="first|hearing|band", suggestion="aid"),
        Wording("aides", after="hearing|band|visual", suggestion="aids"),
        Wording(
            "council",
            after="grief|genetic|can|will|we",
            then=r"(?= (?:you|patients|families|sessions?)\b)",
            suggestion="counsel",
        ),
        Wording(
            "week",
            then=r"(?= (?:knees|ankles|immune|bones|muscles|bladder|pelvic|heart)\b)",
            not_after="this|next|last|per|a|each|every|one",
            suggestion="weak",
        ),
        Wording(
            "ones",
            then=r"(?= (?:a|per) (?:day|week|month|year)\b)",
            not_after="loved|the|little|these",
            suggestion="once",
        ),
        Wording("colon", then=r"(?= oscopy\b)", message='"Colonoscopy" is one word.'),
        Wording("natel", suggestion="natal"),
        Wording("immune", then=r"(?= comprised\b)", message='The word is "immunocompromised".'),
        Wording("old timers|oldtimers", then=r" disease", suggestion="Alzheimer's disease"),
        Wording("very close veins|very coarse veins", suggestion="varicose veins"),
        Wording("contraindicative", suggestion="contraindicated"),
        Wording("inhailer", suggestion="inhaler"),
        Wording("stationery", then=r"(?= (?:bikes?|cycles?|bicycles?)\b)", suggestion="stationary"),
    )
