from __future__ import annotations

from bedside.guard.claiming import CLAIMING, DENIED
from bedside.guard.finding import Severity
from bedside.guard.rules.claims.vaccine_myth import ANSWERED
from bedside.guard.wording import Wording, WordingRule


class Pseudoscience(WordingRule):
    """
    A method or a cause that science does not know.

    ## Why it matters
    It costs people money and time that they need for care that works.

    ## Flagged
    - Our [bioresonance] clinic deletes allergies.
    - Castor packs [shrink fibroids] while you sleep.
    - [Depression is low zinc], and our drip fixes it.

    ## Fine
    - Surgery can remove fibroids; ask what fits you.
    - Depression is not a lack of will. There is no evidence for bioresonance.

    ## Instead
    Leave it out, or say plainly that there is no evidence for it.
    """

    code = "C018"
    label = "CLAIM-MISINFO"
    severity = Severity.WARN
    source = "NCCIH, Know the Science; FTC Health Products Compliance Guidance (2022)"
    kinds = CLAIMING
    message = "No sound evidence supports this."
    unless = (
        DENIED + ANSWERED + r"|\b(?:surgery|surgical|radiation|chemotherapy|embolization|source)\b"
    )
    wordings = (
        Wording(
            "bioresonance|biofield|quantum healing|quantum medicine|frequency healing|"
            "rife machine|rife therapy|iridology|live blood analysis|blood type diet|"
            "eat for your blood type|magnetic insoles|magnetic bracelet|"
            "magnetic bracelets|magnet therapy|structured water|hydrogen water|"
            "alkaline drip|orgone|ozone therapy|chelation for|hyperbaric for autism|"
            "stem cells for autism|muscle testing|hair mineral analysis|energy clearing|"
            "theta healing|crystal healing|past-life therapy|adrenal fatigue|"
            "leaky gut protocol|candida protocol|heavy metal test|thermography instead|"
            "heat scans instead|heat scan instead|craniosacral for|earthing sheets|"
            "grounding sheets|oxygen bar|megavitamin|nad+ cures|vitamin drip cures"
        ),
        Wording(
            "shrink|shrinks|dissolve|dissolves|starve|starves|sweat out|sweats out|"
            "draw out|draws out|pull out|pulls out|drain|drains|scrub|scrubs|unblock|"
            "unblocks|flush out|flushes out|purge|purges",
            then=r"(?: \w+){0,2} (?:fibroids|tumou?rs?|gallstones|kidney stones|cysts?|"
            r"cataracts|nodules|goiters?|plaque|clots?|polyps|inflammation|parasites|"
            r"toxins|cancer|moles|skin tags|hernias?|infection|disease|illness|trauma)",
        ),
        Wording(
            "is|are",
            before=r"{conditions} ",
            then=r" (?:just|only|really|simply|nothing but|nothing more than|low|caused by|"
            r"all about|a (?:lack|shortage|sign|symptom) of|your body(?:'s)?|"
            r"a message)(?: \w+){0,3}? ?(?:zinc|magnesium|toxins|parasites|inflammation|"
            r"sugar|gluten|dairy|diet|stress|negative|emotions?|anger|trauma|vitamins?|"
            r"minerals?|dehydration|gut|mold|fear|attitude|willpower|sunlight|vitamin \w)",
        ),
        Wording(
            "rite of passage|natural measles|harmless measles|good for the immune|"
            "builds immunity|train the immune system naturally|stronger than any needle|"
            "than any needle|than any vaccine|than any jab"
        ),
        Wording(
            "gives more people|causes more cancer|causes more|kills more|harms more|"
            "makes babies|make babies|makes kids|makes children|make children",
            then=r"[^.!?]{0,40}(?:cancer|autis\w+|slow|sick|sterile|dumb|hyper\w*|adhd|"
            r"than (?:the sun|cancer|it saves|guns))",
        ),
        Wording(
            "are the reason",
            before=r"(?:statins|vaccines|shots|pills|antidepressants|fluoride|antibiotics|"
            r"screens|chemicals|seed oils) ",
        ),
        Wording(
            "red yeast|herbal tea|our tea|our tincture|our drops|our oil|tincture|tonic|"
            "elixir|supplement|supplements|gummies",
            then=r"(?: [\w'-]+){0,4}? (?:does the job|do the job|replaces?|without the (?:fog|"
            r"drugs|pills|needle|doctor)|cures?|heals?|prevents?|reverses?|melts?|"
            r"works better)",
        ),
        Wording(
            "decides your diet|decides what you eat|body's memory|cellular memory|"
            "toxic overload|vibrational|vibration of|raise your vibration|"
            "energy blockage|blocked energy|chakras? are"
        ),
        Wording(
            "breaks your dna|damages your dna|breaks dna|rewrites your dna|"
            "changes your dna|iris readings|iris reading|reads your iris|tongue reading|"
            "spot cancer years|spots cancer years|before any scan|before any test"
        ),
    )
