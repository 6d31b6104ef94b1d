from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.signal import Signal


class ExEmployee(Signal):
    """
    Somebody who worked here writes.

    ## What to do
    A manager and personnel read it; nothing about employment is answered in public.

    ## Flagged
    - [I worked there for two years] and would not send a dog.
    - [Ex front desk here].
    - [Trabajé en esta clínica] cinco años.

    ## Fine
    - I worked with my physio for two years.
    """

    flag = Flag.EX_EMPLOYEE
    literal = True
    plain = (
        r"(?:i |i've |i have |used to )?(?:worked|temped|interned|work|volunteered|"
        r"nursed) <1?>(?:there|here|for (?:you|this (?:place|clinic|company|practice|hospital|"
        r"outfit)|them)|at this|your front desk|(?:at|on|in) "
        r"(?:your|this|that|the) <1?>(?:clinic|office|hospital|practice|ward|wards|front desk|"
        r"lab|place|home|pharmacy|reception|billing|kitchen|unit|branch|theatres?)|intake there|"
        r"on reception|in billing|reception for|"
        r"under (?:dr|roger|him|her|\w+ \w+ for))(?: for <2?>(?:years?|"
        r"months?))?(?! the (?:whole|team to))",
        r"(?:ex|former|previous|past|retired|fired|laid[- ]off|recovering)[- ](?:employee|"
        r"staff(?: member)?|nurse|receptionist|hygienist|carer|manager|tech(?:nician)?|"
        r"front desk|assistant|biller|worker|team member|intern|colleague)"
        r"(?: here)?|(?:was|been) <1?>(?:a|an|the|their|your) <1?>(?:tech|nurse|receptionist|"
        r"hygienist|biller|carer|assistant|manager|temp|intern|cleaner|cook|care worker|coder|"
        r"scribe|aide|tech)(?=<5>(?:there|here|under|for "
        r"(?:you|them|two|three|four|five|six|\w+ (?:years|months))|at (?:this|your)))|"
        r"(?:hygienist|nurse|receptionist|manager|tech|carer|biller|assistant) (?:there|here) for",
        r"(?:i |they |you |got |was |were |been |just )(?:quit|resigned|handed in my notice|"
        r"fired me|fired|sacked|laid me off|let me go|made me redundant|walked out|"
        r"left)(?=<6>(?:your|this|that|when|after|because|from|they|place|outfit|job|for "
        r"(?:asking|speaking|reporting)|theatres|in (?:march|april|may|june|july|august|january|"
        r"february))|\W)(?=.{0,120}(?:team|staff|manager|owner|boss|shift|rota|hr|director|"
        r"outfit|job|theatres|culture|wages|paid|overtime|they asked me|"
        r"colleagues?|employ\w*))|someone who quit|(?:my|a) leaving card|exit interview|"
        r"unpaid (?:overtime|travel|breaks?|training|hours)|we were (?:handed|given|told|taught|"
        r"made) (?:a |to |the )|(?:i was|we were) (?:taught|told|trained|made) to "
        r"(?:bill|say|write|sell|push|lie|fake|falsify|backdate)|used to do the (?:bookings|"
        r"billing|rota|books|invoices|phones|cleaning)|(?:i|we) wrote <3?>(?:testimonials|"
        r"reviews)|the (?:place|outfit) i used to work|retired(?=.{0,60}proud)|"
        r"(?:years|months) (?:on your (?:wards?|team|staff|payroll)|in that (?:lab|office|"
        r"kitchen)|behind that desk)",
        r"trabaj[ée] <1?>(?:ahí|aquí|allí|en (?:esta|esa|su|este|ese) \w+)|ex ?emplead[oa]|"
        r"fui (?:enfermera|recepcionista|emplead[oa])|me (?:corrieron|despidieron)|"
        r"j'(?:y )?ai travaillé <1?>(?:ici|là|chez (?:eux|vous)|dans (?:cette|ce|votre)|pour)"
        r"|ancien(?:ne)? (?:employée?|salariée?|collègue)|licenciée?",
    )
