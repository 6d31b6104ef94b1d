"""Danger in everyday words, made light of or told by halves. For folded text."""

from __future__ import annotations

from typing import Final

_CHILD = (
    r"(?:son|daughter|baby|bub|toddler|kid|boy|girl|twins?|nephew|niece|grandson|granddaughter|"
    r"little one|newborn|she's|he's|she|he|lad)"
)
_PREGNANT = (
    r"(?:\d\d) weeks|(?:twenty|thirty|forty)-?\w* weeks|weeks (?:pregnant|along|gone)|pregnan\w+|"
    r"the bump|due date|third trimester|embaraz\w+|enceinte|midwi\w+"
)
_OP = (
    r"(?:surgery|op|operation|procedure|c-?section|implant|filler|stitches|extraction|tooth out|"
    r"teeth out|wisdoms?|knee|hip|hernia|tummy tuck|lipo\w*|injection|infusion|round two|chemo|"
    r"cycle \w+|cast|stent|pacemaker|botox|tonsils|graft|catheter|drain|biopsy|angiogram|camera "
    r"test|colonoscopy|polyps|cataract|laser|peel|piercing|threads?|flight|discharged|home from)"
)
_WORSE = (
    r"(?:since|after|day \w+|days? (?:ago|later|back|out)|yesterday|this morning|last night|"
    r"tonight|now|today|an hour ago|minutes ago|still|hours)"
)
_BODY = (
    r"(?:puffed|out of puff|breathless|stab in the|coughed? (?:pink|blood)|sweating cold|cold "
    r"sweats?|clammy|sweating (?:through|like)|shivers?|shivering|shaking|can't get warm|chills|"
    r"smells?|fishy|green|black|grey|white|purple|mauve|hard as|rock hard|hot|tight|swollen|"
    r"size of|like a (?:melon|grapefruit|plum|egg|sausage|drum|rock|balloon)|"
    r"come apart|opened|popped|bulging|weep\w+|leaking|pumping|soaked|numb|can't feel|"
    r"can't (?:open|swallow|walk|stand|see|lift|breathe)|trouble swallowing|dribbling|drool\w*|"
    r"faint|floaty|dizzy|greyed out|black at the edges|room tips|sleepy|confused|delir\w+|"
    r"muddled|headache|curtain|misty|blurry|halo|grey hole|double|stiff)"
)
_SIGHT = r"(?:eyes?|sight|vision|seeing|see|lens)"
_LOST = (
    r"(?:curtain|blind coming|shadow|veil|cloud|flashes|flashing|sparkl\w+|floaters|soot|cobwebs?|"
    r"bulging|misty|grey out|gone grey|only see|lost half|half of (?:it|everything)|halos?|"
    r"wrinkle|gravel|ache right|deep ache)"
)
_MEDS = (
    r"(?:tablets?|pills?|meds|dose|insulin|patches?|lithium|methadone|warfarin|inhaler|steroids?|"
    r"seizure|epilepsy|antibiotic|pen|injection|jarabe|pastillas|xarope|ones)"
)
_TAKEN = (
    r"(?:swallowed|ate|eaten|took|taken|had|given|gave|sucked|licked|chewed|tomó|tomou|comió|"
    r"empty|missing|gone|out of|without|none (?:since|left)|skipped|missed|stopped|doubled?|twice|"
    r"extra|too many|how many|instead)"
)
_ODD = (
    r"(?:sleepy|drowsy|asleep|snor\w+|shak\w+|sweat\w*|sweting|slurr\w*|wobbl\w+|sick|vomit\w*|"
    r"thirsty|fit|turns?|twitch\w*|funny|grey|pale|pálid\w+|dormid\w+|can't (?:wake|stay|type)|"
    r"won't wake|hits? the keys|voices?|spiders?|beetles?|breath\w*|heart|numb|tingl\w*|bleed\w*|"
    r"nose|dizzy|faint|yellow|rash|feel (?:far|funny|weird|odd))"
)

