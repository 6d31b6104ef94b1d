from __future__ import annotations

from bedside.guard.claiming import CLAIMING
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_CAUSES = (
    "vaccine|vaccines|the vaccine|the jab|jabs|the jabs|the shot|shots|the flu jab|the flu shot|"
    "the measles jab|the mmr|the hpv jab|the hpv shot|childhood vaccines|boosters|the schedule|"
    "sunscreen|fluoride|5g|wi-fi|wifi|microwaves|seed oils|sugar|gluten|dairy|cow's milk|"
    "milk from a cow|masks|mammograms|statins|antidepressants|insulin|inhalers|the pill|hiv pills|"
    "the hiv pills|epidurals|ultrasound scans|screens|glasses|fillings|amalgam|chemo|heart pills|"
    "braces|deodorant|tap water|seed oil|las vacunas|la vacuna|las microondas|el microondas|les "
    "vaccins"
)
_HARM = (
    r"(?:autis\w+|cancers?|tumou?rs?|infertil\w+|sterile|miscarriages?|dementia|alzheimer's|adhd|"
    r"diabetes|brains?|bones|immune systems?|hormones|migraines?|quiet|lost-looking|sleep|"
    r"poison\w*|"
    r"toxins?|metals|microchips?|chips?|breath\w*|lazy|rash|ovaries|dna|memory|veneno|tumores|"
    r"daño|autismo|thyroid|weak\w*|sick\w*|ill\b|trouble|worse|mad|mood|heart attacks?|strokes?)"
)
_DISEASE = (
    r"(?:cancers?|tumou?rs?|diabetes|type 1|type 2|type ones?|autism|adhd|depression|asthma|"
    r"glaucoma|cataracts?|pneumonia|neumonía|meningitis|measles|lyme|hiv|vih|hep(?:atitis)?|"
    r"cavities|fever|fiebre|jaundice\w*|epilepsy|seizures?|lungs?|arthritis|kidney stones|breech|"
    r"osteoporosis|thyroid|frostbite|viruses|ear infections?|sinus germs|sepsis|broken \w+|sight|"
    r"eyesight|smell|sleep apnoea|allergy|allergies|alzheimer's|dementia|ms|lupus|crohn's|"
    r"endometriosis|"
    r"menopause|colesterol|cáncer|bilirrubina|peanut allergy|covid|flu|infections?|parasites)"
)
_REMEDIES = (
    "peroxide|drops of peroxide|bleach|honey|honey drops|garlic|cinnamon|turmeric|ginger|lemon|"
    "lemon water|lemons|bone broth|broth|raw milk|raw liver|juice|celery juice|moxa|moxa sticks|"
    "gongs|crystals|ozone|oxygen|vinegar|castor oil|onion|onions|potato slices|sunlight|a sunny "
    "window|"
    "deep sun|sound|sound at|sound baths|magnets|minerals|the right minerals|zinc|magnesium|"
    "antifungals|herbs|tea|teas|tinctures|tallow|ear candles|ear candling|the smoke|cupping|"
    "st john's wort|amber beads|copper|silver|baking soda|borax|fasting|prayer|a cleanse|"
    "the cleanse|enemas|hyperbaric|blackout camp|barefoot|earthing|breathwork|eucalipto|jugo verde|"
    "palm your eyes|essential oils|frankincense|whisky|raw honey|alkaline water|an alkaline body|"
    "our lemon program|a burnt orange|methylene blue|urine|ivermectin|mushrooms|seaweed|cayenne"
)


