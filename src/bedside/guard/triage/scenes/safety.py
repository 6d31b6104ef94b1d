"""Harm through care, and deaths laid at its door, in everyday words. For folded text."""

from __future__ import annotations

from typing import Final

_DID = (
    r"(?:did|done|opened|pulled|took|taken|cut|operated|ouvert|operaron|sacó|sacaron|woke up with|"
    r"came in for|went in (?:for|with)|came home with|has the (?:scar|arrow)|says|it was|was meant|"
    r"arrow|scar|hole|injected|filed|marked|booked for|c'était)"
)
_OTHERS = (
    r"(?:(?:mr|mrs|ms)\.? \w+'s|gary's|somebody's|someone's|somebody (?:with|else)|another "
    r"(?:man|lady|woman|patient|couple|janet|child|baby)\w*|(?:the|a) (?:lady|man|woman|gent|bloke|"
    r"old lady|neighbou?r|boy|girl|baby|couple) (?:in|with|from|next|opposite|before)|next "
    r"(?:lady|man|bed)|bed \d+'s|the wrong \w+|(?:de|du) (?:la cama|lit)|vecino|voisin|"
    r"same (?:sur)?name|(?:meant|intended|made) for (?:a |another )?(?:mrs?\.? |ms\.? )?\w+|"
    r"should have been|who should have|surname before|mix(?:ed)?[- ]?up|mixed my|swapped)"
)
_THING = (
    r"(?:drip|dose|blood|sangre|suero|soro|chart|sample|lens|embryos?|straw|tooth|teeth|tablets?|"
    r"pills|insulin|methadone|medication|cup|infusion|chemo|operation|results?|biopsy|bottle|"
    r"label|implant|sperm)"
)
_ILL = (
    r"(?:icu|intensive care|ventilator|breathing on a machine|on a machine|renal unit|coded|"
    r"resus\w*|"
    r"sepsis|septic|stroke unit|terapia intensiva|la reanimación|réanimation|kept (?:her|him|"
    r"me) in|"
    r"doesn't know (?:her|his) own name|blind|in my lung|drain|coma|burst|yellow|never woke|"
    r"went limp|not moving|wasn't moving|blue|putty|slept for|can't wake|so sleepy|awful sleepy|"
    r"shook her|took out a foot|two hours on the table|hadn't been|thump|chemo|hair go)"
)
_GAVE = (
    r"(?:gave|given|giving|puso|pusieron|put|fired|injected|drew|took|taken|taking|slip|dropped|"
    r"sent|said|told|prescri\w+|filled|left|missed|"
    r"(?:allerg\w+|penicill?in\w*|penicilina|latex|lupus|pacemaker|stent))"
)
_TOOLS = (
    r"(?:scopes?|trays?|needles?|syringes?|instruments?|vials?|gloves|line|tape|drills?|"
    r"steri\w+|autoclave|machine|charolas|jeringas|seringues|blades?|sharps|theatre|wash(?:er|ing)|"
    r"goggles|gas bottle|fridge|vaccines?)"
)
_UNCLEAN = (
    r"(?:baby wipe|between (?:lists|patients)|already (?:red|used|open)|light .{0,20}red|been red|"
    r"is down|same one|used (?:twice|on)|again|reus\w+|re-used|reutiliz\w+|sin esterilizar|"
    r"outside range|out of range|missing|no lot|unlabel\w+|still using|overflowing|blood in|"
    r"hot|infect\w+|same liver|virus|hep c|hissing|in her pocket|won't be asked|pulled a new one|"
    r"multi-?dose)"
)
_HUSH = (
    r"(?:not put that in (?:the|her|his) notes|page torn|been told to say|told to say|told us not "
    r"to|don't go telling|the book goes in|goes in a drawer|nobody da la cara|nadie (?:da la cara|"
    r"nos|explica)|coincidence|said nothing|went (?:very |pale and )?quiet|said 'ah'|oh dear|"
    r"chart it as|covered (?:it )?up|asked (?:us|me) to stop posting|probably sterile|tidy)"
)
_LASTING = (
    r"(?:for (?:good|life|ever)|for the rest of|never (?:again|came back|work)|a stick|a plate|"
    r"wheelchair|can't (?:close|shut|feel|lift|taste|smell|smile|drive)|dribbl\w+|droops?|numb|"
    r"(?:is|are|was) (?:over|gone|dead|dying)|lost (?:the|my) (?:sight|eye|hearing|feeling)|"
    r"has resigned|another year|nerves? (?:is|are|damage)|grid on|second degree|scarred|blister\w*|"
    r"weeping|walked into|see two|halo|grey hole|ulcer|bone i can|down to muscle|worse sight)"
)
_BY = (
    r"(?:you|your|they|he|she|surgeon|dentist|doctor|dr|laser|injection|botox|filler|peel|"
    r"operation|"
    r"surgery|nerve|trainee|mole|lens|crack|session|braces|gel|booth)"
)

