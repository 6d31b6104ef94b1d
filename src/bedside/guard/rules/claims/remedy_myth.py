from __future__ import annotations

from bedside.guard.claiming import CLAIMING, DENIED
from bedside.guard.finding import Severity
from bedside.guard.rules.claims.vaccine_myth import ANSWERED
from bedside.guard.wording import Wording, WordingRule

_DOES = (
    r"(?:(?: can| will| actually| really| naturally| safely)? ?(?:starves?|kills?|"
    r"shrinks?|dissolves?|cures?|beats?|flush(?:es)?|melts?|fights?|eats?|strips?|heals?|"
    r"protects?|prevents?|stops?|reverses?|treats?|destroys?|clears?|draws?|pulls?|"
    r"drains?|cleans?|purges?|drives? out|eliminates?|wipes? out|knocks? out|"
    r"chases? away|keeps? away|wards? off|stops? dead|balances?|unclogs?|burns?|"
    r"reduces?))"
)
_ILL = (
    r"(?:tumou?rs?|cancers?|cancer cells|(?:bad|sick|abnormal) cells|cells|virus(?:es)?|"
    r"parasites?|autism|diabetes|asthma|infections?|flu|covid|colds?|toxins?|poisons?|"
    r"wax|blood sugar|blood pressure|arthritis|eczema|migraines?|alzheimer's|dementia|"
    r"malaria|typhoid|measles|epilepsy|seizures?|depression|anxiety|adhd|hiv|arteries|"
    r"cholesterol|plaque|kidney stones|gallstones|moles?|skin)"
)


