from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.story import StoryRule


class SlotOrBed(StoryRule):
    """
    A person called by a room, a bed or an appointment time.

    ## Why it matters
    A room number or a slot is a code for one person: colleagues, visitors and the person know it.

    ## Flagged
    - [Room 214] keeps us laughing after her hip surgery.
    - [Bed 14], catheter out, escaped twice.
    - [My 10:15] has a failing crown and knows it.
    - [Our Tuesday 8am] just ran a half marathon on his new knee.
    - La [señora del 312] me regaló tamales después de su diálisis.

    ## Fine
    - Room 214 is now the lactation lounge, open every day.
    - Chair yoga in Room 12, Tuesdays at 9.
    - The vaccine clinic moved to Suite 210.

    ## Instead
    Leave the person out of it.
    """

    code = "D040"
    label = "DIS-VISIT"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(R)"
    doubted = POSTS
    message = "This calls a person by their room, bed or slot."
    phrases = (
        r"(?:room|bed|bay|pod|chair|isolette|cama|bassinet) ?#?\d{1,4}[a-d]?(?:'s)?",
        r"(?:my|our|today's|monday's|friday's) (?:\w+day )?(?:\d{1,2}(?:[:.]\d\d)?(?: ?(?:am|pm|"
        r"a\.m\.|p\.m\.|o'clock))|\d{1,2}[:.]\d\d)(?= (?:regular|client|patient|had|has|knows|"
        r"just|is|was|told|said|and|who|collects|came|says|brought|walked|,))?",
        r"(?:señora?|don|doña|señor|familia|lady|gentleman|guy|bloke|man|woman|mom|mum|kid|fella|"
        r"dude|family) (?:de la|del|de|in|at|from) (?:la )?(?:cama |room |bed |bay |no\. ?|"
        r"number |sala )?#?\d{1,4}",
        r"(?:number|patient|participant|case|call|flight) #?\d+ (?:on my list|of the (?:day|"
        r"shift)|just|finished|in our|today)|participant #?\d+",
    )
    unless = (
        r"\b(?:now|yoga|class|moved|register|rsvp|vaccine|open|lounge|tour|bingo|meets?|meeting|"
        r"free|coffee|located|entrance|hours|visiting|group|workshop|screening|cafeteria|"
        r"conference|new wing|ribbon|every|closed|join)\b"
    )
