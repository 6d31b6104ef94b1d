from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.phrasing import PERSON
from bedside.guard.rule import POSTS
from bedside.guard.story import StoryRule


class PersonInCare(StoryRule):
    """
    A person whom readers can recognize, told of in connection with care.

    ## Why it matters
    A trade, a team, a family tie or an age, together with an illness or a stay, lets a town know
    who is meant. A missing name does not change that.

    ## Flagged
    - [The organist] at First Lutheran can see her hymnal again after cataract surgery.
    - [This little guy] went home from the NICU today.
    - [52M], farmer, arm against a tractor, out of surgery.
    - [To the lady] who screamed at our tech over her Percocet: no.
    - [A 34-year-old teacher] came in with chest pain.

    ## Fine
    - Any teacher can ask for a free flu shot.
    - A 50-year-old should ask about screening for colon cancer.
    - Men over 40 often have sleep apnea.
    - Our new nurse, a former teacher, works in the ICU.

    ## Instead
    Speak of nobody in particular: "Cataract surgery often brings back reading."
    """

    code = "D031"
    label = "DIS-SITUATION"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(ii)"
    doubted = POSTS
    message = "This points to one person whom readers may recognize."
    _age = (
        r"(?:\d{1,3}|(?:four|five|six|seven|eight|nine|ten|twelve|sixteen|eighteen))[- ]?(?:y/?o|"
        r"y\.o\.|yo|yrs?[- ]old|year[- ]old|month[- ]old|week[- ]old|day[- ]old)"
    )
    phrases = (
        r"\d{1,2} ?(?:m|f)(?=[\s,.:;/)])",
        rf"(?:(?:a|an|our|this|that|the|my) )?{_age}(?: (?!should|can|may|might|needs?|who|with|"
        rf"and|is|has|or)[\w'-]+)?(?: (?:boy|girl|man|woman|male|female|teacher|farmer|mother|"
        rf"father|grandmother|grandfather|athlete|runner|patient))?",
        r"(?:late|early|mid)[- ]?(?:20s|30s|40s|50s|60s|70s|80s|twenties|thirties|forties|fifties|"
        r"sixties|seventies|eighties)",
        rf"(?:this|that|our|little|young|brave|sweet|to the|poor|certain) (?:(?!other|same|whole|"
        rf"new|right|kind of|time)[\w'-]+ ){{0,2}}{PERSON}(?= (?!can|should|may|might|of |or |"
        rf"who (?:needs|wants|has|can|is)))",
        rf"(?:the|one) (?:(?!other|same|whole|new|right)[\w'-]+ ){{0,2}}{PERSON}(?= (?:who "
        rf"(?!need|want|can|is )|whose|in (?:room|bed|bay|seat|the \w+ suite|\d)|from|we (?!see|"
        rf"want)|down the|up past|at (?:no|the end)|with the))",
        rf"(?:a|an|one) (?:(?!typical|healthy|loved|new|good|real|single|"
        rf"whole)[\w'-]+ ){{0,1}}{PERSON} (?=(?:came|walked|who (?:came|was|had|lost|went|got|"
        rf"fell|just|swallowed|thought)|was|just|rolled|got|swallowed|in (?:room|bay|our)|went|"
        rf"left|showed|brought|rang|cried|hugged|finished|told us|flew|drove))",
        r"(?:our|this|that|certain|local|favou?rite|beloved|retired|former|starting|young|town|"
        r"county|high[- ]school|grade|division|league|sitting|state) (?:(?!best|new|whole|other|"
        r"next)[\w'-]+ ){0,2}{occupations}(?:'s)?(?! (?:can|should|may|might|or|on duty|on call|"
        r"visits?|joins?|will|answers|in training))",
        r"(?:the|a|an) (?:(?!best|new|whole|other|next)[\w'-]+ ){0,2}{occupations}(?= (?:at "
        r"[a-z]+ (?!of)|from|who (?!need|want|can|is )|whose|hurt|came|rang|walked|down the))",
        r"(?:a|one) certain (?:[\w'-]+ ){1,3}|(?:guy|bloke|man|woman|lady|fella|lad|gal|dude|"
        r"gentleman|patient) in (?:his|her) \d0s|(?:the|a|that) (?:\w+ ){0,2}(?:bride|groom|coach|"
        r"skier|hiker|snowmobiler|motorcyclist|biker|climber|cyclist|swimmer|goalie)",
        r"(?:mom|mother|mama|mum|dad|father|grandma|grandmother|grandfather|grandpa) of (?:\d+|"
        r"two|three|four|five|six|seven|twins|triplets|the bride|the groom)",
        r"(?:his|her) (?:wife|husband|mom|mum|mother|dad|father|sister|brother|son|daughter|kids|"
        r"children|family|twin|boyfriend|girlfriend|parents|grandkids|grandchildren|coworkers|"
        r"teammates|boss|coach)",
        r"somebody's (?:parents|mom|dad|grandma|kid)|you know (?:him|her|who|the one)|"
        r"if you (?:saw|see|know|shop|recogni[sz]e|spot) (?:him|her|this|at)?",
    )
    unless = (
        r"\b(?:if|should|anyone|any|every|ask your|talk to your|can help|may|about one in|1 in \d|"
        r"adults|most|usually|often|people|volunteers? wanted|hiring|apply|class|study|trial|"
        r"eligible|recommended|recommend|register|screening is|free)\b"
    )