HINTS: Final = (
    (
        rf"{_DID}<6>(?:left|right|izquierd\w+|derech\w+|gauche|droit\w*)",
        r"(?:left|right|izquierd\w+|derech\w+|gauche|droit\w*) <4?>(?:one|side|knee|eye|foot|hip|"
        r"leg|"
        r"hurting|gone|has|was|had|ankle|de|c'était)|(?:it|that|c'était) (?:was|le|la) <3?>(?:left|"
        r"right|droit\w*|gauche)|i came in for the (?:left|right)",
        r"(?:knee|eye|foot|hip|leg|ankle|arm|breast|kidney|lens|cataract|tooth|genou|œil|jambe|"
        r"rodilla|pierna|ojo|scar|hole|hand|ear|form|shoulder)",
    ),
    (_OTHERS, _THING, _GAVE),
    (
        _ILL,
        _GAVE,
        r"(?:you|your|they|them|he|she|nurse|doctor|dentist|dr|staff|carer|surgeon|"
        r"clinic|pharmacist|enfermera|doctora|les|se)",
    ),
    (_TOOLS, _UNCLEAN),
    (
        _HUSH,
        r"(?:hip|fell|slip\w*|broke\w*|died|tooth|dose|infect\w+|virus|blood|hot|hole|needle|"
        r"accident|drill|tip|tray|baby|daughter|mum|nan|son|line|entregaron|restrain\w*)",
    ),
    (
        _LASTING,
        _BY,
        r"(?:face|eyes?|tongue|lips?|smile|cheeks?|hand|arm|leg|foot|feet|neck|jaw|"
        r"gum|skin|nose|nerve|lens|fingers?|teeth|driving|walk\w*)",
    ),
)

SAID: Final = (
    r"(?:pulled|took out|removed|sacó|filed) <3?>(?:next door|healthy|sana|good) <2?>(?:tooth|"
    r"teeth|muela|one)|(?:tooth|teeth)<2>next (?:door )?to the bad|(?:healthy|sana)<3>(?:teeth|"
    r"tooth|muela)|(?:tip|piece|bit|file|needle|swab|gauze|gasa|compresse) <4?>(?:still in there|"
    r"stayed up there|stayed in|left in|is in my|in my (?:lung|sinus|jaw|gum)|adentro|swallowed)|"
    r"swallowed the (?:file|tip|drill|crown)|still in there(?=[.,])|breathed in the (?:tip|file)",
    r"(?:decimal|comma) <3?>wrong place|(?:meant|that was) for (?:ten|two|five|six|\d+) people|"
    r"(?:it )?(?:was )?meant to be (?:one|a quarter|half|weekly)|methotrexate <6?>(?:daily|"
    r"every day|each day|one a day)|(?:bottle|label|box) says <6?>(?:daily|four|ten|"
    r"twice)<9>(?:said|letter|used to|weekly|quarter)|whole vial in|\d+ ?mg<5>(?:not|it's always|"
    r"its always|always|instead of) \d+|tablets are (?:blue|pink|white|yellow) and mine|(?:pump|"
    r"drip|oxygen|mask|other end) <4?>(?:empty|wasn't plugged|not plugged|came off|hadn't been)",
    r"(?:allerg\w+|penicill?in|penicilina|latex|pacemaker|lupus|stent)<14>(?:regardless|anyway|"
    r"igual|i did say|i told|told them|red band|pulsera roja|on my form|page one|gave it|"
    r"se la pusieron)",
    r"(?:rolled|slipped|fell|came|let) <2?>off (?:about|the (?:bed|table|chairs|trolley|hoist))|"
    r"hoist strap|(?:strap|hoist) <2?>(?:frayed|snapped|gave)|me soltaron|se cayó (?:de|"
    r"del) (?:la|columpio|grúa|camilla)|columpio de la grúa|line (?:came off|had come off)|"
    r"went under and|(?:let|dropped) (?:our|my|the) (?:daughter|son|baby) slip",
    r"(?:adult|child's|double|wrong) dose|drawing (?:these|them) up wrong|whose (?:embryo|sperm|"
    r"baby|egg)|isn't (?:my|her) (?:husband|donor)'s|(?:lost|losing) (?:two|three|his|her|my|"
    r"a) (?:toes?|fingers?|foot|leg|sight|hearing)|(?:hand|drill|knife|scalpel|blade) slipped|"
    r"hole through|(?:is|isn't|was|wasn't) not a (?:real )?(?:doctor|nurse|dentist)|"
    r"licen[cs]e<4>expired|(?:dropped|drop) her\.|week olds don'?t|(?:tin|book|box|"
    r"count)<6>says (?:ten|\d+)<6>(?:there were|were|only)|walked out in a gown|no gloves change|"
    r"no sterile|(?:count|fentanyl|controlled drugs?) <5?>(?:wrong|missing|doesn't add|short)|"
    r"(?:nodded|nodding) off (?:with|during)|sells (?:them|pills|it)|(?:does sedations|"
    r"operates) after|(?:comfort kit|kit|box) had (?:ten|\d+)<6>had (?:two|\d+)|pills rattle less|"
    r"hasn't got a licen[cs]e|certificate<9>another (?:lady|man|name|face)|(?:three|four|five|six|"
    r"\d+|several) (?:of us |hips |went |others |women |people )?<5?>(?:same (?:liver|bug|rash|"
    r"lumps|virus|scar)|came back hot)|(?:we've|we have) lost <6>(?:and now|all four|on the same)|"
    r"somebody count|can somebody count",
    r"(?:it's|was|is|its|it was) in (?:the|his|her|my|their) (?:bones?|liver|lungs?|brain|spine|"
    r"lymph\w*)(?: by| now|[.,])|(?:lump|mole|shadow|letter|smear)<12>(?:nobody watched|watch'|"
    r"down the back|says urgent|nothing to photograph|by christmas|two springs)|"
    r"my appendix (?:burst|then)|then my appendix|it was my appendix|"
    r"the first one was the warning|twisted ovary|(?:hours|days|months|year) sooner would|"
    r"sores? (?:to|with) bone|du blanc au fond|escarre|heels are black|lost my biopsy|"
    r"perdieron (?:mi|la) biopsia",
    r"big crack|oí crac|(?:leg|pierna)<4>(?:shorter|más corta|volteada)|(?:laser|peel|light booth|"
    r"wax|gel)<12>(?:blister\w*|stripes|in my eye)|(?:stuck|needle got|pricked) (?:me|"
    r"by)<9>(?:needle|patient|nobody|test)",
)
"""Any one of these is enough."""

