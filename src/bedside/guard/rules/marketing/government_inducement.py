from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule

OFFERING = frozenset(
    {Kind.AD, Kind.POST, Kind.PROFILE, Kind.POLICY, Kind.MESSAGE, Kind.REVIEW_REQUEST}
)


class GovernmentInducement(WordingRule):
    """
    A gift or a waiver for people on public insurance.

    ## Why it matters
    A present to a Medicare or Medicaid member can be a civil offense, and a waived copay a false
    claim.

    ## Flagged
    - ad: [Free tablet for every new patient on Medicaid].
    - ad: [We waive the Medicare co]-pay at every visit.

    ## Fine
    - ad: We accept Medicare and Medicaid. Medicare covers the yearly visit.
    - Flu shots are free for everyone aged six months and over.

    ## Instead
    Say what the plan covers. Ask counsel before anything of value is given.
    """

    code = "M009"
    label = "ADS-INDUCEMENT"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "42 USC 1320a-7a(a)(5), beneficiary inducements; 42 CFR 1003.110"
    kinds = OFFERING
    message = "This offers something of value to people on public insurance."
    unless = (
        r"\b(?:we don't pay|do not pay|never|must not|may not|not allowed|no gifts?|"
        r"we do not|don't offer|do not offer)\b"
    )
    _gift = (
        r"(?:free (?:tablet|phone|fitness|lunch|ride|gift|tv|meal|groceries|bike|watch|"
        r"tracker|shoes|glasses|hamper|cruise|massage|cleaning|whitening)|gifts?|"
        r"hampers?|gift cards?|grocery cards?|cash|trackers?|tablets?|lunch|rewards?|"
        r"vouchers?|bonus|\$\d+|£\d+|prizes?|raffle|in your hand|groceries|turkey)"
    )
    wordings = (
        Wording(
            "medicare|medicaid|medi-cal|tricare|bulk-billed|bulk-bill|bulk-billing|ndis|"
            "masshealth|tenncare|chip members|dual-eligible",
            then=rf"[^.!?]{{0,90}}?\b{_gift}",
            not_after="no|not",
        ),
        Wording(
            "free|gift|gifts|hamper|cash|card|lunch|refer|send|$25|$50|$100|$20|bring|"
            "waive|waives|waived|bonus|reward|win|earn|earns|voucher|tablet",
            then=r"[^.!?]{0,90}?\b(?:medicare|medicaid|medi-cal|tricare)(?! (?:covers?|pays|"
            r"accepted|open))(?: \w+)?",
            before=r"(?:we )?",
            given=rf"\b(?:{_gift}|co-?pay\w*|deductible)",
        ),
        Wording(
            "medicare|medicaid",
            after="^|on|with|have",
            then=r"[^.!?]{0,60}\?(?=[^.!?]{0,90}\b(?:free|gift|card|leave with|get a)\b)",
        ),
    )
