from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.checksums import digits_of, is_card, is_iban
from bedside.guard.numbering import LINK, NUMBER, NumberRule, is_lookalike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_CARD = re.compile(
    r"[2-6](?<![\w.,+-].)(?:\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}|\d{3}[ -]?\d{6}[ -]?\d{5})(?![\w-])"
)
_IBAN = re.compile(r"\b[a-z]{2}\d{2}(?: ?[a-z\d]{2,4}){3,8}\b")

_BANKING = frozenset(["account", "bank", "deposit", "iban", "pay", "refund", "transfer", "wire"])


class CardNumber(NumberRule):
    """
    The number of a payment card or bank account.

    ## Why it matters
    Account numbers are Safe Harbor identifiers, and other people's money.

    ## Flagged
    - Left in the lobby: a card, [4111 1111 1111 1111].
    - message: Your deposit went back to the [card ending 4471].
    - message: We refund to [GB82 WEST 1234 5698 7654 32], right?
    - message: Is the [routing number still 021000021]?

    ## Fine
    - ISBN 9780306406157 and part 4111 1111 1111 1112 are on the list.
    - We take Visa and Mastercard, from $5 to $5000.
    - Gift cards from $25, ending soon.

    ## Instead
    Never write it; take payments by the portal or at the desk.
    """

    code = "P020"
    source = "45 CFR 164.514(b)(2)(i)(J)"
    message = "This is the number of somebody's card or account."
    phrases = (
        r"(?:card|visa|mastercard|amex|discover|debit card|credit card|hsa)(?: (?:number|no))?,? "
        r"(?:that )?(?:ending|ends|ended)(?: in| with)? ?#?\d{4}",
        rf"(?:routing|sort code|bank account|iban|card number|credit card|"
        rf"debit card){LINK}{NUMBER}",
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        folded = draft.reading.folded
        yield from super().find(draft)
        for match in _CARD.finditer(folded):
            if is_card(digits_of(match[0])) and not is_lookalike(folded, *match.span()):
                yield self.at(*match.span(), self.message, why=self.why)
        if not _BANKING.isdisjoint(draft.reading.words):
            for match in _IBAN.finditer(folded):
                if is_iban(match[0]):
                    yield self.at(*match.span(), self.message, why=self.why)