HINTS: Final = (
    (_BODY, _OP, _WORSE),
    (_LOST, _SIGHT),
    (_MEDS, _TAKEN, _ODD),
    (
        _PREGNANT,
        r"(?:not (?:moved|moving|kicked)|hasn't (?:moved|kicked)|nothing (?:today|yesterday|since)|"
        r"just nothing|no kicks|quiet|wriggly|gymnastics|kick\w*|cold (?:juice|water)|lain on|"
        r"bleed\w*|headache|lights|sparkly|swollen|rib|waters?|changes? his pattern|not said a "
        r"thing|cramps?|lucecitas|pain)",
    ),
    (
        r"(?:days?|weeks?) old|newborn|(?:eight|nine|six|five|four|three|two)-week|bebé|nourrisson",
        r"(?:fever|hot|10[0-4]|38|39|off the bottle|won't feed|not feed\w*|stops? (?:for a bit|"
        r"breathing)|funny colou?r|floppy|floja|mou|grunt\w*|blue|grey|sleepy|caliente|no come|"
        r"no quiere comer|nothing since|fast)",
    ),
    (
        _CHILD,
        r"(?:battery|batteries|magnets?|bleach|detergent|mints|pills?|tablets?|heart ones|vape "
        r"juice|gummies|mouthwash|enjuague|numbing (?:gel|cream))",
        r"(?:swallow\w*|ate|missing|gone|empty|drool\w*|drooly|won't (?:eat|take|touch)|sleepy|"
        r"too many|sucked|pass|nappy|diaper|tomó|grey)",
    ),
    (
        r"(?:jaw|quijada|left arm|brazo izquierdo|breastbone|chest|pecho|fist(?: on)?|shoulder "
        r"blades?|throat to|between my shoulders)",
        r"(?:sweat\w*|sudando|grey|gray|clammy|elephant|standing on|heav\w+|crush\w*|peso|tight|"
        r"squeez\w+|gases|wind|indigestion|can't get comfortable|puffed|sick|since|burning)",
    ),
    (
        r"(?:none of us|whole house|all of us|both of us|six of us|the kids and i|dog too)",
        r"(?:headaches?|heads?|hangover|sick|dizzy|boiler|stove|heater)",
    ),
    (
        r"(?:alone|lives? alone|on (?:my|his|her) own|carer|neighbou?r|tenant|lodger|landlady)",
        r"(?:hasn't come out|not answer\w*|stopped picking up|through the wall|post (?:is )?piling|"
        r"a smell|can't get up|on the floor|fell|fallen|still here|no carer|hasn't come|"
        r"can't reach|knocked)",
    ),
    (
        r"can't (?:find|think of) (?:the|my|his|her) words?|puffed (?:crossing|walking|brushing|"
        r"climbing)|out of puff|(?:taste|tasting) (?:pennies|blood|metal)|rebound|"
        r"both feet (?:are )?(?:asleep|numb)|legs (?:are |feel )?like (?:wet|jelly|rope|sacks|"
        r"lead|sand\w*)|(?:eye|ear) (?:is|'s|has) <1?>(?:bulging|simply off|gone (?:dead|deaf|"
        r"grey))|the room tips|cold turkey|had a (?:fit|turn|seizure)|"
        r"keeps asking me to say it again|发白",
    ),
)

