from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.pieces import WEEKDAY
from bedside.guard.triage.scenes import threat
from bedside.guard.triage.signal import Signal

_WEAPON = (
    r"(?:gun|rifle|shotgun|pistol|knife|blade|machete|hammer|bat|crowbar|axe|acid|petrol|"
    r"gasoline|"
    r"matches|lighter|bomb|brick|bricks|friends|mates|boys|brothers|cousins|dogs?)"
)
_OURS = (
    r"(?:him|her|them|you|ya|u|that (?:man|woman|doctor|nurse|dentist)|the doctor|the dentist|"
    r"the nurse|your (?:doctor|nurse|dentist|receptionist|staff|manager)|one of you|all of you|"
    r"every one of you|the lot of you|somebody|someone|dr\.? \w+)"
)


class Threat(Signal):
    """
    A threat against staff or the place, said or implied.

    ## What to do
    A manager and, where it is needed, the police are told now; the message is kept as it is.

    ## Flagged
    - [I know where you park] and when your shift ends.
    - Tell him [I'll be waiting outside].
    - [Voy a quemar] esa clínica.
    - The board meets on Thursday. [Bring stones].
    - Somebody is [waving a gun] in your porch.

    ## Hinted
    - She [parks] behind the church and walks alone, tell her I'll be there.

    ## Fine
    - I'd kill for that hygienist's teeth.
    - My brother will be waiting outside with the car, is that all right?
    - She parks behind the church and walks ten minutes to work.
    - I'll burn this place into my memory.
    - He's got a knife joke for every occasion.
    """

    flag = Flag.THREAT
    urgent = (
        rf"(?:i'll|i will|i'm going to|i'm gonna|im gonna|ima|gonna|going to|we'll|we will|"
        rf"want to|"
        rf"wanna|ready to|about to|deserves? to|ought to|should) <2?>(?:kill|murder|shoot|stab|"
        rf"strangle|gut|bury|slit|hang|beat|smash|batter|knock|break|cut|burn|torch|blow up|hurt|"
        rf"harm|finish|end|drag|choke|drown|run over|run down|slap|punch|make) {_OURS}"
        rf"(?! (?:feel|a favou?r|laugh|proud|an? |up some|some slack|off in|short|do))",
        r"(?:kill|murder|shoot|stab|burn|torch|bomb|blow up|firebomb|shoot up|smash up|"
        r"trash) (?:the "
        r"|your |this |that )(?:\w+ )?(?:clinic|office|place|building|hospital|surgery|practice|"
        r"house|"
        r"car|windows?|lobby|pharmacy|doctor|nurse|dentist|staff|home)(?: down|"
        r" up)?(?! of worship)",
        r"burn (?:it|this|that|the (?:\w+ )?place|your (?:\w+ )?place|"
        r"the whole thing) (?:all )?(?:down|"
        r"to the ground)|(?:there'll|there will|there's going to) be (?:smoke|blood|fire|a fire|"
        r"bodies|"
        r"flames|broken|trouble at)|blood on (?:your|the) (?:floor|carpet|doorstep|walls)",
        r"(?:i|we) (?:already |now )?know (?:exactly )?(?:where|which (?:car|house|door|school|"
        r"bus|of "
        r"you|gym|train)|what (?:car|time (?:you|she|he|they)|you drive|he drives|she drives|"
        r"school)|when "
        r"(?:you|she|he|they) (?:leaves?|finish\w*|clock\w*|closes?|gets? (?:off|home|out)|"
        r"locks?|parks?|"
        r"jogs?|walks?)|your (?:car|address|house|shift|street|kids|wife|husband|plates?|"
        r"routine)|(?:her|"
        r"his|their) (?:car|address|house|shift|kids|street|plates?|routine))(?! to (?:find|send|"
        r"park) )"
        r"(?: (?:you|he|she|they|his|her|your)(?: kids?)? (?:live|lives|park|parks|sleep|sleeps|"
        r"walk|"
        r"walks|drink|drinks|smoke|smokes|go|goes|work|works|shop|shops|drive|drives|eat|eats))?",
        rf"(?:i'll|i will|we'll|we will|i'm|be|somebody will be|"
        rf"someone will be) (?:be )?(?:waiting|"
        rf"outside|parked|there|in the (?:car park|parking lot|lot|alley)) (?:for {_OURS}|"
        rf"outside(?! with)"
        rf"|when (?:you|he|she|they|u)|by (?:his|her|your) car|in the (?:car park|parking lot|"
        rf"alley|lot)|at "
        rf"(?:closing|the back door|the staff (?:door|entrance)))",
        r"(?:watch|mind) (?:your|ur|his|her|yo) (?:back|backs|step on)|(?:look|looking|"
        r"look out) over "
        r"(?:your|his|her) shoulder|sleep with one eye open|check under (?:your|the|his|her) car",
        r"(?:bring|bringing|brought|got|have|with|buying|carrying|carry|pack\w*|load\w*) (?:my |"
        r"the |a |"
        r"an |some |his )(?:\w+ )?(?:gun|rifle|shotgun|pistol|knife|machete|hammer|baseball bat|"
        r"crowbar|"
        r"axe|acid|petrol|gasoline|can of (?:petrol|gas)|bomb|molotov)(?! (?:injury|wound|fish|"
        r"hook))",
        r"(?:and|with) what's in my (?:boot|trunk|glovebox|van|bag)|what's in (?:my|the) (?:boot|"
        r"trunk) "
        r"(?:is|says)|nobody's? (?:is )?leaving|(?:won't|don't|will not) (?:be )?(?:leav\w+|"
        r"walk\w*|com\w+|"
        r"mak\w+) (?:out|it out|it home|home|back out)(?: alive| of there| on \w+day)?(?= alive|"
        r" of there|"
        r" tonight|[.!])",
        r"(?:something|a parcel|a package|a little something|a present) <4?>(?:that goes off|"
        r"ticking|"
        r"that ticks|goes bang|explodes)|goes off (?:in|when)|i know how(?=[.!])|"
        r"(?:my )?grouping is|target "
        r"practi[cs]e|at head height|crosshairs?|in my sights|bullet with (?:your|his|her) name",
        r"(?:someone|somebody|people|we) (?:should|ought to|needs? to|might|could|will|"
        r"is going to|'ll) "
        r"(?:really )?(?:pay (?:him|her|them|you) a visit|teach (?:him|her|them|you) (?:a lesson|"
        r"some)|"
        r"sort (?:him|her|them|you) out|shut (?:him|her|them|you) up|make (?:him|her|them|"
        r"you) pay|put "
        r"(?:him|her|them|you) (?:down|in the ground|in a box)|drag (?:him|her|you)|"
        r"follow (?:him|her) home)",
        r"(?:nice|lovely|pretty|sweet|cute) (?:car|house|kids?|children|daughters?|wife|dog|"
        r"labrador|"
        r"porch|garden|hanging baskets|curtains|front door|little (?:girl|boy|house|car|"
        r"dog))<9>(?:be a "
        r"shame|shame if|at number|number \d+|careful|watered|on \w+ (?:street|road|avenue|lane|"
        r"close))",
        r"(?:it )?(?:would be|'d be|be) a (?:real )?(?:shame|pity) if|accidents? (?:do |"
        r"can )?happens?(?! to "
        r"(?:anyone|all|everyone))|things (?:do |can )?(?:catch fire|burn|break) (?:easily|"
        r"so easily)",
        r"(?:lives?|living) (?:at|in|on|by|next to|behind) (?:the |number )?<8>(?:door|in case|"
        r"drop by|say "
        r"hello|say hi|visit|go (?:round|and)|let (?:her|him) know|thank (?:her|him)|do what)|"
        r"(?:here's|"
        r"this is|found) (?:her|his|their) (?:home )?address",
        r"(?:you'll|you will|u will|youll|he'll|she'll|they'll|you're going to|"
        r"you are going to) (?:all )?"
        r"(?:regret (?:it|this|ever|what)|be sorry|pay for (?:this|what|it|that)(?: with)?|"
        r"wish you'd never|"
        r"get yours|bleed|burn(?! your)|die(?! of)|suffer|be next|"
        r"learn the hard way|find "
        r"out(?: what)? (?:i|what happens)|beg)",
        r"(?:money|pay) or (?:teeth|blood|knees|your)|(?:an )?eye for an eye|fair is fair|"
        r"get what(?:'s| is|"
        r" was)? coming to (?:you|him|her|them)|(?:what's|whats) coming to (?:you|him|her|them)|"
        r"payback is|"
        r"one of these (?:days|nights) (?:you|he|she|i)|(?:next time|last warning|"
        r"final warning)<9>(?:won't "
        r"(?:be|just)|not (?:be )?(?:words|talking|asking)|hands|fists)",
        rf"(?:see|c) (?:you|u|ya|him|her) (?:all )?(?:soon|{WEEKDAY}|in the (?:car park|"
        rf"parking lot|lot)|"
        rf"outside|after (?:work|your shift|dark)|when you (?:close|lock))<5>(?:alone|dark|knife|"
        rf"close up"
        rf"|bring|pray)|(?:close|lock|locks|work|works|walk|walks) (?:up )?alone (?:on|at|every)",
        r"(?:been|sat|parked|stood|standing|sitting|am|i'm|drove|walked) <2?>(?:outside|past|by) "
        r"<3?>(?:his|her|your|their) (?:house|home|place|gate|car|window|street|school|flat)|"
        r"been "
        r"outside (?:twice|three times|again|all night|since)|follow(?:ed|ing) (?:her|him|you|"
        r"them|one of "
        r"(?:you|your)) (?:home|to (?:his|her|your))|(?:second|next) time i (?:brought|bring|"
        r"'ll bring)",
        r"(?:put|bury|leave) (?:you|him|her|them|one of you) (?:in|under) (?:the|a) (?:ground|"
        r"box|hospital|"
        r"bed|river|wheelchair|morgue|patio)|dance on your grave|(?:end|ends|"
        r"finish) (?:up )?in a body ?bag|"
        r"(?:your|his|her) (?:kneecaps?|throat|skull|days are numbered|time is (?:coming|up))",
        r"(?:🔪|🔫|💣|🩸|⚰)[^.!?]{0,60}\b(?:you|u|ur|your|him|her|weds|monday|tuesday|friday)|(?:you|"
        r"u|ur|"
        r"your|him|her)\b[^.!?]{0,60}(?:🔪|🔫|💣|⚰)",
        r"(?:te|le|los|las|lo|la) (?:voy|vamos) a (?:matar|romper|quemar|esperar|partir|buscar|"
        r"encontrar|"
        r"cortar|reventar|pegar)|voy a (?:matar|quemar|romper|esperar|balear|poner una bomba)|"
        r"(?:lo|la|los|"
        r"las|te) (?:espero|esperamos) (?:a la salida|afuera|en el estacionamiento)|"
        r"(?:ya )?(?:sé|sabemos) "
        r"(?:dónde vive|dónde viven|qué carro|a qué hora sale|dónde estaciona)\w*|(?:se|te|la|"
        r"lo)(?: l[ao]s?)? "
        r"va[ns]? a (?:pagar|arrepentir)|cuídate la espalda|esto no se queda así",
        r"(?:je vais|on va|j'irai|je viens) (?:vous |te |le |la |les |tous |tout )*(?:tuer|buter|"
        r"crever|brûler|"
        r"casser|frapper|attendre|défoncer|retrouver|cramer|exploser)|(?:je|on) (?:sais|"
        r"sait) où (?:vous|tu|il|"
        r"elle) (?:habit\w+|gar\w+|trav\w+)|(?:vous allez|tu vas|il va|elle va) (?:le |"
        r"me le )?(?:payer|regretter)"
        r"|je (?:vous|t'|l')\s?attends? (?:dehors|à la sortie)|fais(?:ez)? (?:gaffe|"
        r"attention) à (?:toi|vous)",
        *threat.SAID,
    )
    hints = threat.HINTS
    unless = (
        r"jk|into my memory|i mean(?=[.,)])|in my google|knife (?:joke|and a mortgage)|"
        r"i'd kill (?:for|to)|(?:threatened|wanted|tempted) to (?:murder|kill|"
        r"strangle)<9>(?:physio\w*|"
        r"alarm|trainer|coach|at least|twice a day)|with (?:the|a|my) car(?: seat)?(?:,| is| so|"
        r" to)|"
        r"laughing|kindness|smile|sleep apnea|snor\w+|softball|baseball team|good (?:way|thing)|"
        r"thank you "
        r"(?:so|for)|bake (?:sale|off)|cake|calories|candles"
    )
