from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_PRAISE = (
    r"(?:['\"“”]|\b(?:best|love|loved|loves|lovely|amazing|saint|angels?|trust\w*|kindest|"
    r"recommend\w*|swear|swears|favou?rite|obsess\w+|unreal|marvel|genius|life-changer|"
    r"saved|wins?|won|number one|dreamy|five stars|stars|10/10|honest|pick|picks|go-to|thanks|"
    r"grateful|gracias|mejor|changed|happy|dazzled|review|can't live without|says|"
    r"writes|tells|soul|hands down|rank\w*|top|only place|smoothest|softest|wonder\w*|ruined|"
    r"blew|star|never felt|proud|switch|listened?|tried|endorse|buy|free)\b)"
)
TOLD_FIRST = (
    r"^[^\w#]{0,3}(?:#?ad\b|#?sponsored|#?gifted|paid\b|disclosure|promotion|advert|anuncio|"
    r"publicidad|publi\b)|\b(?:so (?:she|he|i|they|we)(?:'s|'m|'re| is| am| are)? (?:not "
    r"neutral|biased|no neutral|would say)|of course (?:she|he|they|i|we)|pinch of salt|"
    r"says so (?:her|him)self|we say so|it says so|disclosure:|disclosed|paid (?:partnership|"
    r"promotion|ad)|this is an ad|(?:i'm|i am|she's|he's) biased|no(?:t| )(?: a)? ?neutral|with a "
    r"warning|with that said|none were paid|unpaid|unasked|not to praise|my own shop|"
    r"don't take my word|take (?:this|it) as|weigh this|bought and written by us|"
    r"(?:must|please) say (?:so |that )?(?:in the )?first|in return for this post|"
    r"for (?:telling|this) [\w ]{0,20}in this post|(?:i|she|he) sits? on|isn't a patient|"
    r"decimos de entrada|nobody is asked|never ask|don't review us|no commission|in recovery)\b"
)
"""What tells a tie at once and plainly, for folded text, as `expand` takes it."""