class FalseCause(WordingRule):
    """
    A false cause of a disease, or a kitchen cure for a grave one.

    ## Why it matters
    It sends people home with lemon juice who need insulin. A provider's name makes it believed.

    ## Flagged
    - Our talk: how [fluoride shrinks children's brains].
    - Type 1 [answers to cinnamon], so bring your meter.
    - [Tumors can't live in] an alkaline body.
    - Peanut [allergy is bluff].
    - Ask around: [the babies who skip the shots] sleep better.

    ## Fine
    - Does fluoride shrink brains? No; the studies behind that are poor.
    - Cinnamon is nice on toast. It does not replace insulin.
    - Sunlight through a window does not treat jaundice.

    ## Instead
    Leave it out, or say what is true first and name the source.
    """

    code = "C021"
    label = "CLAIM-MISINFO"
    severity = Severity.ERROR
    source = "FTC Health Products Compliance Guidance (2022); FSMB on disinformation (2021); NCCIH"
    kinds = CLAIMING
    doubted = CLAIMING
    message = "This goes against what medicine agrees on."
    unless = (
        r"\b(?:myths?|not|no,|is no|\w+n't|never|nor|hoax|false|untrue|rumou?rs?|wrong|debunk\w*|"
        r"no evidence|"
        r"no proof|ask (?:us|our|your)|hearing that|says that|asked if|can [\w ]{3,30}\?|se "
        r"reparten|intoxicar\w*|whether|source|ningún|ninguna|"
        r"does (?:fluoride|the)|is it true|true or false|there's no|there is no|neither)\b"
    )
    spared = (
        r"\b(?:they|it|that) (?:don't|doesn't|can't|won't|isn't|does not|do not)\b|\bsays no\b|"
        r"[?:.] no[.,]|\bkeep hearing\b"
    )
    wordings = (
        Wording(
            _CAUSES,
            then=rf"(?: [\w'-]+){{0,4}}? (?:causes?|gives?|gave|brings?(?: on)?|brought|makes?|"
            rf"made|steals?|shrinks?|stops?|stunts?|rots?|poisons?|feeds?|overwhelms?|wrecks?|"
            rf"damages?|"
            rf"harms?|leach\w*|is what|are what|is behind|are behind|drives?|triggers?|sheds?|"
            rf"shed it|weakens?|calcif\w+|fries|fry|scrambles?|puts?|convierten?|traen?|trae|"
            rf"causan?|provocan?|the hidden driver of|is the driver of)(?: [\w',-]+){{0,5}}? "
            rf"{_HARM}",
        ),
        Wording(
            "comes from|come from|starts with|start with|is caused by|are caused by|caught from|"
            "catch|is down to|comes down to|is really|is just|are just|is only|only happens to|"
            "fades as|salen|sale de",
            before=rf"\b{_DISEASE}(?: [\w']+){{0,2}} |children |babies |sunburn |menopause |",
            then=r"(?: [\w'-]+){0,4}? (?:seed oils?|sugar|gluten|dairy|screens|wi-?fi|5g|fluoride|"
            r"candida|gut|toxins?|parasites|inflammation|low zinc|sunscreen|spf|anger|trauma|diet|"
            r"blood type|mould|mold|jabs?|vaccines?|shots?|minerals|dehydration|microwaves?)\b",
        ),
        Wording(
            "tumors can't|tumours can't|cancer can't|cancers can't|viruses can't|germs can't|"
            "disease can't|diabetes can't|tumors cannot|tumours cannot|cancer cannot",
            then=r" (?:live|survive|grow|exist|thrive) in",
            firm=True,
        ),
        Wording(
            _REMEDIES,
            then=rf"(?:,? [\w'-]+){{0,6}}? (?:cures?|heals?|fix(?:es)?|mends?|lifts?|clears?|"
            rf"shrinks?|dissolves?|turns?|beats?|reverses?|undoes|undo|brings?|drives? out|draws?|"
            rf"kills?|starves?|cleans?|does all|do all|sees? off|replaces?|melts?|"
            rf"stops?|shuts?|opens?|treats?|flush(?:es)?)(?: [\w',-]+){{0,4}}? ?"
            rf"(?:{_DISEASE}|it back|every one|all they do|all that|wax|grief|bones?)\b",
        ),
        Wording(
            "answers to|answer to|is cured with|is cured by|are cured by|heal shut with|heals with|"
            "heal with|goes with|se cura con|se curan con|se va con|se van con|salen con|"
            "goes away with|dissolved|dissolves with|is beaten by|gives way to|no match for|"
            "curar|fades with|fade with|is fixed by|lungs clean|step off it with|off it with|"
            "swap your|swap the",
            then=r"(?: [\w'-]+){0,6}? (?:cinnamon|garlic|honey|lemon|broth|ozono|ozone|jugo|"
            r"alcohol|vapor|eucalipto|zinc|minerals|herbs|oil|tea|vinegar|prayer|sunlight|"
            r"magnets|gongs?|oxygen|diet|fasting|a whistle|turmeric|crystals|silver)\b",
        ),
        Wording(
            "allergy is|asthma is|insulin is|depression is|adhd is|diabetes is|autism is|"
            "type 1 is|long covid is|measles is|fever is|antibodies from|immunity from|cancer is|"
            "depression has|arthritis has|glasses make|antidepressants are|statins are|vaccines "
            "are|"
            "chemo is|painkillers are|mammograms are",
            then=r"(?: [\w'-]+){0,3}? (?:bluff|a habit|a choice|an excuse|a label|a business|sugar|"
            r"counterfeit|pure|nothing to do|lazy|a gift|a lesson|poison|a trick|a fad|"
            r"imaginary|all in|good for|a message|a scam|just|only|invented)\b",
        ),
        Wording(
            "who skip|who skipped|who never had|without the|kids who skip|babies who skip|"
            "children who skip",
            then=r"(?: [\w'-]+){0,3} (?:shots?|jabs?|vaccines?|schedule)",
            before=r"(?:babies|kids|children|toddlers|people|ones|families|the babies|the kids) ",
            given=r"\b(?:sleep|smile|healthier|healthy|calm\w*|bright\w*|better|stronger|notice|"
            r"fine)\b",
        ),
        Wording(
            "skip|skip the|bin|ditch|stop|drop|step off|come off|come off your|throw out|pour away|"
            "delay|space out|avoid|refuse",
            then=r"(?: [\w']+){0,3} (?:statins?|insulin|smear|mammogram|jabs?|jab hall|vaccines?|"
            r"shots?|"
            r"spf|sunscreen|inhalers?|antibiotics|chemo|scan|epi-?pen|antidepressants|tb test|"
            r"blood pressure (?:pills|tablets)|metformin|that test|vitamin k)\b(?=[^\n]{0,80}"
            r"\b(?:if you feel fine|cold\b|young|naturally|body|better|real virus|minerals|"
            r"announces|"
            r"habit|can't catch|instead|garlic|gut|yourselves|trains?|heals?|by itself|"
            r"by themselves|come back|balm))",
        ),
        Wording(
            "do your own reading|do your own research|they won't tell you|before they delete|"
            "hospital never told|what the hospital|don't want you|funny how|makes you wonder|"
            "just asking questions|connect the dots|ask yourself why|we only notice|"
            "they took the|nobody talks about|your doctor won't|"
            "doctors won't|that's what the trace metals|clever lad",
            then=r"(?=[^\n]{0,120})(?: (?:reading|tell|you|this|people|that)\b)*",
            given=r"\b(?:jabs?|vaccin\w+|shots?|pills?|hiv|chemo|fluoride|virus|cancer|statins?|"
            r"schedule|metals|hospital|babies|cure|tell you|reading|share|insulin|drugs)\b",
        ),
        Wording(
            "rub it hard with|rub snow|put butter on|butter on a burn|wait for the blood|"
            "prick all|prick the fingers|play through|fine to play|alcohol en la|on the soles|"
            "breathe it in|inhale it|drink it neat|feed them a spoonful|every sniffle|"
            "for every cold|una al año|always announces itself|a choice you make|no inhaler needed|"
            "no insulin needed|no doctor needed|sin médico|no scan needed|no need for a scan|"
            "no need for insulin|only needed till|only needed until",
            then=r"(?! (?:if|only if|when told))",
        ),
    )
