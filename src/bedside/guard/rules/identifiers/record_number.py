from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import PhraseRule


class RecordNumber(PhraseRule):
    """
    A medical record, account, claim, plan, license, device or other number of a person.

    ## Why it matters
    Record, account, plan, certificate, vehicle and device numbers are Safe Harbor identifiers,
    and so is any other unique code.

    ## Flagged
    - [MRN 00418823] finally discharged.
    - message: Balance on [acct 77-20418] is due.
    - reply: Your hearing aid ([ser. 22-40K7]) is ready.
    - review_reply: [Claim 88-20417] went out the next morning.
    - Is this your bag? [Member ID W123456789] is on the card.
    - The car with [license plate 7ABC123] blocks the ambulance bay.

    ## Fine
    - We are hiring a nurse, posting #44821, apply by March 3.
    - Research volunteers wanted. IRB #00318820.
    - Lot numbers 7A0219 to 7A0226 are recalled.
    - Exam question: a farmer with a rash and platelets 48.
    - message: Text Joel the plate at 912-555-0100.
    - The label printer works: MRN 00000000.
    - reply: The number on the back of your card will tell you.

    ## Instead
    Leave the number out; ask for a call.
    """

    code = "P008"
    label = "ID-NUMBER"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(H)-(M), (R)"
    message = "This is a number that stands for one person."
    why = "Whoever can look the number up knows who is meant."
    phrases = (
        r"(?:mrn|m\.r\.n\.|medical record|patient id|expediente|nss|folio)(?: (?:number|no|"
        r"id))?[.:#]* ?#?(?![0-]+(?:\W|$))[a-z]?\d[\d-]{2,14}",
        r"(?:acct|account|claim|voucher|member id|subscriber id|policy no|claim no|"
        r"rx)(?: (?:number|no|id))?[.:]? ?#? ?[a-z]{0,4}-?\d[\d-]{3,14}[a-z\d]*",
        r"(?:chart|record|case|policy|member|group|plan|beneficiary|medicaid|medicare|insurance|"
        r"prescription|order|ticket|confirmation|token|bib|patient|client|locker|"
        r"wristband)(?: (?:number|no\.?|id)[:# ]*| ?[#:] ?)[a-z]{0,4}-?\d[\d-]{2,14}[a-z\d]*",
        r"bib \d{3,6}",
        r"(?:ser|serial|s/n|device id|implant)(?: (?:number|no|"
        r"id))?[.:]? ?#? ?(?=[a-z-]{0,4}\d)[a-z\d][a-z\d-]{4,16}",
        r"(?:driver's )?licen[cs]e (?:number|no|"
        r"#)[.:]? ?#? ?(?=[a-z]{0,3}[- ]?\d)[a-z\d][a-z\d-]{4,9}",
        r"(?:licen[cs]e plate|number plate|plate number|"
        r"plate)(?: ?#| )(?!(?:at|for|in|is|of|on|to) )(?=[a-z\d -]{0,8}\d\d)"
        r"(?=[a-z\d -]{0,8}[a-z-])[a-z\d]{2,4}[ -]?[a-z\d]{2,5}(?! "
        r"(?:of|at|for|is))",
        r"vin ?[:#]? ?[a-hj-npr-z\d]{17}",
    )
    unless = (
        r"\b(?:posting|irb|lot numbers?|isbn|doi|hiring|tax id|npi|ein|clinical trial|nct\d+|"
        r"policy \d|wcag|medicare part|our (?:license|licence)|fictional|test (?:patient|strip))\b"
    )
