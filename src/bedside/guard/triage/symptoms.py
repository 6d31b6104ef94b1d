"""What somebody writes who is in danger, in everyday words, for folded (lower-case) text."""

from __future__ import annotations

from typing import Final

from bedside.guard.triage.pieces import KIN

_IS = (
    r"(?:is|are|'s|'re|has|have|'ve|keeps?|keep|feels?|looks?|went|gone|going|getting|turned|"
    r"turning)"
)
_MY = r"(?:my|his|her|their|the|one|both|our)"
_LIMB = r"(?:arms?|legs?|hands?|foot|feet|side|face|fingers?|toes?|mouth|tongue|lips?)"

ALARMING: Final = (
    # Heart and breath.
    r"(?:chest|breastbone) (?:pains?|pressure|tight\w*|is (?:tight|heavy|crushing|burning)|"
    r"feels? "
    r"(?:tight|heavy|crushed)|hurts|has been (?:tight|hurting))|(?:pain|pressure|tight\w*|weight|"
    r"squeezing|elephant|heaviness|band) <2?>(?:in|on|across|round|around) (?:my|his|her|"
    r"the) chest",
    r"(?:can't|cannot|cant|couldn't|can barely|can hardly|struggling to|struggles to|hard to|"
    r"trouble|"
    r"difficulty|unable to|fighting to|hard work to) <1?>(?:breath(?:e|ing)|catch (?:my|his|her) "
    r"breath|get (?:any |enough |my )?(?:air|breath)|finish a sentence|lie flat|swallow(?:ing)?|"
    r"speak|"
    r"talk|get (?:the )?words out)(?! (?:tooth|through that mask|under the mask))",
    r"(?:isn't|not|stopped|stops) breathing|short(?:ness)? of breath|breathless|gasping|"
    r"wheez(?:ing|es|y)|whistle when (?:i|he|she) breathes?|talking's hard|only puffing air|"
    r"breathing <1?>(?:fast|funny|hard|heav\w+|weird|shallow|like|noisy|through)|"
    r"(?:lying|lie) (?:flat|down) (?:and )?(?:i )?(?:can't|cannot|drown)",
    r"heart <1?>(?:racing|pounding|fluttering|skipping|jumping|flip\w*|stopping|doing (?:a )?\w+|"
    r"going (?:like|mad|crazy|\d+))(?! (?:with|for|from) (?:joy|happiness|nerves))",
    r"heart(?:'s| is| has been) <2?>(?:racing|pounding|flutter\w*|skipping|fish|flop\w*|\d+|"
    r"all over)|(?:pulse|heart rate|sats|oxygen|spo2) (?:is |of |at |reads? |says )?\d+",
    r"heart attack(?! (?:when|at|from|seeing|reading) (?:i|the|my) )",
    r"(?:lips?|fingers?|toes?|nails?|face) <2?>(?:blue|bluish|grey|gray|purple|white and cold)",
    r"(?:gone|going|turned|turning|went|looks?|is all|is going) <1?>(?:blue|grey|gray|ashen|"
    r"clammy|mottled)"
    r"(?! (?:with|light|hair|sky|tick|badge|walls?|paint|scrubs|carpet|in the gills|waiting|and "
    r"(?:white|modern|yellow)|room|door))",
    # Brain and nerves.
    rf"{_MY} <2?>(?:face|mouth|smile|eyelid|lip|one side) (?:{_IS} )?<1?>(?:droop\w*|lopsided|"
    r"sagg\w*|crooked|slipped|dropped|slid\w*|numb|pulled down)",
    rf"{_MY} <2?>{_LIMB} (?:won't|doesn't|isn't|can't|hasn't|not|stopped) <1?>(?:mov\w+|work\w*|"
    r"lift\w*|grip\w*|do(?:ing)? what|obey\w*|respond\w*|listen\w*)",
    r"can't <1?>(?:feel|move|lift|use|grip with) (?:my|his|her|the) <1?>(?:arms?|legs?|hands?|"
    r"feet|foot|face|fingers|toes|side)",
    r"slurr(?:ed|ing|s|y)|words <2?>(?:come|coming|came) out <1?>(?:wrong|jumbled|in soup|funny|"
    r"mixed|backwards|sideways|scrambled|garbled)|talking (?:gibberish|nonsense|rubbish|funny|"
    r"like (?:a|"
    r"she's|he's) drunk\w*)|can't find (?:the|her|his) words|(?:speech|talk\w*) (?:is |has )?<1?>"
    r"(?:slurred|garbled|thick|jumbled)|walking like a drunk|(?:stroke|seizure|"
    r"fit) (?:right )?now",
    r"one (?:pupil|leg|calf|arm) <2?>(?:bigger|larger|twice|swollen)|one (?:eye|side|leg|calf|"
    r"arm) <2?>(?:droop\w*|swollen|weaker|hot|twice|"
    r"dragging|numb|weak|heavy)|pupils? <2?>(?:bigger|different|uneven|unequal)",
    r"(?:is|'s|keeps?|been|started|having|had|has) <1?>(?:seizures?|seizing|fitting|convulsi\w+)"
    r"(?! (?:room|me|us|it|in|them))|eyes? roll(?:ed|ing) back|jerking and|foaming at",
    r"worst headache|thunderclap|headache <4>(?:worst|sudden|vision|lights|stiff|two days|"
    r"three days|"
    r"since)|(?:light hurts|hurts to look at (?:the )?light)|neck <1?>(?:stiff|"
    r"won't bend)|"
    r"(?:spots|rash|dots|blotches)<8>(?:glass|tumbler|press|fade|go away)",
    r"(?:can't|won't|cannot|couldn't|can't seem to|hard to|difficult to|unable to|"
    r"not able to) <2?>"
    r"(?:wake|rouse|wake up|be woken|be roused)<2>(?:him|her|them|properly|up|mum|mom|dad|baby)?|"
    r"(?:unconscious|unresponsive|won't respond|not responding|isn't responding|not waking|"
    r"barely "
    r"awake|in and out of it|drifting in and out|hard to wake|wakes? then)",
    r"(?:passed|passing|blacked|blacking|keeps? passing) out(?! (?:leaflets|forms|flyers|"
    r"stickers|"
    r"cookies|candy|water|blankets|masks|sweets))|(?:collapsed|collapsing|fainted|fainting|"
    r"came over "
    r"faint)(?! (?:when i saw|at the (?:bill|price)))",
    r"(?:numb|numbness|no feeling|can't feel) <4>(?:saddle|between (?:my|the|her|his) legs|"
    r"where you'd"
    r" sit|when i wipe|undercarriage|bottom|down there|groin)",
    r"(?:can't|cannot|haven't|hasn't|not been able to|unable to|hasn't been able to|"
    r"couldn't) <3?>"
    r"(?:pee|wee|urinate|pass water|pass urine)<4>(?:since|all|yesterday|last|today|now|hours|"
    r"at all|"
    r"days)|wet myself without|lost control of (?:my )?(?:bladder|bowels)",
    r"(?:sudden\w*|overnight|this morning|today|now)<6>(?:can't see|blind|lost (?:my |"
    r"the )?(?:sight|"
    r"vision|hearing)|vision (?:went|gone|going))|(?:can't see|no vision|lost (?:my |"
    r"the )?(?:sight|vision)"
    r"|gone (?:blind|dark|black|deaf|blurry)) <1?>(?:out of|in|from|with) <2?>(?:eye|ear|left|"
    r"right|"
    r"one)|(?:curtain|shadow|shade|veil)<4>(?:eye|vision|sight)|(?:flashes|flashing lights|"
    r"sparkly "
    r"lights|sparks|zigzags|floaters)<8>(?:floaters|shadow|curtain|edges?|headache|swollen|"
    r"suddenly|"
    r"today|pregnant|weeks)",
    # Blood and belly.
    r"(?:coughing|coughed|coughs|vomit\w*|throwing|threw|spitting|bringing|brought|sicking|"
    r"peeing|passing"
    r"|pooing|weeing) (?:up )?<2?>(?:blood|clots?|(?:something )?(?:that looks )?like coffee|"
    r"black|"
    r"coffee grounds)|looks like coffee(?: grounds)?|(?:black|tarry) <1?>(?:stools?|poo|poop)|"
    r"(?:stools?|poo|poop|vomit|sick|wee|urine|pee)(?: is| looks?| was|'s|"
    r" has gone) <1?>(?:black|"
    r"tar\w*|bloody|red|brown|like (?:cola|coffee|tea|tar))|looked like cola|like cola",
    r"(?:bleeding|blood) <3?>(?:won't stop|doesn't stop|hasn't stopped|not stopping|heavily|"
    r"badly|a lot"
    r"|everywhere|through|pouring|soak\w*|for (?:two|three|four|five|\d+) hours|gush\w*|"
    r"pumping)|"
    r"(?:still|keeps?|been|won't stop|started) bleeding(?! gums)|soak(?:ed|ing|"
    r"s)(?: through)? <3?>"
    r"(?:pads?|towels?|dressings?|gauze|bandages?|sheets?|pillow|mattress)|(?:two|three|four|"
    r"\d) pads "
    r"(?:an|in an|per) hour|(?:clots?|lumps?) <2?>(?:size|big) (?:of|as)|"
    r"swallowing and swallowing",
    r"(?:belly|stomach|tummy|abdomen) <3?>(?:hard|rigid|like (?:a )?(?:board|plank|drum|rock|"
    r"wood))|"
    r"(?:gone|turned|going|am|i'm|is|he's|she's) <1?>(?:yellow|jaundiced)(?! (?:paint|walls?))",
    # Fever and infection.
    r"(?:fever|temp\w*|thermometer)<4>(?:38|39|40|41|10[1-6])(?:[.,]\d)?|(?:38[.,][3-9]|39[.,]\d|"
    r"40[.,]\d|10[2-6](?:[.,]\d)?) ?(?:fever|degrees|°|temp)|(?:chemo|transplant|round|infusion|"
    r"neutropen"
    r"\w+|line site|picc|spleen)<9>(?:38|39|fever|shiver\w*|teeth chatter\w*|hot|temp\w*|"
    r"shak\w+)|"
    r"teeth (?:are )?chattering|uncontrollabl\w+ shak\w+|rigors?|shaking (?:all over|so hard|"
    r"that the bed)"
    r"|(?:red|dark) (?:line|streak|stripe)s? <3?>(?:up|running|spreading|climbing|travel\w+|"
    r"towards)",
    r"(?:redness|rash|red(?:ness)?|swelling|blackness|line) <3?>(?:spreading|climbing|creeping|"
    r"past the "
    r"(?:pen|line)|up to my|doubl\w+)|(?:incision|wound|stitches|scar|cut|"
    r"suture line) <2?>(?:opened|"
    r"open|burst|split|come apart|gaping|came apart|popped|oozing|weeping|leaking|smells?|black|"
    r"green|"
    r"foul|stinks?|pus|hot)|(?:pus|green stuff|foul smell\w*) <2?>(?:out of|coming|from|pouring)|"
    r"(?:see|seeing) (?:the |my |his |her )?(?:bone|tendon)",
    # Allergy, skin, drugs.
    r"(?:throat|tongue|lips?|face|airway|eyes?|mouth|jaw|neck) <3?>(?:closing|swelling|swollen|"
    r"swelled|puff\w+ up|ballooning|blown up|coming up|tight\w*|closed up|doubled|pushed up|"
    r"swollen shut)"
    r"(?! (?:in|after) the photo)|swelling <3?>(?:under (?:my|the|his|her) (?:chin|jaw|tongue|"
    r"eye)|"
    r"(?:up )?(?:to|near|towards|round) (?:my|the|his|her) eye|down (?:my|the|his|her) neck)|"
    r"(?:hives|welts)(?: all)? over|anaphyla\w+|(?:epi ?pen|jext)<4>(?:used|twice|again|"
    r"out of date|"
    r"expired|none)|swallow (?:my|his|her) own (?:spit|saliva)",
    r"(?:blisters?|sores|skin)<4>(?:in (?:my|his|her) mouth|peeling|coming off|falling off|"
    r"sloughing|"
    r"sheets)|eyes? <2?>glued shut|skin <6>(?:gone white|lacy|dusky|blotchy|mottled|black|blue|"
    r"purple)|(?:lacy|dusky|marbled) (?:purple|blue|pattern|skin|patch)",
    r"(?:taken|took|had|given|gave|swallowed|drank|drunk|ate|eaten|eating|licked|comió|got into|"
    r"chewed)"
    r"<5>(?:too many|two days'|whole (?:packet|bottle|strip|box)|handful|all of|"
    r"wrong "
    r"(?:dose|tablets?|pills?)|battery|batteries|magnets?|bleach|dishwasher (?:pod|tablet)|"
    r"laundry pod|"
    r"antifreeze|nicotine|gummies|edibles|(?:his|her|my|gran's|nan's|nana's|grandad's|grandpa's|"
    r"dad's|mum's|"
    r"mom's|grandma's) <2?>(?:pills|tablets|heart|blood|meds|patch))",
    r"(?:insulin|steroid|seizure|epilepsy|heart|blood thinner|warfarin|lithium|inhaler|"
    r"hydrocortisone|"
    r"anti-?rejection|oxygen|methadone|keppra|prednis\w+|nitro\w*|spray)<5>(?:ran out|run out|"
    r"running "
    r"out|gone|all gone|out of|empty|last (?:dose|one|puff)|none left|none (?:since|for)|no more|"
    r"not had)",
    r"(?:ran|run|been|i'm|am|we're|he's|she's|completely) out of <2?>(?:insulin|steroids?|"
    r"seizure|heart|"
    r"warfarin|lithium|keppra|hydrocortisone|oxygen|methadone|anti-?rejection|prednis\w+|"
    r"epi ?pens?)",
    r"(?:sugar|sugars|glucose|meter|bg|ketones?)<5>(?:[2-9]\.\d|[3-6]\d\d|2\d|3\d|hi|high|low|"
    r"error|"
    r"won't come (?:up|down)|\d\.\d)<3>(?:and|since|all|now|shak\w*|sick|thirst\w*|can't|keeps?|"
    r"for|not)",
    r"(?:used|puffed|puffs?|sprays?|inhaler)<4>(?:times|puffs) (?:since|today|this morning|"
    r"already|in "
    r"(?:an|the last)|overnight)|(?:four|five|six|eight|ten|\d+) puffs (?:since|today|"
    r"this morning|and)",
    # Injuries and places.
    r"(?:on|off) the (?:kitchen |bathroom |bedroom |hall |cold )?floor<4>(?:and|since|can't|for|"
    r"all "
    r"night|been|hours|with)|(?:can't|couldn't|cannot|unable to) (?:get (?:him|her|myself|up|"
    r"off)|stand|"
    r"put (?:any )?weight|walk)<3>(?:up|since|on it|at all|now|anymore|without|today|the floor)|"
    r"(?:leg|hip|arm|wrist|ankle|foot|knee)(?:'s| is| looks?)? <1?>(?:the wrong way|"
    r"pointing (?:out|"
    r"the wrong)|at an angle|bent the wrong|shorter|turned out|out of (?:place|joint)|snapped)",
    r"(?:bumped|hit|banged|cracked|knocked|whacked|smacked|fell on|landed on) <1?>(?:his|her|my|"
    r"the|"
    r"its|their) head<25>(?:sick|vomit\w*|sleepy|drowsy|threw|throw\w*|confused|pupil|blurry|"
    r"double|"
    r"thinner|headache|groggy|not himself|not herself|clear fluid)",
    r"(?:smell|smells|stink|reek)(?:s|ing)? <1?>(?:of |like )?(?:gas|burning|smoke)|smoke <2?>"
    r"(?:coming|pouring|from|in the)|carbon monoxide|(?:co|smoke) alarm <2?>going|"
    r"(?:is|room|ward|building|kitchen|bed|we're|it's) <1?>on fire(?! today)|"
    r"(?:all of us|four of us|whole family|both of us)<6>(?:headaches?|heads like|dizzy|sick)",
    r"(?:fingers?|toes?|foot|hand|leg)<4>(?:blue|cold|white|black|numb|no feeling|tingl\w+)<4>"
    r"(?:cast|plaster|splint|bandage|boot)|(?:cast|plaster|splint|bandage|boot)<8>(?:blue|cold|"
    r"white|"
    r"black|numb|can't feel|throbbing|tight\w*)",
    r"(?:calf|leg|thigh)(?: is|'s| has| feels?)? <3?>(?:swollen|hot|red|tight|hard|throbbing)<6>"
    r"(?:breath|chest|hot|red|sore|flight|surgery|pill|tender|hard|swollen|painful)",
    # Babies, children and mothers-to-be.
    r"(?:floppy|limp like|lethargic|listless|blue round|sunken|soft spot|fontanelle|won't feed|"
    r"not "
    r"feeding|refus\w+ (?:the )?(?:bottle|breast|feeds)|off (?:his|her) feeds|grunting|"
    r"sucking in|"
    r"(?:skin|chest|ribs|tummy) <3?>(?:sucking|pulling|drawing|dragging) in)",
    r"(?:no|not a|hasn't had a|only one|dry|not had a) <1?>(?:wet )?(?:nappy|nappies|diapers?)<3>"
    r"(?:since|all|today|in|for)",
    r"(?:baby|bump|little one|she|he)(?: has|'s|hasn't| isn't| is)? <2?>(?:not|hasn't|isn't|"
    r"stopped|"
    r"less|quiet\w*|barely|hardly) <1?>(?:mov\w+|kick\w*)|(?:no|fewer|less|hardly any) (?:kicks|"
    r"movement"
    r"s?)|waters? <2?>(?:broke|gone|went|leaking|green|brown)<6>(?:weeks|now|hours|today|green|"
    r"brown|contraction\w*)|(?:ache|pain|stabbing)<5>(?:tip of (?:one|my|the) shoulder|"
    r"shoulder tip|one "
    r"side)<12>(?:pregnan\w*|positive|test|weeks|faint\w*|dizzy|sick|bleed\w*|scan)",
    rf"(?:sudden|awful|terrible|agonising|horrible)<4>pain<5>(?:testicle|ball|down there|groin)|"
    rf"(?:{KIN}|he|she|i) (?:is|am|'m|'s|has been) <1?>(?:delirious|hallucinating|seeing things|"
    rf"hearing "
    r"voices|not making sense|confused|muddled)(?! (?:about|by|as to|over|which|with your))",
    r"(?:voices|tv|radio|god)<3>(?:tell\w*|telling|order\w*|say\w*) me to|call(?:ed|ing|"
    r"s)? me by <3>"
    r"(?:name)<9>(?:grey|shiver\w*|fever|hot|bag|catheter|today|just now)?",
    r"(?:used|using|relapsed|smoked|shot up|took something) (?:again )?<4>(?:can't stay awake|"
    r"nodding|"
    r"laced|fentanyl|blue lips|not waking)|overdos(?:ed|ing)(?! (?:on|of) (?:cute|beige|"
    r"chocolate))",
    r"(?:call(?:ed|ing)?|ring(?:ing)?|need|needs|waiting for|wait for) (?:an |the |"
    r"for an )?(?:ambulance|"
    r"911|999|112)(?: now| here| please)?(?=[.,!?]| (?:or|now|but|and|because|today))",
)
"""Any one of these, now, needs somebody at once."""