class ToldTie(WordingRule):
    """
    Praise whose writer turns out to be paid, related or invented.

    ## Why it matters
    A tie that stands in a bracket at the end, in the bio or in the brief does not reach the reader
    who sees the praise. The law wants it first and plain.

    ## Flagged
    - post: "Kindest ward I know!" ([Posted by our] own team.)
    - post: My honest favorite is Glow Serum. [They flew me in], but that's another story.
    - ad: "I can walk again." Hope T., [actress].
    - post: Best hearing aids in town, try them! [I run reception there], lol.
    - policy: As a happy mother: Cedar is the one. [Draft by us] for the chair to post.

    ## Fine
    - post: Ad: they flew me in, and the peel stung a bit.
    - post: Rosa works here, so she's not neutral. "Good ward," she says.
    - post: Actress Ida Bloom opens our new wing at noon.

    ## Instead
    Begin with "Ad", "Paid partnership" or "I work here", before any praise.
    """

    code = "M014"
    label = "ADS-DISCLOSURE"
    severity = Severity.WARN
    floor = Severity.WARN
    source = "16 CFR 255.5; 16 CFR 465.5"
    kinds = frozenset(Kind) - {Kind.ALT_TEXT, Kind.REPLY, Kind.REVIEW_REPLY}
    doubted = frozenset({Kind.POST, Kind.AD, Kind.PROFILE, Kind.REVIEW_REQUEST})
    message = "This praises you and tells too late, or not at all, what ties the speaker to you."
    needs = _PRAISE
    spared = TOLD_FIRST
    wordings = (
        Wording(
            "posted by|sent from|written by|shared by|draft by|drafted by|draft for|draft by us|"
            "composed by|words by|by-line by|read by a|scripted|script for|template for|"
            "composed in-house|we wrote|we drafted|wrote it for|ghostwritten|"
            "written in-house|words are ours|"
            "as told to|as if he wrote|as if she wrote|as if they wrote|as if from|"
            "from the personal account|from a personal|from their personal|from home accounts|"
            "via burner|burner account|personal page|personal account|under a pen name|"
            "as a happy patient|as a patient i|as patients|as a fellow|as a resident|as a current|"
            "speaking freely|plays the|played by|stock photo|stock nurse|"
            "model and quote|actress|actor|voice agency|casting|cast:|central casting|extras|"
            "bot four|bot three",
            then=r"(?: (?:us|our|marketing|the|with|by|somebody|delighted|stranger))?",
            not_after="letter|book|poem|song|an|the|our|meet",
        ),
        Wording(
            "they flew me|flew me in|we flew|they paid|he paid nothing|she paid nothing|"
            "paid on approval|pays on approval|they comped|comped|they gave me|on the house for|"
            "for the quote|free for the quote|reward for|we pay her|we pay him|we pay them|"
            "pay her per|pay him per|pays me|we paid for|they picked it|gifted but|gifted, but|"
            "we did cover|covered her|covered his|cover her flights|covered my|their invoice|"
            "invoice for the|per contract|contract says|contrato|intercambio|in exchange for posts|"
            "per sale|commission|affiliate|supplier margin|margin|consultancy fee|consulting fee|"
            "advisory board|stock options|shares|co-founder|cofounder|a third of our|sits on|"
            "on our board|investor in|on retainer|rent cut|rent is on us|free crown|free op|"
            "had the op free|gets her own kids|at no cost|por no cobrarme|por el paquetito|"
            "por la invitación|thanks for the beautiful|thanks for having me|thank you for having|"
            "thanks for treating|a treat from|were a treat|giving me free|petrol in|"
            "bought the page|fee paid|sponsorship deal|filmed and paid|reel paid|for free lol",
            then=r"(?: (?:in|by|her|his|me|us|flights|for|from|the|hotel|team|clinic|page|"
            r"my|video))?",
        ),
        Wording(
            "i run|i do|i'm one of|i work|i manage|i answer|we own|our owner's|owner's|owner is|"
            "married to|sister-in-law|brother-in-law|her sister does|his wife does|prima de|"
            "prima del|primo de|our sister site|is our sister|is our receptionist|"
            "is our marketing|is our manager|is our rep|from head office|drives our|works for us|"
            "works in our|works at our|on our payroll|our rep's|our supplier's|our own marketing|"
            "growth partner|office manager|from our lab|runs our|our intern|families of staff|"
            "the marketing department|do the marketing|"
            "their socials|its pr|their pr|run their front desk",
            then=r"(?: (?:reception|its|their|the|pr|socials|them|owner|there|here|marketing|"
            r"front|desk|to our|our|samples|van|for us))*",
            given=r"[\"'“(!]|\b(?:best|love|loves|trust|unreal|saint|marvel|pick|picks|says|tells|"
            r"recommend\w*|brand|guest|shh|lol|softest|life-changer|proud|tries|kindest|wins|tried|"
            r"stars|wonderful|amazing|obsessed|stranger|bestie|reviewer|ranks|only wear|socials|"
            r"respect|respects|look at)\b",
        ),
        Wording(
            "keep private|keep it private|leave it off|leave that off|leave out|drop the bracket|"
            "keep it off screen|off screen|hush|shh|shhh|don't tag|do not tag|no tag needed|"
            "no tag|readers needn't|needn't know|need not know|rather we didn't say|"
            "rather we did not say|asked me not to|not to put ad|put ad|totally isn't|"
            "totally not sponsored|not sponsored|mention to nobody|to nobody|do not state|"
            "don't state|no lo pongan|bio only|in the bio|see profile|profile set to private|"
            "for length|cut the job title|mentioned at|at the very end|keep the label|"
            "kills reach|kill reach|needn't say|need not say|that's another video|"
            "another story for another|we didn't ask her|we didn't ask him|another video",
            then=r"(?: (?:that|this|in|the|know|say|it|caption|post))?",
        ),
        Wording(
            "writes|says|said|raves|gushes|swears|reviews",
            then=r" (?:\w+ ){1,3}(?:dell|our (?:own )?(?:nurse|receptionist|owner|manager|founder|"
            r"director|rep|intern|cousin|sister|aunt|mother|mum|mom|dad|supplier))",
            not_after="not|never",
        ),
        Wording(
            "fam|forever fam|bloom fam|teaming up with|teamed up with|so grateful to be part of|"
            "collab with|thank you to @|thanks to @|thank you @|thanks @|@",
            then=r"[\w.]*",
            before=r"(?:teaming up with|teamed up with|thank you to|thanks to|thanks,?|loved|love "
            r"you|"
            r"journey with|can't live without|part of the \w+|says our friend|queen|legend|star) ",
        ),
    )
