from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.story import StoryRule


class PatientStory(StoryRule):
    """
    One patient, told of in a post.

    ## Why it matters
    A post from a clinic's page carries the clinic's town and the hour by itself. With a story it
    points to one person, so the story needs that person's written authorization.

    ## Flagged
    - [Our patient] went from walker to cane in eight weeks!
    - [Patient of the Month]: she never misses a session.
    - [One of our residents] turned the dining room into a dance floor.
    - [A former patient] came back to visit us in the ICU.

    ## Fine
    - Our patients ask about sunscreen a lot.
    - Our patient portal has a new look.
    - Every patient gets a blanket and a warm drink.

    ## Instead
    Speak of many: "People often go from walker to cane in a few months."
    """

    code = "D030"
    label = "DIS-RELATIONSHIP"
    severity = Severity.ERROR
    source = "45 CFR 164.508(a)"
    message = "This tells one patient's story."
    beside_care = False
    phrases = (
        r"(?:our|my) (?:(?!patients|every)[\w'-]+ ){0,3}(?:patient|resident|client|inpatient|"
        r"warrior|fighter|trooper|superstar|regular|graduate|preemie|survivor|"
        r"amputee)(?! (?:portal|advocates?|care|safety|rights|experience|education|registration|"
        r"services?|relations|access|handbook|survey|family|representative|and family|lounge|line|"
        r"guide|parking|financial|navigator|liaison|population|population|room|entrance|council|"
        r"satisfaction|centered|physician|doctors?|dentists?))(?:'s)?",
        r"(?:patient|client|resident|smile|member|guest|warrior|champion|athlete) of the (?:month|"
        r"week|day|year)",
        r"one of (?:our|my) (?:(?!nurses|doctors|team|staff)[\w'-]+ ){0,3}(?:patients|residents|"
        r"clients|regulars|warriors|guests|grandmas|grandpas|ladies|gentlemen|members|little ones|"
        r"littles|moms|mamas|kiddos|babies|preemies|girls|boys|guys|men|women)",
        r"(?:a|this|that|another|the|first|newest|former|longtime|long-time|favou?rite|sweetest|"
        r"dear|beloved|nicest|oldest|youngest|longest) (?:(?!every|any)[\w'-]+ )?(?:former |"
        r"longtime |long-time |beloved |favou?rite |dear )?(?:patient|resident|"
        r"client)(?= (?:of (?:mine|ours|the|dr)|came|left|was|walked|who|had|just|with|got|"
        r"asked us to|returned|rang|finished|is now|went|dropped|brought|sent|wrote|named|could|"
        r"we|has|celebrat\w+))",
    )
    unless = (
        r"a patient (?:asked|told|asks|once)|new patient|any patient|every patient|each patient|"
        r"patient-|if (?:a|your|our)|when a patient|ask (?:me|us)|asked me|told me|\d+ patients"
    )
