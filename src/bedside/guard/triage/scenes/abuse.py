"""Abuse told by halves: doors, undressing, secrets, children, partners. For folded text."""

from __future__ import annotations

from typing import Final

_PRO = (
    r"(?:he|she|they|the \w+|your \w+|my \w+|dr\.? \w+|mr\.? \w+|somebody|someone|one of (?:your|"
    r"the) \w+|a (?:nurse|man|carer|doctor|guard|tech|porter))"
)
_CLOSED = (
    r"(?:lock(?:s|ed|ing)?|clos(?:es|ed)|shut(?:s)?|bolt(?:s|ed)) <2?>(?:door|bedroom|room|"
    r"us in|me in|her in)|door <2?>(?:locks?|locked|shut|closed)|porte <1?>(?:fermée|verrouillée)|"
    r"(?:cerró|cierra|echó) <2?>(?:puerta|llave|seguro)|no (?:chaperone|nurse|witness|female)|"
    r"(?:chaperone|nurse|assistant) <4?>(?:pop(?:ped)? out|step(?:ped)? out|leave|left|out of the "
    r"room|looking at the wall)|(?:reception|everyone|everybody)(?:'s| has| had)? <1?>(?:gone|"
    r"left)|sits? between|sans (?:témoin|gants)|no gloves|alone with (?:him|her|me)"
)
_BARE = (
    r"(?:bra|underwear|knickers|panties|boxers|pants|trousers|top|gown|blouse|towel|naked|nude|"
    r"undress\w*|strip\w*|breasts?|thighs?|groin|crotch|private\w*|bath|cries|crying|cried|"
    r"checks (?:her|him|me)|couldn't move|froze|frozen|didn't move|soutien-gorge|osé bouger|"
    r"pelvic|internal exam|smear|"
    r"n'ai pas osé|respirait fort|breath(?:ing|ed) (?:hard|heav\w+)|laughed|good girl|"
    r"room for one more|chest checks|between me|lift(?:ed)? my|touch\w*|squeez\w+|ropa|sostén)"
)
_NEEDLESS = (
    r"(?:for|with) (?:a|my|the|an) <3?>(?:wrist|throat|ear|ears|tooth|knee|elbow|ankle|shoulder|"
    r"hip|vaccine|visit|mole|rash|finger|hand|headache|cough|flu|nose|eye|neck|foot|filling|"
    r"angine|test|estomac|stomach)|(?:wrist|throat|ear|knee|elbow|ankle|shoulder|hip|hand) "
    r"(?:injury|pain|means?|meant|needs?|needed|visit)|every time|woke up|came round|sedat\w+|"
    r"not needed|isn't needed|wasn't needed|looked it up|"
    r"don't remember|vaccine visit|no reason|why he|not (?:sure|clear) why|asked me to"
)
_YOUNG = (
    r"(?:im|i'm|i am|she's|he's|shes|hes|was|is|age|aged|only|g|tengo|tiene|j'ai|a) <1?>(?:\d|"
    r"1[0-7]|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"once|doce|trece|catorce|quince)(?! (?:pm|am|weeks|minutes|hours|days|months|kilos|percent|"
    r"times|miles|on hold))|(?:six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|\d|1[0-7])[- ]year[- ]old|my (?:son|daughter|kid|niece|nephew|girl|boy|"
    r"lad|grandson|granddaughter|sister)|yr (?:7|8|9|10|11)|year (?:7|8|9|10|11)|mi hij[oa]|"
    r"ma fille|mon fils|in (?:foster|year)|ans"
)
_SECRET = (
    r"(?:said|says|told|tells|told me|asks?|asked|whispered|dice|dit) <3?>(?:not to tell|dont "
    r"(?:show|tell|say)|don't (?:show|tell|say)|say (?:i'm|im) (?:18|eighteen)|delete|secret)|"
    r"(?:please |pls )?(?:don't|dont|do not|pls dont|no le) (?:tell|diga|digan|say) <3?>(?:mum|"
    r"mom|dad|parents|anyone|anybody|him|her|i (?:wrote|said)|it was me|nobody|que escribí)|"
    r"(?:delete|hide) (?:his|her|the) (?:messages|texts)|this stays (?:in|between)|mature|"
    r"voice notes|hearts|asks for (?:pictures|photos|pics)|follows my|contre des photos|"
    r"(?:sits?|sit|sat|siente|sienta) (?:her|him|me|them)? ?(?:up )?on (?:his|her) (?:lap|knee)|"
    r"en sus piernas|dreams? (?:of|about) (?:me|her|him)|at his (?:flat|house|place)|"
    r"his number|my number|gifts?|top-?ups?|recharges|vapes"
)
_DREAD = (
    r"(?:won't|wont|doesn't|refuses to|no quiere|ne veut) <3?>(?:be left|go back|talk|let go|"
    r"volver|be alone|sleep|plus parler|be touched|have the door shut)|(?:wets?|wet|soaks?) "
    r"(?:the|her|his) bed|bed ?wetting|(?:goes|went|gone) (?:quiet|silent|stiff|rigid)|no voice|"
    r"stopped talking|"
    r"came (?:back|home) <4>(?:mark|bruise|burn|hand|different|silent|quemado)|flinch\w*|"
    r"(?:he|she) drew|can draw|(?:watches|stares at) the door|se tapa la cara|se orina|"
    r"hides (?:when|under)|screams when|scared of (?:him|her|going|the night|bath)"
)
_HARMER = (
    r"(?:step-?dad|step-?father|padrastro|beau-père|uncle|dad's|coach|teacher|carer|night (?:lady|"
    r"man|carer|nurse|girl)|nurse|porter|elder|pastor|priest|therapist|counsell?or|dentist|"
    r"orthodontist|ortodoncista|enfermero|enfermera|boyfriend|stepbrother|him|camioneta|"
    r"your (?:centre|center|home|ward|place|group|assistant)|days with you|ward \d+|the group)"
)
_HE_WATCHES = (
    r"(?:he|she|my (?:husband|partner|boyfriend|dad|wife)) <2?>(?:checks|counts|reads|tracks|"
    r"follows|sits in|comes in with|listens|drives me|waits in|won't let|doesn't let|goes through|"
    r"has (?:the|my) (?:app|keys?|phone|passport|card))|(?:he'll|he will|she'll) (?:drive me|"
    r"sit in|be there|come in)|(?:tracker|app) <3?>where i am|no me deja (?:salir|hablar)|"
    r"(?:él )?(?:tiene|entra) <2?>(?:las llaves|conmigo)|(?:took|takes|has|holds|keeps) (?:my|her|"
    r"their) passport|(?:bf|boyfriend|husband|partner) waits|si hablo|when i say the wrong thing|"
    r"finger across (?:his|her|the) (?:neck|throat)"
)
_CAREFUL = (
    r"(?:don't|dont|do not|please don't|no|never|better not) <1?>(?:phone|call|ring|text|email|"
    r"write|reply|llam\w+|answer|message)|(?:room|door) (?:with a door )?that locks|have a reason|"
    r"ask (?:me )?(?:twice|again|alone)|(?:on|by) (?:my|her) own|long sleeves|\"?fell\"?|"
    r"me ca[íi]|(?:pregunte|pregunten) dos veces|(?:so|while) i'm (?:typing|writing)|"
    r"por eso escribo|can i not bring|hide|can't (?:say|talk|see)|the lady can't|quickly|"
    r"smear|scared|afraid|bruise\w*|he'll be (?:back|angry|mad)|not allowed|walking round|"
    r"whispered|window"
)

HINTS: Final = (
    (_CLOSED, _BARE),
    (_BARE, _NEEDLESS, r"(?:off|my|me|her|no|gown|hook|removed|lift\w*|naked|enlever|bra)"),
    (_SECRET, _YOUNG),
    (_DREAD, _HARMER),
    (_HE_WATCHES, _CAREFUL),
    (
        r"(?:carer|aide|helper|cleaner|home help|nurse|aide à domicile|cuidadora)",
        r"(?:bank card|cheque|chèque|pension|savings|deeds?|power of attorney|eleven pounds|"
        r"signer|her purse|his wallet|pin)",
        r"(?:safe|keep|holiday|new coat|sign\w*|courses|missing|less|gone|withdraw\w*|left with|"
        r"down to|transfer\w*)",
    ),
    (
        r"(?:nice to|good to|kind to|kiss|sleep with|favou?r\w*) <2?>(?:him|her|me)?|no kiss",
        r"(?:keep|lose) (?:my|their|her) (?:bed|place|job|room|script|slot)|visa|(?:stop|cut off) "
        r"(?:the|my) (?:oxy|script|meds)|lights out|next on the rota",
    ),
    (r"(?:hugs?|hugged) (?:me )?<2?>(?:too long|a beat)|(?:is it|its?) confidential if",),
)

SAID: Final = (
    r"(?:mark|print|shape|outline|trace|marque) (?:of|d') ?(?:a|an|une|his|her) <1?>(?:hand|palm|"
    r"knee|shoe|belt|rope|fist|thumb|main|boot)|(?:finger|rope|belt|teeth|bite|cigarette|round|"
    r"nail) (?:marks?|burns?)|(?:muñecas?|brazos?) <3?>(?:morad\w+|marcad\w+)|marcada como|(?:her|"
    r"his) nails in my|marks? (?:round|around|on) (?:both|her|his|their|each|my) <1?>(?:wrists?|"
    r"arms?|ankles?|neck)|bruise round (?:her|his|my) neck|belt marks|dedos <3?>marcados|"
    r"small round bruises|evenly spaced|(?:hands?|fingers) kept (?:going|moving|coming)|"
    r"had no business being|can't stop washing|(?:mi|su) (?:esposo|marido|novio|"
    r"pareja) me (?:aventó|empujó|tiró|encerró|pateó)|(?:lee|revisa|checa) mis mensajes|"
    r"borro este|(?:he's|he has|he) (?:taken|took) my (?:keys|phone|passport|car)|"
    r"im behandlungsstuhl|does the belt|gets? the belt",
    r"(?:knelt|kneel(?:s|ing)?) on (?:my|his|her) <2?>(?:back|chest|neck|legs?|lad's)|knee (?:in|"
    r"on|into) (?:my|his|her) (?:back|neck|chest)|(?:hold|held|holding|holds|"
    r"pinned) <4?>down for the|face (?:in|on|down on) the (?:lino|floor)|(?:chair|"
    r"bed) with the strap|(?:strap|belt)(?:ped)? <3?>since|chart it as|push(?:es|ed) the spoon|"
    r"heard <3?>(?:slap|smack|hit) (?:a|her|the|him)|locked in (?:the|their|a|his|her) (?:shed|"
    r"garage|cellar|cupboard|loft|attic|room)",
    r"(?:he|she|they|the \w+|your \w+|my \w+|dr\.? \w+|mr\.? \w+|somebody|someone|one of (?:your|"
    r"the) \w+|a (?:nurse|man|carer|doctor|guard|tech|porter)) <1?>(?:lean(?:ed|s|t)|push(?:ed|"
    r"es)|press(?:ed|es)|rubb?(?:ed|s)|brush(?:ed|es)) (?:his|her) <1?>(?:front|groin|hips?|body|"
    r"crotch)|(?:patted|stroked|squeezed|caressed|rubbed) my <2?>(?:thigh|bottom|bum|breasts?|"
    r"inner)|went under the (?:sheet|towel|gown|blanket)|hand under (?:the|my|her) (?:sheet|towel|"
    r"gown|blanket)|his wife would kill for these|(?:you've|you have) had practice|"
    r"room for one more|hands? (?:on|up) my (?:thigh|skirt)",
    r"(?:gown|bra|shirt|dress|buttons?) <3?>(?:the other way|inside out|different hook|"
    r"back to front|undone|wrong (?:hook|button)|on wrong)|heard (?:a|the) (?:phone )?camera|"
    r"phone (?:was )?<2?>(?:propped|pointing at me|facing me|filming|recording)|red dot on|"
    r"hold a watch that way|(?:no|any) chaperone<9>phone",
    r"key to the (?:girls|boys)|girls' corridor|asks the girls|"
    r"asks? (?:to )?(?:see )?their phones|wearing one of your lanyards|(?:his|"
    r"her) friend comes (?:at night|to my room)",
    r"(?:it|that) (?:wasn't|was not|wasnt|isn't) (?:the |a |from )?(?:trampoline|football|stairs?|"
    r"fall|swing|bike|dog|sport|accident|playground)|(?:her|his) mum can't know|(?:ask|"
    r"asked) (?:me|him|her) not to tell|me pidió que no (?:le )?(?:diga|dijera)|he asked me not to",
    r"(?:i was|i'm|im|he's|hes|g|lui|she's) (?:\d\d|thirteen|fourteen|fifteen|twelve|"
    r"sixteen)(?: ans)?[ ,.]{1,3}(?:and )?(?:he's|hes|lui|he is|he was|he) (?:\d\d|my coach|"
    r"a coach|coaches)|(?:hes|he's|lui) \d\d <4>(?:im|i'm|j'ai) 1[0-7]|(?:coach|teacher|"
    r"priest)<9>when i was (?:\d|1[0-7]|twelve|eleven|ten|nine|thirteen|fourteen|fifteen)|"
    r"(?:i was|was only) (?:twelve|thirteen|fourteen|fifteen|1[0-6]) and (?:it|he|we|"
    r"there)<9>(?:back room|alone|throat|door|exam)|he coaches us|con frenos no",
    r"(?:hold|holds|holding|took|takes|has|keep|keeps) (?:her|their|my) (?:passport|papers|"
    r"documents)|(?:debt|money)'?s? (?:is )?(?:done|paid)<6>(?:passport|sleeps?|works?)|"
    r"no kiss no|he(?:'s| is) (?:on the stairs|outside (?:it |again )?|in the house|got in)|"
    r"está afilando|sacó (?:el|la|un) (?:pistola|machete|cuchillo)|a sorti le fusil|(?:en|"
    r"dans) (?:la|ma) chambre (?:la nuit|le soir)|debajo de la cama|(?:les|"
    r"los) niños están (?:debajo|escondidos)|volvió con el brazo",
    r"(?:il|elle|le docteur \w+|le \w+) m'a (?:demandé|dit) <2>(?:enlever|déshabiller|retirer|"
    r"soutien)|(?:mi|su) (?:padrastro|tío|papá|hermano)<4>(?:me|la|lo) (?:toca|lastima|pega|mira|"
    r"trajo)|ya no duermo en mi (?:cuarto|cama)|novio<9>(?:duerme en el carro|no le diga)|(?:en|"
    r"dans) (?:sus piernas|ses genoux)|mon mari (?:me|a) (?:frappe|bat|dit posément)|mi (?:marido|"
    r"esposo|pareja|novio) me (?:pega|golpea|amenaza|mata)|mon (?:mari|copain|père|"
    r"beau-père) me (?:frappe|bat|menace|touche)|(?:جواز سفري|يقفل الباب|يضربني)|мой муж (?:бьёт|"
    r"бьет)|муж бьёт",
)
"""Any one of these is enough."""
