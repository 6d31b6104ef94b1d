from __future__ import annotations

from bedside.guard.draft import Draft, Kind
from bedside.guard.finding import Severity
from bedside.guard.reviewing import ASKING, EVERYBODY, REVIEW
from bedside.guard.rule import POSTS
from bedside.guard.wording import Wording, WordingRule


class ReviewDiverting(WordingRule):
    """
    Sending the unhappy somewhere that nobody sees.

    ## Why it matters
    A second door for bad news keeps it out of public view; with a review link beside it, that is
    suppression.

    ## Flagged
    - review_request: Five stars? Review us. Not so many? Hit reply and it [stays in the family].
    - review_request: [Frowning? Whisper it to Mel instead]. Smiling? Review us.
    - policy: Anything to say about us? [Ring before you post] on Google.

    ## Fine
    - review_request: Tap the link and give us however many stars we earned. The manager's number
      is on your receipt.
    - reply: We are sorry to hear this. Please call our office manager.

    ## Instead
    Give everybody the review link and the manager's number alike.
    """

    code = "R002"
    label = "REVIEW-GATING"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "16 CFR 465.7; FTC, Soliciting and Paying for Online Reviews (2022)"
    kinds = ASKING - {Kind.REPLY, Kind.REVIEW_REPLY}
    doubted = POSTS
    message = "This sends unhappy people away from the public review."
    needs = REVIEW
    spared = EVERYBODY
    unless = r"\b(?:needn't|no need to ring|don't have to|do not have to|teach us|copy)\b"
    wordings = (
        Wording(
            "tell us|talk to us|come to us|call us|email us|e-mail us|write to us|"
            "contact us|let us know|message us|text us|speak to us|ring us|call me|"
            "reach out",
            then=r" (?:first|privately|directly|instead|before (?:you (?:post|review|write|"
            r"rate)|posting|leaving))",
        ),
        Wording(
            "ring|call|phone|email|e-mail|text|ask|talk",
            then=r"(?: to)?(?: us| me| the manager)? before (?:you (?:post|review|write|rate|"
            r"go online)|posting|leaving a|reviewing|going public)",
        ),
        Wording(
            "before they ever|before they",
            then=r" (?:ever )?(?:reach|hit|post|get to|go to|land on)(?: on)? (?:google|yelp|"
            r"facebook|the internet|online|social|public)",
        ),
        Wording(
            "use the private|private form|private feedback|private survey|private link|"
            "private page|internal form|internal survey|hidden form|feedback form instead"
        ),
        Wording(
            "stays in the family|stay in the family|keep it in the family|"
            "keep it between us|keeps it between us|keep it in-house|keeps it in-house|"
            "stays in-house|stays between us|just between us|nobody else sees|"
            "only we can see|only we see|that only we|diverted to internal|"
            "internal remediation|internal inbox|manager's inbox|office inbox|our inbox|"
            "complaints inbox"
        ),
        Wording(
            "whisper|tell|have a word with|talk to|see|mention|email|e-mail|call|text|write",
            then=r" (?:it )?(?:to |with )?[\w' ]{2,25} instead",
        ),
        Wording(
            "give us a chance|let us make it right|let us fix|let us try to fix|"
            "let us put it right|give us the chance",
            then=r"[^.!?]{0,30}(?:first|fix|before|right)?",
        ),
        Wording(
            "anything lower|anything less|anything below|anything under|lower scores|"
            "low scores|three or fewer|3 or fewer|three or less|3 or less|three stars or|"
            "3 stars or|two or less|less than five|less than 5|less than four|"
            "less than 4|under four|below four|ones and twos|1-3|1 to 3|one to three",
            then=r"[^.!?]{0,12}[.!?]?[^.!?]{0,50}(?:lands|goes|go|comes|come|reply|email|"
            r"e-mail|call|form|private\w*|instead|manager|quality|inbox|tell|us|office|"
            r"lands with)\b",
        ),
        Wording(
            "🙁|😞|☹️|😢|😡|👎|😠|😕",
            then=r"(?: ?=| ?→| ?➡️?| takes| goes| sends| opens|:)[^.!?]{0,60}(?:us|inbox|"
            r"manager|form|private|email|desk|office|instead)",
        ),
        Wording(
            "no opens|no takes|no sends|no goes|no leads",
            then=r"[^.!?]{0,60}(?:us|we|inbox|manager|form|private|box|email)\b",
        ),
        Wording(
            "not happy|unhappy|not satisfied|not so great|not great|wasn't great|"
            "not grinning|not smiling|frowning|frown|less than happy|bad visit|"
            "bad experience|disappointed|over it|not over the moon|if not|fell short|"
            "something wrong|not perfect|grumpy|complaint|complaints",
            then=r"[?,:][^.!?]{0,60}(?:privately|private|instead|manager|first|email|e-mail|"
            r"reply|directly|us so|use the|have a word|let us|inbox|form|talk)\b",
        ),
        Wording(
            "if you can't say something|if you can't say anything|if you have nothing|"
            "nothing nice to say|no stars? below|if it's not five|if it isn't five|"
            "if it wasn't five|anything but five|if we didn't earn"
        ),
        Wording(
            "thumbs down|sad face|red button|frowny",
            then=r"[?:=][^.!?]{0,40}(?:us|ears|inbox|manager|private\w*|email|desk|office|"
            r"form|instead)",
        ),
        Wording(
            "our ears only|for our ears|keep it to yourself|keep that to yourself|"
            "sort it out between us|settle it privately|she will sort it|he will sort it|"
            "we'll sort it out quietly"
        ),
        Wording(
            "no need to bother|no need to trouble|no need to tell|rather you didn't say so|"
            "rather you didn't post|before the internet|not the internet|not the world|"
            "don't tell google|instead of google|brings it straight to us|dealt with quietly|"
            "put it right before|chance to put it right",
            then=r"(?: [\w']+){0,4}",
        ),
        Wording(
            "if it wasn't|if it was not|if not|if you wouldn't|if you aren't|if it isn't|"
            "wasn't quite|anything less|if there's a single|got a grumble|any grumbles|"
            "anything but brilliant|¿no tanto",
            then=r"[?,]?[^.!?]{0,50}[?.,:;]? (?:please )?(?:just )?(?:hit reply|reply|ring|call|"
            r"text|whatsapp|tell|tap the|hold off|don't tap|no need|the grey|give us)",
        ),
    )

    def holds(self, draft: Draft, start: int, end: int) -> bool:
        return draft.kind in {Kind.REVIEW_REQUEST, Kind.POLICY} or _asks_for_review(draft)


def _asks_for_review(draft: Draft) -> bool:
    folded = draft.reading.folded
    return any(word in folded for word in ("review", "google", "yelp", "5 stars", "five stars"))
