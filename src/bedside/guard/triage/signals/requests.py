from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.signal import Signal


class AppointmentRequest(Signal):
    """
    Somebody asks for an appointment.

    ## What to do
    The front desk answers privately, or sends the link for booking.

    ## Flagged
    - [Could I come in] on Tuesday for a cleaning?
    - [I'd like to book] a skin check.
    - [Quisiera pedir una cita].

    ## Fine
    - I booked on Monday and it was easy.
    """

    flag = Flag.APPOINTMENT_REQUEST
    literal = True
    plain = (
        r"(?:i'd|i would|we'd|would|i|we) <1?>(?:like|love|want|need|wish|hope|"
        r"hoping) to <1?>(?:book|make|schedule|arrange|get|have|set up|start|see|come|be seen|"
        r"move|change|reschedule)(?: (?:an? |my )?(?:appointment|slot))?|"
        r"(?:can|could|may|might) (?:i|we|you|he|she|dad|mum|mom|someone) (?:please |"
        r"just )?<1?>(?:book|schedule|make an appointment|get (?:an appointment|in|a slot|seen)|"
        r"come in|come by|be seen|fit (?:me|us|him|her) in|squeeze (?:me|us|him|her)|"
        r"have (?:an appointment|a slot)|see (?:me|us|him|her|the (?:male |female )?(?:doctor|"
        r"dentist|nurse)))|(?:book|pencil|put|fit|slot|squeeze) (?:me|us|him|her|dad|mum|"
        r"mom) (?:in|down)(?: for)?|please book|booking request",
        r"(?:any|an|some|next|first|free|available|early|earlier|handful of|a) <1?>(?:chance of|"
        r"slots?|appointments?|openings?|cancellations?|availability|sessions)(?: (?:free|"
        r"available|left|going|on|this|next|for|please|before|early))"
        r"|(?:appointment|check-?up|cleaning|check|fitting|physical|visit|slot|filling|session|"
        r"consult\w*) <3?>please|some time in the week|anything (?:next week|this week|"
        r"on (?:monday|tuesday|wednesday|thursday|friday|saturday))|(?:mon|tues|"
        r"wednes|thurs|fri|satur)day <3?>for (?:dad|mum|mom|me|my \w+)\?|(?:moving|move|change|"
        r"reschedule) <1?>(?:our|my|the|his|her) <2?>(?:appointment|check|visit|slot|cleaning|"
        r"review)(?: (?:to|from|until))?|rather than "
        r"(?:monday|tuesday|wednesday|thursday|friday)|before i see",
        r"(?:pedir|sacar|agendar|reservar|hacer|dar|darme|dan|tener|quiero|"
        r"quisiera) <2?>(?:una )?(?:cita|turno|hora)|(?:prendre|avoir|obtenir|voudrais|"
        r"fixer) <2?>(?:un )?(?:rendez-vous|rdv)|حجز موعد|marcar (?:uma )?consulta",
    )
    unless = (
        r"(?:booked|had|have had|was booked|got) (?:an|my|the) appointment (?:was|and|at)|"
        r"(?:told|asked) to book|can't book|impossible to (?:book|get)|(?:never|"
        r"couldn't) get an appointment"
    )


class RefillRequest(Signal):
    """
    Somebody asks for a prescription to be renewed.

    ## What to do
    The prescriptions desk answers privately.

    ## Flagged
    - [Repeat please], ramipril, three weeks left.
    - Could you [renew my inhaler]?
    - [Renovar la receta] de la metformina, por favor.

    ## Fine
    - The refill desk is very kind.
    """

    flag = Flag.REFILL_REQUEST
    literal = True
    plain = (
        r"(?:renew|refill|re-?order|repeat|re-?issue|reissue|top up|put in (?:for )?|"
        r"request(?:ing)?(?: a)?|need|want|sort out|send|move|transfer) <1?>(?:for )?(?:a |an |"
        r"another |the |my |his |her |our |dad's |mum's |mom's |\w+'s )?<2?>(?:repeat|"
        r"refill|renewal|prescription|script|scripts|inhaler|pills|tablets|meds|medication|spray|"
        r"cream|ointment|drops|insulin|patches|syrup|metformin|thyroid|pump refill|sensors|"
        r"strips)(?! (?:desk|inbox|took|line))|(?:repeat|refill|renewal|renew|"
        r"script)s? <3?>(?:please|pls|plz|for)(?! (?:the app|being))|please (?:renew|refill|"
        r"repeat)|(?:inhaler|pill|tablets?|insulin|spray|cream|meds) refill|(?:months?|"
        r"weeks?) of the <2?>(?:tablets|pills)|running (?:late|low) (?:with|on) <1?>"
        r"(?:my |the )?<1?>(?:tablets|pills|meds|inhaler|insulin)|still says no script|"
        r"the refill inbox|renewed the (?:ointment|cream|tablets|pills)<9>(?:wrong|town|pharmacy|"
        r"moved)|same spray|insulin renewal|renewal for",
        r"(?:renovar|surtir|resurtir|repetir) <2?>(?:receta|medicina|medicamento|pastillas)|"
        r"(?:renouvel\w+|refaire) <2?>(?:ordonnance|traitement|médicament)",
    )
