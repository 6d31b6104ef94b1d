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
        r"your (?:(?!own)[\w'-]+ ){0,2}(?:insurance|insurence|co-?pays?|balance|bill|claim|"
        r"invoice|refund|payment|debt|coverage|medicaid|medicare|carecredit|premium|benefits|"
        r"card on file|credit|deposit|out-of-network|collections)",
        r"your (?:insurer|plan|deductible|statement|account)(?:'s)?(?= (?:was|has|had|were|isn't|"
        r"denied|covered|paid|didn't|only|rejected|is (?:\\w+ )?(?:past|due|overdue|closed|paid)))",
        rf"(?<![\w'])(?:we|i|they|office|billing|team|manager|[\w']+) {ADVERB}?(?:did |have |'ve |"
        rf"will )?(?:refund(?:ed)?|reimburs(?:e|ed)|waived?|credited|rebilled|re-billed|"
        rf"resubmit(?:ted)?|wrote off|written off|"
        r"billed|bulk billed|charged|comped|adjusted|invoiced|already resubmitted|"
        r"allready resubmitted|allready|discounted)(?: (?:you|your|the|it|that|this|out|a|this|"
        r"half|his|her)(?: (?:last|full))?(?: (?:fee|copay|claim|visit|charge|bill|balance|"
        r"account))?)",
        r"(?:refund|credit|reimbursement|discount|payment plan) (?:was|has been|is|of \$?\d|we|"
        r"you|went|to your|for your|toward)",
        r"you (?:still )?(?:owe|owed|paid|were (?:billed|charged|refunded|credited)|"
        r"had a (?:deductible|balance|copay)|stopped paying|hadn't met|have a balance)",
        r"(?:balance|bill|total|copay|deductible|amount) (?:is|was|of) \$?\d[\d,.]*",
        r"(?:sent|went|goes|turned over) to collections",
        r"(?:at no|free of|without) charge (?:to you|for you)",
        r"\$\d[\d,.]* (?:covered|was|is (?:your|the|past)|you|credit|refund|copay|deductible|"
        r"toward|went|past due|owed|balance|paid)",
    )
    particular = True
    told = True
    unless = r"applicants?|donors?|donation|vendor|sponsor"
