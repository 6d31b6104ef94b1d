from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.phrasing import ADVERB
from bedside.guard.rule import ANSWERS, TALK, PhraseRule


class ThirdPersonInReply(PhraseRule):
    """
    What a third person went through, told in a reply.

    ## Why it matters
    Under a daughter's comment "he was a joy" is her father. Relatives, neighbors and the press
    know whom the reply means.

    ## Flagged
    - reply: [He's resting] comfortably tonight.
    - reply: [She was discharged] this morning.
    - review_reply: [He was so brave] through it all.
    - reply: [His numbers] look good.

    ## Fine
    - reply: She is our new hygienist and starts on Monday.
    - review_reply: Dr. Chen says he is grinning all day.
    - reply: Everyone gets their own room.

    ## Instead
    "We never share news of anyone. Cards and prayers are always welcome."
    """

    code = "D014"
    label = "DIS-CARE"
    severity = Severity.ERROR
    source = "45 CFR 160.103"
    doubted = TALK
    kinds = ANSWERS
    message = "This tells how a third person is or was in care."
    why = "The comment above says who is meant."
    phrases = (
        rf"(?:he|she)(?:'s| is| was| has been|'d been) {ADVERB}?(?:resting|stable|discharged|"
        rf"admitted|doing|recovering|home|awake|better|critical|critically|comfortable|"
        r"brave|here|in (?:good|surgery|room|icu|bed|\d+)|on (?:the vent|oxygen|a|antibiotics)|"
        r"given|seen|treated|triaged|diagnosed|moved|improving|healing|ok|okay|fine|so brave|"
        r"such a|a (?:joy|trooper|champ|delight|fighter|treasure|pleasure|star)|walking|out of|"
        r"off|back on|due|booked|scheduled|sick|tired|responding|eating|asking|in a|at peace|"
        r"upstairs|our (?:patient|client|resident)|never (?:brought|here|a))",
        rf"(?:he|she) (?:was|wasn't|had(?! to)|skipped|got|became|kept|did|didn't|passed|died|"
        rf"fell|needed|squeezed|rang|smiled|sat|woke|came|went|underwent|received|refused|"
        rf"{ADVERB}fought|fought|lost|beat|finished|completed|started|stayed|walked|made it|"
        rf"pulled through|declined|handled)",
        r"(?:his|her) (?:\w+ )?(?:numbers|sats|vitals|pain|walker|chart|room|bed|stay|surgery|"
        r"treatment|recovery|care|medication|medications|meds|appointment|visit|results|condition|"
        r"infusion|levels|family was|blood|diagnosis|labs|next|orthotics|glasses|hearing aids?|"
        r"inhaler|epipen|stage|last (?:days|evening|week|hours|breath|weeks)|transfer|discharge|"
        r"anxiety|overdose|fall|heart)",
        r"(?:caring|cared|care) for (?:him|her)|sat with (?:him|her)|(?:with|beside) (?:him|"
        r"her) (?:at|in|until|when)",
    )
    particular = True
    unless = (
        r"\bown\b|talk|\bdr\b|\bdra\b|nurse|hygienist|our (?:new|own|manager|team|director|"
        r"office)|joins?|works|her job|years as|practice manager|nominated|graduated"
    )
