from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.rule import PhraseRule


class InvitesHealthDetails(PhraseRule):
    """
    An invitation to post health or contact details in public.

    ## Why it matters
    What people post under a clinic's page is public for good, and the clinic asked for it.

    ## Flagged
    - reply: [What does the rash look like]? We will have a look.
    - reply: [Tell us your symptoms in the comments]!
    - reply: [Drop your birthdate here] and we will check.
    - [Which meds are you on]? Share below!
    - message: [Please send your date of birth] so that we can look into it.

    ## Fine
    - reply: Please don't post health details here. Call us instead.
    - Tell us your favorite walk in the comments.
    - What is your favorite way to relax? Share below!

    ## Instead
    "Please call us; we can't take health details here."
    """

    code = "S002"
    label = "DIS-INVITE"
    severity = Severity.WARN
    source = "45 CFR 164.530(c)"
    kinds = frozenset(Kind) - {Kind.POLICY}
    message = "This invites people to give health or contact details where others can read them."
    _detail = (
        r"(?:symptoms?|story|stories|diagnosis|condition|meds?|medications?|dose|dosage|"
        r"birth ?dates?|date of birth|dob|phone|cell|mobile|number|email|e-mail|address|insurance|"
        r"member (?:id|number)|group number|policy number|rx number|ssn|order number|claim number|"
        r"weight|before|photos?|pics?|pictures?|journey|wins?|surgery|treatment|pain|wedding date|"
        r"due date|numbers|a1c|results|age|full name|appointment time|details|info|"
        r"questions about your|baby|bump|zip|height)"
    )
    phrases = (
        rf"(?:tell|share|drop|post|send|leave|put|pop|comment|dm|upload|reply with|give|list|"
        rf"add)(?: (?:us|me|with us))? (?:with )?(?:your|ur|a (?:photo|pic|"
        rf"picture) of) (?:(?!thoughts|team|own)\w+ ){{0,3}}?{_detail}(?: (?:and|&|"
        rf"or) (?:\w+ ){{0,2}}{_detail})?(?: (?:here|below|in the comments|in a comment|for us))?",
        r"(?:tell|share|let) (?:us|me) (?:know )?(?:how (?:many|long|much|bad)|what (?:meds|"
        r"symptoms|you take|happened|hurts)|which (?:meds|medications?)|any (?:meds|symptoms|"
        r"medications))(?: (?:here|below|in the comments))?",
        rf"(?:please )?(?:send|give|tell|text|reply with) (?:us |me )?(?:your|a (?:photo|"
        rf"pic)) (?:\w+ ){{0,2}}{_detail}",
        r"(?:which|what) (?:meds?|medications?|dose|symptoms?|medicine|strength|condition|"
        r"treatment|surgery|procedure|day|kind of pain)(?: \w+){0,3} (?:are|is|do|did|does|was|"
        r"were) (?:you|he|she|it|your|u)(?: all)?(?: (?:on|taking|have|having|get|got))?",
        r"(?:what|how) (?:does|do|is|are|did|bad|long|many|often|heavy|high|much) (?:is |has |"
        r"have |does |do |did |was )?(?:the|your|it|you|that|times|he|she|his|"
        r"her) (?:\w+ )?(?:rash|look like|hurt|pain|fever|flow|symptoms?|bleeding|swelling|"
        r"been (?:sick|hurting|going)|feel|diarrhea|lump|cough|mole|had (?:it|that))",
        r"(?:any|is there) (?:fever|pain|swelling|dryness|bleeding|nausea|symptoms|"
        r"rash)(?: or \w+)?\?",
        r"(?:share|tell us|comment|reply|answer|post|let us know|drop (?:it|them|yours)|"
        r"be honest)(?: (?:it|them|yours|with us))? (?:below|in the comments|here|"
        r"👇)(?=.{0,60}(?:meds?|story|symptom|pain|surgery|dose|advise|check|look))",
        r"(?:post|send|share|drop|upload)(?: us| me)? (?:a|another) (?:closer |clearer |"
        r"better )?(?:photo|pic|picture|one)(?: (?:here|below|in the comments|of (?:it|the \w+)))?",
        r"(?:cuéntenos|cuentenos|cuéntanos|díganos|escríbanos|escribanos|déjenos|dejenos|mándenos|"
        r"comparte|compartan|escríbenos)(?: \w+){0,6} (?:síntomas|sintomas|número|numero|celular|"
        r"correo|estudio|comentarios?|edad|fecha|historia|medicamentos?|nombre|teléfono)",
        r"who(?:'s| is| has| here)(?: \w+){0,3} (?:getting|had|gotten|dealing with|"
        r"struggling with|living with|on) (?:\w+ ){0,3}(?:{conditions}|{procedures}|{drugs}|tox|"
        r"work done)",
    )
    unless = (
        r"\binterview|resume|\b(?:don't|do not|never|please avoid|instead of|can't|cannot|"
        r"not to (?:post|share)|favou?rite|recipe|walk|joke|without (?:sharing|posting)|resume|"
        r"résumé|cv|application|newsletter)\b"
    )