SAID: Final = (
    r"(?:smile|mouth|face|boca|cara|bouche)(?:'s| has| is|s| está| es)? <2?>(?:lopsided|crooked|"
    r"droop\w*|sideways|to one side|torcida|de lado|tabingi|de travers|slipped|isn't turning up)|"
    r"(?:side|half) of (?:my|his|her) (?:smile|face|mouth)<3>(?:isn't|won't|dropped|gone|asleep|"
    r"droop\w*|numb)|(?:dropped|drops) (?:my|his|her) (?:mug|cup|fork|phone) twice|"
    r"can't think of the word for|(?:sound|sounds|talk|talks|talking|speaks) (?:drunk|"
    r"like (?:he's|she's|i'm|i've) (?:drunk|been)|like a duck)|(?:calls?|called|calling) (?:me|"
    r"the \w+|us) <1?>(?:by the wrong|by her (?:sister|mother)'s|'?motorway)|thinks i'm the|"
    r"habla (?:raro|enredado|por la nariz)|no (?:me )?(?:contesta|responde|reconoce) (?:bien|"
    r"a nadie)|dice cosas que no son|parla strano|findet? (?:keine )?wörter nicht|gesichtshälfte",
    r"elephant (?:sat|sitting|sits|standing|is) <1?>on (?:me|my)|(?:arm|chest) (?:feels|"
    r"is) like (?:someone|somebody|something)(?:'s| is) (?:standing|sitting)|fist (?:on|to|"
    r"against) (?:my|his|her) (?:chest|breastbone)|faust aufs brustbein|peso en el pecho|"
    r"sudando frío|(?:sweating|sweats) cold|cold sweats? and|down (?:my|his|her) (?:left )?arm|"
    r"se agarra el (?:brazo|pecho)|kicks? in the chest|(?:icd|defib\w*|little box) <4?>(?:fired|"
    r"shock\w*|kick\w*|gone off)|heart(?:'s| is| keeps| does| doing)? <4?>(?:missing a|fish|flip|"
    r"flop|thump|flutter|stops|banging|going like)|(?:goes|went|go|going) black at the edges|"
    r"se me apaga la luz|greyed out|come round on|in time with my (?:heart|pulse)|"
    r"doing compressions|didn't get back up|(?:ages|gaps?|long) (?:between|in (?:his|her|"
    r"the)) breath\w*|breathing <5?>gaps|(?:snoring|breathing) (?:funny|odd|weird|strange|raro)|"
    r"roncando raro|won't wake for|can't (?:get (?:him|her) to )?stay awake|can't keep my head up|"
    r"wakes? up (?:then|and) goes|going sleepy again|(?:lie|lying|laid) (?:down|flat) (?:it isn't|"
    r"i can't|and i)|(?:breathing'?s?|breathe) ok if i sit|me canso de respirar|"
    r"coughed? (?:up )?(?:pink|blood)|coughing pink|noise when i breathe|number on (?:her|"
    r"his) finger says|(?:lips?|mouth) <2?>(?:lilac|dusky|grey|blue|tingl\w*)(?! (?:pie|lolly|"
    r"slush))",
    r"tongue <4?>(?:bigger|too big|fat|thick|swell\w*|big for|getting|down flat)|(?:eyelids|lips|"
    r"face) <2?>(?:like bread|puff\w*|balloon\w*|like sausages|double)|under (?:my|the|his|"
    r"her) chin too|gone under (?:my|his|her) chin|can't (?:get|fit) <2?>fingers? between|"
    r"can't open <1?>(?:my|his|her) (?:mouth|jaw)|no puedo abrir la boca|open wider than|"
    r"neck (?:is|'s) (?:a shelf|wood|like (?:a )?(?:board|tabla|wood))|loop of <4?>(?:pink|shiny|"
    r"grey|bowel)|something <2?>(?:pink|shiny|white and ropey|ropey|wet) <4?>(?:poking|in the gap|"
    r"bulging|out|at the)|(?:popped|opened|split|torn|ripped) <6?>(?:bulg\w+|shiny|letterbox|"
    r"hip to hip|loop)|(?:pad|pads|towel|towels|teabag|gauze|toalla|dressing)s? <2?>every|"
    r"filling a pad|through (?:a|the|two|three|my) <2?>(?:pads?|gauze|towels?|teabag|sheets)|"
    r"clots like|(?:black|dark) (?:like|as) (?:coffee|tar)|like coffee(?! from)|"
    r"water'?s? (?:is )?(?:like|the colou?r of) (?:coke|cola|ribena|tea)|swallow(?:ing|"
    r"s) a lot in (?:her|his) sleep|cupful of (?:red|blood)|bleeding inside|(?:shoulder tip|"
    r"tip of my shoulder)<3>(?:hurt|ache|pain)\w*|hard like a drum|(?:belly|tummy|stomach|"
    r"barriga)(?:'s| is)? <2?>(?:tight|hard|like a drum|rigid)|right through to my back|"
    r"into the back since|a lump there <4?>(?:beats|beating|pulsing)",
    r"(?:skin|sheet of skin) <3?>(?:came|comes|coming|peel\w*|off|se décolle|slid\w*) <3?>(?:off|"
    r"away|on the towel|comme)|(?:blister\w*|peel\w*|raw|sores|ulcers|plaies|llagas|"
    r"chhale) <6?>(?:eyes?|mouth|lips|bouche|boca|aankhon)|(?:eyes?|mouth|lips|boca|"
    r"munh) <4?>(?:blister\w*|peeling|full of (?:sores|ulcers)|all raw)|mouth full of (?:sores|"
    r"ulcers)|(?:skin|nipple|lip|nose|tip|flap|finger|toe|foot) <4?>(?:purple lace|"
    r"white and (?:cold|hard|flat)|gone (?:grey|black|white)|weird grey|colou?r of a plum|mauve|"
    r"hard and white)|going (?:black|grey|like purple)|black rim|line (?:going|creeping|running|"
    r"tracking) up|red with a line|past the elbow|bruises coming up|don't fade under|"
    r"ne s'effacent pas|taches? (?:violettes|rouges)|cries when i open the curtains|bend (?:his|"
    r"her) (?:chin|neck)",
    r"can(?:'t|t|not) feel (?:when|myself|the toilet paper|me|it when) <2?>(?:wipe|sit|pee|wee|"
    r"go)?|inside of my legs|wet (?:myself|through)<4>(?:knowing|getting|without)|"
    r"feels? like somebody else's|(?:curtain|blind|shadow|veil) <3?>(?:coming|over|down|up|across|"
    r"from|where)|(?:flashes|sparkles|floaters|soot) <6?>(?:shadow|curtain|eye|blind)|"
    r"only see (?:grey|black|half|light) out|hook went in|went in (?:his|her|my) eye|"
    r"dripped it in my eye",
    r"\d+ <4?>(?:paracetamol|tylenol|ibuprofen|aspirin|co-?codamol) <4?>(?:since|today|yesterday|"
    r"last night|because)|swallowed (?:a|the|one|his|her) <3?>(?:battery|magnet|pill|tip|coin|"
    r"file)|button batter\w+|(?:battery|batteries)<9>(?:nappy|diaper|missing|gone|pass|"
    r"swallow\w*)|one of the flat (?:ones|batteries)|(?:papa|grandpa|grandma|nan|gran|nana|"
    r"grandad|babcia|abuela)\w*'?s? <6?>(?:is empty|are gone|are missing|tablets|heart pills|"
    r"la presión)<9>(?:mints|sleepy|he|she|empty|dormid\w+)|potassium <4?>[67]|potassium letter|"
    r"(?:says|reads|showing|it's|its) (?:hi|[4-6]\d\d|2\.\d|1\.\d)(?= (?:and|this|in|on|,)|[,.] )|"
    r"pear drops|spiders? on the (?:ceiling|wall)|(?:man|men|beetles|bugs|käfer) <4?>(?:wardrobe|"
    r"wall|isn't there|aren't there|aren't real)|(?:day|days?) \w+ (?:off|no|"
    r"without) (?:the )?(?:vodka|drink|booze|alcohol)|two turns|bit my tongue through|"
    r"one of (?:his|her) shaky ones|walking like i'm on a boat|(?:been )?up (?:five|four|three|"
    r"six) days|used the naloxone|hands? won't hold a|can't (?:hardly )?hit the ke+ys|"
    r"asked me the same question|(?:four|six|eight|ten) times and been sick|(?:sick|"
    r"vomited) (?:three|four|five|six) times<6>(?:head|talks?|knock|bump|scooter|nine)",
    r"(?:locked|strapped|left|shut) (?:in|inside) <3?>(?:car|fiesta|van)<12>(?:windows|hot|"
    r"degrees|crying|head)|(?:in one of your|in a|hospital) gowns?<9>(?:bus stop|road|street|"
    r"no shoes|band)|smells? of (?:gas|burning)|burning plastic|(?:boiler|heater)<9>(?:smell|"
    r"heads?|headaches?)|can't be (?:roused|woken)|cherry red|hasn't come out since|"
    r"can't reach the (?:phone|tap|door)|stopped picking up|can't get to the tap|"
    r"\d\d weeks<25>(?:nothing|hasn't kicked|not moved|quiet|not kicked|no movement)|"
    r"hasn't kicked|cramps every|i lost the baby<12>(?:pad|bleed)|stops for a bit and goes|"
    r"goes a funny colou?r|n'arrive plus à|tout mou|ne boit plus|floja como|"
    r"está (?:muy )?(?:caliente y|flojit\w)|(?:délire|confus\w*) <6?>(?:cicatrice|fièvre|4\d)|"
    r"vomit\w+ (?:espuma|sangre|czarnym)|não acorda|nicht (?:aufwachen|ansprechbar)|nie (?:budzi|"
    r"reaguje)|gekrampft|"
    r"嘴唇(?:肿|紫|发青)|喘不上气|ਸਾਹ|ਨੀਲੇ|نیلا|不省人事|昏迷|бледная|не дышит|задыхается",
)
"""Any one of these, now, is enough."""
