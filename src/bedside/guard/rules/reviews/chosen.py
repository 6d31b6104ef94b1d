from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.reviewing import ASKING, EVERYBODY
from bedside.guard.rule import POSTS
from bedside.guard.wording import Wording, WordingRule

_ASK = (
    r"\b(?:reviews?|reviewers?|reviewing|google|yelp|facebook|trustpilot|ratings?|stars?|link|"
    r"kiosk|card|qr|invite|survey|the ask|recommend\w*|testimonials?|public page)\b"
)
_SORE = (
    r"(?:complain\w*|complaints?|refund\w*|unhappy|upset|angry|furious|cross|grump\w*|cries|"
    r"cried|waited|late|argued|difficult|low|bad|negative|poor|rude|wait|thumbs down|red dot|"
    r"refusals?|extractions?|moan\w*|disput\w*|unpaid|open \w+|less than|below|under|no-shows?|"
    r"likely to be|a no|not smiling|sad|trouble\w*|awkward)"
)
_GLAD = (
    r"(?:happy|happiest|delighted|thrilled|pleased|satisfied|glad|smil\w+|laugh\w*|hugg?\w*|"
    r"lovely|loveliest|loved|love us|loyal|proudest|fans|superfans|best|favou?rites?|success "
    r"stor(?:y|ies)|went to plan|went well|went the way|good mood|mood is good|good news|nice|"
    r"something nice|likely good|warm|limp-free|raving|walking taller|tens?\b|10/10|nine or ten|"
    r"eight or above|8 or above|five-star|kind|adore\w*|proud of|glowing|reached your goal|"
    r"grateful)"
)


class ChosenReviewers(WordingRule):
    """
    Choosing whom to ask for a review by how they feel.

    ## Why it matters
    Leaving out whoever might be cross is the same as hiding their reviews, whoever does the
    sorting: a nurse's eye, a score, or a tool.

    ## Flagged
    - policy: [Hold the link back from anyone who argued] about a bill.
    - policy: [Only hand the review card to people who say something nice].
    - review_request: We're [only asking our biggest fans], so: would you review us?
    - Our new tool does [sentiment routing]. Reviews went up by half a star.

    ## Fine
    - policy: The review link goes to everyone, also to people who complained.
    - review_request: We ask all who came in May. Say what you like.
    - We are proud of the loveliest team, and grateful for every card.

    ## Instead
    Ask all patients of a day or a week, whatever the visit was like.
    """

    code = "R007"
    label = "REVIEW-GATING"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "16 CFR 465.7; FTC, Soliciting and Paying for Online Reviews (2022)"
    kinds = ASKING
    doubted = POSTS
    message = "This picks who is asked for a review by how they feel."
    needs = _ASK
    spared = EVERYBODY + r"|\b(?:smiling or not|grumpy ones too|for all|whatever the)\b"
    unless = (
        r"\b(?:never|don't sort|do not sort|we don't|we do not|isn't|not allowed|forbidden|"
        r"against|switched off|all of you|we call it review gating|say why)\b"
    )
    wordings = (
        Wording(
            "hold back|hold it back|hold the|exclude|excluding|skip|leave out|leaving out|left out|"
            "taken out|take out|taking out|filter out|filtering out|screen out|weed out|"
            "don't text|don't send|do not send|do not text|don't ask|do not ask|not asking|"
            "never ask|don't invite|do not invite|drop|omit|minus|except|other than|"
            "bury|suppress|suppressed|hide|to be taken off|taken off|is taken off|kept off|"
            "filter the feed|filter the",
            then=rf"[^.!?]{{0,70}}?\b{_SORE}\b",
            given=_ASK + rf"|\b{_GLAD}\b",
            firm=True,
        ),
        Wording(
            "any patient who|anyone who|anybody who|patients who|people who|guests who|those who|"
            "whoever|clients who",
            then=rf"[^.!?]{{0,40}}\b{_SORE}\b[^.!?]{{0,50}}(?:off the (?:review )?list|never "
            r"see|no (?:link|card|review)|isn't asked|aren't asked|not asked|are skipped|is "
            r"skipped|"
            r"doesn't get|don't get|get no|gets no)",
        ),
        Wording(
            "only",
            then=rf"(?: [\w']+){{0,4}}? (?:ask|asks|asking|send|sends|text|texts|hand|hands|give|"
            rf"gives|invite|invites|offer|want|tap|leave|post|review|get|gets|go|goes|to|if|when|"
            rf"with|a handful|sent)(?: [\w'-]+){{0,8}}? {_GLAD}",
            not_after="not",
        ),
        Wording(
            "ask|asking|send|text|invite|hand|offer|give",
            then=rf"(?: [\w'-]+){{0,7}}? (?:only|just) (?:[\w'-]+ ){{0,5}}?{_GLAD}",
        ),
        Wording(
            "send|text|ask|asking|invite|offer|give|hand|hear from|want on|wanted for",
            then=rf"(?: [\w'-]+){{0,8}}? (?:folks|people|patients|those|families|clients|"
            rf"guests|anyone|anybody|mums|moms|members|parents) (?:who|that|whose|with) "
            rf"(?:[\w'-]+ ){{0,4}}?{_GLAD}",
        ),
        Wording(
            "our happy|our happiest|our proudest|our superfans|our biggest fans|our greatest fans|"
            "our loveliest|our most loyal|our nicest|our kindest|our success stories|our fans|"
            "happy ones|happy regulars|fans, |superfans|smiling ones|happy patients|"
            "happy families|pleased customers|vips",
            then=r"(?=[^\n]{0,160}\b(?:reviews?|google|facebook|yelp|link|page|trustpilot|"
            r"public|stars)\b)",
        ),
        Wording(
            "you told|you said|you gave|we saw you|we noticed you|you laughed|you hugged|you left "
            "smiling|you've reached|you scored|you rated|you ticked",
            then=rf"[^.!?]{{0,60}}{_GLAD}",
            given=r"\b(?:you|your)\b",
        ),
        Wording(
            "sentiment routing|sentiment shield|sentiment filter|sentiment gate|sentiment gating|"
            "review gating tool|review filter|feedback filter|smart routing|reputation shield|"
            "reputation tool|happy path|promoter path|reviewers' circle|happy moment|"
            "pre-screen reviewers|pre-screened reviewers|good reviewer|likely reviewers",
        ),
        Wording(
            "only review us|please only review|only rate us|review us only|only write",
            then=r" if (?:you|it|we)[^.!?]{0,40}",
        ),
        Wording(
            "can't give|cannot give|couldn't give|can't leave|wouldn't give",
            then=r" (?:us )?(?:full marks|five|5|a five|top marks|all five)[^.!?]{0,60}(?:hold|"
            r"wait|"
            r"don't|please|call|tell|skip|let us)",
        ),
        Wording(
            "asked how it went|ask how it went|how it went|would you come back|would you send",
            then=r"[.?:'\"]*[^.!?]{0,20}[.?!'\" ]*(?:a |an )?['\"]?(?:brilliant|great|yes|smile|"
            r"smiles|ten)['\"]? (?:gets?|takes|brings|opens|→|goes)",
        ),
    )
