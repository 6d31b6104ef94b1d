"""Farewells, means and places of somebody who may be about to die, for folded text."""

from __future__ import annotations

from typing import Final

_MEANS = (
    r"(?:my |the |his |her |these |those )?<2?>(?:pills|tablets?|meds|caps(?:ules)?|patches|"
    r"morphine|oxy|insulin|propofol|paracetamol\w*|codeine|packets?|strips?|blister packs?|belt|"
    r"rope|noose|cord|blades?|razors?|pistol|shotgun|rifle|revolver|bottles?|sleepers|doses)"
)
_THING = (
    r"(?:dogs?|cats?|budgie|bird|hamster|rabbit|parrot|pets?|plants?|plushies|keys?|bike|"
    r"motorbike|rings?|jewell?ery|quilt|things|clothes|guitar|records|books|tools|headphones|"
    r"airpods|phone|console|games|watch|car|shoes|tank|pigeons|horse|room|savings|collection)"
)
_GIVEN = (
    rf"(?:gave|gives|given|giving|left|leaving|put|took|taken|rehomed|found|handed|dropped) <5?>"
    rf"{_THING}|(?:my|the|his|her) <1?>{_THING} <2?>(?:can go|goes|go|has gone|have gone|is|are|"
    rf"gone|went|'s) (?:with|at|to|on|sorted|rehomed)|(?:can|may|should|could) have my <1?>"
    rf"{_THING}|{_THING} <3?>at (?:my|his|her|our) (?:sister|brother|mum|mom|gate|neighbou?r|"
    rf"friend|dad|nan)\w*|(?:take|have|keep|look after|mind|feed|who gets|deleted|"
    rf"burned) <1?>(?:the|my) <1?>"
    rf"{_THING}|(?:paid|sorted|settled|cleared|tidied|cleaned|scrubbed|rangé|nettoyé|payé|"
    r"pagada|opgeruimd) <4?>(?:rent|bills?|kitchen|flat|room|house|loyer|cuisine|luz|maison|"
    r"appartement|alles|debts?|funeral)|(?:deleted|binned|burned|wiped) <2?>(?:photos|pics|"
    r"pictures|accounts?|diary|"
    r"posts)|(?:give|gives|giving) <3?>(?:money|share|half|seat|place) <2?>to|"
    r"passwords? <5?>(?:paper|drawer|envelope|brother|sister)|"
    r"(?:chat|chien|clés?|clefs?) <3?>(?:chez|à|avec) (?:la|le|ma|mon) "
    r"(?:voisine?|sœur|soeur|frère)|(?:confié|laissé|donné) <2?>(?:chat|chien|clés?|clefs?)|"
    r"(?:el perro|la gata|el gato|las llaves|los papeles) <5?>(?:queda|prima|vecin[oa]|cuarto|"
    r"hermana)|(?:dejé|dejo|dejó) <4?>(?:perro|gat[oa]|llaves|niñas|niños|moto|carta|contraseñas)|"
    r"(?:senhas|cachorro) <4?>(?:papel|vizinha)"
)
_FAREWELL = (
    r"(?:won't|wont|shan't|will not|don't|dont|not) <1?>(?:be )?(?:need|needing|come|coming|"
    r"bother|trouble)(?: \w+)?|no need (?:to|for)|(?:cancel|take me off|don't book|dont book|"
    r"don't save|not to save|give (?:my|the) (?:slot|place|deposit|thursday))(?: \w+)?|"
    r"thanks? (?:you )?<2?>(?:for|to|before|all|lads|everyone|u)|ty <2?>(?:for|lads|all|moots)|"
    r"(?:so|very|i'm|im) sorry|sorry (?:mum|mom|dad|about|to)|"
    r"(?:blame|fault|did nothing wrong|none of this is on)|"
    r"before (?:i go|the weekend|tonight)|for tonight|tonight|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day or (?:ever|any)|one last time|by the weekend|goodbye|bye|hugged|not answering|"
    r"isn't answering|won't pick up|doesn't pick up|no contesta|(?:she's|he's|and|never been so|"
    r"so) <1?>(?:calm|nice|peaceful|happy)|merci (?:pour|d')|pas (?:sa|votre|ta|leur) faute|"
    r"viendrai pas|por última vez|gracias (?:por|doctora)|perd[oó]n\w*|ya no <3>(?:citas?|"
    r"necesit\w+)|obrigad[oa] por|não precisa mais|dank voor|hoeft niet meer|ni après|inutile|"
    r"note (?:about|on|for|for her|for his)|bad feeling|worries me|frightens me|"
    r"truck's gone|who do i (?:ring|call|tell)"
)
_PLACE = (
    r"(?:on|off|at|by|to|from|past|up|over|under|of) (?:the|a|my|that|this) <2?>(?:bridge|roof|"
    r"rooftop|quarry|platform|viaduct|overpass|multi-?storey|parkade|level crossing|railway|"
    r"tracks|cliffs?|ledge|pier|weir|canal|dam|reservoir|balcony|top floor|kerb|edge|underpass)|"
    r"(?:el|del|en un|un) puente|(?:le|du|un) pont|las vías|les rails"
)
_LINGER = (
    r"(?:look(?:ed|ing)? at (?:it|the)|stopp?(?:ed|ing)? <2?>(?:in the middle|at the top|there)|"
    r"sat here|sitting here|standing here|stood here|stood (?:in|on|at)|keep (?:going|walking|"
    r"standing|stopping)|higher than|pretty up here|nice stars|clear tonight|hace fresquito|"
    r"listen to that|asking me|jump|step off|climb(?:ed)? over|hung up|colgué|still here|"
    r"drove to|walking home by|home by|going home by|every (?:night|evening)|four times|"
    r"how (?:high|deep|cold)|really loud|voice|walked? me down|so (?:quiet|calm)|"
    r"when the (?:lorries|trains?|trucks|bus))"
)
_ENOUGH = (
    r"(?:kept|keeping|saved?|saving|stash\w*|stockpil\w*|counted|lined|line them|hoard\w*|"
    r"put by|put aside|collected|got|have|has|there's|theres|it's|same number of|junté|juntado|"
    r"guardado|gardé|mis de côté) <6?>"
)
_TO_END = (
    r"enough|full|count|for me|for myself|don't trust myself|dont trust myself|before i go|"
    r"tonight|goodbye|any ?more|nearly (?:done|there|full)|not far behind|far behind|"
    r"never wake|don't wake|despertar|wake up|no one|nobody|since (?:march|january|february|april|"
    r"may|june|july|august|september|october|november|december|christmas)|ready|peace|sorry|"
    r"last time|lined (?:\w+ )?up|it all|the lot|at once|together"
)

