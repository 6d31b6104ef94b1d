from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.scenes import emergency
from bedside.guard.triage.signal import Signal
from bedside.guard.triage.symptoms import ALARMING, OTHER_TONGUES, SUSPECT


class Emergency(Signal):
    """
    A medical emergency, or dangerous symptoms, now.

    ## What to do
    A clinician telephones at once or sends help; the appointment that was asked for can wait.

    ## Flagged
    - Could I come on Friday? I have [chest pain] and my arm [tingles].
    - Mamá [no mueve bien el brazo] y [habla enredado] desde la mañana.
    - Ma fille [respire mal] depuis ce matin.
    - Is it normal that [his smile is lopsided] since breakfast?
    - I [can't feel when I wipe] since the jab in my back.
    - There is a [loop of something pink] in the cut.

    ## Hinted
    - My knee was done a week ago and since this morning the calf is [tight] and I am [out of puff].

    ## Fine
    - Two winters ago I walked in with chest pain; they were superb.
    - No fever and no chest pain, I just want to know when I can run.
    - Her lips were blue in 2019 and you were superb.
    - I nearly had a heart attack at the bill.
    - The kitchen here is so blue.
    """

    flag = Flag.EMERGENCY
    literal = True
    current = True
    urgent = ALARMING + OTHER_TONGUES + emergency.SAID
    together = SUSPECT
    hints = emergency.HINTS
    unless = (
        r"(?:a |my |the )?(?:bill|price|invoice|cost|wait|queue|hold music|parking)(?: \w+){0,6} "
        r"(?:heart attack|stroke|faint(?:ed)?|collapsed?)|(?:nearly|"
        r"almost) (?:had a heart attack|"
        r"fainted|died|passed out|collapsed|choked) (?:when i saw|at|over|with|laughing)|"
        r"laugh\w*|nearly had a heart attack|joke|"
        r"course|training|class|poster|leaflet|video|series|exhibition|fun run|charity"
    )
