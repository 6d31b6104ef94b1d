from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.checksums import is_medicare
from bedside.guard.numbering import LINK, NUMBER, NumberRule

if TYPE_CHECKING:
    import re

    from bedside.guard.draft import Draft

_LETTER = "[ac-hjkmnp-rt-y]"
_EITHER = r"[ac-hjkmnp-rt-y\d]"


class HealthPlanNumber(NumberRule):
    """
    A number of a person's health plan: Medicare, Medicaid, an insurer's member or group.

    ## Why it matters
    Health plan beneficiary numbers are Safe Harbor identifiers, and open somebody's benefits.

    ## Flagged
    - A card was found: [1EG4-TE5-MK73].
    - Is this your bag? [Member ID W123456789] is on the card.
    - message: Your [plan HAP 0031-884-2] is fine.
    - Please send her [Medicaid no. ending 6620] to billing.
    - The [policy number on the form is BCX-1992-331], please call him.
    - His [insurance card says XEH123456789].
    - message: The insurer wants both, so for your son they have [KQ/30-55127].

    ## Fine
    - We take Aetna, Cigna, Medicaid and Medicare Part B.
    - Group 12 meets on Tuesday. The plan for 2025 is out.
    - Our policy 4102 on visitors changed. Group therapy starts at 1800.
    - Part 1EG4-TE5-MB73 fits the new pump.

    ## Instead
    Leave the number out; ask for a call.
    """

    code = "P017"
    source = "45 CFR 164.514(b)(2)(i)(I)"
    message = "This is a number of somebody's health plan."
    named = (
        r"medicaid|medicare|tricare|ahcccs|insurance|insurer|secondary|primary|policy|plan|member|"
        r"members?hip|subscriber|group|card|cardholder|coverage|eap|health number|certificate|auth|"
        r"authorization|copay|humana|aetna|cigna|anthem|bcbs|mbi|dbn|cin|benefits?"
    )
    alone = r"member (?:id|card|number)|subscriber|cardholder|health number|mbi|dbn|cin"
    after = (
        r",? (?:is |was |that's )?(?:on|off|from) (?:the|his|her|your) (?:[a-z]+ )?card|"
        r",? (?:is|was) (?:the|his|her|your) (?:member|policy|plan|insurance|medicaid|medicare)"
    )
    _card = (
        r"(?: (?:card|id|plan|member|number|no\.?|nr|#)){0,3}[:#]? ?"
        r"(?:ending(?: in)? |ends(?: in)? )?"
    )
    _payer = (
        r"(?:aetna|cigna|humana|kaiser|anthem|bcbs|blue ?cross|blue ?shield|uhc|united ?healthcare|"
        r"molina|ambetter|wellcare|centene|oscar|moda|hap|delta(?: dental)?|metlife|guardian|bupa|"
        r"optum|health ?net|tufts|highmark|emblem ?health|premera|regence|carefirst|geisinger|"
        r"healthfirst|fidelis|caresource|amerigroup|wellpoint|excellus|medica|sun ?life|unum|vsp|"
        r"eyemed|davis vision|triwest|champva|tenncare|badgercare|soonercare|dentaquest|caremark|"
        r"express scripts|medibank|manulife|axa|vitality)"
    )
    _long = r"(?=(?:[a-z-]{0,4}[ -]?\d){6})" + NUMBER
    phrases = (
        rf"(?P<mark>[1-9]{_LETTER}{_EITHER}\d[ -]?{_LETTER}{_EITHER}\d[ -]?{_LETTER}{{2}}\d\d)",
        rf"(?:member|subscriber|beneficiary|enrollee|policyholder|insured|membership)(?:'s)? "
        rf"(?:id|number|no|#|identification|identifier)s?{LINK}{NUMBER}",
        rf"(?:member|subscriber|beneficiary|enrollee|insured) ?#{LINK}{NUMBER}",
        rf"(?:policy|group|plan|coverage|insurance|insurer|certificate of coverage)"
        rf"(?:'s)?(?: (?:id|number|no|#|card)[.:]?| ?[#:]){LINK}{NUMBER}",
        rf"(?:member|subscriber|beneficiary|enrollee|insured|recip(?:ient)?){LINK}{_long}",
        rf"(?:hicn|mbi|dbn|cin|ohip|chip id|medicaid id){LINK}{NUMBER}",
        rf"(?:prior |pre-?)?auth(?:orization)?(?: (?:number|no\.?)| ?[#:]){LINK}{NUMBER}",
        rf"(?:policy|group|plan|insurance)(?: number)? (?:id )?ending(?: in)? {NUMBER}",
        rf"policy (?=[a-z\d-]{{0,6}}(?:[a-z]-?\d|\d-\d)){_long}",
        rf"(?:medicaid|medicare|medi-cal|hicn|mbi|tricare|masshealth|ahcccs|ohip|"
        rf"health card|health insurance|healthcard)(?: (?:number|no|id|card|plan|#)| ?#|"
        rf":){LINK}{NUMBER}",
        rf"(?:medicaid|medicare|ahcccs|tricare|ohip|insurance|plan|carte|"
        rf"tarjeta|health card|medi-cal|masshealth){_card}{_long}(?! (?:visits|people|patients|"
        rf"days|points)\b)",
        rf"{_payer}{_card}{LINK}{_long}",
        rf"(?:va|dod|dependent|ins(?:urance)?\.?|secondary|primary|payer card|benefits?) "
        rf"id(?: (?:on|off) (?:\w+ )?card)?{LINK}{NUMBER}",
        rf"certificate(?: (?:number|no\.?)| ?#){LINK}{_long}",
        rf"(?:rx ?grp|rx ?group|gr?p){LINK}(?=[a-z]{{0,4}}\d{{4}}){NUMBER}",
        rf"id:? #?(?P<mark>(?=[a-z]{{1,3}}-?\d){_long})",
        rf"(?:insurance|coverage|member|plan|health|id|your|his|her) card[^.!?\n]{{0,30}}? (?:id|"
        rf"no|number)"
        rf"{LINK}{NUMBER}",
        rf"(?:carte vitale|tarjeta (?:de|del) seguro|seguro social|seguro popular){_card}{NUMBER}",
        r"(?:insurance|coverage|card|plan|member|subscriber|benefits)\b[^.!?\n]{0,40}? "
        r"(?P<mark>(?:[a-z]{3}|[a-z])\d{8,12})",
    )
    unless = r"\b(?:policy \d{1,4}(?![\w-])|group therapy|part [a-d]|wcag|fictional|test patient)\b"

    def stands(self, draft: Draft, match: re.Match[str]) -> bool:
        if match.re.pattern.startswith("(?:(?P<mark>[1-9]") and not is_medicare(match["mark"]):
            return False
        return super().stands(draft, match)
