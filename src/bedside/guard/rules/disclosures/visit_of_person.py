from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.phrasing import ADVERB, DAY, VISIT
from bedside.guard.rule import ANSWERS, TALK, PhraseRule


class VisitOfPerson(PhraseRule):
    """
    A visit, appointment or stay of the person answered.

    ## Why it matters
    An appointment is a fact about care. The person's account stands above the reply, so the fact
    is tied to them. In a private message it is worth a look; in public it may not stand.

    ## Flagged
    - review_reply: We are so glad [your visit] was easy.
    - review_reply: [Thanks for coming in], it made Dr. Chen's day.
    - review_reply: [When you came in] there was a line out of the door.
    - reply: [You're down for 9:15] with Dr. Chen.
    - review_reply: [See you on Tuesday]!
    - message: Just a note that [you're booked for Wednesday] at ten.

    ## Fine
    - review_reply: If you came away unhappy, please call Alice.
    - reply: Everyone can bring a friend to a visit.
    - reply: If your visit was hard, please tell the manager.

    ## Instead
    Thank the person for the words, and speak of everybody: "We want every visit to be easy."
    """

    code = "D004"
    label = "DIS-VISIT"
    severity = Severity.ERROR
    source = "45 CFR 164.502(a)"
    doubted = TALK
    kinds = ANSWERS
    in_message = Severity.WARN
    message = "This tells of a visit or appointment of the person."
    why = "That somebody came, waited or is booked is a fact about their care."
    phrases = (
        rf"(?:your|his|her) (?:(?!own)[\w'-]+ ){{0,3}}{VISIT}",
        r"(?:thank you|thanks|thx|thank u)(?: so much| again| all)? for (?:coming|stopping|"
        r"popping|dropping|swinging|visiting|making the (?:drive|trip)|driving|flying|travell?ing|"
        r"trekking|bringing|letting us (?:see|treat|care|look))(?: (?:in|by|into|all the way|over|"
        r"back|to see us|us|your \w+))*",
        rf"you {ADVERB}?(?:came|come|arrived|visited|checked|walked|stopped|were (?:seen|admitted|"
        rf"triaged|discharged|"
        r"here|booked|scheduled|offered|transferred|brought|referred|in|with|next|added|given|"
        r"told|called|squeezed|due|taken|roomed)|waited|stayed|showed up|drove|booked|"
        r"rescheduled)(?: (?:in|by|here|to us|to see|with us|up|out|for))*",
        r"you(?:'re| are| were)(?: all| already)? (?:down|booked|scheduled|confirmed|set|"
        r"on the (?:books|schedule|list|calendar)|penciled in|due)"
        rf"(?: in)?(?: (?:for|at|on|back) (?:a \w+|{DAY}|\d[\d:.]*(?: ?[ap]\.?m\.?)?|\w+))?",
        rf"(?:see|seeing) (?:you|u|y'all|you both|you two|you all|you guys) (?:(?:again|back|in|"
        rf"both) )?(?:on |this |next )?(?:{DAY}|tomorrow|tmrw|tonight|in (?:\d+|two|three|four|"
        rf"six) (?:days|weeks|months)|next (?:week|month)|at \d)",
        r"(?:when|while|after|before|since|until|the (?:day|night|morning|afternoon|"
        r"time)) you (?:were|came|arrived|left|called|visited|rang|checked in)(?: (?:in|by|here|"
        r"to us|home))?",
        rf"(?:wait|waits|waited|waiting|delay|delays|visit|visited|came|come|here|call|called|"
        rf"appointment|stop|were in|seen|saw you) (?:you had )?(?:on |last |this |that |"
        rf"yesterday )(?:{DAY}|night|week|morning|afternoon|evening|month|weekend|tuesday|year)",
        r"(?:glad|happy|delighted|pleased|thrilled|sorry) (?:that )?(?:we|dr|doctor|he|she|they|"
        r"\w+) (?:could|was able to|were able to|couldn't) (?:see|get|fit|squeeze) you",
        r"(?:got|get|fit|squeezed?|saw|sees?) you (?:in|through|back|seen)(?: (?:the same day|"
        r"so quickly|quickly|today|early))?",
        r"(?:we|i) (?:spoke|talked|chatted|met)(?: (?:with you|on the phone|by phone|about this|"
        r"yesterday|for|at))+",
        r"(?<!\w)(?:our|we|i|nurse line|front desk|\w+) (?:logged|returned|left|made) (?:\w+ )?"
        r"(?:calls?|voicemails?|messages?)(?: back)? (?:to|for) you",
        r"(?:come|came|coming) (?:back )?(?:in|get|pick up) (?:your|the|that)",
        r"(?:ready|waiting) for (?:pick-?up|collection|you at)",
        r"(?:pop|come|stop|swing) (?:in|by|over|on in) (?:at|today at|tomorrow|"
        r"on) ?(?:\d{1,2}(?:[:.]\d\d)?|monday|tuesday|wednesday|thursday|friday)?(?: (?:today|"
        r"tomorrow))?",
        r"(?:has|have|had|got|saved) (?:you|her|him) (?:down|at|for|booked|on)(?: (?:for|at))?",
        r"first on the list|(?:in|on) our (?:queue|waitlist|waiting list|schedule)(?= (?:for|at))|"
        r"next (?:on|in) (?:our|the) (?:list|queue|line)",
        r"bring (?:the|your|that) \w+ in a (?:baggie|bag|zip)",
    )
    particular = True
