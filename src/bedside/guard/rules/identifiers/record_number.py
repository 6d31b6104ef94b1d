from __future__ import annotations

from bedside.guard.numbering import LINK, NUMBER, NumberRule


class RecordNumber(NumberRule):
    """
    A medical record, account, claim, order or other number of a person.

    ## Why it matters
    Record and account numbers are Safe Harbor identifiers, and so is any other unique code.

    ## Flagged
    - [MRN 00418823] finally discharged.
    - The chart on the desk, [medical record number is 77-1204], is not his.
    - Handed in: a warfarin book, [NHS no. 999 012 3456].
    - message: Balance on [acct 77-20418] is due.
    - review_reply: [Claim 88-20417] went out the next morning.
    - The lady of [case PH-20931] got a giraffe on her bridge.
    - The folder by the sink, [R7-44-1], is her chart.
    - message: Her file came back from the lab as [LT 40-2218].
    - [Participant 0177] finished the boxing study.

    ## Fine
    - We are hiring a nurse, posting #44821, apply by March 3.
    - Research volunteers wanted. IRB #00318820.
    - Lot numbers 7A0219 to 7A0226 are recalled.
    - Exam question: a farmer with a rash and platelets 48.
    - message: Text Joel the plate at 912-555-0100.
    - The label printer works: MRN 00000000.
    - reply: The number on the back of your card will tell you.
    - Our NPI is 1234567893 and our tax ID is 12-3456789.
    - We set a record: 12,000 flu shots. Order 20000 masks today.

    ## Instead
    Leave the number out; ask for a call.
    """

    code = "P008"
    source = "45 CFR 164.514(b)(2)(i)(H), (J), (R)"
    named = (
        r"charts?|mrns?|records?|accounts?|acct|case|claims?|files?|client|study|episode|"
        r"encounter|visit|ur|fin|specimen|accession|patient number|order|rx|prescription|referral|"
        r"invoice|ticket|reference|ref|admission|wristband|label"
    )
    after = (
        r",? (?:is|was|=) (?:the |his |her |your |my |[a-z]+'s )?(?:chart|record|mrn|file|"
        r"account|case|claim|visit|order|encounter)"
    )
    _marked = r"(?: (?:number|no\.?|nr|id)[:# ]*(?:is )?| ?[#:] ?#?)"
    _long = r"(?=(?:[a-z-]{0,4}\d){5})" + NUMBER + r"(?! (?!is\b|was\b|has\b)[a-z]+s\b)"
    phrases = (
        rf"(?:u?mrn|mr ?#|m\.r\.n\.?|emrn|med(?:ical)? ?rec(?:ord)?s?|hospital (?:number|no|id)|"
        rf"unit record|"
        rf"nhs (?:number|no)|nhs(?= ?#| ?:| \d{{3}} \d{{3}})|chi number|expediente|"
        rf"historia clínica|folio|dossier|nss|nir){LINK}{NUMBER}",
        rf"(?:patient|client|resident|chart|record|encounter|visit|accession|specimen|"
        rf"file|fin|csn|hrn|ehr|emr)(?:'s)? (?:number|no|id|num|identifier|#){LINK}{NUMBER}",
        rf"(?:acct|account|claim|voucher|contract|prescription|confirmation|"
        rf"(?:your|his|her|their|'s) (?:invoice|statement|receipt|ticket|bill)){LINK}{NUMBER}(?!%)",
        rf"(?:rx|csn|har|umpi|empi|urn){LINK}{NUMBER}",
        rf"(?:chart|file|record|patient|account)(?:'s)? (?:(?:account|number|no\.?) ){{0,2}}"
        rf"end(?:s|ing)(?: in| with)? {NUMBER}",
        rf"(?:guarantor|enc|cust(?:omer)?|appt|appointment|booking|biopsy|slide|imaging|exam|script|"
        rf"complaint|grievance|incident|acc|req|pathology|statement|receipt){_marked}{NUMBER}",
        rf"(?:client|case|chart|file|participant) (?=[a-z]{{1,4}}-\d{{3}}){NUMBER}",
        rf"pt(?:\.|\'s)? (?:number|no|id|#){LINK}{NUMBER}",
        rf"(?:chart|record|case|patient|client|resident|subject|participant|donor|order|"
        rf"token|locker|wristband|lockbox|ref|reference|embryo|run){_marked}{NUMBER}",
        rf"(?:chart|record|case|patient|subject|participant|order|job|ref|referral|encounter|"
        rf"specimen|accession|file) {_long}",
        r"(?:subject|participant|wristband|lockbox) [a-z]{0,4}-?\d[\d-]{2,9}",
        r"bib \d{3,6}",
    )
    unless = (
        r"\b(?:posting|irb|isbn|doi|hiring|clinical trial|nct\d+|"
        r"policy \d|wcag|fictional|test (?:patient|strip))\b"
    )
