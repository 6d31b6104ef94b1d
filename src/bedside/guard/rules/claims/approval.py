from __future__ import annotations

from bedside.guard.claiming import CLAIMING
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

_AGENCY = "fda|tga|mhra|health canada|ema|medsafe|anvisa|government|hhs|ahpra|cdc|nhs|federally"


class Approval(WordingRule):
    """
    "FDA approved" where it may not be.

    ## Why it matters
    The FDA approves drugs and high-risk devices for stated uses. It clears or lists most devices,
    and approves no clinic, no procedure, no supplement and no stem-cell or exosome product for
    cosmetic use.

    ## Flagged
    - Exosome facials are [FDA approved].
    - Our sleep app is [FDA registered], so it works.
    - [Health Canada approved] IV vitamin bar.

    ## Fine
    - Our scanner is FDA-cleared. Cleared is not the same as approved.
    - The FDA hasn't approved an exosome product.
    - The board approved the plans for the new birth center.

    ## Instead
    Name the product, the status and the use: "cleared by the FDA for ...".
    """

    code = "C010"
    label = "CLAIM-APPROVAL"
    severity = Severity.WARN
    source = "FDA, Is It Really FDA Approved?; 21 CFR 807.39"
    kinds = CLAIMING
    message = "Check this status: it is often used of things that the agency never approved."
    why = "Registration and clearance are not approval, and approval is for stated uses only."
    spared = (
        r"\b(?:not the same as|not an approval|hasn't approved|has not approved|"
        r"have not approved|not approved|no regulator|can cause|may cause|side effects|"
        r"risks?|isn't right for everyone|prescribing information|for some (?:adults|"
        r"people)|what does|vs\.?|(?:isn't|aren't|is not|are not) (?:cleared|approved|licensed)|"
        r"for temporary relief|doesn't mean|does not mean|as an aid|ask to see|510\(k\)|not "
        r"for)(?!\w)"
    )
    wordings = (
        Wording(
            _AGENCY,
            then=r"[- ](?:fully )?(?:approved|cleared|registered|certified|listed|licensed|"
            r"endorsed|compliant|accepted|authori[sz]ed|blessed|backed|trusted|validated|"
            r"recogni[sz]ed|certificat\w+)",
            not_after="not|isn't|aren't|non",
        ),
        Wording(
            "approved|cleared|endorsed|certified|recommended|licensed|trusted|blessed|backed|"
            "recognized|recognised|accredited|registered",
            then=rf" (?:by|with) (?:the )?(?:{_AGENCY})",
            not_after="not|isn't|aren't|yet|been",
        ),
        Wording(
            "fda",
            then=r" (?:approval|clearance|approves|clears|seal|stamp)",
            not_after="no|without|lacks|the|awaiting|pending",
        ),
        Wording(
            "off-label|off label",
            not_after="is|as|are",
            then=r"(?= (?:use|benefits?|botox|prescri)\b)",
        ),
        Wording(
            _AGENCY,
            then=r" (?:has |have |just |have just |has just )*(?:given|gave|gives)[^.!?]{0,40}"
            r"(?:thumbs up|green light|the nod|blessing|seal|stamp|go-ahead)",
        ),
        Wording("federal approval|government approval|medicare-approved|medicare approved"),
    )
