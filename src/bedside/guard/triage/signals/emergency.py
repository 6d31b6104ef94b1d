from __future__ import annotations

from bedside.guard.triage.message import Flag
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

    ## Fine
    - Two winters ago I walked in with chest pain; they were superb.
    - No fever and no chest pain, I just want to know when I can run.
    """

    flag = Flag.EMERGENCY
    literal = True
    current = True
    urgent = ALARMING + OTHER_TONGUES
    together = SUSPECT
    unless = (
        r"(?:a |my |the )?(?:bill|price|invoice|cost|wait|queue|hold music|parking)(?: \w+){0,6} "
        r"(?:heart attack|stroke|faint(?:ed)?|collapsed?)|(?:nearly|"
        r"almost) (?:had a heart attack|"
        r"fainted|died|passed out|collapsed|choked) (?:when i saw|at|over|with|laughing)|"
        r"laughing|"
        r"course|training|class|poster|leaflet|video|series|exhibition|fun run|charity"
    )
