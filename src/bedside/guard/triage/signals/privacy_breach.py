from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.scenes import privacy
from bedside.guard.triage.signal import Signal

_ANOTHER = (
    r"(?:another|other|someone else|somebody else|some ?one else|a (?:total |complete )?stranger|"
    r"a different|a neighbou?r|an?other|"
    r"the (?:man|woman|lady|neighbou?r|fellow|guy|person) (?:who lives |next |over |above |"
    r"below |across |down )(?:\w+ ){0,3})"
)
_PAPERS = (
    r"(?:records?|charts?|files?|notes|results?|letters?|lab (?:results?|work)|scans?|"
    r"prescriptions?|meds|x-?rays?|bills?|statements?|"
    r"details|information|info|report|reports|history|paperwork|forms?|appointments?|name|names|"
    r"addresses|diagnos[ei]s|summary|"
    r"test|bloods|printout|labels?|medication|portal|account|data|charts)"
)


class PrivacyBreach(Signal):
    """
    Somebody's health information has come into the wrong hands.

    ## What to do
    The privacy officer is told today: the clock for notices has begun. The text is not repeated in
    an answer.

    ## Flagged
    - I opened my envelope and found [another patient's results].
    - [You told my boss why I] was off.
    - [Me mandaron los resultados de otra señora].
    - In her clip the [whiteboard behind her] has all our names.

    ## Hinted
    - I opened the app and saw [a man called] Otis, with his date of birth.
    - She shouted about my [herpes] in front of my boss and everybody heard.

    ## Fine
    - The desk is close to the chairs, a curtain would help with privacy.
    - Can I get a copy of my own records?
    - The receptionist told my mother to take a seat.
    - I called a man called Otis about the lift.
    """

    flag = Flag.PRIVACY_BREACH
    urgent = (
        rf"{_ANOTHER}(?: (?:patient|person|client|man|woman|lady|gentleman|family|resident|"
        rf"customer|child|kid|guy|member|people|girl|"
        rf"boy|mum|mom))?(?:'s|s')? <3?>{_PAPERS}(?! (?:came|called|than|and i (?:was|had)))",
        rf"{_PAPERS} <4?>(?:of|for|belonging to|meant for|about) <1?>(?:{_ANOTHER}|a (?:man|"
        rf"woman|lady|gentleman|mr|mrs|ms|"
        r"person|patient|guy|child) (?:named|called|i|who|in|from|mr|mrs|ms|whose)|(?:mr|mrs|"
        r"ms)\.? \w+(?=[,. ]<6?>(?:not me|i'm not|"
        r"instead|bits)))|(?:all )?\d+ pages of",
        rf"{_PAPERS}<5>(?:sent|went|gone|emailed|e-mailed|mailed|posted|faxed|delivered|texted|"
        rf"going|given|handed|left|forwarded|released"
        r"|shown|read out|uploaded) <3?>(?:to|with|on) <1?>(?:the wrong|my (?:ex\w*|boss|"
        r"employer|mother|mum|mom|dad|father|"
        r"landlord|neighbou?r|husband|wife|old address|parents|sister|brother|work|manager|hr|"
        r"school|stepmother|mother-in-law|cousin|"
        r"teacher|coach|pastor)|a (?:stranger|different|fish|takeaway)|someone else|"
        r"somebody else|another|everyone|facebook|reddit|the "
        r"bus|the street|everybody)",
        r"(?:you|they|she|he|receptionist|nurse|doctor|your \w+|the \w+|somebody|someone|who|"
        r"lady|man|girl|staff|phones?)(?:'ve|'d| have| "
        r"has| had)? <2?>(?:told|tells|telling|rang|called|phoned|emailed|e-mailed|texted|"
        r"messaged|gave|informed|sent|showed|let slip to|"
        r"confirmed (?:it )?to|wrote to|left (?:a )?(?:voicemail|message|it) (?:with|for)|"
        r"disclosed (?:it )?to|spoke to) <1?>(?:my (?:ex\w*|"
        r"boss|employer|mother|mum|mom|dad|father|landlord|neighbou?rs?|husband|wife|parents|"
        r"sister|brother|work|manager|hr|school|cousin|"
        r"teacher|coach|pastor|mother-in-law|sister-in-law|flatmate|roommate|whole|in-laws|"
        r"stepmother|office|stalker|abuser|church|son|"
        r"daughter|kids|family|uncle|aunt|co-?workers?|colleagues?|teammates?)) (?:why|about|"
        r"what|that|our|my|i (?:had|have|was|am)|i'm|i'd|the (?:result|address)|where"
        r"|which)(?: \w+)?(?! (?:to (?:expect|wait|come|bring|call|ring|park|sit)|"
        r"i was (?:doing|next|fine|in safe|lovely)|exactly how|"
        r"everything would|he was (?:brave|fine)|she was (?:brave|fine)))",
        r"gave <3?>(?:our|my|her|his) (?:new )?(?:address|number|phone number|location|"
        r"room number)(?: (?:to|out))?|(?:our|my) (?:new )?"
        r"address (?:to|was given)|(?:because|'cause) he's the (?:dad|father|husband)",
        r"in the ['\"]?(?:to|cc)['\"]? (?:line|field|box)|(?:cc'd|cc'ed|bcc|copied|visible to|"
        r"reply[- ]all|group (?:text|e-?mail|message|invite|"
        r"chat))<9>(?:all of us|everyone|everybody|names?|addresses|patients|other (?:patients|"
        r"clients|people)|each other|whole list|landlord|"
        r"seen|could see)|(?:all of us|everyone's|everybody's|all (?:the )?(?:names|addresses|"
        r"e-?mails)|whole (?:group|list)) <3?>(?:in the|"
        r"visible|on show|can be seen|could be seen|listed|there for)|(?:sixty|fifty|forty|"
        r"thirty|hundreds? of|\d+) <1?>(?:names|patients|"
        r"clients|addresses|people's|strangers|files|records)<3>(?:and|with|on|in|there|visible|"
        r"listed|diagnos\w+|mobile)?(?! (?:in the queue|"
        r"waiting|ahead|a day|in front))",
        rf"{_PAPERS}<9>(?:in (?:the|your|a) (?:bin|bins|skip|dumpster|recycling|trash|alley|"
        rf"gutter|road|hedge|puddle|charity shop|bus|car park|"
        r"parking lot|street|cafe|printer|library)|blown|blowing|all (?:over|down) (?:the|my|"
        r"our)|on the (?:pavement|sidewalk|street|bus|train|lawn|"
        r"roof)|unlocked|open on (?:the|a) (?:screen|desk|counter)|left out|unattended|on ebay|"
        r"at the (?:market|dump|tip))|(?:bin|bins|skip|dumpster"
        r"|recycling|trash|filing cabinet|shredding|laptop|hard drive|usb(?: stick)?|"
        r"memory stick|fax|printer)<12>(?:patients?|names|diagnos\w+|"
        r"files|records|health cards?|session|dates? of birth|client)",
        r"(?:hack(?:ed|er|ers|ing)?|leak(?:ed|s|ing)|data ?breach|breach of (?:confidential\w+|"
        r"privacy|hipaa|gdpr)|ransom\w*|phish\w*|for sale|"
        r"dark web|exposed|dumped|scraped|stolen|spreadsheet|database|"
        r"password)<12>(?:patients?|clients?|records?|diagnos\w+|names|"
        r"health|portal|results|data|mobile numbers|session|medical|charts?|files)|(?:patients?|"
        r"clients?|records?|diagnos\w+|charts?|portal|"
        r"medical data)<8>(?:hack(?:ed|er)|leak(?:ed|ing|s)|for sale|on the dark web|ransom\w*|"
        r"without a password|wide open|on pastebin|stolen|"
        r"breached|exposed|on google)|(?:change|swap|edit)<8>(?:link|url|address|"
        r"number)<12>(?:next|another|someone|somebody|stranger\w*|other)|"
        r"wide open|opens without a password|logged (?:me )?in(?:to)? (?:as|someone|somebody|"
        r"another|the wrong)",
        r"(?:my|her|his|our|my (?:\w+)'s) <3?>(?:photos?|picture|pic|pics|face|video|body|"
        r"stomach|breasts|teeth|scan|x-?ray|smile|nose|story|"
        r"before and after|wedding|surgery|name|tattoo|birth)<9>(?:without <2?>(?:asking|"
        r"permission|consent|my|telling)|never <1?>(?:signed|"
        r"agreed|consented|said yes|gave)|didn't (?:sign|agree|consent|say)|took down|take (?:it|"
        r"this|that) down|on your (?:page|website|instagram|"
        r"story|feed|tiktok|billboard|wall|reel)|posted)|(?:posted|posting|shared|uploaded|using|"
        r"used|put|published|filmed|livestream\w*|tagged)"
        r" <2?>(?:my|her|his|our|me|my \w+'s|a (?:picture|photo|video) of (?:me|my|us|her|"
        r"him)) <5?>(?:photo|picture|face|video|scan|x-?ray|"
        r"full name|story|on (?:your|instagram|facebook|tiktok)|online|without)|(?:that|"
        r"this)(?: is|"
        r"'s) my <2?>(?:stomach|face|mouth|teeth|nose|body|"
        r"mum|mom|son|daughter|kid|baby|x-?ray|chart|arm|back|breasts?|tattoo|bum)<12>(?:pic|"
        r"photo|post|page|signed|consent|take|down|video)",
        r"(?:your|the|their|owner's) <1?>(?:reply|response|answer|comment) <3?>(?:told|"
        r"mention\w*|reveal\w*|names?d?|says?|said|disclos\w*|"
        r"outed|put|posted|listed|quoted|announced)<5>(?:internet|world|public\w*|diagnos\w+|"
        r"my (?:medication|condition|treatment|methadone|chart|"
        r"history|pregnan\w+|std|hiv|addiction|full name|illness|depression|therapy|surgery|"
        r"missed|bill|debt|results?)|everyone|surname)|outed me|"
        r"my (?:boss|employer|ex|landlord|mother-in-law|neighbou?r|co-?worker|sister-in-law|"
        r"cousin) <2?>(?:reads?|read|saw|seen|knew|knows|got|"
        r"received|just sent|rang)<6>(?:before|it|google|about|my (?:test|result\w*|diagnosis|"
        r"pregnancy|letter)|because|from your|from you)",
        r"(?:looked up|looking (?:up|at|through)|snoop\w*|read|reading|accessed|opened|pulled up|"
        r"went (?:into|through)|screenshot\w*|photographed) "
        r"<2?>(?:my|her|his|our) <2?>(?:chart|records?|file|notes|results|medical)(?=<9>(?:ex|"
        r"cousin|neighbou?r|dating|sister|works|curious|"
        r"husband|wife|boyfriend|girlfriend|shouldn't|gossip|no reason|break|party|snapchat|"
        r"group))|(?:gossip\w*|laughed|joked|talking|bragg\w*|"
        r"chatting|told everyone|telling (?:everyone|people)|knew)<9>(?:about my <1?>(?:results?|"
        r"diagnosis|abortion|hiv|std|pregnancy|surgery|"
        r"test|overdose|treatment|miscarriage|rehab|chart|body|records?|therapy)|at the (?:pub|"
        r"bar|gym|school gate|salon|barbecue|hairdresser))",
        r"(?:me|nos|le) <1?>(?:mandaron|enviaron|dieron|entregaron|llegó|"
        r"llegaron)<5>(?:de otr[oa]|otra persona|otro paciente)|(?:le "
        r"(?:dijeron|contaron|avisaron|mandaron)) a mi (?:ex\w*|jefe|suegra|mamá|papá|esposo|"
        r"esposa|marido|vecin[oa])|(?:resultados|expediente|datos|"
        r"historia) de otr[oa](?: \w+)?|(?:publicaron|subieron)<4>(?:foto|video|nombre)",
        r"(?:résultats?|dossier|courrier|ordonnance|compte rendu|"
        r"radio) d'(?:une? )?autre(?: \w+)?|(?:dit|appelé|téléphoné|envoyé|donné|raconté)<4>à "
        r"(?:mon|ma|mes) (?:ex\w*|patron\w*|employeur|mère|père|mari|femme|voisine?s?|belle-mère|"
        r"parents|collègues?)|(?:publié|posté|diffusé)<4>(?:photo|"
        r"vidéo|nom) (?:de moi|sans)|fuite de données|secret médical",
        *privacy.SAID,
    )
    hints = privacy.HINTS
    unless = (
        r"(?:like i asked|cookie|tilt it|curtain|booth|open-plan|sound machine|"
        r"nothing (?:was )?(?:taken|"
        r"overheard|leaked)|no harm done|identity theft|"
        r"no one else's|reminder about the hour|training)"
    )
