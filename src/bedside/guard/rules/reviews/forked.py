from __future__ import annotations

from bedside.guard.draft import Draft, Kind
from bedside.guard.finding import Severity
from bedside.guard.reviewing import ASKING, EVERYBODY
from bedside.guard.wording import Wording, WordingRule

_PUBLIC = (
    r"\b(?:reviews?|review us|google|yelp|facebook|trustpilot|tripadvisor|healthgrades|"
    r"nhs\.uk|treatwell|stars?|world|public|online|link|qr|code|page|everyone|everybody|"
    r"other parents|tell others|rate us|rating|recommend\w*|five|5|say so|post|button|kiosk|"
    r"reseñas?|opinión|avis|valor\w+)\b"
)
_US = (
    r"(?:just us|only us|only \w+|us(?! (?:stays|about))|me\b|my mobile|my inbox|in confidence|in "
    r"private|"
    r"privately|private \w+|quietly|between us|between ourselves|between you and|"
    r"the manager|the office|the owner|our owner|our manager|manager's|"
    r"our practice|our inbox|an inbox|a letterbox|letterbox|suggestion box|a call|a phone|"
    r"our own form|a form|the form|reply|ring|call|phone|e-?mail|text|whatsapp|dms?|hold off|"
    r"thank you and|the chaplain|see \w+ first|tell mum|tell dr|tell mr|tell mrs|debrief|"
    r"never see|goodnight|the door|no need|let us|give us|keep it|give it|wait till|wait until|"
    r"llám\w+|cuént\w+|dites-le[- ]nous|appelez)"
)
_BAD = (
    r"(?:wasn't|weren't|isn't|aren't|didn't|hasn't|haven't|don't|doesn't|not|fell short|still "
    r"\w+s|went wrong|could be better|felt rushed|left cross)"
)


class ForkedRequest(WordingRule):
    """
    A fork: praise goes out in public, grumbles come to you.

    ## Why it matters
    The law looks at what the request does, not at its tone: where only the pleased are shown the
    way to a public page, what stands there misleads.

    ## Flagged
    - review_request: Felt heard? Tell the world. [If you didn't, tell only us].
    - review_request: A nine or ten opens the review page. [Anything short of that gets a call].
    - review_request: Full marks? The Google link is below. [Everyone else, the suggestion box].
    - policy: Smiles get the review card. [Frowns get the manager] instead.

    ## Fine
    - review_request: If it wasn't good, say so on Google too. The manager is at 555-010-0100.
    - review_request: Thrilled or let down? One link for all. You may ring us as well.
    - policy: Everyone gets the review card, whatever they say at the door.

    ## Instead
    Give everybody the public link and the private number in the same sentence.
    """

    code = "R006"
    label = "REVIEW-GATING"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "16 CFR 465.7; FTC, Soliciting and Paying for Online Reviews (2022)"
    kinds = ASKING - {Kind.REPLY, Kind.REVIEW_REPLY}
    message = "This sends praise to a public page and complaints to you."
    needs = _PUBLIC
    spared = EVERYBODY + (
        r"|\b(?:as well|either|both|or do both|for all|all \d+|same link|room for both|"
        r"or not|too\b|whoever you are|whatever the (?:stars|score)|come what may|"
        r"each gets|on the same|go (?:out )?to everyone|copy|stay public)\b"
    )
    wordings = (
        Wording(
            "if you|if we|if it|if they|if she|if he|if your|if our|if the|if dr|if either|"
            "if there|if anything|if something|if that",
            then=rf"(?: [\w']+){{0,4}}? {_BAD}(?: [\w']+){{0,6}}?[,;:]? (?:please |just |we'd ask "
            rf"you to |could you |would you |then |you'll find |do |come and |let's )*(?:tell "
            rf"|ask |see |try |use |write to |drop |send )?{_US}",
        ),
        Wording(
            "if not|otherwise|if no|or else|everyone else|everybody else|the rest of you|the rest|"
            "the others|others|anyone else|all others|for anything short|anything short|"
            "anything less|anything lower|anything else|anything under|anything below|"
            "four or under|four or fewer|four or less|three or under|three and under|"
            "threes and under|under four|under five|ones to fours|ones to threes|one to four|"
            "fours and below|short of that|short of great|any less|lower marks|low marks",
            then=rf"[,:;?.]?(?: [\w']+){{0,5}}?,? {_US}",
            not_after="or|and|you|kindly",
        ),
        Wording(
            "a no|no|nos|red|a red face|criticism|complaints|a complaint|cross|sulking",
            then=rf"(?:, ?|\? ?|: ?| ?→ ?| ?= ?| (?:takes|goes|ends|opens|gets?|brings|means|leads|"
            rf"comes|come|go|to) )(?:[\w']+ ){{0,5}}?{_US}",
            not_after="or|yes|of",
        ),
        Wording(
            "frowns|frown|a frown|grumbles|any grumbles|grumble|a grumble|"
            "got a grumble|moans|harder stories|hard stories|anything to grumble about|"
            "sad ones|sad faces|thumbs down|cross ones|grumpy ones|"
            "got a gripe|gripes|a wobbly face|detractors|bad news|unhappy|a so-so|so-so|"
            "the other sort",
            then=rf"(?: |, ?|\? ?|: ?| ?→ ?| ?= ?)(?:[\w']+ ){{0,6}}?{_US}",
        ),
        Wording(
            "if they're|if you're|if you are|if it's|if it is|if it still|if it was|if he|if she|"
            "if your|if things",
            then=rf" (?:[\w']+ ){{0,5}}?(?:sulking|cross|grumpy|unhappy|less|bad|so-so|a "
            rf"strop|twinges|hurts|wrong|poor|rough|rocky|short)[^.!?]{{0,12}}[,;:] "
            rf"(?:[\w']+ ){{0,4}}?{_US}",
        ),
        Wording(
            "if you loved|if you adored|if it went|if you felt|if you enjoyed|if you'd give|"
            "if you would give|if you'd happily|if you agree|if we've helped|if we helped|"
            "if our care|if the answers are|if mood is|if the mood is|si todo|si le|si tu|"
            "si vous êtes",
            then=rf"[^.!?]{{3,90}}(?:[.;,] ?(?:and )?(?:if|otherwise|the rest|si) )"
            rf"[^.!?]{{0,40}}{_US}",
        ),
        Wording(
            "keep the other sort|keep the rest|keep anything else|keep the bad|keep complaints|"
            "not the reviews|not the world|not the internet|not google|before the internet",
            then=r"(?: for (?:the manager|us|me|yourself))?",
        ),
        Wording(
            "never see the|never sees the|don't see the|do not see the|doesn't see the|"
            "never get the|won't see the|only the green|only the smiley|the green one|"
            "the green face|a green face|decides who sees|the survey decides",
            then=r"[^.!?]{0,40}(?:review|google|public|link|button|page|facebook|kiosk)",
        ),
        Wording(
            "goes first to|go first to|come first to|comes first to",
            then=r"[^.!?]{0,50}[.;,]? ?(?:if they|who decide|and if|who then)",
            given=r"\b(?:feedback|reviews?|answers?|comments?)\b",
        ),
    )

    def holds(self, draft: Draft, start: int, end: int) -> bool:
        if draft.kind in {Kind.REVIEW_REQUEST, Kind.POLICY}:
            return super().holds(draft, start, end)
        words = draft.reading.words
        asks = words & {"review", "reviews", "google", "yelp", "trustpilot"}
        return bool(asks) and super().holds(draft, start, end)
