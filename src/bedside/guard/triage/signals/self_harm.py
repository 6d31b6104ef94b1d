from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.pieces import KIN
from bedside.guard.triage.scenes import self_harm
from bedside.guard.triage.signal import Signal

_ONE = r"(?:myself|himself|herself|themselves|themself|my ?self)"


class SelfHarm(Signal):
    """
    Somebody may be about to harm or kill themselves.

    ## What to do
    A person answers at once, with the number of a crisis line; nothing goes out by itself.

    ## Flagged
    - I [want to die] and nobody at the clinic picks up.
    - [I've written the letters], please tell the nurse it was not her fault.
    - Mi hermano dice que [se quiere matar].
    - J'ai [envie d'en finir] ce soir.
    - [How many of these would it take to kill] someone? Asking for a project.
    - [Don't look for me] on Thursday.
    - There are [cuts all over her arms], she hides them.

    ## Hinted
    - She [handed her keys] to my sister and hugged her, and I have a bad feeling.
    - I keep stopping [on the bridge], it is so quiet up there tonight and I look at it.

    ## Fine
    - Three years ago I wanted to die; the team here sat with me and today I run a cafe.
    - The wait nearly made me want to die of boredom.
    - My cat is better, thank you for everything.
    - I'd rather die than go back to that car park.
    - Parking here is a suicide mission.
    """

    flag = Flag.SELF_HARM
    current = True
    urgent = (
        # Said outright.
        rf"(?:kill(?:ing)?|hang(?:ing)?|hurt(?:ing)?|harm(?:ing)?|cut(?:ting)?|drown(?:ing)?|"
        rf"shoot(?:ing)?|poison(?:ing)?|starv(?:e|ing)|end(?:ing)?) {_ONE}",
        r"su[ie]cid(?:e|al)(?! (?:mission|screening|assessment|risk form|squad|by))|unaliv(?:e|"
        r"ing)|"
        r"self[- ]?harm(?:ing|ed)?",
        r"(?:want(?:s|ing)?|wanna|going|gonna|ready|plan(?:s|ning)?|decided|wish(?:ing)?|hop(?:e|"
        r"ing)"
        r"|rather(?! (?:die|be dead) than)|prepar(?:ed|ing)) (?:to |for )?(?:die|be dead|be gone|"
        r"end (?:it|things|"
        r"my life)|"
        r"finish it|disappear for good|not wake up|jump|not be here)",
        r"(?:wish|hope|hoping|praying|pray) (?:that )?i (?:(?:don't|do not|won't|never|"
        r"could just not|"
        r"didn't) wake up|was dead|were dead|wasn't here|weren't here|could die|had died)",
        r"end(?:ing)? (?:it all|my life|it tonight|it today|it now|things tonight)",
        r"(?:take|taking) my (?:own )?life",
        r"(?:better off|easier|happier|calmer|fine) (?:without me|with me gone|if i (?:was|were) "
        r"(?:gone|dead|not here)|once i'm gone|when i'm gone)",
        r"(?:don't|do not|dont|doesn't|doesnt|no longer) (?:really )?(?:want|wanna|wants|intend|"
        r"plan)"
        r" (?:to )?(?:be alive|live|be here|wake up|exist|carry on living|go on living|be around)"
        r"(?! at the)",
        r"(?:can't|cannot|cant|can not) (?:go on|carry on|do this (?:anymore|any more|"
        r"any longer)|"
        r"live like this|keep living|keep myself safe|face another)",
        r"no (?:point|reason|sense) (?:in )?(?:living|being here|going on|to live|to be here|"
        r"left to live|carrying on)",
        r"(?:nothing|nobody) left to (?:live|stay) for|tired of (?:being alive|living)|"
        r"done with (?:life|living)|not planning on being|won't be (?:here|around) (?:to|by|when|"
        r"next|after|much longer|tomorrow|on \w+day)|not (?:be|being) (?:here|around|"
        r"alive) (?:by|on|"
        r"tomorrow|for|next|much longer|to see)|not (?:going to|gonna) be (?:here|around|alive)",
        # Means and preparations.
        r"(?:i have|i've got|i've|i|got|have) (?:a |made (?:a |my |up my )?|the )?plan (?:n |"
        r"and |for "
        r"(?:how|tonight|it)|to (?:end|do it))",
        r"(?:i've |i have |i )?(?:written|wrote|posted|left|leaving|writing) (?:the|my|a|"
        r"all the) "
        r"(?:letters?|notes?|goodbyes?)(?= (?:to|for|on|under|in|is|are)|[,.])(?! (?:to|"
        r"for) (?:the |"
        r"my |your )?(?:gp|doctor|insurance|practice|board|manager|clinic|consultant|hospital))",
        r"(?:letters?|notes?) (?:for|to) (?:my|the) (?:girls|boys|kids|children|mum|mom|wife|"
        r"husband|"
        r"family|son|daughter|sister|parents)(?: (?:is|are) (?:on|in|under))?",
        r"written to my (?:girls|boys|kids|children|mum|mom|wife|husband|family|son|daughter)",
        r"(?:found|got|finding) (?:a |good |new )?(?:homes?|someone) for (?:the|my) (?:cat|dog|"
        r"cats|"
        r"dogs|budgie|rabbit|animals)",
        r"(?:given|giving|gave) (?:away )?(?:my things|all my stuff|everything i own|my dog|"
        r"my cat)"
        r"(?: away)?",
        r"(?:saved|saving|stockpil(?:ed|ing)|stash(?:ed|ing)?|hoard(?:ed|ing)|counted|counting|"
        r"lined"
        r" up|kept|collected|collecting) (?:up )?(?:all |enough |the |my |out )*<3?>(?:pills|"
        r"tablets|"
        r"meds|tabs|sleepers|capsules|patches)",
        r"i(?:'ve| have) got (?:what|everything) i need to (?:stop|end|finish|do) it",
        r"(?:pills|tablets|rope|razor|blade|gun|knife|bottle of \w+) (?:is|are|"
        r"sits?) <3?>(?:in front"
        r" of me|beside me|next to me|on the (?:table|bed|desk)|in my (?:hand|lap))",
        r"(?:standing|sitting|parked|am|i'm|up) (?:up )?(?:here )?(?:on|at|by|near|where) the "
        r"(?:bridge|roof|ledge|cliffs?|quarry|overpass|viaduct|tracks?|railway|platform edge|"
        r"multi-?storey|trains don't)",
        r"(?:trains|drop|edge|railing|water) (?:don't slow|looks? (?:peaceful|easy|quiet)|keeps "
        r"calling)",
        r"(?:swallowed|taken|took|necked) (?:all|the whole|everything|a load|a lot|too many|"
        r"them all|"
        r"every)<3>(?:pills|tablets|packet|pack|bottle|box|strip|meds|paracetamol|tylenol)",
        r"(?:cutting|cut) (?:again|deeper|too deep|my (?:arms?|wrists?|legs?|thighs?))",
        r"(?:started|back to|doing it|recommenc\w+) (?:cutting|burning|hurting) (?:again|myself)",
        # Farewells.
        r"(?:tell|let) (?:my|the|them|her|him)<3>(?:i (?:loved?|tried)|i'm sorry|"
        r"it wasn't (?:their|"
        r"her|his|your) fault|it was a laugh)",
        r"(?:you|she|he|they|nobody|no one) (?:did|could have done) (?:everything|nothing|"
        r"all) (?:you|"
        r"she|he|they|more|to stop)|(?:it's|this is) not (?:your|her|his|their|anyone's) fault",
        r"(?:this is|so this is|consider this|it's) (?:my )?(?:goodbye|farewell)|"
        r"goodbye (?:everyone|"
        r"all|then)|goodnight (?:all|everyone)|(?:this is|my) (?:very )?last "
        r"(?:message|post)(?! (?:was|went|the|or)|,)|last time you'll hear",
        r"(?:won't|shan't|don't) (?:be )?need(?:ing)? <2?>(?:appointment|slot|place|it|tomorrow|"
        r"anything) <2?>(?:any ?more|any longer|where i'm going|after tonight)",
        r"no need to (?:hold|keep|save|book)<3>(?:place|slot|spot|appointment|bed|chair)",
        r"look after (?:my |the )?(?:cat|dog|kids|girls|boys|mum|mom|biscuit|him|her|"
        r"them) (?:for me|"
        r"when i'm gone)|feel(?:ing)? (?:lighter|calmer|at peace) than",
        # Somebody else.
        rf"(?:my )?{KIN} <3?>(?:says|said|keeps saying|texted|told me|is talking about|"
        rf"threaten\w*)"
        r"<4>(?:die|dying|dead|end it|kill\w*|goodbye|not be here|jump|no point|hurt)",
        r"(?:locked|shut|barricaded) (?:him|her|them)self in<4>(?:with|won't|and)",
        r"(?:found|finding) (?:a|the|his|her) (?:noose|rope|goodbye (?:note|letter)|suicide note)",
        r"thoughts? (?:of|about) (?:dying|ending|hurting|harming|drowning|dropping|smothering)|"
        r"thoughts i can't (?:type|say|write)|(?:scared|afraid|frightened|"
        r"worried) (?:of )?(?:what )?"
        r"(?:i might|i'll|i could|i will|i'm going to) (?:do|hurt)(?: to)?(?: myself| the baby|"
        r" him| her)?",
        # Spanish and French.
        r"(?:me|se) (?:quier[oe]|voy a|va a|quería) (?:matar|morir|suicidar|quitar la vida)|"
        r"(?:quier[oe]|ganas de|prefier[oe]) (?:morir(?:me|se)?|matar(?:me|se)|no despertar|"
        r"desaparecer|acabar con todo)|quitar(?:me|se) la vida|suicid(?:arme|arse|io)|"
        r"cort(?:arme|"
        r"ándome|o los brazos)|no quiero (?:vivir|seguir|estar aquí)|ya no (?:aguanto|puedo) más "
        r"(?:con la vida|vivir)|hacer(?:me|se) daño|(?:dejé|escribí)<3>carta|la carta está|"
        r"no voy a (?:llegar|despertar|estar) (?:a )?mañana|usted no tiene la culpa",
        r"(?:envie|décidé|besoin|prête?) d'en finir|en finir avec (?:la vie|tout)|"
        r"(?:veux|voudrais|envie de|vais|va|veut) (?:mourir|me tuer|se tuer|me suicider|"
        r"me foutre "
        r"en l'air|disparaître|sauter)|me (?:suicider|tuer|faire du mal|scarifi\w+|coupe)|"
        r"(?:plus|pas) envie de vivre|ne serai plus là|lettres? (?:d'adieu|pour mes)|"
        r"recommencé,? (?:cette fois|à me)|j'ai (?:avalé|pris)<3>(?:boîtes?|comprimés|cachets)",
        *self_harm.SAID,
    )
    hints = self_harm.HINTS
    unless = (
        r"de (?:la )?vergüenza|than go back|than say|ignore my|answered my|of (?:boredom|shame|"
        r"embarrassment|laughter|laughing|thirst)|laughing|lol|haha|"
        r"(?:not|isn't|never) (?:going to|gonna|about to) hurt myself|(?:was|were|felt|had been|"
        r"been) "
        r"<2?>suicid(?:al|e)<4>(?:before|until|now i'm|when i (?:came|arrived|walked))|"
        r"suicide (?:prevention|awareness) (?:training|course|week|walk|talk|month|video|post)|"
        r"(?:training|course|talk|leaflet|walk|workshop) (?:on|about|for) suicide|de risa"
    )
