from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.signal import Signal

_GROUP = (
    r"(?:black|white|brown|asian|chinese|indian|african|arab|muslim|jewish|hispanic|latin[oax]|"
    r"mexican|polish|romani|traveller|gypsy|native|indigenous|aboriginal|m[āa]ori|immigrants?|"
    r"refugees?|"
    r"foreign(?:er|ers)?|gay|lesbian|queer|trans|transgender|bisexual|same-sex|two mums|two moms|"
    r"two dads|deaf|blind|disabled|autistic|wheelchair|fat|overweight|obese|plus-size|old people|"
    r"elderly|poor|homeless|medicaid|single (?:mum|mom|mothers?)|women|woman|female|headscarf|"
    r"hijab|turban|accent|surname|skin|race|religion|faith|sexuality|gender|pronouns|disability|"
    r"age|"
    r"weight|size|sickle cell|down'?s?(?: syndrome)?|stammer|stutter|interpreter|asylum)"
)


class Discrimination(Signal):
    """
    Somebody says that they were treated worse for who they are.

    ## What to do
    A manager answers the same day, privately; nothing is disputed in public.

    ## Flagged
    - They are [racist] at the front desk.
    - She [heard my accent] and [asked if I could pay].
    - [No atendemos latinos], eso me dijeron.

    ## Fine
    - The nurse with the lovely accent made me laugh.
    - That waiting room chair is a hate crime.
    """

    flag = Flag.DISCRIMINATION
    grave = (
        r"racis(?:t|m|ts)|bigot(?:s|ed|ry)?|homophob\w+|transphob\w+|islamophob\w+|xenophob\w+|"
        r"antisemit\w+|anti-semit\w+|ableis[mt]|sexis[mt]|misogyn\w+|ageis[mt]|fat-?(?:sham\w+|"
        r"phob\w+)|discriminat"
        r"(?:ed|ion|ing|ory|e|es)|prejudice[ds]?|racial(?:ly)? profil\w+|racial slurs?|slurs?|"
        r"hates? (?:fat|black|brown|gay|trans|poor|disabled|old|foreign) (?:people|folk\w*|"
        r"patients)|second[- ]class|"
        r"two-tier",
        rf"(?:because|'cause|cuz|since|once|when|for being|for having|over|about|due to|"
        rf"just for) <1?>(?:of |i'm |i am |we're |we are |she's |he's |she is |he is |"
        rf"they (?:saw|heard) |she (?:saw|heard) |he "
        rf"(?:saw|heard) |my |our |her |his )(?:my |our |her |his |the |a |"
        rf"an )?<2?>{_GROUP}(?! (?:was|were) (?:ringing|late))",
        r"(?:saw|heard|looked at|glanced at|clocked|noticed|stared at|eyed|took one look at|"
        r"commented on|laughed at|mocked|mimicked|imitat\w+|made fun of|"
        r"mimed) <1?>(?:at )?(?:my|our|his|her|the) <2?>"
        r"(?:headscarf|hijab|turban|surname|accent|skin|name|wheelchair|cane|medicaid|card|"
        r"stammer|stutter|weight|size|wife|husband|partner|tattoos|chair|beard|colou?r|sari|"
        r"kippah|address|passport|lips|body|"
        r"pronouns)|my accent|(?:their|one's|your) accent funny",
        r"(?:people like (?:you|us|me|them|him|her)|your (?:people|kind|lot|sort)|our people|"
        r"you people (?:always|all|come|never|should)|one of (?:those|them)(?: people)?|(?:some|"
        r"certain|those) people|"
        r"where are you (?:really|actually) from|(?:go|went|sent) back (?:to )?where (?:you|i|we|"
        r"they) (?:come|came) from|go back to your|speak english|learn english|"
        r"this is (?:america|england|canada|australia)|"
        r"real (?:mother|father|dad|mum|mom|parent|name|woman|man|husband|wife)|normal (?:people|"
        r"family|families|couples?)|drug[- ]?seek\w*|not our usual|doesn't look (?:disabled|sick|"
        r"autistic))(?! (?:who care|"
        r"make))",
        rf"(?:doesn't|don't|won't|can't|didn't|wouldn't|refus\w+ to|not|never) <2?>(?:do|treat|"
        rf"see|serve|take|handle|examine|touch|help|deal with|accept|accommodate|work with|book|"
        rf"want) <2?>(?:(?:people|"
        rf"patients|couples|women|kids|families|bodies) (?:like|who|with|in|your)|my (?:kind|"
        rf"sort)|trans|gay|deaf|blind|wheelchair\w*|black|brown|muslim\w*|immigrants?|darker|"
        rf"medicaid|service dogs?|disabled|autistic|"
        rf"fat|heavier|larger|{_GROUP} (?:people|patients|users|couples|women|kids|skin|"
        rf"hair))(?! (?:appointment|claims))",
        r"(?:darker|black|brown|dark) skin|(?:my|our|the) (?:white|english|american|thin|"
        r"straight) (?:neighbou?r|friend|colleague|wife|husband|sister-in-law|couple|lady|woman|"
        r"man|family)|(?:white|straight|thin|rich) (?:people|"
        r"patients|couples|families) <2?>(?:get|got|are|were|walk\w*|went)|dead ?nam\w+|"
        r"misgender\w*|wrong pronouns?(?! once)|(?:kept|keeps|insist\w+ on) calling (?:me|him|"
        r"her|my \w+) (?:sir|ma'am|he|she|'he'|'she'|mister|"
        r"miss|by (?:my|her|his) (?:old|dead|birth))",
        r"(?:told|asked|call(?:ed)?|laugh\w* at|shout\w* at|ignor\w+|humiliat\w+|speaks? to|"
        r"talk\w* to|turn\w* away|refused) <2?>(?:a|an|the|our|my) <1?>(?:blind|deaf|disabled|"
        r"black|autistic|trans|muslim|refugee|"
        r"immigrant|wheelchair|indigenous|pregnant|fat|gay)(?: (?:woman|man|mother|mum|mom|"
        r"father|dad|daughter|son|child|person|people|patient|couple|user|wife|husband|sister|"
        r"brother|teenager|boy|girl|kid|refugee|family))?|"
        r"baby talk|baby voice|spoke over (?:her|him|me) (?:to|because)|"
        r"all there['\"]?(?=[.?!])|(?:asked|ask|wanted) <3?>(?:papers|green card|immigration|"
        r"if (?:i|we) (?:can|could) (?:pay|afford|read|speak))|lets me['\"]?"
        r" (?:sign|drive|out|decide)|too (?:fat|old|heavy|big|foreign|fluent) (?:for|"
        r"to)(?! (?:fix|chew))",
        r"racistas?|discrimina(?:ron|ción|n)|por ser (?:latin[oa]|negr[oa]|indígena|inmigrante|"
        r"gay|mujer|gord[oa]|pobre|mayor|extranjer[oa])|(?:gente|personas) como (?:ustedes|"
        r"nosotros|usted)|aprend(?:an|iéramos|a) inglés|"
        r"regrese\w* a (?:su|tu) país|no atendemos (?:latinos|indios|inmigrantes|\w+)|racistes?|"
        r"à cause de (?:mon|ma|notre) (?:nom|accent|couleur|voile|religion|origine|poids)|"
        r"(?:des )?gens comme (?:vous|nous)|retourne\w* (?:chez|"
        r"dans) (?:toi|vous|ton)|sale (?:arabe|noir|étranger)|grossophob\w+|أنتم تكثرون",
    )
    unless = (
        r"hate crime|accent made me laugh|lovely accent|wheelchair (?:ramp|access|space|bay)|"
        r"discriminat\w+ (?:palate|taste)"
    )
