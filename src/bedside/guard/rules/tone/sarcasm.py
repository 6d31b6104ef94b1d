from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Sarcasm(WordingRule):
    """
    Sarcasm, or an argument in public.

    ## Why it matters
    The one who is mocked is never alone: everybody who ever came late, asked twice or wrote a
    complaint reads along.

    ## Flagged
    - You turned up on the wrong day. [Reading is free], folks.
    - [Dr. Google] strikes again.
    - [Oh, you waited] 40 minutes?

    ## Fine
    - We got the holiday hours wrong, and some of you stood in the rain because of it.
    - Ask us before you ask the internet.

    ## Instead
    Answer as you would to their face, or take it to a private call.
    """

    code = "T006"
    label = "TONE-UNPROFESSIONAL"
    severity = Severity.WARN
    source = "AMA Code of Medical Ethics, Opinion 2.3.2; ProPublica 2016 on replies to reviews"
    kinds = frozenset(Kind)
    message = "This reads as sarcasm or as picking a fight."
    wordings = (
        Wording(
            "reading is free|learn to read|can't you read|can you read|try reading|"
            "reading comprehension|read the sign|read the room"
        ),
        Wording(
            "dr google|dr. google|doctor google|google university|university of google|"
            "facebook doctors|your google search|webmd degree|google degree"
        ),
        Wording(
            "oh, you|oh you|aww, you|aw, you|oh so you|oh, so you",
            then=r" (?:waited|wanted|thought|think|want|poor|had to|don't like|didn't)",
        ),
        Wording(
            "get a life|grow up|get over it|get over yourself|deal with it|suck it up|"
            "cry about it|go cry|tough luck|too bad for you|not our problem|"
            "your problem, not ours",
            not_after="they|kids|children|to|we|you|who|and|the|just",
        ),
        Wording(
            "serves you right|told you so|we told you|your own fault|own fault|"
            "what did you expect|should have thought of that|you brought this on|"
            "blame yourself|look in the mirror"
        ),
        Wording(
            "you were|you are|you're",
            then=r" (?:late,|rude|wrong(?! (?:place|day))|lying|delusional|just (?:mad|bitter|"
            r"angry|jealous)|being (?:dramatic|ridiculous|rude|difficult)|"
            r"impossible to please|not as sick as)",
        ),
        Wording(
            "you lied|that's a lie|this is a lie|that is a lie|complete lie|pack of lies|"
            "fairy tale|sob story|nice story|nice try|"
            "sure you did|sure, jan|yeah, right|yeah right"
        ),
        Wording(
            "bye now|bye felicia|bye, felicia|don't let the door|good riddance|"
            "won't be missed|you won't be missed|go somewhere else|"
            "take your business elsewhere",
            then=r"(?! (?:class|slot|time|seat|recipe|way|one)\b)",
        ),
        Wording("evolution", then=r" <3>(?:skipped|failed|missed|forgot)"),
        Wording(
            "couldn't|can't|could not",
            then=r" (?:run a bath|organi[sz]e a|find (?:their|his|her|your) own|spell|"
            r"count to|be bothered|tell (?:their|his|her))",
        ),
        Wording(
            "some of you|certain people|you people|half of you|half this town|"
            "half the town|some folks|some patients|people these days",
            then=r" (?:couldn't|can't|don't|need to|should|really|clearly|apparently|seem to|"
            r"never|still|just|is|are|wouldn't|think|have no|must)(?! (?:get|sleep|have|"
            r"need|feel|want|find|ask|like|know|eat|know)\b)",
        ),
        Wording(
            "newsflash|news flash|here's a thought|here's an idea:|pro tip: don't|"
            "hot tip: don't|fun fact: you|psa: stop|psa: if you can't|"
            "gentle reminder that you"
        ),
        Wording(
            "to whoever|whoever left|whoever wrote",
            then=r" (?:left|wrote|keeps|thinks|thought|stole|decided|posted|parked|the|that|"
            r"this)(?! (?:it in|that (?:post|star|review): (?:our|we|thank|you)|a (?:note|kind|"
            r"lovely|thank)|the (?:flowers|cake|cookies|"
            r"chocolates)))",
        ),
        Wording(
            "still you|and yet you|and still you|yet here you",
            then=r" (?:turned|showed|came|managed|are|expect|complain|ask)",
        ),
        Wording(
            "fourth|third|fifth|tenth|umpteenth|hundredth|weekly|usual|so-called",
            then=r" ['\"](?:[a-z]+ )?(?:pain|emergency|attack|ache|allergy|symptoms?|illness|"
            r"fever|migraine|back)",
        ),
        Wording(
            "rolls in with|strolls in with|shows up with her|waltzes in|rocks up with|"
            "saunters in|wanders in complaining"
        ),
        Wording(
            "it was gas|it was just gas|all in your head|all in their head|faking it|"
            "drama for nothing|attention, that's all|for attention",
            not_after="need|asks|call|waiting",
        ),
        Wording("🙄|🤡|🖕|💩", then=r"(?! (?:chart|emoji|sample|test))"),
        Wording(
            "cry harder|stay mad|keep crying|keep complaining|stop complaining|"
            "quit complaining|go ahead and sue|sue us|good luck with that|"
            "whatever helps you sleep|we couldn't care less|nobody cares|no one cares|"
            "who cares?|like we care|we don't care"
        ),
        Wording(
            "are always|is always|love to|loves to",
            before=r"(?:patients|parents|people|families|visitors|men|women) ",
            then=r" (?:late|rude|moan|moaning|complain|complaining|whine|whining|lying|"
            r"wrong|drama)",
        ),
        Wording(
            "the patients here|our patients are|patients are",
            then=r" <1>(?:too|to|so) (?:heavy|grumpy|lazy|needy|rude|fat|old|slow|demanding|loud)",
        ),
        Wording(
            "run out of steam|let them stew|let them wait|make them wait|smile and nod|"
            "smile, nod|eye roll|eyeroll|rolls eyes|facepalm|smh|slow clap"
        ),
        Wording(
            "sweetheart|honey|buddy|pal|princess|darling|sunshine",
            after=",|^|online|mate",
            then=r"(?=,? (?:and we|we|you|your|that's|this|go|get|keep|try|read|calm)\b|"
            r" *[.!?]? *$)",
            before=r"(?:whining|listen|sorry|try|nice|keep|calm|look|okay|ok|"
            r"read)[^.!?]{0,20}[, ] *",
        ),
        Wording(
            "maybe next time|next time, try|next time try",
            then=r"(?= <2>(?:read|listen|show up|come|call|answer|brush|set an alarm|arrive))",
        ),
        Wording("calm down", after="^|,|please|just|and"),
        Wording(
            "put on your big|big girl pants|big boy pants|man up|toughen up|walk it off|"
            "harden up|lighten up"
        ),
        Wording(
            "try being the one|should not own|shouldn't own|shouldn't be allowed|"
            "somebody call the news|someone call the news|call the newspapers|"
            "alert the media|stop sighing|both hands and a map|with both hands|"
            "own backside|cry baby|world's smallest violin|tiny violin|"
            "first world problems|thoughts and prayers for your|congratulations on being|"
            "congrats on being|award for worst|you can wait|some of us work|"
            "some of us have jobs|must be nice|lucky us|oh joy|here we go again|"
            "another day, another|god forbid|heaven forbid|how dare we|shocking, i know|"
            "imagine that",
            then=r"(?! (?:in the (?:lounge|lobby)|inside|here|to (?:our|the|dr|nurse|alice)))",
        ),
        Wording(
            "thanks for the one star|thanks for the one-star|thanks for your one star|"
            "thicker than your skin|therapy is on|thin-skinned|to the man who|"
            "to the woman who|to the lady who|to the gentleman who|to the person who",
            then=r" (?:screamed|yelled|shouted|swore|stole|parked|cut|complained|left a|wrote|"
            r"hung up|threw|slammed|spat)|(?= )",
            given=r"\b(?:screamed|yelled|shouted|swore|stole|parked|complained|star|skin|"
            r"hung up|threw|slammed|spat)\b",
        ),
        Wording(
            "yes karen|yes, karen|ok karen|okay karen|sorry karen|who googled it|"
            "what your tiktok|went to facebook|went to youtube|your facebook group|"
            "facebook told you|youtube told you|did the podcast|a podcast taught|"
            "half an abstract|school of google|university of life|need not apply|"
            "the usual circus|monday mob|nickname for|hard work and she|"
            "hard work and he|loves the drama|love the drama|must be lovely to|"
            "we all smelled|we all laughed|had a good laugh about|bets on which patient|"
            "deserves a medal for not|want to walk into the sea|kill me now|on the beers|"
            "try the nursery|don't come crying|unlike yours",
        ),
    )
    spared = (
        r"\b(?:fair enough|is yours to leave|the kettle's on|you(?:'re| are) right|we(?:'re| "
        r"are) sorry|thank you for telling)\b"
    )
