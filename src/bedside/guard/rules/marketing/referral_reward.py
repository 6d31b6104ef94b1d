from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.reviewing import REWARD
from bedside.guard.rules.marketing.government_inducement import OFFERING
from bedside.guard.wording import Wording, WordingRule


class ReferralReward(WordingRule):
    """
    A reward for sending someone.

    ## Why it matters
    Paying for referrals of people on public insurance is a crime, and many states forbid it for
    everybody.

    ## Flagged
    - ad: [Refer a friend and we'll post you a $50 grocery card].
    - policy: GPs [who send ten scans a month earn] the weekend at the lodge.

    ## Fine
    - ad: No referral needed. Walk-in physio.
    - ad: If a neighbor asks where we are, it's the blue door. We don't pay for referrals.

    ## Instead
    Thank people who recommend you, and give them nothing.
    """

    code = "M010"
    label = "ADS-INDUCEMENT"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "42 USC 1320a-7b(b), Anti-Kickback Statute; 18 USC 220 (EKRA)"
    kinds = OFFERING
    message = "This offers a reward for a referral."
    unless = (
        r"\b(?:we don't pay|do not pay|never|must not|may not|not allowed|no gifts?|"
        r"we do not|don't offer|isn't a|blood drive|food bank)\b"
    )
    wordings = (
        Wording(
            "refer a|refer your|refer a friend|refer friends|refer someone|"
            "bring a friend|bring a mate|bring a neighbor|bring a neighbour|"
            "send a friend|send us|send your|send two|send three|send five|send a|"
            "tag two|tag three|tag a mate|tag a friend|tag your|recommend a friend|"
            "introduce a friend|sign up a",
            then=rf"[^.!?]{{0,90}}?\b{REWARD}",
        ),
        Wording(
            "per referral|each referral|every referral|for each friend|for every friend|"
            "for each member|for each patient|for every patient you|for each new patient|"
            "for every new patient|for each neighbour|per patient sent|per new patient|"
            "referral bonus|referral reward|referral fee|referral fees|referral program|"
            "referral programme|referral credit|finder's fee|reward sheet"
        ),
        Wording(
            "who send|who sends|who refer|who refers|that send|that refer",
            then=r"[^.!?]{0,50}(?:earn|earns|get|gets|win|wins|receive|receives|are paid|collect|"
            r"enjoys?|takes? home)",
        ),
        Wording(
            "win",
            then=r" (?:a |an )?[^.!?]{2,50}[.!:]? (?:just )?(?:tag|share|follow|"
            r"comment)[^.!?]{0,20}(?:friend|friends|mates?|people|two|three|below)",
        ),
        Wording(
            "invite link|referral link|referral code|buddy pass|friend code|refer-a-friend",
            then=r"[^.!?]{0,40}(?:worth|pays?|earns?|gets?|[$£€]\d)",
        ),
        Wording(
            "for every|for each|every|each",
            then=r" (?:new )?(?:friend|workmate|colleague|neighbou?r|family|patient|client|face|"
            r"scan|referral|mate|member|vecino)(?: [\w']+){0,3} (?:you (?:bring|send|refer|drag|"
            r"sign)|they bring|who (?:joins|signs|books))",
            given=rf"\b{REWARD}|\bputs [$£€]",
        ),
        Wording(
            "who books|who book|who brings|who bring",
            then=rf"[^.!?]{{0,70}}?(?:enjoys?|earns?|gets?|wins?|receives?|entered|collects?|"
            rf"takes? home)[^.!?]{{0,30}}(?:{REWARD}|weekend|getaway)",
        ),
        Wording(
            "bring a|bring two|bring along a|drag along",
            then=r" (?:[\w-]+ )?(?:pal|friend|mate|workmate|neighbou?r|colleague|family)"
            r"[^.!?]{0,40}(?:free|gift|on us|half price|[$£€]\d|off)",
        ),
    )
