from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.events import is_covered, is_made_up
from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS, PhraseRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding


class PhotoOfPerson(PhraseRule):
    """
    Words that say that a patient's face or body is shown.

    ## Why it matters
    Full-face photographs and comparable images are Safe Harbor identifiers; a blurred face, a
    scar or a tattoo can identify too.

    ## Flagged
    - Smile makeover alert! [Before ⬅️ after ➡️] and a lot of bravery.
    - [Swipe to see her new smile].
    - 24 months later: [just look at that smile].
    - [Photo of the hands] shared with the ward.
    - review_reply: [The photos speak for themselves].
    - Took this mid-shift, [pardon the screen].

    ## Fine
    - Swipe for five tips on sleep.
    - Staff picnic photos are up.
    - A smile is the best thing to wear today.

    ## Instead
    Show the team, the rooms or a licensed picture; or ask for an authorization first.
    """

    code = "P016"
    label = "ID-IMAGE"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(Q)"
    doubted = POSTS
    kinds = frozenset(Kind) - {Kind.POLICY, Kind.REVIEW_REQUEST}
    message = "This says that a patient's face or body is shown."
    why = "A picture of a patient needs that patient's written authorization."
    phrases = (
        r"before (?:[^\w\s]{1,4} ?)?(?:and|&|/|to|vs\.?|->)? ?(?:[^\w\s]{1,4} ?)?after(?: "
        r"[^\w\s]{1,4})?(?! (?:gallery|meals?|the|your|you|school|work|surgery|hours|care|eating|"
        r"each|every|every))",
        r"(?:swipe|slide|scroll|zoom|desliza)(?: (?:left|right|over|in|through|across|up|"
        r"and you can see|to see|to meet|for|para ver|to reveal))* (?:(?:the|his|her|this|my|"
        r"their|your|an?|la|el|big|new|full) ){0,3}(?:after|before|afters|befores|results?|"
        r"transformation|reveal|smile|jeans|difference|face|him|her|verle|cara|glow up|scar|"
        r"x-?ray|scan|patient)(?: smile| face| look)?",
        r"(?:just |now )?(?:look|looking) at (?:that|this|those|these|her|his) (?:\w+ )?(?:smile|"
        r"face|grin|results?|glow|jawline|lips|brows|skin|nose|teeth|transformation|cutie|"
        r"sweet face|little face|scar|teeth|eyes|x-?ray|belly)",
        r"(?:photos?|pics?|pictures?|videos?|selfie|snapshot|footage|x-?rays?|clip) (?:of|with|"
        r"from) (?:(?!our|the (?:team|staff|new|open|event|ribbon|lobby|building|garden))(?:the|"
        r"his|her|this|their|my|one of our|a|mr|mrs|ms|miss)) ?\w*",
        r"(?:his|her|patient's) (?:(?:wedding|three|two|month|before|after|own|old|little|sweet|"
        r"beautiful|first|new) ){0,3}(?:photos?|pics?|pictures?|selfies?|video|face|befores?|"
        r"afters?|x-?rays?|ultrasound pic\w*)|your (?:\w+ ){0,2}(?:photos|pics|befores|afters)",
        r"(?:the|your) (?:photos?|pics?|pictures|befores?|afters?|video|footage|"
        r"cameras?) (?:speak|say|show|tell|prove|don't lie)(?: for themselves)?|(?:post|posted|"
        r"posting|share) the (?:befores?|photos?|pics|video)",
        r"(?:pardon|ignore|excuse|sorry about|never mind) (?:the|that) (?:screen|whiteboard|chart|"
        r"name|patient|person|guy|lady|mess on the screen|wristband|monitor|corner)|"
        r"forgot to (?:crop|blur)",
        r"(?:blurred|cropped|covered|hid|hidden) (?:out )?(?:his|her|the|their) (?:face|eyes|name|"
        r"tattoo)",
        r"(?:in the (?:photo|picture|video|background|selfie|reel)|on the (?:left|right)|pictured|"
        r"al fondo)(?: is)? (?:our (?:patient|resident|client)|mr\.?|mrs\.?|one of our|a patient|"
        r"his|her|patient)",
        r"(?:tag|tag yourself) (?:him|her|them|if you (?:recogni[sz]e|know|spot|see))|"
        r"recogni[sz]e (?:that|this|him|her)",
        r"video in (?:stories|bio|comments)|pics? in (?:stories|comments)|see (?:his|"
        r"her) (?:reaction|face|smile)",
    )
    unless = (
        r"\b(?:lobby|waiting room|renovation|recepción|floor|wallpaper|building|team|staff|"
        r"gallery|stock|model|models|licensed|signed release|never post|don't post|policy|our own|"
        r"dr\.?)\b"
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        if not is_covered(draft) and not is_made_up(draft.reading):
            yield from super().find(draft)
