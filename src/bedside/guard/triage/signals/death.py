from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.pieces import KIN
from bedside.guard.triage.scenes import safety
from bedside.guard.triage.signal import Signal

_GONE = (
    rf"(?:my|our|his|her|their|the) <2?>(?:{KIN}) (?:has |had |is |was )?<1?>(?:died|dead|passed|"
    r"gone now|never woke|slipped away)"
)


class Death(Signal):
    """
    Somebody died.

    ## What to do
    Nothing goes out by itself; where the death is laid at the provider's door, it is urgent.

    ## Flagged
    - Our [Nan died on your ward] at 97, asleep. Thank you all.
    - You sent him home. We [buried him on] Friday.
    - [Mi padre murió en su sala de espera].

    ## Hinted
    - They sent my father home with a leaflet. His [funeral] is on Friday.

    ## Fine
    - I was dying of boredom in the waiting room.
    - The car park machine died again.
    - Their biscuits are to die for.
    """

    flag = Flag.DEATH
    urgent = (
        # A death for which somebody is to blame.
        r"(?:coroner|inquest|post[- ]?mortem|autopsy|medical examiner|"
        r"wrongful death)(?! (?:drama|series|show|"
        r"podcast|course))",
        r"(?:you|they|he|she|your \w+|doctor|nurse|staff)(?:'d| had| have)? (?:let (?:him|her|"
        r"my \w+|our \w+) die|"
        r"killed (?:my|our|him|her)(?: \w+)?|as good as killed|might still be (?:here|alive))|"
        r"(?:would|should|could|might|'d) (?:still )?be (?:alive|here|with us)(?: today| now|"
        r" still)?(?= if| had|[.,!])"
        r"(?! (?:for you|to help|soon|anytime|at \d))|(?:died|dead|passed|buried|funeral|"
        r"burying)<12>(?:because of you|"
        r"because you|because nobody|because no one|thanks to you|on your (?:watch|hands|"
        r"conscience|floor|trolley)|in "
        r"your (?:waiting|corridor|hallway|car park|lobby)|waiting for|while (?:you|they|he|"
        r"she) (?:waited|was waiting|"
        r"were)|alone (?:in|on|with|behind)|after (?:you|they) (?:said|sent|told|refused|ignored|"
        r"discharged))",
        r"(?:sent|send|mandaron|turned|discharged)<3>(?:home|away|casa|taxi)<20>(?:died|dead|"
        r"buried|funeral|no llegó|"
        r"murió|gone by|didn't wake|never woke|falleció|mort)|(?:was|were|already) (?:dead|"
        r"gone) <3?>(?:before|by the "
        r"time|beside|in your|on your|when (?:the|you|they|your))|(?:she|he) was (?:twenty|"
        r"thirty|forty|eighteen|"
        r"nineteen|sixteen|seventeen|\d\d?)[\w-]{0,12}(?=[.])(?: we buried)?",
        r"no (?:heart ?beat|pulse)(?! problems)|stillb(?:orn|irth)|(?:lost|losing) (?:our|my|"
        r"the) (?:baby|son|daughter|"
        r"twins|little girl|little boy)<9>(?:you|nobody|because|ignored|listen\w*|dismissed|told|"
        r"hours)|"
        r"(?:you|they|nobody|nurses?|doctors?|no one)<9>(?:lost|losing) (?:our|my) (?:baby|son|"
        r"daughter|twins)",
        r"(?:lo|la|me lo|me la|le) (?:dejaron morir|mataron)|(?:murió|falleció)<9>(?:espera|"
        r"pasillo|porque|por su culpa|"
        r"sol[oa])|(?:laissée?|laissé) mourir|(?:mort|morte|décédée?)<9>(?:couloir|attente|"
        r"brancard|seule?|à cause)",
    )
    hints = safety.DEATHS
    plain = (
        rf"(?:{KIN}|he|she|patient|resident|who|husband|wife)(?:'s| has|"
        rf" had)? <2?>(?:died(?! of (?:boredom|shame|"
        rf"laughter|embarrass))|passed(?: away| on| peacefully)?(?= |[.,!])(?! (?:the|his|her|my|"
        rf"it|out|me|by|with flying|"
        rf"round|around|over|along|exam|test|their|an? |inspection))|slipped away)",
        r"passed away|is dead|was dead|found dead|lost (?:my|our|his|her) (?:\w+ )?(?:husband|"
        r"wife|mother|mum|mom|dad|"
        r"father|son|daughter|baby|sister|brother|gran|nan|grandad|grandma|grandpa|partner|twins|"
        r"boy|girl)(?! (?:to|in "
        r"the) (?:the )?(?:maze|car park|corridor))|(?:her|his|my \w+'s) (?:funeral|ashes|grave|"
        r"gravestone|eulogy|"
        r"memorial|wake|last (?:days|hours|breath))|buried (?:her|him|them|my|our)(?: \w+)?|"
        r"the (?:funeral|burial|cremation)"
        r"|widow(?:ed|er)?|bereave\w+|(?:bench|tree|stone) with (?:his|her) name|end of (?:his|"
        r"her) life|(?:his|her|the) "
        r"death|(?:died|dying) (?:on|in) (?:your|the|this) (?:ward|care|unit|hospice|home)|"
        r"rest in peace|"
        r"(?:he|she|mum|mom|dad|they) (?:didn't|never|did not) (?:make it|come home|wake up|"
        r"came home|woke up)|"
        r"for the last time",
        r"(?:mi|nuestr[oa]) \w+ <1?>(?:murió|falleció|se nos fue)|(?:murió|falleció|"
        r"ha fallecido)|(?:est|a été|était) "
        r"(?:morte?|décédée?)|(?:mon|ma|notre) \w+ (?:est |nous a )(?:morte?|décédée?|quittés?)|"
        r"décès",
    )
    unless = (
        r"(?:battery|phone|car|machine|app|line|website|printer|toner|plant|goldfish|computer|"
        r"laptop|conversation|chat|"
        r"link|wifi|kiosk)(?:'s| has| is| was)? <1?>(?:died|dead)|died of (?:boredom|shame|"
        r"laughter|laughing|"
        r"embarrassment|old age waiting)|dead (?:on time|easy|good|nice|helpful|simple|handy|"
        r"straight|end|line|pleased|"
        r"funny|chuffed)|death (?:trap|by powerpoint|stare|warmed up)"
    )
