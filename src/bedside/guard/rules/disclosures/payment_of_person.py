from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.phrasing import ADVERB
from bedside.guard.rule import ANSWERS, PhraseRule


class PaymentOfPerson(PhraseRule):
    """
    A person's bill, insurance, refund or debt.

    ## Why it matters
    Payment for care is protected like the care itself. Saying that a copay was returned says
    that there was a visit.

    ## Flagged
    - review_reply: [We refunded the copay] last week.
    - review_reply: [Your insurance] denied the claim.
    - reply: [Your balance] is past due.
    - review_reply: [We waived the fee] as a courtesy.
    - message: Hello, [you still owe] us for June.

    ## Fine
    - reply: We take most insurance plans; call us and we will check.
    - review_reply: Our billing line can answer questions about any statement.
    - reply: If your insurance changed this year, bring the new card.

    ## Instead
    "Our billing office is glad to help by phone."
    """

    code = "D005"
    label = "DIS-PAYMENT"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "45 CFR 160.103"
    kinds = ANSWERS
    message = "This tells of a bill, a payment or the insurance of the person."
    why = "Payment for care is protected health information."
    phrases = (
        r"your (?:(?!own)[\w'-]+ ){0,2}(?:insurance|insurence|co-?pays?|balance|bill|claim|invoice|refund|payment|debt|"
        r"coverage|medicaid|medicare|carecredit|premium|benefits|card on file|credit|deposit|out-of-network|collections)",
        r"your (?:insurer|plan|deductible|statement|account)(?:'s)?(?= (?:was|has|had|were|isn't|denied|covered|paid|didn't|only|rejected|is (?:\\w+ )?(?:past|due|overdue|closed|paid)))",
        rf"(?:we|i|they|office|billing|team|manager|[\w']+) {ADVERB}?(?:did |have |'ve |will )?(?:refund(?:ed)?|reimburs(?:e|ed)|waived?|credited|rebilled|re-billed|resubmit(?:ted)?|wrote off|written off|"
        r"billed|bulk billed|charged|comped|adjusted|invoiced|already resubmitted|allready resubmitted|allready|discounted)(?: (?:you|your|the|it|that|this|out|a|this|half|his|her)(?: (?:last|full))?(?: (?:fee|copay|claim|visit|charge|bill|balance|account))?)",
        r"(?:refund|credit|reimbursement|discount|payment plan) (?:was|has been|is|of \$?\d|we|you|went|to your|for your|toward)",
        r"you (?:still )?(?:owe|owed|paid|were (?:billed|charged|refunded|credited)|had a (?:deductible|balance|copay)|stopped paying|hadn't met|have a balance)",
        r"(?:balance|bill|total|copay|deductible|amount) (?:is|was|of) \$?\d[\d,.]*",
        r"(?:sent|went|goes|turned over) to collections",
        r"(?:at no|free of|without) charge (?:to you|for you)",
        r"\$\d[\d,.]* (?:covered|was|is (?:your|the|past)|you|credit|refund|copay|deductible|toward|went|past due|owed|balance|paid)",
    )
    particular = True
    told = True
    unless = r"applicants?|donors?|donation|vendor|sponsor"
