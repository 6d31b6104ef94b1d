"""Pieces of English that rules about claims share, for folded (lower-case) text."""

from __future__ import annotations

from bedside.guard.draft import Kind

CLAIMING = frozenset({Kind.POST, Kind.AD, Kind.PROFILE, Kind.REPLY, Kind.MESSAGE, Kind.POLICY})
"""Where a provider may promise something."""

DENIED = (
    r"\b(?:myths?|no|not|nor|never|isn't|aren't|doesn't|don't|didn't|won't|can't|cannot|"
    r"couldn't|wouldn't|hasn't|haven't|wasn't|without|nobody|nothing|none|neither|false|"
    r"untrue|wrong|hoax|rumou?rs?|debunk\w*|misinformation|beware|wary|"
    r"anyone who promises|claims? that|claimed|too good to be true|there's no|"
    r"there is no|rarely|hardly|almost|nearly|promis(?:es|ed) (?:a|one)|if (?:a|any|"
    r"some)(?:one|body|thing)? \w*|stop believing|fact check|ask for proof)\b"
)
"""Words that turn a claim into its denial, or into talk about it."""

SOURCE = (
    r"\b(?:sources?:?|cdc|nhs|nih|w\.?h\.?o\.? (?:says|data|report)|"
    r"world health organi[sz]ation|mayo clinic|according to|doi|https?:|www\.|cdc\.gov|"
    r"\w+\.gov|\w+\.org|journal|lancet|nejm|jama|bmj|cochrane|university|foundation|"
    r"institute of|academy of|college of|association|society|department of health|"
    r"ministry|census|fda|usda|uspstf|task force|published|a (?:19|20)\d\d (?:study|"
    r"review|survey|trial|report)|in (?:a|one) (?:trial|study|review|survey) of|kff|pew|"
    r"gallup|nida|samhsa|surgeon general|unicef|health canada|aihw|statistics)\b"
)
"""What shows that a figure has a source."""

PROVIDER = (
    r"(?:clinics?|teams?|dentists?|doctors?|surgeons?|physios?|physiotherapists?|"
    r"hospitals?|practices?|care|nurses|specialists?|injectors?|orthodontists?|"
    r"dermatologists?|dermatology|cardiologists?|labs?|cent(?:er|re)s?|spas?|medspa|"
    r"providers?|pharmac(?:y|ies|ists?)|staff|therapists?|chiropractors?|vets?|dentistry|"
    r"orthodontics|implants?|veneers|braces|dentures|crowns|value|results|treatments?|"
    r"technology|scanners?|mri|lasers?|equipment|smiles?|emergency room|urgent care|"
    r"hands|experts?|expertise|midwives|podiatrists?|opticians?|optometrists?|"
    r"psychologists?|counsell?ors?|rehab|physicians?|pediatricians?|paediatricians?|"
    r"obgyns?|gynecologists?|audiologists?|hearing aids|home care|nursing home|care home|"
    r"hospice|ivf|fertility|lasik|botox|fillers?|facials?|massage|outcomes|"
    r"success rates?|service|facility|facilities|programs?|programmes?|unit|"
    r"health system|network|company|brand|choice|option|medicine|healthcare|health care|"
    r"nose|vein|hair|skin|minds|imaging|scans?|rehabilitation)"
)
"""What a provider may boast of."""
