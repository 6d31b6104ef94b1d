from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.scenes import visitors
from bedside.guard.triage.signal import Signal

_BODY = (
    r"(?:ombudsman|ombudsperson|cqc|gmc|gdc|nmc|hcpc|gphc|goc|ahpra|hcc|medical (?:board|"
    r"council)|dental (?:board|council)|nursing (?:board|council)|pharmacy board|state "
    r"board|licensing board|the board|college of \w+|order of physicians|joint commission|"
    r"health (?:department|inspector\w*|authority|board|commission\w*|ministry)|department of "
    r"(?:health|justice|labor|labour)|attorney general|medicare|medicaid(?: fraud)?|"
    r"fraud (?:line|hotline|unit)|human rights (?:tribunal|commission)|insurance commissioner|"
    r"(?:aged|disability|care|privacy|information|health|insurance|equality|"
    r"quality) (?:care )?(?:and \w+ )?(?:commission(?:er)?|regulator)|commissioner|regulator|"
    r"inspectorate|"
    r"ico|ocr|hipaa office|office for civil rights|osha|hse|fda|dea|bbb|better business bureau|"
    r"trading standards|consumer (?:protection|affairs)|ftc|cma|care inspectorate|"
    r"safeguarding board|adult protective services|cps|public health|environmental health|"
    r"licensing (?:body|authority)|professional (?:body|regulator)|ministry|my mp|congress\w*"
    r"|senator|patient advocate|state inspector\w*|defensoría|profeco|superintendencia|conamed|"
    r"colegio (?:médico|de (?:médicos|dentistas|odont\w+))|ordre des (?:médecins|"
    r"dentistes|infirmi\w+)|ars|défenseur des droits|cnil)"
)


class Regulator(Signal):
    """
    An authority writes, or somebody complains to one.

    ## What to do
    From an authority: whoever is responsible is told now. A complaint goes to a manager.

    ## Flagged
    - [I'm an inspector with the state board and will] attend at nine.
    - I have [filed a complaint with the medical board].
    - Ya puse la queja [en PROFECO].

    ## Hinted
    - Two [inspectors] are at your front door.

    ## Fine
    - If I were a health inspector I'd have words about the magazines.
    - Does Medicare cover this?
    - I'm a retired inspector, so I look at doors.
    """

    flag = Flag.REGULATOR
    urgent = (
        rf"(?:i'm|i am|this is) <1?>(?:a|an|the)(?! (?:retired|former|ex)) <3?>(?:investigator|"
        rf"inspector|"
        rf"compliance officer|surveyor|auditor|officer)(?!,? retired)(?: (?:with|from|for|at|"
        rf"of) (?:the )?<2?>"
        rf"{_BODY})?|(?:powers? of entry|unannounced inspection|statutory notice|"
        rf"notice of (?:inspection|investigation)|under section \d+)|(?:investigat\w+|inspector|"
        rf"officer) "
        rf"(?:with|from|for|at) the <2?>{_BODY}",
    )
    hints = visitors.REGULATORS
    grave = (
        rf"(?:report(?:ed|ing)?|complain(?:ed|ing|t|ts)?|filed|filing|file|sent|sending|wrote|"
        rf"written|writing|going|gone|goes|went|email(?:ed|ing)?|call(?:ed|ing)?|told|telling|"
        rf"contact"
        rf"(?:ed|ing)?|refer(?:red|ring)?|lodg(?:ed|ing)|raised|rang|taking|took|copied|cc'd|"
        rf"forwarded|submitted|hear from|hearing from|with|via|escalat\w+|i'll be|notif\w+|"
        rf"in front of|"
        rf"photos are|letter to) <7?>(?:the |a |my |our |your |their |state |local |county |"
        rf"provincial )?<1?>{_BODY}",
        rf"{_BODY}(?:'s)? <3?>(?:complaint|has|have|seems?|will|is|are|knows?|wants?|took|"
        rf"investigat\w+|can|might|gets?|got|next|says?|should|would (?:love|like)|case|tomorrow|"
        rf"reference|"
        rf"about you|form)(?! (?:cover|accept|covers|closed|a great))",
        r"(?:you've been|you have been|i've|i have|have|been|being|am|i'm|i'll|will be|"
        r"consider yourself|getting you) <1?>report(?:ed|ing)(?: (?:you|him|her|them|this|"
        r"it))?(?! (?:to my "
        r"mother|improve\w*|feeling|back|for))|unfollowed, reported|formal complaint|(?:lose|"
        r"losing|strip\w*|pull|take away|revoke\w*) <2?>licen[cs]e|hipaa (?:complaint|violation)|"
        r"en (?:la )?(?:profeco|defensoría|superintendencia|conamed)|plainte (?:à|auprès|"
        r"déposée)|signal\w* (?:à l'ars|à l'ordre)",
    )
    unless = (
        r"if i were|to my mother|as the nicest|hold music|does (?:medicare|medicaid)|(?:take|"
        r"accept|have|has|on|with my|your) (?:medicare|medicaid)(?! fraud)|medicaid card|"
        r"(?:medicare|medicaid) "
        r"(?:cover|plan|card|patients|part)"
    )
