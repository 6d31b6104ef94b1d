from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Draft, Kind
from bedside.guard.finding import Severity
from bedside.guard.lexicon import words
from bedside.guard.wording import Wording, WordingRule, terms

if TYPE_CHECKING:
    from collections.abc import Iterator

WARNED = (
    r"\b(?:risks?|side effects?|can cause|may cause|not right for everyone|"
    r"isn't for everyone|isn't right for everyone|pros and cons|talk (?:to|with) your|"
    r"ask your (?:doctor|pharmacist)|safety information|warning|recall\w*|shortage|"
    r"back in stock|myth|interact\w*|study|trial|source|off-label and|can lower|"
    r"isn't (?:licensed|approved)|not (?:licensed|approved)|suits? (?:you|everyone)|"
    r"reviews? your (?:history|case)|shared care)\b"
)
"""What shows that a text about a drug tells of its risks, or sells nothing."""


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
    spared = WARNED + r"|(?<![-\w])dos(?:e|es|age)\b"
    unless = r"\b(?:not|never|isn't|aren't|doesn't|don't|can't|won't)\b"
    wordings = (
        Wording(
            "clears|lifts|melts|slows|slow|grows|boosts|burns|erases|smooths|smoothes|"
            "stops|fixes|treats|calms|relieves|reverses|sheds|heals|helps|eases|softens|"
            "lowers|improves|restores|sharpens|rebuilds|prevents|shrinks|works|cures|"
            "quiets|kickstarts|turns|repairs|softens|plumps|freezes|relaxes|brightens|"
            "tightens",
            then=r"(?: [\w'-]+){1,2}",
            not_after="us|it|that we|team|hatch|line|phone",
        ),
        Wording(
            "eat less|weigh less|feel lighter|lose weight|drop sizes|drop the weight|"
            "slim down|calm hands|clear head|better mood|no more frown|look younger|"
            "sleep better|feel younger|feel better|get your life back|melt fat|"
            "longer lashes|for longevity|for anti-aging|for weight loss|for focus|"
            "for energy|for anxiety|for fat loss|for brain fog"
        ),
    )

    def holds(self, draft: Draft, start: int, end: int) -> bool:
        named = any(start - 130 <= place < start + 60 for place, _ in prescription_names(draft))
        return named and super().holds(draft, start, end)


def prescription_names(draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield where drugs are named that need a prescription."""
    everyday = words("copy_everyday_drugs")
    for name in ("brands", "drugs"):
        for start, end in terms(draft.reading, name):
            if draft.reading.folded[start:end] not in everyday:
                yield start, end
