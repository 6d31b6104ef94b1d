from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Endorsement(WordingRule):
    """
    Praise that may be paid, with nothing that says so.

    ## Why it matters
    An influencer, an employee or a patient who got something must say so at the start, and praise
    implies that its result is typical.

    ## Flagged
    - [Obsessed with my] new smile from Harbour Dental.
    - Say [code MIA10] at the desk.
    - [Our ambassador] Priya says the aligners are great.

    ## Fine
    - #Ad Paid partnership with Lakeview Dental. Obsessed with my new smile!
    - I work in billing at this clinic, so I'm biased: our ambassador for fun is the porter.

    ## Instead
    Begin with "Ad" or "Paid partnership with", before the praise.
    """

    code = "M013"
    label = "ADS-DISCLOSURE"
    severity = Severity.WARN
    source = "16 CFR 255.1, 255.2 and 255.5"
    kinds = frozenset({Kind.POST, Kind.AD, Kind.PROFILE, Kind.POLICY})
    message = "This praise may be paid or tied: say so at the start."
    spared = (
        r"(?:#ad\b|#sponsored|#gifted|#paid|^ad\b|\bpaid partnership|\bsponsored by|"
        r"\bsponsored[,:]|\badvert(?:isement)?\b|\bdisclos\w+|\bin return for\b|"
        r"\bin exchange for\b|\bgifted by\b|\bi work (?:at|in|for|here)|\bi'm biased|"
        r"\bpartnership with|^paid\b|\bpaid ad\b|\bpays me\b|\bpaid me\b|^ad[:.]|"
        r"\bi(?:'m| am) paid\b|\bwe paid\b)"
    )
    wordings = (
        Wording(
            "obsessed with my|obsessed with this|in love with my new|loving my new|"
            "my new smile from|my new nose from|my new face from|my new lips from|"
            "my holy grail|my go-to clinic|my go-to dentist|my secret weapon|"
            "run don't walk|you need this in your life|stumbled on|stumbled upon|"
            "so glad i found|finally found a|took my lad to|took my kid to|"
            "took my mum to|took my mom to|took my dog to|been going to",
            then=r"(?! (?:the (?:gym|library|pool)))",
        ),
        Wording(
            "code",
            then=r" [a-z]+\d+|(?: [a-z]+\d*)? (?:for|gets) (?:\d+|you)",
            not_after="dress|area|zip|post|building|qr|door|promo|color|colour|billing|"
            "the|a|our|icd|cpt",
        ),
        Wording(
            "use my code|my code|use code|swipe up to|link in my bio|my link|"
            "my affiliate|affiliate link"
        ),
        Wording(
            "our ambassador|brand ambassador|our ambassadors|brand ambassadors|"
            "our influencer|our influencers|an influencer|vlogger|creator's own|"
            "creator account|content creator|podcast read|podcast host|celebrity client|"
            "celebrity patient|celebrity patients|our celebrity|reality star|surf champ|"
            "olympian|tiktoker|instagrammer|youtuber",
            then=r"(?! (?:policy|rules|guidelines|training|must|may not|program is|programme is))",
        ),
        Wording(
            "caption for @|caption for the|brief for @|script for @|reel by @|post by @|story by @",
            then=r"(?:\w+)?",
        ),
        Wording(
            "long-time believer|longtime believer|i recommend it to all|"
            "what he gives his own|what she gives her own|gives his own mother|"
            "gives her own mother|recommends it to all|the only brand i|i only trust|"
            "trusts only|proud to be a long",
            then=r"(?! (?:it that|the (?:soup|coffee|stairs|lift)))",
        ),
        Wording(
            "changed my life|saved my life|saved my marriage|gave me my life back|"
            "got my life back|cannot fault them|can't fault them|honestly lifesavers|"
            "absolute lifesavers|they were angels|best thing i ever did|"
            "best decision i ever|best money i|wish i'd done it sooner|was a wreck, then|"
            "was a wreck until|nothing worked until|after one visit i|"
            "pain for years until",
            then=r"(?! (?:by calling|thanks to (?:blood|a stranger|cpr|donors?)))",
        ),
        Wording(
            "who film a|film a kind|film a happy|record a happy|film their|post a selfie",
            then=r"[^.!?]{0,60}(?:get|off|free|win|\$|£|fees?)",
        ),
        Wording(
            "says our patient|says our client|raves|gushes|confesses", before=r"['\"] ?(?:\w+ )?"
        ),
        Wording(
            "k followers|comped|blogger|bloggers|brand deal|royalties|speaker fees|"
            "speaking fees|kickback|consulting fees|affiliate|commission on|gets a cut|"
            "free facial|gifted|freebie|freebies|collab|our sponsor|station's sponsor|"
            "is our sponsor|portrayed by|small print|contract says|her contract|"
            "his contract|paid spokesperson|spokesmodel|loan of the",
            given=r"(?:@\w|\b(?:visit|draft|caption|kit|host|read|says|loves?|recommends?|"
            r"trusts?|tells|post|posts|review|reel|story|lines|model|surgeon|doctor|dr|"
            r"her|his|she|he|they|we)\b)",
            then=r"(?! (?:hands|eyes|children|the (?:park|library)))",
        ),
        Wording(
            "own profile|own account|private instagram|personal instagram|"
            "personal facebook|personal page|home account|her own page|his own page",
            given=r"\b(?:post|posts|share|shares|shared|put|from|write|happy customer|patient|"
            r"smile|praise|review)\b",
            not_after="your",
        ),
        Wording(
            "as a happy customer|as a happy patient|as happy customers|as a satisfied|"
            "like a real patient|like real patients|like a diary|diary entry|"
            "no mention of us|without mentioning us|without naming us|keep it casual|"
            "sound natural|sound like a friend|off the cuff|word employee|"
            "let's not clutter|not clutter"
        ),
        Wording(
            "trusts|loves|swears by|picked|chose|chooses|recommends",
            before=r"(?:swimmer|runner|actor|actress|singer|chef|coach|player|surfer|boxer|"
            r"golfer|mayor|presenter|host|star|striker|our (?:surgeon|doctor|dentist|"
            r"nurse)|dr\.? \w+) (?:\w+ )?",
            then=r" (?:the |our )?\w+ (?:\w+)",
        ),
        Wording(
            "they send me|they sent me|they gave me|they give me|gets the whitening free|"
            "gets it free|gets hers free|gets his free|for her feed|for his feed|'s feed|"
            "they comped|in our lobby, actors|testimonials from real people|"
            "actors), filmed"
        ),
        Wording(
            "says",
            before=r"['\"],? ",
            then=r" \w+ (?:from|of|in) \w+",
            given=r"\b(?:life|pain|best|smile|changed|saved|angels?|thank|love|amazing|miracle|"
            r"never)\b",
        ),
        Wording(
            "swears by|as recommended by|as used by|as seen on|as loved by|as worn by|"
            "nurse's pick|dentist's pick|doctor's pick|surgeon's pick|real person, real",
            then=r"(?! (?:it|the hours|the soup))",
        ),
        Wording(
            "#sp|#collab|#partner|#ambassador|unboxing|sent me a|sent me this|sent me the|"
            "sent me some|hooked me up|treated me to|had me in for",
            given=r"@\w|#sp|#collab|#partner|#ambassador|\b(?:clinic|derm|dermatologist|spa|dentist|"
            r"love|angel|obsessed|amazing|glow|skin|smile)\b",
        ),
        Wording(
            "who happens to|happens to be our|happens to be my|sister-in-law|brother-in-law|"
            "mother-in-law|father-in-law",
            given=r"\b(?:says|recommends?|saint|best|amazing|brilliant|glowing|loves|wonder\w*)\b",
        ),
    )
