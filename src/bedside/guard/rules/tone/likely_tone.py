from __future__ import annotations

from bedside.guard.likely import LikelyFault


class LikelyTone(LikelyFault):
    """
    A tone that costs trust, in words that no list holds.

    ## Why it matters
    Mockery and fear seldom use rude words. Readers hear them all the same, and remember which
    clinic it was. This rule speaks for our own model.

    ## Flagged
    - [Half of this town clearly thinks a toothbrush is modern art]

    ## Fine
    - Brushing twice a day keeps most trouble away.

    ## Instead
    Say it as you would to the person across the desk.
    """

    code = "T090"
    label = "TONE-UNPROFESSIONAL"
    source = "AMA Code of Medical Ethics, opinion 2.3.2"
    says = {
        "TONE-UNPROFESSIONAL": "Readers may hear contempt in this.",
        "TONE-FEAR": "This sells by fear or shame.",
        "STIGMA": "This may put a label on people.",
    }
