from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Offer(WordingRule):
    """
    A discount or a gift that pushes people into care.

    ## Why it matters
    Discounts on drugs, devices and procedures are barred or tied to terms in many places, and
    "free" needs its conditions beside it.

    ## Flagged
    - ad: Botox for jaw pain. [£99 this weekend only], Cheltenham.
    - [First 20 units free] this week.
    - ad: [Free* hearing aids], some models.
    - ad: [Insurance covers everything], ask us how.

    ## Fine
    - ad: New-patient exam, $79 for everyone, all of May. It covers the exam and two X-rays.
    - ad: Free hearing test for anyone aged 18 or over. No purchase, no referral.
    - The hospital café takes 10% off for staff, soup included.

    ## Instead
    Give one price for everybody, say what it covers, and leave the deadline out.
    """

    code = "M011"
    label = "ADS-INDUCEMENT"
    severity = Severity.WARN
    source = "16 CFR 251, use of the word free; 42 USC 1320a-7a(a)(5); state fee-splitting laws"
    kinds = frozenset({Kind.AD, Kind.POST, Kind.PROFILE, Kind.MESSAGE})
    doubted = frozenset({Kind.AD, Kind.POST, Kind.PROFILE})
    message = "This offer pushes people into care, or hides its terms."
    spared = (
        r"\b(?:no purchase|no charge, no|nothing to buy|full terms|price list|"
        r"same price|in return for this post|after that it's|finds suitable|suitability|students "
        r"get|"
        r"pays me when|all year|every day of the year)\b"
    )
    unless = (
        r"\b(?:caf[eé]|canteen|gift shop|soup|staff badge|cuppa|biscuits|tea|coffee|"
        r"team jersey|mouthguards?|raffle|book sale|bake sale|cake|plant sale|"
        r"tickets?(?! are on us)|parking|donat\w+|charity|fundrais\w+|blood drive|"
        r"blanket|umbrellas?|everyone|for all|the public|no purchase|never|don't|do not|"
        r"not|toothbrushes?|crutches|please return|leaflet)\b"
    )
    wordings = (
        Wording("free", then=r"\* ?[\w ]{0,25}"),
        Wording(
            "terms apply|conditions apply|restrictions apply|while stocks last|"
            "while supplies last|some people, some models|ask in store|see store for|"
            "for qualifying patients|if you qualify|ask us how|ask how",
            given=r"\b(?:free|half|off|[$£€]\d|gift|bonus|discount|deal|\d+%)",
        ),
        Wording(
            "half price|half-price|half off|two for one|two-for-one|2-for-1|2 for 1|"
            "buy one, get|buy one get|bogo|free when you|free if you|free with every|"
            "free with any|free with your|a second area free|second area free|"
            "second one free|first month free|first session free|first week free|"
            "first treatment free|on us|on the house|are on us|is on us|cash back|"
            "cashback|store credit|loyalty points|vip club|flash sale|black friday|"
            "cyber monday|doorbuster|early bird|happy hour|botox party|botox parties",
            then=r"(?! (?:at the|for any team|sale of cakes|yoga in the park))",
            not_after="keys|pressure|count|it's|that's|rain|call|hard|faith|trust",
        ),
        Wording(
            "off",
            before=r"(?:[$£€]\d[\d,.]*|\d+ ?%|\d+ percent) ",
            then=r"(?: (?:your|the|any|all|if|when|until|for|every|first|this|botox|filler|"
            r"whitening|implants?|a|with)[\w ]{0,30})?",
        ),
        Wording(
            "only",
            before=r"(?:this (?:weekend|week|month|friday|saturday)|today|tonight|[$£€]\d[\d,.]*) ",
            given=r"[$£€]\d|% off|free\b|deal",
        ),
        Wording(
            "this weekend only|this week only|today only|this month only|"
            "until friday only|ends sunday|ends tonight|ends friday|ends monday|"
            "offer ends|offer expires|expires",
            given=r"[$£€]\d|\d ?% off|\bfree\b|\bdeal\b|\bprice\b|\boffer\b",
            before=r"(?:[$£€]\d[\d,.]* )?",
        ),
        Wording(
            "if",
            then=r" (?:the |you |your |they )*(?:deposit|book|rebook|pay|sign|commit|"
            r"join)[\w ]{0,25} by \w+",
            given=r"[$£€]\d|% off|\bfree\b|\boff\b",
        ),
        Wording(
            "first",
            then=r" (?:\d+|ten|five|twenty|three|fifty|hundred) (?:units?|callers?|people|"
            r"patients?|areas?|bookings?|sign-ups?|visitors?|to (?:call|"
            r"book))[^.!?]{0,25}?(?:free|half|get|receive|win|off)",
        ),
        Wording(
            "win a|win free|win an|enter to win|giveaway|goodie bag|swag bag|"
            "free gift with|gift with purchase|gift card with|add a $|leave with a free|"
            "take home a free|bonus syringe|free syringe|free units|free botox|"
            "free filler|free whitening|free consult and",
            given=r"\b(?:botox|injections?|filler|treatments?|laser|whitening|visit|visits|"
            r"patients?|care|plan|sign|join|book|units?|consult|session|sessions|"
            r"implants?|exam|clinic|dental|wrinkle|anti-wrinkle|card|braces|aligners)\b",
        ),
        Wording(
            "max out that|max out your|use it or lose it|use your benefits before|"
            "burn your benefits|benefits expire",
            given=r"\b(?:on us|free|tickets|gift|bonus|december|year-end|dental|benefits|"
            r"insurance)\b",
        ),
        Wording(
            "insurance covers everything|insurance will cover everything|"
            "insurance pays for everything|no out-of-pocket|no out of pocket|"
            "zero out-of-pocket|zero out of pocket|won't cost you a|costs you nothing|"
            "covered 100%|100% covered|fully covered by all|covered by all insurance|"
            "covered by every plan|no copay ever|never a copay|no co-pay ever|"
            "waive your co-pay|waive your copay|waive your deductible|"
            "waive the deductible|we waive the co-pay|we waive co-pays|we waive copays|"
            "forget the copay|forget the co-pay|we eat the copay|co-pay is on us|"
            "copay is on us|cover your deductible|pay your deductible"
        ),
        Wording(
            "card",
            before=r"[$£€]\d+ (?:supermarket |gift |grocery |coffee |gas |fuel |chemist |"
            r"amazon |visa )",
            then=r"(?= )",
        ),
        Wording(
            "drive home with|drive away with|walk out with|leave with|go home with|take home",
            then=r" (?:a|an|your|\$|£|grocery|cash|free|two|some)(?! (?:\w+-?)?(?:new )?(?:plan|"
            r"song|list|answers?|smile|idea|date|leaflet|letter|copy|clear|better|sheet|"
            r"report|map|printout|summary|diary|diagnosis)\b)[\w $£]{0,20}",
            given=r"\b(?:sign|book|bring|card|today|consent|plan|enroll|enrol|join|visit|come)\b",
            not_after="to|can|you|who|patients|kids|children|may",
        ),
        Wording(
            "costs nothing when|costs nothing if|costs nothing with|costs you nothing|"
            "free when|free if|costs nothing until|pay nothing until|swallow your|"
            "eat your|absorb your|we swallow|never see a bill|no bill ever|bill is on us",
            given=r"\b(?:filler|botox|visit|treatment|session|deductible|co-?pay|bill|"
            r"insurance|crown|exam|first|whitening|injections?|laser)\b",
        ),
        Wording(
            "switch your|transfer your|move your|say yes to|sign up for|commit to",
            then=r"[^.!?]{0,50}(?:[$£€]\d+|free|gift|groceries|voucher|card)",
        ),
        Wording(
            "free",
            then=r" [\w-]{2,15}(?: \w+)? when (?:you|they) (?:say|sign|book|commit|switch|"
            r"start|join|buy|enroll|enrol|pay)",
        ),
        Wording("free", then=r" [\w -]{2,30}\*"),
        Wording(
            "first",
            then=r" (?:[\w-]+ ){1,3}(?:is |are |comes )?free(?! of|ly|dom)",
            given=r"\b(?:sign|join|book|switch|bring|founding|member\w*|syringe|botox|filler|month|"
            r"when|today)\b",
        ),
        Wording(
            "we'll gift|we will gift|gift you|gifts you|a gift from us|our gift to you|"
            "as our gift|with our compliments|spa basket|for the friend you bring"
        ),
        Wording(
            "switch to our|switch to us|first fifty|first hundred|sign up with|signs up with|"
            "transfer your|transfer two|transfer three|join before|book three|book two|"
            "turn 65 with|founding members|who signs for|enrol with|enroll with",
            then=r"[^.!?]{0,90}?\b(?:[$£€]\d+|gift|voucher|free|cash|card|air fryer|hamper|"
            r"getaway|bonus|tablet|ipad|cooler|on us|take home|prize|per head|a head)",
        ),
    )
