from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Draft, Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule, terms

if TYPE_CHECKING:
    from collections.abc import Iterator

_EVERYDAY = frozenset(
    {
        "acetaminophen", "advil", "aleve", "aspirin", "epinephrine", "epipen", "heparin", "ibuprofen",
        "insulin", "morphine", "motrin", "naloxone", "narcan", "paracetamol", "penicillin", "senna",
        "tylenol", "glycerin", "oxytocin", "dopamine", "progesterone", "niacin", "metamucil", "plan b",
        "soma", "sonata", "armour thyroid", "fluzone", "flumist", "shingrix", "gardasil", "prevnar",
        "boostrix", "magnesium citrate", "testosterone", "polyethylene glycol", "thiamine", "visine",
    }
)  # fmt: skip
_UNPROVEN = (
    "exosomes|exosome|stem cells|stem cell|bpc-157|nad+|iv drip|iv drips|vitamin drip|peptides|ozone therapy|"
    "prp|hgh|hcg|ketamine"
)


class DrugBenefit(WordingRule):
    """
    What a prescription drug does, without what it risks.

    ## Why it matters
    An ad that names a prescription drug and its benefit owes the reader its main risk. Uses that
    no regulator has reviewed must not be promoted at all.

    ## Flagged
    - Skyrizi [clears plaque psoriasis] in sixteen weeks.
    - Metformin is the pill that [slows ageing].

    ## Fine
    - Esketamine helps some adults with depression. It can cause sleepiness, so it is given here.
    - Naloxone reverses overdoses. Ask for a free kit.

    ## Instead
    Add the main risk and "ask your doctor", or speak of the condition without the brand.
    """

    code = "C011"
    label = "CLAIM-APPROVAL"
    severity = Severity.WARN
    source = "21 CFR 202.1(e), fair balance; FDA draft guidance on character-limited media (2014)"
    kinds = frozenset({Kind.POST, Kind.AD, Kind.PROFILE, Kind.MESSAGE})
    message = "This names a drug and its benefit, but no risk."
    spared = (
        r"\b(?:risks?|side effects?|can cause|may cause|not right for everyone|isn't for everyone|isn't right for everyone"
        r"|pros and cons|talk (?:to|with) your|ask your (?:doctor|pharmacist)|safety information|warning|recall\w*|shortage"
        r"|back in stock|myth|interact\w*|study|trial|source|not|n't|never|dose|dosage|doses)\b"
    )
    wordings = (
        Wording("clears|lifts|melts|slows|slow|grows|boosts|burns|erases|smooths|smoothes|stops|fixes|treats|calms|relieves|reverses|sheds|heals|helps|eases|softens|lowers|improves|restores|sharpens|rebuilds|prevents|shrinks|works|cures|quiets|kickstarts|turns|repairs|softens|plumps|freezes|relaxes|brightens|tightens",
                then=r"(?: [\w'-]+){1,2}", not_after="us|it|that we|team|hatch|line|phone"),
        Wording("eat less|weigh less|feel lighter|lose weight|drop sizes|drop the weight|slim down|calm hands|clear head|better mood|no more frown|look younger|sleep better|feel younger|feel better|get your life back|melt fat|longer lashes|for longevity|for anti-aging|for weight loss|for focus|for energy|for anxiety|for fat loss|for brain fog"),
    )  # fmt: skip

    def holds(self, draft: Draft, start: int, end: int) -> bool:
        named = any(start - 130 <= place < start + 60 for place in _drugs(draft))
        return named and super().holds(draft, start, end)


def _drugs(draft: Draft) -> Iterator[int]:
    """Yield where drugs are named that need a prescription."""
    for name in ("brands", "drugs"):
        for start, end in terms(draft.reading, name):
            if draft.reading.folded[start:end] not in _EVERYDAY:
                yield start
