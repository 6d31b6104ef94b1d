from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.wording import Wording, WordingRule

_BAD = (
    r"(?:can't|couldn't|won't|rips?|ripped|shame|cheap|butcher|botch|overcharge|charges|"
    r"quack|bad|dodgy|worse|unlike|lousy|dirty|filthy|broke|rent|bankrupt|closing|losing|"
    r"desperate|fired|drunk|sloppy)"
)


class RivalGossip(WordingRule):
    """
    Gossip about a colleague or another clinic.

    ## Why it matters
    Running down a competitor may be defamation, and it makes readers wonder what is said of them.

    ## Flagged
    - [A little bird says] they will close soon.
    - Unlike [the clinic down the road], we wash our hands.

    ## Fine
    - The bakery across the road has our spare key.
    - A little bird fell out of its nest by the door; it is doing well.

    ## Instead
    Say what you do well, with proof, and let others be.
    """

    code = "T008"
    label = "TONE-UNPROFESSIONAL"
    severity = Severity.WARN
    source = "Lanham Act, 15 USC 1125(a)(1)(B)"
    kinds = frozenset(Kind) - {Kind.POLICY}
    doubted = POSTS
    message = "This passes on gossip or runs another provider down."
    wordings = (
        Wording("a little bird", then=r" (?:says|said|told|tells|whispered|informs)"),
        Wording(
            "rumor has it|rumour has it|word on the street|word is that|"
            "between you and me|you didn't hear it from us|we heard that the|"
            "spill the tea|spilling the tea|hot goss|the tea is",
            then=r"(?! (?:and (?:the|our)|it's)\b)",
        ),
        Wording(
            "the clinic|the dentist|the optician|the practice|the doctor|the hospital|"
            "the place|the guys|the guy|the vet|the pharmacy|the lot|the spa|"
            "the chiropractor",
            then=r" (?:across|down|up|over|round|around|next|in) (?:the )?(?:road|street|"
            rf"door|corner|way|hall|block|town|river)(?=[^.!?]{{0,60}}\b{_BAD}\b)",
        ),
        Wording(
            "that clinic|that dentist|those guys|the other clinic|the other guys|"
            "other clinics|the competition|our competitors|the competitor|our competitor|"
            "rival clinic|the rival",
            then=rf"(?=[^.!?]{{0,60}}\b{_BAD}\b)",
        ),
        Wording(
            "the clinic|the dentist|the optician|the practice|the doctor|the hospital|"
            "the place|the guys|the lot|the spa",
            then=r" (?:across|down|up|over|round|around|next) (?:the )?(?:road|street|door|corner)",
            after="unlike|than|not",
        ),
    )