HINTS: Final = (
    (_GIVEN, _FAREWELL),
    (_PLACE, _LINGER),
    (_ENOUGH + _MEANS, _TO_END),
    (
        r"(?:in|sat in|sitting in|am in|i'm in) (?:the|my) (?:car|garage)|the garage",
        r"(?:garage|door) <2?>(?:shut|closed|down|locked)|(?:car|engine) <2?>(?:on|running)|hose",
        r"(?:i|my|i'm|i've|im)",
    ),
    (
        r"list is blank|made my own arrangements|i've thought it through|got enough here|"
        r"there's enough(?=[.,])|theres enough(?=[.,])|looking at the (?:thing|blade|pills|rope|"
        r"knife|bottle)|if my heart stops",
    ),
)

SAID: Final = (
    r"(?:any|monday|tuesday|wednesday|thursday|friday|saturday|sunday) (?:or|and) (?:ever|"
    r"any (?:of them|monday|other)|any day)|(?:this year|next year) or any other|where i(?:'m|m|"
    r" am) (?:going|off|off to|headed)(?= (?:to|tonight)|[.,!?🙂]| i)|no forwarding address|"
    r"after the weekend there(?:'d| would) be no point|(?:won't|wont|will not) be (?:here|there|"
    r"in|at \w+|around) (?:mon|tues|wednes|thurs|fri|satur|sun|any)day|(?:nobody|"
    r"no ?one) should blame|you all did what you could|(?:deleted|wiped) (?:all )?(?:her|his|"
    r"their) (?:pics|photos|pictures)|(?:night|evening|time) in the multi-?storey|(?:don't|dont|"
    r"do not) (?:come )?look(?:ing)? for me|(?:not|dont|don't) <2?>save (?:me|her|him) a (?:seat|"
    r"place)|this (?:year|one) or any other|(?:going to|gonna|just|to) make it (?:all )?stop|"
    r"stopping the rest|(?:would|i'd) rather not do the rest|nice (?:round )?(?:number|day|place|"
    r"night|spot) to (?:stop|end|go)(?: on)?|(?:there )?(?:isn't|won't be|is no|isnt) (?:a |"
    r"any )?(?:next (?:one|week|time)|one)(?=[)])|won't be (?:far|long) behind|shan't be (?:far|"
    r"long) behind|(?:isn't|aren't|not) to be woken|no me tienen que despertar|"
    r"doing the other thing|(?:keep|have|water|feed|give away) (?:the|my) plant when i'm",
    r"(?:works?|better|easier|lighter|happier|run) <3?>(?:with(?:out)? me (?:taken )?(?:off|in|"
    r"gone|out)|without me)|taking (?:me|myself) (?:off|out of) it|(?:can't|can not|cannot|"
    r"never) be (?:mended|fixed)(?= |[.,])|(?:decided|like|want|time|"
    r"ready) to (?:go )?(?:and )?(?:be|join) <1?>(?:with )?(?:my (?:late )?(?:husband|wife|son|"
    r"daughter|mum|mom|boy|girl)|him|her)|go where (?:she|he) is|say (?:bye|goodbye) to <2>|"
    r"bye same|pinned my note|drove to the (?:quarry|bridge|cliffs?)",
    r"how (?:many|much) <7?>(?:would|does|do|will|wud|to) <3?>(?:take|need|be|til|till|"
    r"until) <4?>(?:die|kill|too many|fatal|not wake|didn't wake|overdose)|(?:what|wat) (?:would|"
    r"wud|will|happens) <3?>if (?:someone|somebody|you|u|i) (?:took|take|had) <2?>\d\d+|"
    r"rather it didn't hurt|(?:which|what) (?:is|would be) (?:painless|quickest)|(?:found|"
    r"told \w+ about) (?:the|a|his|her|my) (?:belt|rope|cord|noose|ligature)(?= (?:over|round|in|"
    r"from|under|tied)|[.])|(?:looked up|googled|searched) <4?>(?:painless|ways to (?:die|end))|"
    r"(?:garage|car)<4>(?:with the (?:car|engine)|engine running|hose)|"
    r"don't trust myself <2?>(?:with|around|alone|tonight)|dont trust myself|lined (?:em|them) up|"
    r"(?:whole|entire) (?:strip|packet|bottle|box)[,.]? (?:whole|and|one)|on the edge (?:kerb|"
    r"of the platform)|jump every time|voice saying jump|pockets (?:are )?(?:heavy|"
    r"full of stones)|water(?:'s)? (?:up to my|is really loud|so dark)",
    r"(?:did|done|doing) it again (?:tonight|last night|today|on my)|cuts <1?>(?:on|up|across|"
    r"down|all over) <2?>(?:thighs?|arms?|wrists?|legs?)(?! (?:healed|from the|during))|"
    r"(?:thighs?|arms?|wrists?|legs?)<3>(?:cuts|deeper|won't close|wont close|doesn't close|"
    r"again, deeper)|(?:using|used) (?:it|them|the \w+) on my (?:arms?|legs?|thighs?|wrists?)|"
    r"(?:keep|kept) (?:seeing|imagining|picturing) (?:myself|my hands|me) <3?>(?:drop|throw|"
    r"smother|hurt|shak|drown|push|let)\w*|stood over (?:the|his|her) (?:cot|crib|bed|"
    r"moses basket)|with the pillow|what my hands want|so i can't get to (?:him|her|the baby)|"
    r"scared i'll (?:drop|shake|hurt) (?:him|her|the baby)",
    r"ya no (?:encuentro (?:motivo|razón)|quiero (?:molestar|seguir|nada)|me quiero|"
    r"voy a necesitar)|(?:última|ultima) vez que (?:escribo|molesto)|no (?:la|le|los|lo) culp\w+|"
    r"(?:encerr\w+|metió) <3?>(?:baño|cuarto) con (?:la|el|una?) (?:navaja|cuchillo|pistola|"
    r"pastillas)|(?:me|se) (?:despid\w+|despidió)|vous n'y êtes pour rien|"
    r"ce n'est pas (?:de )?(?:sa|votre|ta) faute|je ne viendrai (?:pas|plus),? ni|(?:mercredi|"
    r"jeudi|lundi|mardi|vendredi)<3>ni après|peut avoir ma chambre|não precisa mais<12>(?:senhas|"
    r"cachorro|obrigad[oa])|شب آخر|آخرین شب|ich kann nicht mehr leben|will nicht mehr leben|"
    r"ik wil niet meer (?:leven|verder)|não quero mais viver|quero morrer|不想活|хочу умереть|"
    r"не хочу жить|أريد أن أموت",
)
"""Said of oneself, or of somebody near, any one of these is enough."""
