from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.signal import Signal


class WrongBusiness(Signal):
    """
    Meant for somebody else: a restaurant, a garage, a shop.

    ## What to do
    Report as off topic, or point the writer to the right place.

    ## Flagged
    - [Best pizza in town], crust was perfect.
    - [Is this the place that] does [gutters]?

    ## Fine
    - The pizza at the staff party was good too.
    """

    flag = Flag.WRONG_BUSINESS
    literal = True
    plain = (
        r"(?:best|great|good|worst|cold|soggy|burnt|terrible|amazing) <1?>(?:pizza|burgers?|"
        r"curry|sushi|tacos?|steak|fries|noodles|kebabs?|haircut|oil change|tyres?|tires?|"
        r"fish and chips|"
        r"cocktails?|pints?|brunch|buffet|lasagne|ramen|paella|croissants?|naan)(?: in (?:town|"
        r"the area))?|(?:pizza|burgers?|curry|naan|sushi|tacos?|pasta|soup of the day|cocktails?|"
        r"waiter|waitress|"
        r"chef|menu|delivery (?:lad|driver|guy|man)|takeaway|table for|dessert|"
        r"biryani)(?=<14>(?:cold|soggy|burnt|late|delicious|tasty|polite|wrong|missing|hot|stale|"
        r"table|order\w*|crust|served|"
        r"perfect|raw|amazing))",
        r"(?:oil change|brake pads?|gearbox|mot test|exhaust|windscreen|carburettor|transmission|"
        r"alloy|mechanic(?:s)?|tow(?:ed|ing)? my|car ?wash|test drive|trade-?in|gutters?|plywood|"
        r"2x4s?|drywall|"
        r"boiler|radiators?|plumb(?:er|ers|ing)|roof(?:er|ers|ing)|tiles? (?:fitted|laid)|"
        r"kitchen (?:fitted|fitters|flooded)|leaking tap|blocked (?:drain|sink|toilet)|"
        r"septic tank|fence panels?|lawn "
        r"mower|paint (?:sample|tin)|curtains made|sofa (?:delivery|arrived)|mattress delivery|"
        r"washing machine|dishwasher (?:repair|delivery)|removals?|storage unit|locksmith|"
        r"electrician)",
        r"(?:hotel|check-?out|breakfast till|sauna|room service|suite with|king bed|spin class|"
        r"yoga (?:class|studio)|gym membership|personal trainer|swimming lessons|hair (?:dye|"
        r"colou?r|salon)|highlights"
        r"|balayage|barber|fade was|nail (?:salon|bar)|gel nails|acrylics|groom(?:er|ed) (?:my|"
        r"our)|my (?:dog|cat|puppy|parrot|rabbit|hamster)(?:'s)? <1?>(?:groom\w*|vaccin\w*|"
        r"spay\w*|neuter\w*|claws|"
        r"kennel)|the vet|kennels?|jewell?er|ring (?:resized|resizing)|engagement ring|"
        r"second-hand cameras|50mm|lens(?:es)? for half|guitar|piano tuner|wedding (?:cake|venue|"
        r"dress)|florist|bouquet|"
        r"dry clean\w*|tailor|hem(?:med)? my|phone screen|laptop repair|bus driver|the (?:44|"
        r"\d{1,3}) (?:bus|sailed|never)|train (?:ticket|was cancelled)|flight|boarding|luggage|"
        r"parcel|courier|your driver|"
        r"drivers please|cinema|popcorn|driving (?:lesson|test|instructor)|estate agent|"
        r"letting agent|landlord|rental deposit|library book|broadband|internet provider|"
        r"my router)(?! (?:in the waiting|next "
        r"door|of the clinic))",
        r"wrong (?:page|place|clinic|business|number)\??|(?:is|am) (?:this|"
        r"i) <1?>(?:the (?:right )?(?:place|number|page)) (?:that|for|to)|la pizza|el taller|"
        r"las llantas|la peluquería|el hotel|le garage|"
        r"la pizzeria|le restaurant|le coiffeur",
    )
    unless = (
        r"waiting room|nurse|doctor|dentist|surgery|like a (?:hotel|restaurant)|physio|"
        r"hospital food|ward|therapist|receptionist|x-?ray|treatment"
    )
