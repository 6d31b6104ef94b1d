from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.finding import Severity
from bedside.guard.lexicon import words
from bedside.guard.ownership import is_own_address, is_own_name
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_EMAIL = re.compile(
    r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})(?:@| {1,2}@ {1,2})"
    r"(?P<domain>(?:[a-z0-9-]{1,63} ?\. ?){1,4}[a-z]{2,24})(?![\w-])"
)
_AT = r"(?: {1,2}at {1,2}| ?[\[({<] ?(?:at|@|arroba) ?[\])}>] ?| arroba | {0,2}@ {0,2})"
_DOT = r"(?:\.| {1,2}(?:dot|punto|point) {1,2}| ?[\[({<] ?(?:dot|\.|punto) ?[\])}>] ?)"
_SPOKEN = re.compile(
    rf"(?<![\w.+-])(?P<local>[a-z0-9][\w.+-]{{0,40}}(?: dot [a-z0-9_]{{1,30}}| underscore "
    rf"[a-z0-9]{{1,30}}){{0,2}}){_AT}(?P<domain>[a-z0-9-]{{1,40}}(?:{_DOT}[a-z]{{2,24}}){{1,3}})"
    r"(?![\w-])"
)
_BRACKETED = re.compile(r"\w ?[\[({<] ?at ?[\])}>] ?\w")
_SPELLED = frozenset({"dot", "punto", "arroba", "at"})
_THEIRS = re.compile(
    r"\b(?:your|ur|his|her|their|su|tu|patient's|client's|[a-z]+'s) (?:own |personal |new |old |"
    r"work |home )?(?:e-?mail|address|inbox|gmail|correo)\b[^.!?]{0,30}$|"
    r"\b(?:e-?mail|address) (?:we have|on file)\b|"
    r"\b(?:sent (?:\w+ ){0,4}to|e-?mailed|went (?:out )?to|bounced from|reach (?:him|her|"
    r"them)(?: at)?|"
    r"(?:patient|winner|owner|caller|reviewer|mom|mum|dad|daughter|son|wife|husband)"
    r"(?: [a-z]+){0,4}(?: at| is|:|,)?)\W*$"
)
_PUBLIC_ENDS = (".gov", ".mil", ".gc.ca", ".gov.uk", ".nhs.uk", "nhs.net", ".edu")
_PLAIN = frozenset(
    [
        "us",
        "visit",
        "find",
        "look",
        "located",
        "here",
        "is",
        "are",
        "available",
        "online",
        "more",
        "book",
        "order",
    ]
)


class EmailAddress(Rule):
    """
    A personal e-mail address.

    ## Why it matters
    E-mail addresses are Safe Harbor identifiers.

    ## Flagged
    - We sent it to [rosa.m1962@gmail.com] last night.
    - reply: Is your email still [d.okafor@workplace.example]?
    - Whoever owns [jdub.in.butte@mailbox.example], we found your bag.
    - message: Send the form to [rosa dot m at gmail dot com].

    ## Fine
    - Write to hello@cedarhollow.example with any question.
    - Send a resume to jobs@northlight.example.
    - Meet us at cedarhollow dot com. Read more at nih.gov or write to info@cdc.gov.

    ## Instead
    Give only an address of the clinic.
    """

    code = "P005"
    label = "ID-CONTACT"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(F)"

    def find(self, draft: Draft) -> Iterator[Finding]:
        for match in _addresses(draft):
            local = re.sub(r" (?:dot|underscore) ", ".", match["local"])
            domain = re.sub(rf"{_DOT}|\s*\.\s*", ".", match["domain"])
            before = draft.reading.folded[max(0, match.start() - 50) : match.start()]
            free = domain in words("free_mail")
            theirs = free or _THEIRS.search(before) is not None
            if is_own_address(draft, local, domain) or not (
                theirs or _is_personal(draft, local, domain)
            ):
                continue
            yield self.at(
                match.start(),
                match.end(),
                "This is an e-mail address that is not one of yours.",
                severity=Severity.ERROR if theirs or draft.org.domains else Severity.WARN,
            )


def _addresses(draft: Draft) -> Iterator[re.Match[str]]:
    reading = draft.reading
    if "@" in reading.folded:
        yield from _EMAIL.finditer(reading.folded)
    spelled = (
        len(_SPELLED & reading.words) > 1
        or not _PROVIDERS.isdisjoint(reading.words)
        or _BRACKETED.search(reading.folded) is not None
    )
    if spelled and _SPELLED & reading.words:
        for match in _SPOKEN.finditer(reading.folded):
            domain = re.sub(_DOT, ".", match["domain"])
            telling = re.search(r"[\d._]| dot | underscore ", match["local"])
            theirs = _THEIRS.search(reading.folded, max(0, match.start() - 50), match.start())
            bracketed = re.search(r"[\[({<]", match[0])
            if (
                domain in words("free_mail")
                or _BRACKETED.search(match[0])
                or (
                    re.search(rf"(?!\.){_DOT}", match["domain"])
                    and (telling or theirs or bracketed)
                    and match["local"] not in _PLAIN
                )
            ):
                yield match


def _is_personal(draft: Draft, local: str, domain: str) -> bool:
    """Tell whether an address is a person's own and no office's."""
    role = re.split(r"[._+-]", local)[0]
    if local in words("mailboxes") or role in words("mailboxes") or domain.endswith(_PUBLIC_ENDS):
        return False
    return not is_own_name(draft, local)


_PROVIDERS = frozenset(
    [
        "gmail",
        "yahoo",
        "hotmail",
        "outlook",
        "icloud",
        "aol",
        "proton",
        "protonmail",
        "gmx",
        "live",
        "msn",
        "comcast",
    ]
)
