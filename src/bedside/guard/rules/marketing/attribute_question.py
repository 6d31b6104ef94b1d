from __future__ import annotations

from bedside.guard.attributes import IDENTITY, AttributeRule
from bedside.guard.wording import Wording


class AttributeQuestion(AttributeRule):
    """
    An ad that asks about the reader's condition.

    ## Why it matters
    "Do you have diabetes?" tells the reader that you know, or guess. Ad networks reject it, and
    readers feel watched.

    ## Flagged
    - ad: [Do you have diabetes]? Podiatry in Reno.
    - ad: [Gay and putting off your test?] In and out in ten minutes.
    - ad: [Struggling with] your weight?

    ## Fine
    - ad: Diabetes care near you. Do you have questions? Call us.
    - ad: Pregnancy options counseling in Leeds, private and unhurried.

    ## Instead
    Speak of the service: "Diabetes care near you".
    """

    code = "M001"
    message = "This asks about the reader's own condition or identity."
    wordings = (
        Wording(
            "do you have|have you got|do you suffer from|do you live with|"
            "do you struggle with|are you living with|got|diagnosed with|"
            "does your child have|does your partner have|do you or|"
            "have you been told you have|ever had",
            reach="conditions",
        ),
        Wording("are you|are you still|are you one of", then=rf" (?:\w+ )?{IDENTITY}"),
        Wording(
            "pregnant|gay|bisexual|lesbian|transgender|trans|queer|overweight|obese|"
            "depressed|anxious|diabetic|hiv-positive|divorced|widowed|lonely|drinking|"
            "smoking|vaping|using|hungover|suffering|balding|bald|thinning|black|"
            "hispanic|latina|latino|muslim|jewish|disabled|infertile|addicted|snoring|"
            "leaking|limping|wheezing|forgetting|losing|dreading|hiding|hide|avoiding|"
            "sensitive about|self-conscious|embarrassed|ashamed|insecure|exhausted|"
            "on medicaid|on medicare|newly diagnosed|over 40|over 50|over 60|over 65|"
            "over 70|past 40|past 50|turning 50|menopausal|itchy|sweaty|sleepless|"
            "stressed|burned out|burnt out|constipated|bloated|impotent|jealous|angry|"
            "grieving|heartbroken|broke|in debt|sober",
            after="^",
            then=r"[^.!?]{0,90}\?",
        ),
        Wording(
            "still",
            after="^",
            then=r" (?:smoking|drinking|vaping|hiding|single|swimming|wearing|limping|in pain|"
            r"tired|awake|hungover|coughing|bleeding|gaining|waiting to feel|can't|"
            r"not pregnant|trying to (?:lose|quit|conceive))[^.!?]{0,60}\?",
        ),
        Wording(
            "struggling with|struggling to|suffering from|battling|tired of|sick of|"
            "fed up with|worried about|ashamed of|embarrassed by|embarrassed about|"
            "living with|dealing with|coping with|troubled by|bothered by|hate your|"
            "scared of your|losing sleep over|ready to lose|want to lose|need to lose",
            after="^|you|and|,|you're|are",
            then=r"(?! (?:long waits|waiting rooms?|phone trees?|parking|paperwork|hold music|"
            r"traffic|queues))",
        ),
        Wording(
            "can't|cannot|won't|don't",
            then=r" (?:sleep|stop (?:drinking|smoking|eating|worrying|crying)|get pregnant|"
            r"get it up|hear|remember|lose (?:the )?(?:weight|baby weight)|fit into|"
            r"see (?:well|at night)|perform|cope|go an hour)[^.!?]{0,50}\?",
        ),
        Wording(
            "is your|are your|does your|do your|has your|is your child's|is your baby's",
            then=r" (?:\w+ )?(?:anxiety|depression|weight|bmi|drinking|stammer|stutter|"
            r"bladder|pain|skin|acne|hair|hairline|back|knee|memory|marriage|mood|period|"
            r"periods|prostate|libido|sex life|snoring|hearing|vision|breath|teeth|smile|"
            r"belly|husband|wife|child|teen|mother|father|blood pressure|sugar|a1c|"
            r"cholesterol|hiv|addiction|migraines?|legs?|feet|veins?|"
            r"wrinkles)[^.!?]{0,60}\?",
        ),
    )