SUSPECT: Final = (
    r"fever\w*|temperature|burning up|red hot|boiling hot|shiver\w*|the shakes|chills|clammy|"
    r"sweat\w*|"
    r"night sweats",
    r"vomit\w*|throwing up|threw up|been sick|being sick|sick (?:twice|all night|three times|"
    r"again|four "
    r"times|since)|can't keep (?:anything|water|food|it|fluids) down|nothing stays down",
    r"confus(?:ed|ion)|muddled|drows\w+|so sleepy|very sleepy|sleepy today|sleepier|groggy|"
    r"not (?:him|her|"
    r"my)self|not making sense|disoriented|out of it|spaced out|can't concentrate on",
    r"dizzy|light-?headed|faint|woozy|wobbly|unsteady|legs (?:like|have gone)|room spins?|"
    r"grey when|going "
    r"grey|collapse\w*",
    r"swell(?:ing|ed|s)|swollen|puffed up|puffy|ballooned|size of (?:a|an) (?:egg|golf|tennis|"
    r"grapefruit|"
    r"plum|orange)|twice the size",
    r"(?:getting|much|lot|spreading|gone|even) worse|worse (?:by the hour|every|since|"
    r"than yesterday|"
    r"tonight|today)|spreading|agony|unbearable|screaming|doubled (?:up|over)|10/10 pain|"
    r"worst pain",
    r"numb(?:ness)?|tingl\w+|pins and needles|dead leg|dead arm|gone weak|weak down|drooping|"
    r"heavy arm|no "
    r"strength|dropping things",
    r"blood(?!y (?:hell|good|brilliant|marvellous|lovely|wait|ridiculous|parking))(?! (?:test|"
    r"pressure|"
    r"draw|work|taken|group|donor|bank|form|results?|thinners?|tablets|sugar|tests|orange|drive|"
    r"type|"
    r"count|panel))|bleed(?:ing|s)?(?! hearts?| gums)|clots?",
    r"blur\w+|double vision|seeing double|can't see|light hurts|squint\w* at light|"
    r"spots in front|vision|"
    r"eyesight (?:has )?(?:gone|went)",
    r"blood thinners?|warfarin|eliquis|apixaban|xarelto|rat-poison|chemo\w*|immun\w+|transplant|"
    r"diabet\w+|"
    r"\d+ weeks(?: pregnant| along| gone)?|pregnan\w+|post-?op|(?:days?|week) (?:after|since|"
    r"post) (?:my |"
    r"the |his |her )?(?:op|surgery|operation|c-section|birth|extraction|procedure|delivery)|"
    r"operated",
    r"can't (?:eat|drink|swallow|open (?:my|his|her) (?:mouth|jaw)|keep|stand|walk|"
    r"sleep for the pain)|"
    r"hasn't (?:eaten|drunk|had a drink)|not (?:eating|drinking)|won't (?:eat|drink)",
    r"rash|spots|purple|blotch\w*|hives|itch\w* all over|blister\w*|lumps",
    r"breath\w*|pant(?:ing|s)|wheez\w*|chest|heart",
    r"pus|oozing|smells? (?:bad|funny|off|rotten)|gone (?:black|green|white|purple|dark)|"
    r"red streak\w*|hot "
    r"to (?:the )?touch",
)
"""Of these two different ones are as good as one of the others."""

