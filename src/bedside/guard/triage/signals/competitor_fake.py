from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.signal import Signal


class CompetitorFake(Signal):
    """
    A review that advertises a rival.

    ## What to do
    Report to the network as a conflict of interest; keep a picture of it.

    ## Flagged
    - Awful. [Go to BrightSmile instead], [first visit free].
    - [Mention code SMILE10] at their place.

    ## Fine
    - They sent me to the hospital instead.
    """

    flag = Flag.COMPETITOR_FAKE
    literal = True
    plain = (
        r"(?:go|went|switched|switch|come|head|run|drive|try|visit|call|book|see (?:me|us)|"
        r"moved)(?: over| instead| straight)? (?:to |at |with |see |"
        r"me at )?<1?>[\w&'-]{3,20}(?: [\w&'-]{2,15}){0,3} (?:instead|on \w+ (?:street|st|avenue|"
        r"ave|lane|road)|"
        r"over the road|across the (?:road|street)|next door|two streets over|down the (?:road|"
        r"street)|by the \w+|where (?:simon|you get|they give|"
        r"the))(?=.{0,120})(?!,? (?:the hospital|a&e|er))",
        r"(?:mention|use|tell them|quote|with|ask for)(?: the)? (?:code|promo|coupon|"
        r"\w+ sent you|the couples deal)(?: \w+)?|(?:first|initial) (?:visit|session|consult\w*|"
        r"exam|month) (?:is )?free|free (?:whitening|trial|consult\w*|exam)(?= (?:and|with|at|if|"
        r"till))|"
        r"(?:\d+% off|sale on|half price|bogo|special offer|intro offer)(?= (?:online|this|at|"
        r"and|till|until|for new))|does the same<6>(?:for less|less|cheaper|half)|"
        r"for \$?\d+ less|cheaper (?:and better )?(?:at|over at|down at)",
        r"(?:way |much |far |so much )?better (?:results |service |care |experience |"
        r"off )?(?:over )?(?:at|with) (?!home|night|all|the (?:moment|end|start|second)|my|it|"
        r"her|him|them|this|that|pain|people|ease)[\w&'-]{3,20}|thank (?:goodness|god|"
        r"heavens) (?:for|i found) (?!my|the nurse|"
        r"her|him|them|you|that)[\w&'-]{3,20}|(?:only|just) [\w&'-]{3,20} (?:deserves|is honest|"
        r"does it right)|remember the name|the (?:real|lovely|true) (?:people|professionals|"
        r"experts|team|specialists) (?:are )?(?:at|over at)|come see me at|dms? open|i fix what|"
        r"(?:\w+ )?(?:5|five) stars (?:for |to )?(?!from|because|and|if|just|only|all|would|is|"
        r"isn't|not|well|again|every|deserved|for consistency|but)[\w&'-]{4,20}(?=!)|"
        r"save yourself the trip|me fui (?:con|a) (?:la )?competencia|(?:vayan|vaya|mejor) (?:a|"
        r"con) (?:la )?clínica",
    )
