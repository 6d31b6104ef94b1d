"""Health information in the wrong hands, told in many ways. For folded text."""

from __future__ import annotations

from typing import Final

_PAPER = (
    r"(?:results?|letters?|reports?|envelope|charts?|files?|records?|notes|scan|x-?ray|sheet|"
    r"biopsy|label|reminder|email|e-mail|text|message|voicemail|print ?outs?|prescription|bag|"
    r"portal|login|logged in|opened|app|bloods?|test|summary|invoice|bill|statement|referral|"
    r"mammograms?|resultados?|examen|reporte|biopsia|expediente|correo|résultats?|dossier|"
    r"courrier|mail|call|rang|phoned|box)"
)
_STRANGER = (
    r"(?:a|an|some|another|the) <2?>(?:man|woman|boy|girl|lady|gentleman|person|patient|child|"
    r"fellow|baby|someone|stranger) (?:called|named)|(?:someone|somebody) (?:called|named|else)|"
    r"(?:someone|somebody) else's?|i'm (?:apparently|now|down as) <3>|"
    r"(?:for|of|from|about|to|is|as|one for|meant for) (?:a |one )?(?:mr|mrs|ms|miss)\.? [a-z]\w+|"
    r"(?:isn't|not|wasn't) (?:about |for |to )?(?:me|mine|my (?:daughter|son|husband|wife|mum))|"
    r"(?:im|i'm|i am) (?:not [a-z]{3,}|mrs? [a-z]+|ms [a-z]+)(?=[.,])|"
    r"(?:wrong|different|another|two) (?:name|person|patient|surname|janet)|"
    r"(?:un|una|de un|de una|la) (?:tal|señora?|señor|paciente|otra|otro|tal) [a-z]\w+|"
    r"(?:d'un|d'une|un|une|la) (?:monsieur|madame|certaine?|autre patiente?)|belongs? to (?:a|"
    r"an|some)|(?:next door|number \d+|the flat|over us|above us|across the road|choir|"
    r"same building|en face|mismo edificio|allotment)"
)
_DISEASE = (
    r"(?:hiv|vih|hep(?:atitis)? ?[abc]?|hepatitis|chlamydia|gonorrho\w+|herpes|syphilis|std|sti|"
    r"abortions?|termination|miscarriage|methadone|olanzapine|diagnos\w+|pregnan\w+|lymphoma|"
    r"malignant|cancer|biopsy|smear|mammograms?|overdose|drinking|alcoholic|addict\w*|rehab|"
    r"gender|transphobe|trans|depress\w+|bipolar|psychiatr\w+|therapy|vasectomy|fertility|ivf|"
    r"sperm|test(?:ed)? (?:for|positive)|results?|records?|charts?|medication|tablets|"
    r"riddled with decay|appointment|refuge|sober|condition|prescription)"
)
_AUDIENCE = (
    r"(?:my|our|her|his|mi|mon|ma) <1?>(?:boss\w*|employer|ex\w*|ex-\w+|mother(?:-in-law)?|"
    r"father(?:-in-law)?|mum|mom|dads?|landlord|neighbou?rs?|colleagues?|team|five-a-side|students|"
    r"class|pupils|sister-in-law|husband|stepdad|jefe|suegra|patron\w*|chef|choir|church|pastor|"
    r"manager)|hr|school gates?|whole (?:office|school|room|waiting room|bus|village|church|"
    r"street|team)|(?:waiting|staff) room|at a wedding|on the fridge|(?:everyone|everybody)|"
    r"the next chair|second chair|next chair|behind me|in front of (?:everyone|the|my|all)|"
    r"strangers|the internet|facebook|tiktok|likes|\d[\d,.]* ?(?:k|million)? (?:views|likes|"
    r"people|personnes|girls)"
)
_TOLD = (
    r"(?:told|telling|knew|knows|texted|rang|called out|calls? out|read (?:out|aloud|it out)|read|"
    r"reads|aloud|out loud|shouted|yelled|announc\w+|said|outed|outing|quoted|mention\w*|asked|"
    r"overheard|heard|could hear|leaning|opened|wrote|wrote back|replied|posted|sent|faxed|"
    r"handed|gave|got (?:the|a|my)|laugh\w*|gossip\w*|listen\w*|sat|sitting|sells?|for sale)"
)
_WORKS = (
    r"(?:works?|worked|is|does|runs?|temps?|dates?) <1?>(?:at|for|in|on|your|our|there|with you)"
)
_NEAR = (
    r"(?:my|our|her|his) <1?>(?:ex\w*|ex-\w+|cousin|sister|brother|neighbou?r|mother-in-law|"
    r"friend|husband|boyfriend|girlfriend)"
)
_FILMED = (
    r"(?:selfie|reel|story|stories|tiktok|livestream|collage|video|clip|before (?:and|&) afters?|"
    r"'?before'?|photo|picture|pic|insta\w*|page|post|feed|advert|billboard|website|fundraiser|"
    r"newsletter|brochure|filmed)"
)
_MINE = (
    r"(?:my|her|his|our) <3?>(?:name|chart|face|back|boobs|breasts?|leg|teeth|mouth|body|x-?ray|"
    r"tattoo|mole|scar|daughter|son|mum|mom|child|kid|baby|prescription|bag|screen|file|belly|"
    r"stomach|chin|nose|wristband|records?|surname|first name|girlfriend's chart)|me,? naked|"
    r"it's (?:my|me)|there are my|that's (?:my|me)|is (?:me|mine)"
)
_UNASKED = (
    r"(?:without|didn't|never|not|who said|nobody|no one|who) <2?>(?:asking|asked|sign\w*|consent|"
    r"permission|agree\w*|said you could|ask\w*|told|said yes|telling)|take (?:it|this|that) down|"
    r"stolen|i can read|you can read|can be read|clear as day|behind (?:her|him|me|it)|naked|"
    r"(?:views|likes)|with a heart|jump scare|for laughs|i'd like it gone"
)

