from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from itertools import islice
from typing import TYPE_CHECKING

from bedside.guard.finding import Severity
from bedside.guard.rule import MOST, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_V4 = re.compile(r"\d(?<![\w.].)\d{0,2}(?:(?:\.|\[\.\])\d{1,3}){3}(?![\d/]|\.\d|\w)")
_V6 = re.compile(r"(?<![\w:.])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?![\w:/]|\.\d)")
# Dashes, spaces or words for dots, and a last part left out: one only after the word "IP".
_ODD_V4 = re.compile(
    r"(?<![\w.-])\d{1,3}(?:(?: ?\. ?| ?- ?| ?[\[(]\.[\])] ?| dot )\d{1,3}){2}"
    r"(?: ?\. ?| ?- ?| ?[\[(]\.[\])] ?| dot )(?:\d{1,3}|x{1,3}|\*)(?:/\d\d)?(?![\w.-])"
)
_IP = re.compile(r"\bip(?:s|v4)?\b[^\n]{0,40}$")
_FROM = re.compile(r"\b(?:was|came|connected|connecting|login|logged in|posted) from $")
_OF_ONE = re.compile(r"\b(?:his|her|their|he|she|mr|mrs|ms|keeps?|booking|posted|[a-z]+'s)\b")
_CUE = re.compile(
    r"\b(?:ips?|ipv[46]|address(?:es)?|login|logins|logged|network|server|host|router|traced|"
    r"blocked|came|posted|review|connected|from|visitor|computer|device|session|signed|dirección)\b"
    r"[^\n]{0,50}$"
)
_VERSION = re.compile(
    r"(?:\b(?:v|ver|version|versions|release|build|firmware|software|update|updated to|upgrade|"
    r"upgraded to|os|app|driver|patch|section|sections|sec|chapter|clause|paragraph|rule|standard|"
    r"outline|item|oid|from \d[\d.]* to)\.?|§{1,2})[^\w\n]{0,3}(?:number |no\.? |is )?$"
)


class InternetAddress(Rule):
    """
    The IP address of a person's computer or phone.

    ## Why it matters
    IP addresses are Safe Harbor identifiers: they lead to one household.

    ## Flagged
    - The review came from [203.0.113.77], we checked.
    - message: The app blocked a login from [2001:db8:85a3::8a2e:370:7334].

    ## Fine
    - Version 1.2.3 of our app is out, and firmware 10.4.2.1 for the pump.
    - Block 198.51.100.0/24 in your firewall.
    - See section 4.2.1.3, open 8:00 to 17:00:00, at a ratio of 1:2:3.

    ## Instead
    Leave it out; the network's own report form takes it.
    """

    code = "P010"
    label = "ID-CONTACT"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(O)"

    def find(self, draft: Draft) -> Iterator[Finding]:
        folded = draft.reading.folded
        if folded.count(".") > 2:
            for match in _V4.finditer(folded):
                if _is_v4(
                    match[0].replace("[.]", "."), folded[max(0, match.start() - 60) : match.start()]
                ):
                    yield self.at(*match.span(), "This is the IP address of a person.")
        yield from self._odd(draft)
        if folded.count(":") > 1:
            for match in _V6.finditer(folded):
                if _is_v6(match[0], folded[max(0, match.start() - 60) : match.start()]):
                    yield self.at(*match.span(), "This is the IP address of a person.")

    def _odd(self, draft: Draft) -> Iterator[Finding]:
        """Yield addresses that are not written as computers write them."""
        folded = draft.reading.folded
        for match in islice(_ODD_V4.finditer(folded), MOST):
            plain = re.sub(r"/\d\d|[ \[()\]]|x+$|\*$", "", match[0]).replace("dot", ".")
            plain = re.sub("[.-]+", ".", plain)
            parts = plain.rstrip(".").split(".")
            if match[0] == ".".join(parts) and len(parts) == 4:
                continue
            if any(int(part) > 255 for part in parts):
                continue
            before = folded[max(0, match.start() - 60) : match.start()]
            ranged = match[0].endswith(("x", "*")) or "/" in match[0]
            if _VERSION.search(before):
                continue
            if (
                _IP.search(before)
                or _FROM.search(before)
                or (ranged and _OF_ONE.search(folded, *draft.reading.around(match.start())))
            ):
                yield self.at(*match.span(), "This is the IP address of a person.")


def _is_v4(text: str, before: str) -> bool:
    """Tell an address from a version: small parts alone are one only where the words say so."""
    try:
        address = IPv4Address(text)
    except AddressValueError:
        return False
    if address.is_unspecified or address.is_loopback or _VERSION.search(before):
        return False
    if address.is_private and text.endswith((".0.1", ".1.1")):
        return False
    small = all(int(part) < 30 for part in text.split("."))
    return not small or _CUE.search(before) is not None


def _is_v6(text: str, before: str) -> bool:
    """Tell an address from times and ratios: these have no long part and no eight of them."""
    try:
        address = IPv6Address(text)
    except AddressValueError:
        return False
    if address.is_unspecified or address.is_loopback:
        return False
    telling = text.count(":") == 7 or any(len(part) > 2 for part in text.split(":"))
    return telling or _CUE.search(before) is not None