class RemedyMyth(WordingRule):
    """
    A remedy that does not do what is claimed.

    ## Why it matters
    Some of these burn, poison or delay care; all of them cost trust.

    ## Flagged
    - [Alkaline water starves tumours]. Our bar pours it all day.
    - [Root canals trap toxins] that harm you.
    - [Chlorine dioxide] drops for a clear gut.
    - [The fluoride in tap water shuts down] the thyroid.

    ## Fine
    - No, a juice cleanse won't "detox" your liver. Save the kale for soup.
    - Please don't drink bleach or take advice from anyone who sells it.
    - Medically supervised alcohol detox, eight beds. Ear candles: the brown stuff is candle.

    ## Instead
    Leave it out. If you mean to correct it, begin with the truth and name the source.
    """

    code = "C014"
    label = "CLAIM-MISINFO"
    severity = Severity.ERROR
    source = "FTC Health Products Compliance Guidance (2022); FDA, Health Fraud Scams; NCCIH"
    kinds = CLAIMING
    message = "This repeats a health myth as if it were true."
    unless = DENIED.replace("|no|", "|no,|").replace("|without|", "|") + ANSWERED
    wordings = (
        Wording(
            "alkaline|alkaline water|alkaline diet|apricot kernels|apricot pits|laetrile|"
            "vitamin b17|baking soda|cannabis oil|cbd|cbd oil|mistletoe|turmeric|"
            "curcumin|ivermectin|fenbendazole|keto|fasting|juice|celery juice|soursop|"
            "black salve|coffee enemas|essential oils|essential oil|frankincense|"
            "lavender oil|hydrogen peroxide|ozone|garlic|one clove of garlic|raw milk|"
            "colloidal silver|honey|manuka honey|apple cider vinegar|cinnamon|chromium|"
            "castor oil|crystals|magnets|reiki|copper bracelets|ice baths|cold plunges|"
            "red light|infrared sauna|saunas|homeopathy|homeopathic drops|chiropractic|"
            "adjustments|herbs|our herbs|ginger|ginger drink|tea tree oil|borax|"
            "turpentine|urine|sea moss|ashwagandha|elderberry|zinc|vitamin c|"
            "vitamin c drips|vitamin drips|vitamin d|iodine|onion syrup|onions|"
            "methylene blue|nicotine|carnivore diet|raw diet|kombucha|bone broth|"
            "mushrooms|silver drops|heat scans|cupping|tinctures|mud wraps",
            then=rf"(?:,? [\w'-]+){{0,5}}?,?{_DOES}(?: [\w'-]+){{0,4}} {_ILL}",
        ),
        Wording(
            "black salve|chlorine dioxide|miracle mineral|mms drops|bleach drops|"
            "drink bleach|bleach enema|bleach bath cure|apricot kernels|laetrile|"
            "homeoprophylaxis|nosodes|parasite cleanse|vaccine detox|detox the vaccine|"
            "ionic foot bath|detox foot bath|foot detox|colloidal silver|urine therapy",
            then=r"(?! (?:poison|burn|warning|is dangerous|scam))",
        ),
        Wording(
            "root canals|root canal|fluoride|the fluoride|fluoride in|sunscreen|"
            "sunscreens|mammograms|a mammogram|biopsies|microwaves|wifi|wi-fi|5g|"
            "cell phones|deodorant|bras|gluten|sugar|dairy|seed oils|tap water|tampons|"
            "birth control|the pill|epidurals|ultrasounds|c-sections|chemo|chemotherapy|"
            "masks|tonsils|mercury fillings|silver fillings|amalgam|aspartame|msg",
            then=r"(?: [\w'-]+){0,4} (?:traps? toxins|causes? (?:cancer|autism|alzheimer's|"
            r"infertility|adhd|dementia|leukemia|ms)|feeds? (?:cancer|tumou?rs?)|"
            r"squeezes? cancer|spreads? (?:cancer|the cancer)|shuts? down|poisons?|"
            r"calcif\w+|lowers? (?:your )?iq|makes? you (?:sterile|infertile)|"
            r"kills? more|leaks? (?:mercury|toxins|poison)|damages? dna|rots? your)",
        ),
        Wording(
            "toxins|poisons|impurities|heavy metals",
            before=r"(?:draws?|flush(?:es)?|pulls?|rids?|purges?|sweats?|removes?|releases?|"
            r"burning|burns?|expels?|cleans(?:es|e)?|squeezes?|releasing|drains?|sucks?|"
            r"out|full) (?:out )?(?:your |the |its |all |of |those |those nasty |"
            r"body of |the body of |your body of )*",
            then=r"(?! (?:at|from the (?:lab|factory)))",
        ),
        Wording(
            "detox your|cleanse your|detoxify your|detoxes your|detoxifies your|cleanses your",
            then=r" (?:liver|body|blood|kidneys|cells|organs|colon|gut|lymph|lungs|skin|brain|"
            r"system)",
        ),
        Wording(
            "liver cleanse|colon cleanse|juice cleanse|liver detox|lymphatic detox|"
            "heavy metal detox|full-body detox|body detox|toxin flush|sugar detox|"
            "detox drip|detox drips|detox tea|detox teas|detox wrap|detox facial|"
            "cleanse week",
            severity=Severity.WARN,
        ),
        Wording(
            "boost your immune|boosts your immune|boost your immunity|"
            "boosts your immunity|boosts immunity|boost immunity|supercharge your immune|"
            "strengthen your immune|immune-boosting|immunity-boosting|immune boost|"
            "immunity boost|immunity shot|immunity drip|build your defences|"
            "build your defenses",
            severity=Severity.WARN,
        ),
        Wording(
            "ear candles|ear candling",
            then=r"(?=[^.!?]{0,60}\b(?:draw|pull|remove|clean|suck|clear|wax out|poisons?|"
            r"toxins?)\b)",
        ),
        Wording(
            "antibiotics",
            then=r"(?: will| can)? (?:kill|cure|treat|clear|fight|work on|"
            r"help with)(?: \w+){0,2} (?:colds?|the flu|flu|viruses|a virus|covid)",
        ),
        Wording(
            "homeopathic", then=r"(?: [\w-]+){0,4} (?:protects?|prevents?|cures?|treats?|heals?)"
        ),
        Wording(
            "the body",
            then=r" (?:burning|healing itself|knows how to (?:heal|cure)|can heal itself|"
            r"can cure itself)(?: [\w']+){0,4} (?:of|toxins|cancer|anything|everything|"
            r"naturally)",
        ),
        Wording(
            "sugar feeds cancer|cancer feeds on sugar|cancer can't live in|"
            "cancer cannot live in|cancer cannot survive|cancer can't survive|"
            "acidic body|alkalize your|alkalise your|food is the only medicine|"
            "cures are hidden|the cure they"
        ),
        Wording(
            "milk|breast milk|garlic|honey|sunlight|vitamins|prayer|fresh air|good food|diet",
            then=r" (?:is|are) (?:all|enough|the only|better|nature's) (?:\w+ )?(?:you|they|"
            r"a (?:baby|newborn|child)|needs?|protection|vaccine|insulin|medicine|"
            r"antibiotic|chemo)",
        ),
        Wording(
            "gets all the",
            then=r" (?:vitamin k|immunity|vitamins|protection|antibodies) (?:it|he|she|they|"
            r"you) needs?",
        ),
    )
