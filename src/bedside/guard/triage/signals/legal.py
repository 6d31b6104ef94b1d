from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.scenes import visitors
from bedside.guard.triage.signal import Signal


class Legal(Signal):
    """
    A lawyer writes, or somebody threatens with one.

    ## What to do
    From a lawyer or an officer: counsel is told now and records are kept. A threat goes to a
    manager.

    ## Flagged
    - [We act for the family] of your patient.
    - [You will hear from my lawyer].
    - [Mi abogado] ya tiene las fotos.
    - [I'm counsel for] four of your patients.

    ## Hinted
    - Kindly acknowledge this letter. Hart [LLP].

    ## Fine
    - I'm not going to sue anybody over a sandwich.
    - As a lawyer's son I liked the small print.
    - I'm an attorney, and I liked the small print.
    """

    flag = Flag.LEGAL
    urgent = (
        r"(?:i|we|this (?:law )?(?:office|firm)|our (?:office|firm)) <1?>(?:act|acts|represents?|"
        r"am instructed|are instructed|have been (?:retained|"
        r"instructed)|am counsel|are counsel) <1?>(?:for|by|on behalf of|ms|mr|mrs|"
        r"the)(?: (?:the )?(?:family|parents|estate|patient|claimant|"
        r"executor))?|(?:solicitors?|attorneys?|counsel|lawyers?|paralegal) (?:for|acting for|"
        r"representing|to|on behalf of) (?:the |ms|mr|mrs|your|a )"
        r"(?: ?(?:family|estate|former|late|parents))?|(?:our|my) client(?='s|,| (?:was|is|has|"
        r"instructs|suffered|ms|mr|mrs|died|the|will))",
        r"(?:preserve|retain|not (?:to )?(?:destroy|alter|amend|delete)|hold) <1?>(?:all |any |"
        r"the )?(?:relevant |medical )?(?:records|documents|logs|notes|"
        r"evidence|footage|charts)|(?:litigation|legal) hold|(?:serve|serving|"
        r"served|service of)<3>(?:papers on|claim form|summons|"
        r"subpoena|writ|proceedings|statement of claim)|subpoenas?|(?:direct|address|send|"
        r"letters?) <4?>(?:to the undersigned|to me, at chambers|at "
        r"chambers|to our offices)|pre-action protocol|letter of claim|notice of claim|"
        r"search warrant",
        r"coroner's officer|(?:i'm|i am|this is)(?! not) <2?>(?:a |the |an )?<3?>(?:detective|"
        r"police officer|constable|sergeant|process server|bailiff|prosecutor)(?! (?:myself|too|by "
        r"trade|and i|so i|who (?:needs|has)|with (?:a|bad)))|(?:i'm|i am|this is)(?! not) <2?>"
        r"(?:lawyer|solicitor|attorney|barrister|paralegal) <3?>(?:for|acting|representing|of|"
        r"retained|instructed|engaged|on behalf)|(?:have|with|bring(?:ing)?) a (?:claim|warrant|"
        r"summons) (?:on behalf|"
        r"for|against)|representamos a|soy (?:el |la )?abogad[oa] de"
        r"|je représente|maître \w+, avocat|avocate? (?:de|pour) la famille",
        *visitors.SAID,
    )
    hints = visitors.LAWYERS
    grave = (
        r"(?:my|our|a|the|family'?s?|his|her|their|your) <1?>(?:lawyers?|solicitors?|attorneys?|"
        r"barristers?|legal team|union rep)(?! (?:friend|joke|"
        r"myself|by trade))|(?:lawyer(?:ed)? up|lawyers? (?:has|have|is|are|will|next)|"
        r"speaking to (?:a )?(?:lawyer|solicitor|counsel)|instruct (?:counsel|"
        r"a)|instructing (?:a|counsel)|legal (?:action|advice|proceedings|route|letter|counsel)|"
        r"take <2?>to court|(?:see|c) you in (?:small claims|"
        r"court)|small claims|(?:going|off) to (?:court|tribunal)|letter before (?:action|claim)|"
        r"class action|malpractice(?: suit| claim)?|no win)",
        r"(?:i'll|i will|i'm going to|we'll|we will|i'm|going to|ready to|could|should|gonna|"
        r"will|i'd|to) <1?>(?:sue|suing|be suing)(?: (?:you|them|this|"
        r"the|him|her|for))?|(?:lawsuit|court date|in front of (?:a|the) <1?>(?:judge|jury)|"
        r"show the judge|statement of claim|drawing up the claim|"
        r"papers? <1?>(?:get|are|will be|being) (?:served|filed)|(?:you'll|you will|"
        r"you're) (?:be |going to )?hear(?:ing)? from (?:my|our|somebody|someone|"
        r"a)|damages|tribunal claim|district judge|(?:negligence|defamation|injury) claim)",
        r"(?:mi|un|una|con|nuestro|la|el) (?:abogad[oa]|licenciado)|demandar(?:los|las|lo|la|é|"
        r"emos)?|los voy a demandar|(?:mon|un|notre) avocat|"
        r"(?:porter plainte|tribunal|poursuivre en justice)|a advogada|advogado|a tribunal",
    )
    unless = (
        r"as a (?:lawyer|solicitor|barrister)|lawyer's son|before you lawyer up|lawyer jokes?|"
        r"used in court as|belongs in (?:court|front of the hague)"
    )
