"""Pieces of English that rules about claims share, for folded (lower-case) text."""

from __future__ import annotations

from bedside.guard.draft import Kind

CLAIMING = frozenset({Kind.POST, Kind.AD, Kind.PROFILE, Kind.REPLY, Kind.MESSAGE, Kind.POLICY})
"""Where a provider may promise something."""

DENIED = (
    r"\b(?:myths?|no|not|nor|never|isn't|aren't|doesn't|don't|didn't|won't|can't|cannot|couldn't"
    r"|wouldn't|hasn't|haven't|wasn't|without|nobody|nothing|none|neither|false|untrue|wrong|hoax"
    r"|rumou?rs?|debunk\w*|misinformation|beware|wary|anyone who promises|claims? that|claimed"
    r"|too good to be true|there's no|there is no|rarely|hardly|almost|nearly|promis(?:es|ed) (?:a|one)"
    r"|if (?:a|any|some)(?:one|body|thing)? \w*|stop believing|fact check|ask for proof)\b"
)
"""Words that turn a claim into its denial, or into talk about it."""

SOURCE = (
    r"\b(?:sources?:?|cdc|nhs|nih|w\.?h\.?o\.? (?:says|data|report)|world health organi[sz]ation"
    r"|mayo clinic|according to|doi|https?:|www\.|cdc\.gov|\w+\.gov|\w+\.org|journal|lancet|nejm|jama"
    r"|bmj|cochrane|university|foundation|institute of|academy of|college of|association|society"
    r"|department of health|ministry|census|fda|usda|uspstf|task force|published|a (?:19|20)\d\d (?:study"
    r"|review|survey|trial|report)|in (?:a|one) (?:trial|study|review|survey) of|kff|pew|gallup|nida"
    r"|samhsa|surgeon general|unicef|health canada|aihw|statistics)\b"
)
"""What shows that a figure has a source."""

PROVIDER = (
    r"(?:clinics?|teams?|dentists?|doctors?|surgeons?|physios?|physiotherapists?|hospitals?|practices?"
    r"|care|nurses|specialists?|injectors?|orthodontists?|dermatologists?|dermatology|cardiologists?"
    r"|labs?|cent(?:er|re)s?|spas?|medspa|providers?|pharmac(?:y|ies|ists?)|staff|therapists?|chiropractors?"
    r"|vets?|dentistry|orthodontics|implants?|veneers|braces|dentures|crowns|value|results|treatments?"
    r"|technology|scanners?|mri|lasers?|equipment|smiles?|emergency room|urgent care|hands|experts?"
    r"|expertise|midwives|podiatrists?|opticians?|optometrists?|psychologists?|counsell?ors?|rehab"
    r"|physicians?|pediatricians?|paediatricians?|obgyns?|gynecologists?|audiologists?|hearing aids"
    r"|home care|nursing home|care home|hospice|ivf|fertility|lasik|botox|fillers?|facials?|massage"
    r"|outcomes|success rates?|service|facility|facilities|programs?|programmes?|unit|health system"
    r"|network|company|brand|choice|option|medicine|healthcare|health care|nose|vein|hair|skin)"
)
"""What a provider may boast of."""
