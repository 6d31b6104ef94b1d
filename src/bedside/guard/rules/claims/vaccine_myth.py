from __future__ import annotations

from bedside.guard.claiming import CLAIMING, DENIED
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

ANSWERED = (
    r"|\b(?:it|they|that|this|these)(?:'s| is| are)? (?:doesn't|don't|isn't|aren't|"
    r"didn't|can't|won't|not|false|a myth|untrue)|\b(?:leaflet|overheard|heard|fact|"
    r"true or false|ask(?:ed)? (?:us )?(?:if|whether))\b"
)
_SHOTS = (
    "vaccine|vaccines|vaccination|vaccinations|the jab|jab|jabs|shots|flu shots|flu shot|"
    "a flu shot|mmr|hpv shot|covid shot|covid shots|covid vaccine|mrna|boosters|"
    "hpv vaccine|the hpv vaccine|hpv jabs|hpv jab|the vaccine|measles vaccine|childhood shots|"
    "immunizations|immunization|gardasil"
)


class VaccineMyth(WordingRule):
    """
    A vaccine myth told as fact.

    ## Why it matters
    It keeps people from what protects them, and costs a clinician the license.

    ## Flagged
    - [Flu shots give you the flu].
    - [Unvaccinated kids are healthier], ask our naturopath.
    - [Vaccines cause autism], and we say so.

    ## Fine
    - A flu shot can't give you the flu: there is no live virus in it.
    - Vaccines do not cause autism. That myth has been studied in millions of children.

    ## Instead
    Leave it out. If you mean to correct it, begin with the truth and name the source.
    """

    code = "C012"
    label = "CLAIM-MISINFO"
    severity = Severity.ERROR
    source = (
        "CDC, Vaccine Safety; FSMB, Social Media and Electronic Communications (2019) "
        "and disinformation (2021)"
    )
    kinds = CLAIMING
    message = "This repeats a myth about vaccines as if it were true."
    unless = DENIED.replace("|no|", "|") + ANSWERED
    wordings = (
        Wording(
            _SHOTS,
            then=r"(?: can| will| may| often| really| actually)? (?:causes?|gives?|triggers?|"
            r"alters?|changes?|contains?|implants?|sheds?|kills?|damages?|weakens?|"
            r"overloads?|spreads?|poisons?|rewrites?|makes?|destroys?|harms?|"
            r"are linked to|is linked to)<3>(?:autism|elderly|seniors|babies|immunity|"
            r"infertil\w+|the flu|flu|dna|microchips?|magnet\w*|sids|immune systems?|"
            r"toxins|mercury|death|deaths|people|kids|children|fertility|sterile|"
            r"sterility|barren|girls|arthritis|cancer|alzheimer's|blood clots|brains?|sick|"
            r"poisons?|"
            r"heavy metals|formaldehyde|aluminum|fetal cells?|more than)",
        ),
        Wording(
            _SHOTS,
            then=r" (?:is|are) (?:\w+ )?(?:poison|toxic|unnecessary|useless|a hoax|a scam|"
            r"experimental|untested|gene therapy|bioweapons?|dangerous|worse than)",
        ),
        Wording(
            "homeopathic|homeopathy|herbal|natural|needle-free homeopathic",
            then=r"<2>(?:vaccines?|vaccinations?|immuni[sz]ations?|flu shots?|"
            r"alternative to (?:vaccines?|the (?:jab|shot)))",
        ),
        Wording(
            "unvaccinated",
            then=r" (?:kids|children|people|babies) are (?:healthier|safer|smarter|stronger)",
        ),
        Wording(
            "natural immunity|getting measles|getting chickenpox|catching measles|"
            "catching chickenpox|catching covid|catching it",
            then=r"<3>(?:beats|better|stronger|superior|safer|all (?:you|a child)|lasts|"
            r"healthier|good for|builds)(?: than)?",
        ),
    )
