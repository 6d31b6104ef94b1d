from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.scenes import abuse
from bedside.guard.triage.signal import Signal

_BY = (
    r"(?:he|she|they|your \w+|the (?:\w+ )?(?:carer|nurse|aide|doctor|orderly|therapist|man|guy|"
    r"masseur|physio|"
    r"dentist|technician|tech|porter|woman|girl|lad|staff|counsell?or|chiropractor|night \w+)|"
    r"somebody|someone|"
    r"dr\.? \w+|one of (?:your|the) \w+)"
)
_OF = (
    r"(?:me|him|her|them|us|my|our|mum|mom|dad|gran|nan|grandma|grandad|grandpa|a resident|"
    r"residents|a patient|the "
    r"patient|a child|an old (?:man|woman|lady)|his|their|another resident)"
)


class Abuse(Signal):
    """
    Abuse, neglect or sexual misconduct, or somebody who asks for help against it.

    ## What to do
    Whoever answers for safeguarding is told now; nobody writes to the person accused; evidence is
    kept.

    ## Flagged
    - The masseur [put his hand under the towel] and I froze.
    - [Mum has bruises] on both arms again since Tuesday.
    - [Mi terapeuta me besó al final] de la sesión.
    - There is the [mark of a hand] on her cheek.
    - He [knelt on his back] until he went limp.
    - [Mi esposo me empujó] por la escalera.

    ## Hinted
    - My coach [told me not to tell], I'm 13.
    - [My husband drives me] and [he sits in], so please ask me twice.

    ## Fine
    - She touched on every question I had.
    - He hit the vein first time.
    - My son is 13 and told me the dentist is cool.
    - Do I keep my top on for an X-ray?
    """

    flag = Flag.ABUSE
    urgent = (
        r"(?:grop(?:ed|ing)|fondl(?:ed|ing)|molest(?:ed|ing|er)|rap(?:ed|ist)|"
        r"sexual(?:ly)? (?:assault\w*|abus\w*|harass\w*"
        r"|touch\w*|misconduct|comments?)|indecent\w*|inappropriate(?:ly)? (?:touch\w*|"
        r"comments? about my body|messages|"
        r"photos?)|touched (?:me|her|him|my \w+|us) (?:inappropriately|sexually|down there|there|"
        r"where|under|between|"
        r"up|in (?:a|the) way)|grooming(?! salon| appointment| for dogs))",
        r"(?:put|puts|putting|slid|slipped|moved|ran|rubbed|pressed|placed|kept|reached|"
        r"had) <1?>(?:his|her) <1?>"
        r"(?:hands?|fingers?|palm|groin|crotch|erection|mouth|tongue|body|leg) <2?>(?:up|under|"
        r"down|inside|between|on my "
        r"(?:thigh|breast|chest|bottom|bum|leg|knee|neck|hip|waist)|against|into|in my|beneath|"
        r"where|over)(?: (?:my|the|her|his)"
        r"(?: (?:towel|blouse|bra|shirt|gown|skirt|knickers|pants|sheet|blanket|legs?|thighs?|"
        r"underwear))?)?",
        rf"{_BY} <1?>(?:kiss(?:ed|es|ing)|has kissed|tried to kiss|started kissing|licked|"
        rf"masturbat\w+|exposed himself|got "
        r"hard|rubbed (?:himself|against)|unzipped|undid (?:my|his|her)|took (?:his|"
        r"her) \w+ (?:out|off)|slept with|sleeps "
        r"with|is sleeping with|made me (?:undress|strip|take off|touch)|asked me to (?:undress|"
        r"strip|take (?:off )?(?:my "
        r"(?:bra|top|underwear|knickers)|everything)))|(?:we've been|we were|been) (?:kissing|"
        r"sleeping together|seeing each "
        r"other)|(?:sessions?|appointments?|sessions to) <3?>(?:his|her) (?:car|flat|bed|bedroom|"
        r"hotel|place)(?! park)|"
        r"(?:in love|affair|relationship) with (?:my|his|her) (?:therapist|counsell?or|patient|"
        r"client|psychologist)",
        r"(?:i said|i told (?:him|her) (?:to )?|asked (?:him|her) to|begged (?:him|her) to|"
        r"kept saying|said) (?:stop|no)<7>"
        r"(?:kept|carried on|didn't|almost|wouldn't|laughed|continued|relax|held|shh|nearly|"
        r"anyway|going)|said (?:it )?(?:was|"
        r"it's|is) <3?>(?:secret|our secret|between us|just us|special)|(?:secret|"
        r"special) (?:stretch|massage|game|treatment|"
        r"exercise|exam)|tells? (?:them|him|her|me|us) (?:it's our|not to tell)|(?:don't|not to|"
        r"mustn't|never) tell <2?>(?:mum|mom|"
        r"dad|anyone|anybody|my parents|mummy|nobody)",
        r"(?:locks?|locked|bolts?|bolted|shut|closed) <3?>(?:door|up|us in|me in|her in|"
        r"him in)<9>(?:privacy|towel|relax|"
        r"undress|secret|alone with|outside|cupboard|exam)|(?:bolts?|locks?) from the outside|"
        r"(?:locked|shut|kept|left|put)<4>"
        r"(?:cupboard|closet|calm room|seclusion|storeroom|dark room|basement|"
        r"bathroom as (?:a )?punishment)|nail marks",
        r"(?:washed?|bath(?:ed|es)?|wiped?|examin\w+|check(?:ed|s)?) <2?>(?:me|her|him|"
        r"everyone's|the (?:girls|boys))"
        r"<9>(?:twice|only|down there|private|groin|gloves off|same place|one place|no reason|"
        r"too long|privates|breasts?)|without "
        r"<2?>(?:gloves|a chaperone|the nurse|chaperone|anyone else)<9>(?:phone|picture|photo|"
        r"door|gloves|nurse|undress\w*|"
        r"alone)|(?:took|taking|takes|taken|has) (?:a |some |more )?<1?>(?:picture|photo|video|"
        r"pictures|photos|videos)s?<8>"
        r"(?:own phone|his phone|her phone|personal phone|undress\w*|naked|topless|"
        r"in the (?:shower|bath)|asleep|changing)|"
        r"(?:camera|phone|hole)<5>(?:shower|changing room|toilet|cubicle)|(?:shower|"
        r"changing room|toilet|cubicle)<4>(?:camera|"
        r"filming|peephole)",
        rf"{_BY} <1?>(?:slapp?(?:ed|ing|s)|punch(?:ed|ing)|hit(?:ting)?|smack(?:ed|ing)?|"
        rf"kick(?:ed|ing)|pinch(?:ed|ing)|"
        rf"shov(?:ed|ing)|chok(?:ed|ing)|spat (?:at|on)|shook|shaking|dragg(?:ed|ing)|yank(?:ed|"
        rf"ing)|threw|throwing|strangl\w+|"
        rf"twist(?:ed|ing)|bent|forc(?:ed|ing)|pinn(?:ed|ing)|restrain(?:ed|ing)|tied|tying|"
        rf"strapp(?:ed|ing)|gagg(?:ed|ing)|"
        rf"held)(?: down)? {_OF}(?! (?:hand|attention|gaze|heart|off|a lifeline|with (?:kindness|"
        rf"questions|care)|breath|place|"
        r"appointment|tooth|through|up|into shape|vein|bill|for six|for a loop|"
        r"expectations))(?: \w+)?(?! (?:and sang|while i "
        r"cried|during the))",
        r"(?:tied|strapped|restrained|handcuffed|chained|held|pinned)<3>(?:to (?:the|his|"
        r"her) (?:bed|chair|toilet|commode|radiator)"
        r"|down (?:by|while|for hours)|in (?:his|her|a) (?:chair|bed) all)|(?:pillow(?:case)?|"
        r"towel|blanket|sheet|hand|tape|sock|"
        r"bag) <2?>over (?:his|her|my|their) (?:head|face|mouth)|(?:pulled|dragged|yanked|"
        r"grabbed)<3>by (?:the|his|her|my) "
        r"(?:hair|neck|throat|ear|wrists?|arm)",
        r"(?:mum|mom|dad|gran|nan|grandma|grandad|grandpa|mother|father|son|daughter|he|she|"
        r"auntie|uncle|arms?|wrists?|thighs?)(?:'s|'s got| has| have| had| is|"
        r" are)? <3?>(?:bruises|bruised|covered in bruises|"
        r"finger ?(?:marks|prints)|"
        r"hand ?prints?|black eye|cigarette burns?|welts|rope marks|"
        r"grip marks)(?! (?:from (?:the|my) (?:needle|blood|cannula|iv)|"
        r"at the injection|easily|for four days))|(?:bruises?|marks)<3>(?:shape|shaped|"
        r"size) (?:of )?(?:a )?(?:fingers?|hand|grip|"
        r"thumbs?)|(?:flinch\w*|cower\w*|cries|screams|shakes|hides|goes stiff|goes quiet|"
        r"goes rigid|grips my|grabs my|wets)<8>"
        r"(?:when (?:he|she|that|the|anyone|somebody|a man|they)|uniform|carer|whenever|bath|him|"
        r"night (?:man|carer|nurse))",
        r"(?:afraid|scared|terrified|frightened) (?:of|to be alone with|to go back|"
        r"when) <3?>(?:carer|him|her|home|the night|that "
        r"(?:man|nurse|woman|carer)|my husband|my partner|my boyfriend|my father|my dad|"
        r"my stepdad|them|there)(?! (?:needle|dentist"
        r"|drill|teeth|results))|(?:hits?|beats?|hurts?|chokes?|punch\w+|threatens?|controls?|"
        r"kicks?) me(?! with (?:the|a) bill)<6?>"
        r"(?= (?:and|at|if|when|but|again|every)|[.,!])|(?:my|her|his) (?:husband|boyfriend|"
        r"partner|ex|wife|dad|stepdad|father|uncle|"
        r"stepfather|mother|mum|mom) <2?>(?:hits?|hit|beats?|hurts?|touches|chokes?|locks|"
        r"punched|kicked|strangled|threatens)(?: "
        r"(?:me|her|us|my))?",
        r"(?:ask|see|call|speak to|ring|text) me <2?>(?:on my own|alone|by myself|without (?:my|"
        r"him|the) ?(?:husband|partner|"
        r"boyfriend|wife|dad|mum)?)|put nothing in (?:the|any) (?:text|letter|message)|(?:he|she|"
        r"my \w+) (?:reads|checks|sees|looks "
        r"at|goes through|has) (?:all )?my (?:phone|texts|messages|e-?mails|letters)|(?:because|"
        r"if) (?:he|she)(?:'s| has) (?:seen|read) "
        r"this|(?:can't|not safe|isn't safe|unsafe) (?:to )?(?:talk|go|be|at) (?:here|home)|"
        r"safe ?house|not (?:safe )?allowed (?:out|to "
        r"(?:leave|see|phone))",
        r"(?:signed|signing|sign|transferr\w+|giv\w+|made) <3?>(?:over|house|bungalow|will|"
        r"power of attorney|savings|bank|pin|"
        r"cheques?|car) <3?>(?:to|over to|for) (?:her|him|the (?:carer|nurse|aide|girl|home)|"
        r"your (?:carer|nurse|aide))|(?:carer|aide|"
        r"nurse|weekend girl|staff|helper|home help)<9>(?:bank (?:card|account)|pin(?: number)?|"
        r"the will|cash ?(?:machine|point)|"
        r"withdraw\w*|savings|her (?:purse|ring|pension)|his (?:wallet|"
        r"pension))",
        r"(?:not been|hasn't been|haven't been|wasn't|isn't being|not being|never) (?:fed|washed|"
        r"changed|turned|given (?:water|food|"
        r"a drink))<5>(?:days?|since|all|weeks?|until)|(?:neglect(?:ed|ing)?|abus(?:ed|ing|ive|"
        r"er)|mistreat\w+|maltreat\w+|cruelty|"
        r"beaten)(?! (?:my own|phone|system|trust|to it|path|process|garden))",
        r"(?:texts?|texting|messag\w+|dms?|snapchat\w*|likes|liking|follow\w*|calls) <3?>(?:me|"
        r"her|him|my (?:daughter|son|girl|swim|"
        r"pics|photos|selfies)|us)<9>(?:2 ?am|3 ?am|1 ?am|midnight|night|pretty|beautiful|sexy|"
        r"body|bikini|naked|alone|mom|mum|age|old|"
        r"secret|delete|hotel|drinks?)|(?:send|asked for|wants?|sent|sending)<3>(?:nudes?|"
        r"pics of (?:my|her)|dick|naked|topless|underwear"
        r"|explicit)|(?:sext(?:s|ed|ing)|flirt\w*|hit(?:ting)? on (?:me|my daughter|her)|ask(?:ed|"
        r"ing) (?:me|my daughter) (?:out|for a drink|if i "
        r"(?:was|am) single))",
        r"(?:me|la) (?:tocó|besó|manose\w+|violó|golpe\w+|peg[óa]|amarr\w+|encerr\w+|"
        r"acarici\w+|desnud\w+)(?: (?:los|las|la|el|sin|"
        r"al|donde|debajo|entre)(?: \w+)?)?|mi (?:terapeuta|doctor|masajista|dentista|fisio\w*|"
        r"cuidador\w?) (?:me|la) (?:toc|bes|manos|"
        r"acarici|peg)\w+|moret(?:ón|ones)|abus\w+ (?:de|sexual)|maltrat\w+",
        r"(?:m'a|l'a|l'ai vu|m'avait|vous a) <1?>(?:touchée?|embrassée?|caressée?|violée?|"
        r"frappée?|giflée?|attachée?|enfermée?|"
        r"tripotée?|agressée?|battue?|secouée?)(?! (?:par (?:sa|votre|leur) gentillesse|"
        r"droit au))|attouchements?|maltrait\w+|(?:des )?"
        r"(?:bleus|ecchymoses|hématomes) (?:sur|aux?|partout)|la nuit, l'homme|(?:peur|"
        r"terrifiée?) (?:de lui|d'elle|quand il|quand elle)|"
        r"agressions? sexuelles?",
        *abuse.SAID,
    )
    hints = abuse.HINTS
    unless = (
        r"(?:hit|nailed) (?:the|my|his|her) (?:vein|spot|nerve|nail)|hit (?:it off|home|"
        r"the jackpot)|child abuse (?:training|course|"
        r"prevention)|touched (?:by|my heart|our hearts)|(?:tooth|molar|filling|plaque|knot|"
        r"shoulder|muscle)s? <2?>(?:out|loose)|clapped|"
        r"(?:held|took|shook) (?:my|our|her|his) hand"
    )
