from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.pieces import KIN
from bedside.guard.triage.scenes import safety
from bedside.guard.triage.signal import Signal

_HURT = (
    r"(?:icu|intensive care|ventilator|sepsis|septic|surgery again|another operation|"
    r"second operation|"
    r"emergency (?:surgery|operation|theatre)|transfusion|coma|amputat\w+|paralys\w+|"
    r"brain damage|brain "
    r"injury|organ failure|kidney failure|dialysis|permanent\w*|stroke|hospital|a&e|er|blind|"
    r"deaf)"
)


class PatientSafety(Signal):
    """
    Somebody came to harm through care, or will if nothing is done.

    ## What to do
    Whoever answers for safety is told today; records are kept; nothing is argued in public.

    ## Flagged
    - They took out the [wrong tooth].
    - They [gave her amoxicillin, it says allergy] in red on her chart.
    - The [alarms are muted] on ward two.
    - My child was given the [adult dose].
    - They [pulled a healthy tooth].

    ## Hinted
    - He gave her the injection and now she is on a [ventilator].

    ## Fine
    - I was at the wrong door for ten minutes.
    - They removed the tooth and it was over in a minute.
    - A new ventilator for the fish tank, how lovely.
    """

    flag = Flag.PATIENT_SAFETY
    urgent = (
        # The wrong one.
        r"wrong (?:eye|side(?! of)|tooth|teeth|leg|knee|hip|foot|toe|hand|finger|arm|breast|kidney|"
        r"patient'?s?|baby"
        r"|blood|dose|drug|dosage|medicine|medication|meds|tablets?|pills?|injection|vaccine|jab|"
        r"strength|"
        r"person's (?:x-?ray|chart|file|notes)|limb|ovary|lung|vertebra|level|embryo|sperm|organ|"
        r"implant|"
        r"lens|size implant|patch|insulin|bag of|infusion|child|ear|mole|name ?band|wristband|"
        r"band)",
        r"(?:another|other|someone else'?s?|somebody else'?s?|next) (?:patient'?s?|lady'?s?|"
        r"gentleman'?s?|"
        r"man'?s?|woman'?s?|resident'?s?|child'?s?|person'?s?|bloke'?s?|) ?<1?>(?:tablets?|pills|"
        r"medication|meds|medicine|insulin|dose|injection|blood|infusion|drip|"
        r"heart tablets)(?! results)",
        r"(?:labels?|samples?|results|specimens?|slides|charts?|babies|embryos|biops\w+|vials?|"
        r"wristbands|"
        r"bands?|tubes) <2?>(?:had been |were |was |got |been )?(?:swapped|switched|mixed up|"
        r"mislabel\w+"
        r"|mixed-up|confused)|(?:another|other|different) (?:mum|mom|mother|baby|"
        r"child)'s name(?: on)?|"
        r"(?:not|isn't) (?:our|my) baby",
        r"(?:ten|10|double|twice|five|three) (?:times )?(?:the )?<2?>(?:dose|amount|"
        r"strength)(?: of)?|"
        r"(?:over|mis)dosed (?:him|her|me|my)|(?:gave|given|giving|injected|prescribed|put|"
        r"started)<3>"
        r"(?:penicillin|amoxicillin|latex|codeine|aspirin|ibuprofen|morphine|antibiotic|nuts?|"
        r"contrast)<9>"
        r"(?:allerg\w+)|allerg\w+<14>(?:gave|given|prescribed|served|injected|used|"
        r"put)(?: (?:him|her|me|it))?"
        r"(?: (?:the|it|penicillin|amoxicillin|anyway|peanut\w*|latex))?",
        r"(?:gave|given|giving) (?:him|her|me|mum|mom|dad) (?:penicillin|amoxicillin|morphine|"
        r"codeine|the other|"
        r"somebody|someone|an? (?:overdose|adult dose))",
        # Left, dropped, cut, burnt.
        r"(?:left|leaving|forgot|lost|broke|snapped|found|stuck|still) <4?>(?:a |the |an |his |"
        r"her |my )?"
        r"(?:piece of |bit of |tip of |end of |bits of )?(?:the )?(?:swab|sponge|needle|gauze|"
        r"drill ?bit|file|"
        r"instrument|clamp|scissors|wire|catheter tip|tip|guide ?wire|screw|cotton|packing|"
        r"tampon|root) "
        r"<3?>(?:in|inside|up|behind|under|somewhere in)(?: (?:me|my|him|her|his|the|there))",
        r"(?:dropped|drop(?:s|ping)?|fell|fallen|fall|slipped|came down|rolled|tipped|slid|"
        r"let go)<6>(?:hoist|"
        r"stretcher|trolley|hospital bed|bed frame|operating table|transfer|sling|gurney|"
        r"exam(?:ination)? table|"
        r"x-?ray table|wheelchair ramp|lift strap)|(?:hoist|sling|bed rail|stretcher|trolley|"
        r"gurney|wheelchair|"
        r"grab rail|cot side) <3?>(?:let go|gave way|dropped|broke|snapped|tipped|collapsed|"
        r"failed|came off)"
        r"|dropped (?:my|our|the|him|her) (?:baby|newborn|mum|mom|dad|gran|nan|mother|father|"
        r"on)?<4>(?:head|"
        r"floor|face|hip)|(?:hip|leg|arm|wrist|collarbone)(?:'s| is) (?:pointing|broken|"
        r"fractured|snapped)",
        r"(?:burn(?:t|ed|s|ing)?|scald\w+|cut|nicked|sliced|perforat\w+|punctured|severed|"
        r"pierced|tore|clipped|"
        r"fractured|cracked|broke|dislocated|damaged) <2?>(?:my|his|her|the|mum's|dad's|mom's|"
        r"our|baby's) "
        r"<1?>(?:nerve|artery|bowel|bladder|ureter|liver|lung|jaw|face|tongue|lip|cheek|skin|arm|"
        r"hand|leg|"
        r"rib|ribs|spine|neck|cornea|eye|gut|womb|uterus|spleen|cheekbone|scalp|ear ?drum|"
        r"collarbone|duct)",
        r"(?:nerve damage|permanent(?:ly)? (?:numb|damage\w*|scar\w*|blind|deaf|disabled|lost|"
        r"injur\w+)|"
        r"(?:never|won't|can't|cannot|will never|may never|might never) <2?>(?:walk|see|hear|"
        r"feel|have "
        r"(?:children|kids|another)|speak|eat|swallow|use (?:my|his|her)) <2?>(?:again|properly|"
        r"out of|with|"
        r"since)|can't close (?:my|his|her) eye|paraly[sz]ed|brain[- ]damaged?|perforated|"
        r"third[- ]degree|"
        r"second[- ]degree burns?|woke up <2?>(?:during|mid|in the middle)<3>(?:surgery|"
        r"operation|procedure|"
        r"op)|awake (?:during|through|for)<3>(?:surgery|operation|cutting)(?! (?:caesarean|"
        r"section|craniotomy)))",
        rf"(?:ended up|landed|spent|put (?:him|her|me)|back|rushed|admitted|now|is still|he's|"
        rf"she's|woke up|"
        rf"month|weeks?|days?|nights?) <3?>(?:in|on|to) <1?>{_HURT}<9>(?:because|after (?:you|"
        r"your|the|they)|thanks to (?:you|your|that)|from (?:your|the)|due to|as a result|"
        r"you (?:said|sent|gave|"
        r"missed|told)|they (?:said|sent|gave|missed|told)|infection)",
        # Missed, sent away.
        r"(?:missed|misread|misdiagnos\w+|overlooked|failed to (?:spot|see|notice|diagnose|act|"
        r"pass on|treat)|"
        r"didn't (?:spot|see|notice|read)|never (?:looked at|read|followed up|opened|sent)|"
        r"dismissed|ignored|lost|"
        r"forgot (?:about )?|sat on|filed|told (?:me|us|him|her) (?:it was|the))<9>(?:cancer|"
        r"tumou?r|stroke|"
        r"fracture|break|sepsis|meningitis|clot|embolism|appendix|appendicitis|ectopic|"
        r"pre-?eclampsia|heart "
        r"attack|bleed|melanoma|infection|abnormal|lump|mass|shadow|malignan\w+|pneumonia|"
        r"glaucoma|detached|"
        r"aneurysm|torsion|leukaemia|leukemia)",
        r"(?:cancer|tumou?r|stroke|sepsis|meningitis|appendix|clot|fracture|melanoma|"
        r"lump)<12>(?:you (?:said|told|"
        r"missed|called)|they (?:said|told|missed|called)|was (?:missed|there|visible|"
        r"on the (?:scan|film))|a year "
        r"(?:ago|later)|months later|all along|was nothing|said it was (?:nothing|anxiety|gas|"
        r"wind|heartburn|a "
        r"virus|stress|constipation))|(?:in|spread to|it's in) (?:his|her|my) (?:liver|bones|"
        r"brain|lungs|spine|"
        r"lymph nodes) now|now (?:it's )?(?:stage (?:four|4|iv)|terminal|inoperable)",
        r"(?:benign|all clear|clear|normal|nothing to worry about|just a (?:cyst|bruise|sprain|"
        r"virus|mole|cold))<14>"
        r"(?:phoned to say|turns? out|turned out|it (?:was|is) (?:cancer|malignant|broken|"
        r"fractured)|actually|"
        r"months later|stage)|sent (?:him|her|me|us|my \w+) (?:home|away|back|en taxi)<9>(?:icu|"
        r"died|dead|stroke|"
        r"septic|sepsis|ambulance|collapsed|appendix|heart attack|broken|burst|twice|intensive|"
        r"hours later|surgery)",
        # What is unsafe now.
        r"(?:alarms?|monitors?|call bells?|emergency (?:cord|button)|sprinklers?|fire doors?|"
        r"oxygen|defib\w*|crash "
        r"(?:trolley|cart)|fridge|vaccine fridge|autoclave|steri\w+|ventilators?)<5>(?:muted|"
        r"taped|off|broken|"
        r"unplugged|disconnected|blank|empty|locked|chained|blocked|out of date|expired|red|"
        r"failing|warm|switched "
        r"off|silenced|not work\w*|doesn't work|didn't work)(?! light)",
        r"(?:not|never|aren't|isn't|without|weren't|didn't|don't) <2?>(?:sterili[sz]\w+|"
        r"autoclav\w+|disinfect"
        r"\w*|chang\w+ (?:gloves|their gloves|the needles?)|wash\w* (?:their |his |her )?hands)|"
        r"(?:re-?us\w+|same|"
        r"shar\w+|used|dirty|bloody|second-?hand) <2?>(?:needles?|syringes?|gloves|lancets?|"
        r"scalpels?|vials?|"
        r"instruments?|speculum|burs?|trays?|catheters?|drill)(?! (?:jokes|phobia))|"
        r"blood <2?>(?:on|left on) "
        r"(?:the |his |her )?(?:instruments?|tray|drill|needle|probe|gloves|tools)|(?:expired|"
        r"out[- ]of[- ]date) "
        r"(?:vaccines?|drugs?|medication|insulin|anaesthetic|botox|filler|batch|vials?|stock)",
        r"(?:(?:two|three|four|five|six|several|\d+) of us|(?:two|three|four|five|six|several|"
        r"\d+) (?:patients|"
        r"people|residents|babies|others))<9>(?:infect\w+|hepatitis|blue|ill|"
        r"same (?:infection|month|rash|"
        r"bug|thing)|sick|abscess\w*|fell|hospital)|(?:hepatitis|hiv|mrsa|c\.? ?diff|legionella|"
        r"tb)<5>(?:from "
        r"(?:your|the|their)|since|outbreak|after (?:your|my|the|visit))|(?:outbreak|hiding|"
        r"covering up|covered up)"
        r"<5>(?:infection|ward|deaths?|falls?|mistake|error|incidents?)",
        r"(?:drunk|smell(?:ed|t|s|ing)? of (?:alcohol|drink|booze|whisky|vodka|wine)|high|stoned|"
        r"asleep|passed out|"
        r"slurring|shaking hands)<7>(?:surgeon|doctor|dentist|nurse|anaesthetist|pharmacist|"
        r"operat\w+|injection|"
        r"on (?:duty|shift)|drill|needle)|(?:surgeon|doctor|dentist|nurse|anaesthetist|"
        r"pharmacist|carer|aide|"
        r"dr\.? \w+)<5>(?:drunk|smelled of (?:alcohol|drink|booze|vodka|whisky|wine)|"
        r"smelt of (?:alcohol|drink|"
        r"booze|vodka|whisky|wine)|was high|reeked of)|(?:no|not a|isn't a|never had a|fake|"
        r"unlicensed|without a|"
        r"expired) <1?>(?:licen[cs]ed?|qualified|registered)(?: (?:doctor|nurse|injector|dentist|"
        r"to))",
        r"(?:sores?|bedsores?|ulcers?|pressure (?:sore|wound|ulcer)s?)<9>(?:bone|white|stage|"
        r"smell\w*|black|size|"
        r"maggots?|through|fist|deep|open)|maggots?|(?:lost|weighed|down|dropped)<5>(?:kilos?|kg|"
        r"pounds|lb|stone)"
        r"<9>(?:since (?:she|he) (?:came|moved|went)|in (?:your|this|the) (?:care|home)|eat\w*|"
        r"feed\w*|spoon|two "
        r"months|a month)|(?:soaked|lying|sat|left|sitting) in (?:his|her|their|my) own (?:urine|"
        r"wee|mess|filth|"
        r"faeces|feces|pee|waste|excrement|vomit|blood)|(?:dehydrated|malnourished|starv(?:ed|ing)|"
        r"skeletal)",
        rf"(?:left|alone|unattended|forgotten|abandoned|locked)<6>(?:bath|toilet|corridor|bed|"
        rf"chair|van|minibus|"
        rf"bus|machine|scanner|mri|car|freez\w+|hours?)<7>(?:hours|overnight|all night|blue|cold|"
        rf"fell|unconscious|"
        rf"choking|drown\w*)|(?:{KIN}) (?:was )?found <3?>(?:on the floor|outside|wandering|"
        rf"in the road|"
        r"unconscious|choking|cold|blue)|wandered (?:out|off)<6>(?:road|night|cold|police|found|"
        r"miles|door)",
        # Spanish and French.
        r"(?:diente|muela|ojo|pierna|rodilla|lado|brazo) equivocad[oa]|(?:medicina|medicamento|"
        r"dosis|inyección|"
        r"pastilla) equivocad[oa]|(?:era|es) alérgic[oa]<9>(?:dieron|pusieron|inyect\w+|"
        r"recet\w+)|(?:le|me) (?:dejaron"
        r"|olvidaron)<5>(?:gasa|aguja|dentro)|(?:lo|la|me) mandaron (?:a (?:la )?casa|en taxi)|"
        r"(?:perforaron|cortaron|"
        r"quemaron) (?:el|la|un)|las incubadoras",
        r"mauvais(?:e)? (?:dent|œil|oeil|jambe|genou|côté|patient|dose|médicament|dossier|sang)|"
        r"(?:était|est) "
        r"allergique<9>(?:donné|prescrit|injecté)|(?:oublié|laissé)<4>(?:compresse|aiguille|"
        r"instrument)|renvoyée? "
        r"(?:chez (?:lui|elle|moi)|à la maison)<9>(?:mort\w*|réanimation|avc|infarctus|"
        r"septicémie|urgence)",
        *safety.SAID,
    )
    hints = safety.HINTS
    unless = (
        r"(?:swapped|changed) (?:by|before|the same)|(?:diagram|coffee|near miss|caught it|"
        r"spotted it|"
        r"they noticed) (?:before|and "
        r"nobody)|wrong (?:dose|size) of (?:humou?r|sarcasm)"
    )
