from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class BodyImage(WordingRule):
    """
    A perfect body, or disgust with one's own.

    ## Why it matters
    Ads that make people dislike themselves are barred by the big networks, and they hurt the
    people whom a clinic should be kind to.

    ## Flagged
    - ad: Your [bikini body] in eight weeks.
    - ad: [Hate what looks back at you in] the mirror?
    - ad: [The body you were] meant to have, for less.

    ## Fine
    - ad: We talk about sleep, food and strength, at a pace that suits you.
    - The mirror in the staff bathroom has been fixed.

    ## Instead
    Say what you offer and for whom it is not suitable.
    """

    code = "M005"
    label = "ADS-BEFORE-AFTER"
    severity = Severity.WARN
    source = "Meta Advertising Standards, personal health and appearance; ASA CAP Code 12"
    kinds = frozenset({Kind.AD, Kind.POST, Kind.PROFILE})
    message = "This sells an ideal body, or dislike of one's own."
    unless = r"\b(?:no such thing|not about|isn't about|every body is|all bodies|myth|never say)\b"
    wordings = (
        Wording(
            "bikini body|bikini-body|beach body|beach-ready|bikini-ready|summer body|"
            "pre-baby body|pre baby body|body back|old body back|body of your dreams|"
            "dream body|perfect body|ideal body|hot body|revenge body|wedding body|"
            "flat stomach|flat tummy|flat belly|six-pack|six pack|washboard|thigh gap|"
            "hourglass|snatched waist|tiny waist|perfect nose|perfect smile|perfect skin|"
            "perfect teeth|perfect face|hollywood smile|flawless skin|flawless face|"
            "poreless|wrinkle-free|ageless skin",
            then=r"(?! (?:of (?:soda|beer|juice)|water))",
        ),
        Wording(
            "the body you|a body you|the face you|the smile you|the nose you|"
            "the skin you|the figure you|the hair you|a smile you",
            then=r" (?:were|deserve|want|always|should|once|had|used to|"
            r"can be)[\w ]{0,15}?(?:meant to have|want\w*|deserve|have|had|wanted|"
            r"dream of|proud of)?",
        ),
        Wording(
            "muffin top|love handles|turkey neck|double chin|double chins|bingo wings|"
            "bat wings|mum tum|mom tum|mummy tummy|mommy tummy|mom pouch|beer belly|"
            "beer gut|spare tire|spare tyre|saddlebags|thunder thighs|cankles|flab|"
            "flabby|saggy|man boobs|moobs|chubby|crepey skin|chicken neck|hip dips|"
            "dad bod|jowls|gut hanging|belly fat|stubborn fat|back fat|bra bulge|"
            "cottage cheese"
        ),
        Wording(
            "hate what|hate how|hate the way|hate your|loathe your|can't stand your|"
            "don't like what|sick of what|tired of what",
            then=r" (?:looks back|you (?:look|see)|your|stares|you're|body|nose|teeth|smile|"
            r"skin|hair|face|thighs|reflection|the mirror)[\w' ]{0,12}",
        ),
        Wording(
            "looks back at you|stares back at you|mirror lies|mirror, mirror|"
            "avoid mirrors|avoid the mirror|avoid the camera|hide from cameras|"
            "hide from the camera|hiding from cameras|crop yourself out|untag yourself|"
            "delete every photo|dread the beach|dread the pool|dread bikini|dread summer|"
            "shirt at the pool|swimming in a t-shirt|keep your shirt on"
        ),
        Wording(
            "should have to look|have to look like|look like that|look your age|look old|"
            "look tired|look like your mother|look ten years|look older than|"
            "don't look your|stop looking",
            given=r"\b(?:you|your|no man|no woman|nobody|no one|should|why)\b",
            then=r"(?! (?:and feel better|at your phone|for|at))",
        ),
        Wording(
            "get skinny|go skinny|skinnier|slimmer you|thinner you|new you|better you|"
            "younger you|less of you|zip up your|fit into your|fit back into|drop a size|"
            "drop two|bodies turn heads|turn heads|drop jaws|jaw-dropping body|"
            "be the envy|jealous of your|make your ex",
            then=r"(?! (?:jeans collection|latte|door|chairs?|margarita))",
        ),
        Wording(
            "meet the off switch|one tuck away|one syringe away|one jab away|"
            "one visit away|one injection away"
        ),
        Wording("are the reason|is the reason", before=r"(?:your|those|that) \w+ "),
        Wording(
            "new year, new body|new year, new you|new year new you|cropping yourself out|"
            "crop yourself|liking the mirror|love the mirror|love your mirror|pizza-face|"
            "pizza face|the ex will|your ex will|hide those|tells the world you|"
            "no more hiding your|body you can be proud|finally wear|under the years|"
            "looks tired|the hag"
        ),
    )