_DEAD = (
    r"(?:died|dead|killed|passed|buried|bury|scattered|enterramos|enterr\w+|murió|falleció|"
    r"décédée?|mort|hearse|undertaker|funeral|hymns|crematorium|cremat\w+|coffin|suit for him|"
    r"cravate|tie for him|what he'd wear|never (?:sat|got|went|came|woke)|never home|body|"
    r"gave it back to us|footprints|bench|birthday emails|would be \d+|she'd be \d+|he'd be \d+|"
    r"had he lived|had she lived|coded|didn't (?:wake|make)|by the time|service is at|"
    r"in the ground|would have been called|been gone|rest(?:s|ing) now|shoes are still|"
    r"entregaron en|saiu num|lost <4>(?:and now|all)|flores|"
    r"nothing left to give|warm when we|cleaner found|found (?:him|her)|last day|flat bit)"
)
_CARE = (
    r"(?:you|your|ustedes|su (?:clínica|página|sala)|votre|vous|they|their|dr|doctor|doctora|"
    r"nurses?|er|a&e|ward|corridor|trolley|waiting list|clinic|office|surgeon|sedation|service|"
    r"dentist|crisis line|night staff|pump)"
)
_BLAME = (
    r"(?:sent (?:him|her|us|me|them) (?:home|away)|told (?:him|her|us|me|them)|said|cancel\w*|"
    r"waited|waiting|eleven hours|nobody|no one|never|empty|missed|refused|ignored|discharg\w+|"
    r"dismiss\w+|watch'?|acid|anxiety|virus|bug|indigestion|heartburn|pulled muscle|wind|"
    r"nothing to|(?:said|told|called) it|rang (?:it|monday|out)|rang|pressed that bell|pressed the "
    r"bell|bell|still (?:text|send|get|publicando|siguen)|reminders?|appointment|invitation|list|"
    r"february|toast|fluids|move it along|agony|took \w+ calls|calls|key|ticked|checks|"
    r"recordatorios|porque|sin|nadie|promociones|sourire|ordonnance|sola|solo|pamphlet|leaflet|"
    r"asked for|bed pass|bus pass|stent|deposit|closed her case|cash only|couldn't find)"
)

DEATHS: Final = ((_DEAD, _CARE, _BLAME),)
