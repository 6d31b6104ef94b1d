from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import ANSWERS, TALK, PhraseRule


class ProviderOfPerson(PhraseRule):
    """
    Words that give the person a doctor, a file, a chair or a name in the house.

    ## Why it matters
    "Your therapist" says as much as "you are in therapy here".

    ## Flagged
    - review_reply: We have talked with [your therapist].
    - review_reply: [Your file] is complete.
    - reply: [Your midwife] called twice.

    ## Fine
    - reply: Ask your doctor or pharmacist if you are unsure.
    - review_reply: If your doctor is away, another one answers.

    ## Instead
    "Please call us so that we can talk in private."
    """

    code = "D009"
    label = "DIS-RELATIONSHIP"
    severity = Severity.ERROR
    source = "45 CFR 164.502(a)"
    doubted = TALK
    kinds = ANSWERS
    message = "This says that the person has a place in your care."
    why = "Whoever has a file, a provider or a chair with you is a patient."
    phrases = (
        r"your (?:\w+ )?(?:therapist|counsell?or|hygienist|surgeon|midwi(?:fe|ves)|aide|caregiver|"
        r"case ?manager|care team|file|chart|records?|nurse|coach|injector|coordinator|"
        r"medical record|registration|provider|dentist|physical therapist|trainer|roommate|"
        r"paperwork|intake)(?:'s)?",
        r"your doctor(?:'s|'d)?(?= (?:hasn't|has|had|wrote|ordered|asked|called|sent|told|said|"
        r"okayed|that|prescribed|wanted|requested))",
        r"as (?:your|his|her) (?:doctor|dentist|therapist|provider|surgeon|nurse|pharmacist)",
    )
    particular = True
    told = True
    unless = r"ask your|talk to your|check with your|tell your|call your|bring your"