HINTS: Final = (
    (
        _STRANGER,
        _PAPER,
        r"(?:i|me|my|i'm|mine|im|ours|us|our|we|does she know|yo|nos|le aviso|j'habite|m'a)",
        r"(?:address|name|names|birthday|date of birth|dob|surname|dirección|teléfono|number|"
        r"diagnos\w+|malignant|hiv|vih|hep\w*|positive|biopsy|not me|not mine|isn't mine|"
        r"belongs?|stapled|by mistake|por error|wrong|mix|apparently|i've put it|i closed it|"
        r"closed it|opened it|did see|shouldn't|cédula|sexe|biopsia|works|somebody else|someone "
        r"else|meant for|must be with|i'm not|im not|has mine|got mine|have mine|ours must|"
        r"secu\w*)",
    ),
    (_DISEASE, _AUDIENCE, _TOLD),
    (
        _NEAR,
        _WORKS,
        r"(?:knew|knows|quoted|read|texted|heard|told|opened|looked|my record|my file|tell me "
        r"how|leaning|word for word|mentioned|asked about|saw my|how (?:he|she) knew)",
    ),
    (_FILMED, _MINE, _UNASKED),
    (
        r"(?:log-?ins?|passwords?|inbox|patient list|client list|database|laptop|spreadsheet|pdf|"
        r"google|server|portal|nightly|hard drive|tablet|list|cartons?|boxes|bags?)",
        r"(?:still (?:got|get|have|works|works?)|never (?:got )?shut|see everyone|everybody's|"
        r"every (?:name|patient|one)|all of us|names|noms|let me see|lets me|mammograms|genetic|"
        r"next person|flick|everyone's|diagnos\w+|oncologie|patients')",
        r"(?:names?|noms|patients?|clients?|everyone|everybody's|see everyone|every name|genetic|"
        r"mammograms|photos|worst things|groin|owe|personal|records)",
    ),
    (
        r"(?:refuge|protective order|restraining order|new address|shelter|safe house|he's been "
        r"looking|looking for (?:me|my address|us)|hiding from)",
        r"(?:told|gave|handed|address|page one|on it|clear as day|confirmed|posted|sent|which)",
    ),
)

SAID: Final = (
    r"(?:opened|accessed|viewed|looked at) (?:\w+ )?times by|told me all about my (?:neighbou?r|"
    r"friend|cousin|boss)|i said no photos|(?:whiteboard|chart) behind (?:her|him|them|you)|"
    r"still have (?:the |my )?log-?ins?|(?:handed|gave) me my own|addressed to (?:our|my) (?:shop|"
    r"work|office)|call meant for|results? meant for|(?:one|letter|sheet|page) (?:behind it|"
    r"stapled|folded in)<6>(?:mr|mrs|another|someone|man|woman|lady|list)|someone else's (?:name|"
    r"record|bag|card)|(?:en clair|à)<3>\d+ personnes|(?:cc|cc'd)<6>(?:everyone|names|all of us)|"
    r"everyone added|(?:recording|transcript)<9>(?:don't record|my session)|(?:passed|"
    r"read) <3?>(?:chart|notes|message|file) <1?>(?:aloud|out loud|out)|in a (?:letter|"
    r"email) to my employer|(?:she|he|receptionist|nurse) read my <2?>(?:note|notes|message|chart|"
    r"letter) (?:aloud|out)|dice (?:vih|cáncer|sida)|(?:le|la) dijo a mi (?:jefe|suegra|ex|mamá)|"
    r"dit à (?:mon|ma) (?:patron|chef|mère|ex)<4>(?:résultat|enceinte|maladie|traitement)|"
    r"secret médical|por error el (?:reporte|resultado)",
)
"""Any one of these is enough."""