OTHER_TONGUES: Final = (
    r"(?:dolor|presión|opresión|apretón) <2?>(?:de|en el|del) pecho|no (?:puedo|puede) respirar|"
    r"(?:respira|respirando) (?:mal|con dificultad|rápido|raro)|le cuesta (?:respirar|hablar)|"
    r"falta (?:de|el) "
    r"aire|labios <2?>(?:azul\w*|morad\w*)|habla <1?>(?:enredad\w|rar[oa]|trabad\w)|no (?:mueve|"
    r"siente|"
    r"puede mover)<3>(?:brazo|pierna|lado|cara|mano)|cara <1?>(?:torcida|caída|chueca|dormida)|"
    r"(?:vomit\w+|escup\w+|tos\w* con|orin\w+) <1?>sangre|sangr(?:a|ando) mucho|"
    r"no para de sangrar|"
    r"(?:convuls\w+|desmay\w+|inconsciente)|no (?:despierta|responde|reacciona)|(?:se comió|"
    r"se tomó|tragó)"
    r"<6>(?:pastillas|pila|cloro|imán|veneno|tabletas)|(?:fiebre|temperatura) de (?:39|40|41)|"
    r"se (?:me|le) (?:está )?(?:cierra|cerrando|hinch\w+) (?:la )?(?:garganta|lengua|cara)|"
    r"sangrado <1?>"
    r"(?:abundante|fuerte)|(?:bebé|niñ[oa]) <3?>(?:no se mueve|flácid\w|morad\w)",
    r"(?:mal|douleur|oppression|serrement|poids) <2?>(?:à|dans|sur) la poitrine|"
    r"(?:respire|respirer) (?:très )?(?:mal|plus|vite|difficilement)|(?:n'arrive|arrive) (?:pas|"
    r"plus) à "
    r"(?:respirer|parler|se lever|avaler|la réveiller|le réveiller)|lèvres <2?>bleu\w*|(?:bouche|"
    r"visage) "
    r"<2?>(?:tordue?|de travers|paralysée?)|(?:parle|articule) (?:mal|bizarre\w*|plus)|"
    r"ne (?:sent|bouge) "
    r"plus<3>(?:bras|jambe|main|côté)|(?:vomi\w*|crach\w+|tousse) <1?>(?:du )?sang|(?:saigne|"
    r"saignement) "
    r"<2?>(?:beaucoup|encore|abondant\w*|plus)|ça (?:saigne|coule) beaucoup|(?:inconscient|"
    r"convuls\w+|"
    r"évanoui)e?|ne (?:répond|réagit|se réveille) (?:plus|pas)|(?:avalé|mangé)<5>(?:pile|"
    r"comprimés|"
    r"médicaments|javel)|(?:gorge|langue|visage)<2>(?:gonfl\w+|se ferme)|(?:fièvre|"
    r"température)<3>"
    r"(?:39|40|41)|étouffe",
    r"(?:dor|aperto) no peito|não (?:consig[oa]|consegue) respirar|falta de ar|estou amarela|"
    r"barriga <3?>"
    r"dura|سحب|تتنفس بصعوبة|الزرقة|ضيق (?:في )?التنفس|ألم في (?:الصدر|صدري)|"
    r"胸痛|胸口(?:疼|痛)|呼吸困难|喘不过气|sakit sa dibdib|hirap huminga|khó thở|đau ngực",
)
"""The commonest of them in Spanish and French, and a few in other languages."""
