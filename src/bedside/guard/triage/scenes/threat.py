"""Threats that are veiled: whereabouts, means, hours and what happens. For folded text."""

from __future__ import annotations

from typing import Final

_WHERE = (
    r"(?:parks?|parked|parking|finishes|finish|clocks? off|clocks? out|gets (?:off|out)|comes out|"
    r"goes (?:in|home)|walks? (?:to|home|out|past)|takes (?:the|a) (?:cut|short ?cut|bus|stop)|"
    r"locks? up|locking up|leaves|gets the|shift ends|moored|lives? (?:at|in|on|by|near)|drives)"
    r"|which (?:window|bay|door|car|house|street)|(?:green|silver|red|blue|white|black|grey) "
    r"(?:subaru|honda|ford|toyota|bmw|audi|estate|hatch|van|golf|jeep|mini|car|truck|door|"
    r"shutters?|bins|gate)|car plate|number plate|cul-?de-?sac|closing time|after closing|"
    r"opens? (?:at|on)|opens? tomorrow|(?:your|his|her|the) (?:address|rota|street|house|window|"
    r"home|porch|gate|trampoline|volets|pavillon)|her full name|a qué hora (?:cierran|sale)|"
    r"who(?:'s| is) on (?:nights|the desk)|school bus|satchels?|what school|goes? to school"
)
_MENACE = (
    r"(?:alone|on (?:her|his|their) own|by (?:herself|himself|themselves)|nobody about|no one "
    r"about|in the dark|broken lamp|the underpass|behind (?:her|him|the church|you)|"
    r"i'll be there|i'll be (?:waiting|first|back)|we'll be (?:there|waiting)|bring (?:bats|"
    r"friends|"
    r"what|a|some|your)|(?:have|has|want|wants|wanna) (?:a |one )?word with|a word with|"
    r"something for (?:him|her|you|them)|ten minutes|five minutes|brake lines?|long memory|"
    r"water's cold|fire|petrol|12 gauge|gauge|laughing|who's laughing|i've been polite|"
    r"be a shame|accidents?|arrives?|arrive si vite|mirrored|know we're awake|we're awake|"
    r"won't be (?:writing|asking|ringing|talking)|not be (?:ringing|asking)|nothing on (?:mon|tues|"
    r"wednes|thurs|fri|satur|sun)day|find out|out friday|when \w+ gets out|careful|floss that|"
    r"thank (?:her|him) properly|funny how|tut tut|see you (?:after|at|soon)|tell (?:him|her|dr) "
    r"|ask (?:him|her) (?:if|how)|how (?:waiting|it) feels|sighing|teeth|dientes|refund|or your|"
    r"owed|kids?|little (?:girl|boy|blonde|one)|girl|trampoline|no dog)"
)
_FIRE = (
    r"(?:petrol|gasoline|gas (?:main|line)s?|full tank|the can|matches|lighter|wiring|burn\w*|fire|"
    r"flames?|torch|explod\w+|blow|boom|🔥|what's in (?:the|my) van|12 gauge|gauge|pistol|"
    r"gun|rifle|bats?|louder than|what i was issued|pliers|brake line)"
)
_PLACE = (
    r"(?:clinic|practice|surgery|office|building|place|premises|hospital|pharmacy|doors?|desk|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|tonight|tomorrow|boot|trunk|exit|bins|"
    r"stairs|open(?:s)?|closing|parked car|dusk)"
)
_MEANT = (
    r"(?:i'll|i will|we will|we'll|i've|i have|i'm|i am|i still|with me|be a shame|shame about|"
    r"you were told|were told|check your|will burn|on me|before i|let's see|what the good book|"
    r"nice new|you all know|remember how)"
)

HINTS: Final = (
    (_WHERE, _MENACE, r"(?:i|i'm|i'll|i've|we|we'll|we're|me|tell|let's|bring|tonight|mon vieux)"),
    (_FIRE, _PLACE, _MEANT),
    (
        r"(?:files|records|database|gigabytes?|patients?|patient list|sick people|faces|"
        r"photos|server|systems?)",
        r"(?:bitcoin|btc|\d+ btc|until (?:mon|tues|wednes|thurs|fri|satur|sun)day|by (?:mon|tues|"
        r"wednes|thurs|fri|satur|sun)day|one an hour|no police|pay us|ransom|monero)",
        r"(?:we|we're|our|us|or they|or we)",
    ),
    (
        r"(?:a few of us|some of us|we|lads|the boys|all of us|everyone)<3>(?:coming|are coming|"
        r"will come|be there|on our way|visit\w*|turn up)|bring what you like|bring (?:bats|"
        r"friends)",
        r"(?:saturday|friday|thursday|wednesday|tuesday|monday|sunday|tonight|dusk|kids' group|"
        r"gate|pavement)",
        r"(?:groomers?|animals|scum|killers?|bats|look like|pay|gate|see what|baby killers)",
    ),
    (r"clear the (?:desk|building|room) before|before i come back (?:with)?",),
)

SAID: Final = (
    r"glass breaks|bring (?:stones|bricks|bats|matches|petrol)|not coming (?:in )?to talk|"
    r"kiss (?:his|her) (?:kids|wife|children)|(?:i|we) (?:learned|know|found out) (?:when|"
    r"where) (?:his|her|their|your|the \w+ doctor's|the doctor's) <1?>(?:kids|children|daughter|"
    r"son|twins|wife)|shame about the (?:wiring|windows|glass|roof|car|tyres|tires)|(?:place|"
    r"clinic|office) will burn|nobody'll (?:hear|notice)|his will be too|if (?:it|"
    r"\w+) opens tomorrow it opens with|with (?:what's|whats) in the (?:van|car|boot|trunk)|"
    r"(?:doesn't|don't|won't) get to see what happens|not keeping (?:my temper|it) tonight|(?:has|"
    r"have|got) a list of girls|list of girls",
    r"(?:showing|waving|carrying|pulled|holding) (?:people |us |everyone )?(?:a |his |"
    r"the )?(?:gun|knife|machete|pistol)|(?:put|has|got|hidden|took|"
    r"grabbed) <2?>(?:kitchen )?kni(?:fe|ves) <3?>(?:bath|bed|coat|pocket|pillow|so)|"
    r"says the neighbour's next|afilando <2?>(?:cuchillo|machete|navaja)|"
    r"something long under (?:the|his) coat",
    r"(?:sabemos|sé) (?:a qué hora|dónde|por dónde)|voy a ir con mis|con los dientes en el piso|"
    r"un accident <2?>arrive|je connais (?:son|sa|votre|vos) <2?>(?:maison|pavillon|voiture|"
    r"adresse|rue|école)|j'ai (?:un couteau|une arme|le fusil)|tengo (?:un arma|una pistola|"
    r"un cuchillo)|los (?:voy|vamos) a (?:quemar|matar)|(?:on|je) (?:va|vais) (?:tout )?(?:brûler|"
    r"cramer)",
)
"""Any one of these is enough."""
