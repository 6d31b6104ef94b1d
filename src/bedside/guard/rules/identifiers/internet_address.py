from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address
from typing import TYPE_CHECKING

from bedside.guard.finding import Severity
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_IP = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]|\w)")
_PERSONAL = re.compile(
    r"(?:https?://)?(?:www\.)?(?:gofundme\.com/f|caringbridge\.org/visit|"
    r"facebook\.com/(?:profile\.php|people)|linkedin\.com/in|instagram\.com|tiktok\.com/@|"
    r"venmo\.com)/?[\w./?=@%-]{3,80}"
)


class InternetAddress(Rule):
    """
    An internet address of a person: an IP address, a profile, a fundraiser.

    ## Why it matters
    Web addresses and IP addresses of a person are Safe Harbor identifiers.

    ## Flagged
    - The review came from [203.0.113.77], we checked.
    - Help him at [gofundme.com/f/bring-eli-home] please.

    ## Fine
    - Version 1.2.3 of our app is out.
    - Book at cedarhollow.example/book any time.

    ## Instead
    Link only to pages of the clinic or of a public source.
    """

    code = "P010"
    label = "ID-CONTACT"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(N)-(O)"

    def find(self, draft: Draft) -> Iterator[Finding]:
        folded = draft.reading.folded
        for match in _IP.finditer(folded):
            if _is_address(match[0]):
                yield self.at(match.start(), match.end(), "This is the IP address of a person.")
        for match in _PERSONAL.finditer(folded):
            if not any(domain and domain in match[0] for domain in draft.org.domains):
                yield self.at(match.start(), match.end(), "This links to one person's page.")


def _is_address(text: str) -> bool:
    try:
        return not IPv4Address(text).is_unspecified
    except AddressValueError:
        return False
