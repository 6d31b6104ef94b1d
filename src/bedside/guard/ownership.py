"""Tells what is the organisation's own: its names, staff, domains and addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bedside.guard.draft import Draft

_COMMON = frozenset(
    [
        "the",
        "and",
        "for",
        "clinic",
        "center",
        "centre",
        "health",
        "hospital",
        "medical",
        "family",
        "care",
        "dental",
        "practice",
        "group",
        "associates",
        "services",
        "house",
        "home",
    ]
)

_INSTITUTION = re.compile(
    r"clinic|hospital|health|medic|dental|dentist|physio|therap|pharm|care$|center|centre|official|"
    r"foundation|society|assoc|institute|univers|college|school|county|city|state|gov|nhs|cdc|nih|"
    r"who$|usa$|^us|news|times|radio|library|museum|church|ymca|redcross|cross$|alliance|league|"
    r"network|group|team|shop|store|company|inc$|llc|research|support|awareness|chamber|police|"
    r"sheriff|fire|foodbank|shelter|rescue|club|america|national|community"
)
"""Parts of handles that institutions have."""


def is_institution(handle: str) -> bool:
    """Tell whether a handle reads like that of an institution, a shop or a cause."""
    return _INSTITUTION.search(re.sub(r"[\W\d_]", "", handle.lower())) is not None


def is_own_domain(draft: Draft, domain: str) -> bool:
    """Tell whether a domain is one of the organisation's, or a part of one of these."""
    domain = domain.removeprefix("www.")
    listed = [own.lower().removeprefix("www.") for own in draft.org.domains if own]
    listed += [address.lower().rpartition("@")[2] for address in draft.org.emails if address]
    if any(domain == own or domain.endswith("." + own) for own in listed):
        return True
    labels = domain.split(".")
    return any(_is_of_name(draft, label) for label in labels[:-1])


def is_own_address(draft: Draft, local: str, domain: str) -> bool:
    """Tell whether an e-mail address is the organisation's or one of its staff's at work."""
    if f"{local}@{domain}" in {address.lower() for address in draft.org.emails}:
        return True
    return _is_of_name(draft, local) or is_own_domain(draft, domain)


def is_own_name(draft: Draft, handle: str) -> bool:
    """Tell whether a handle is made of the organisation's name or of a staff member's."""
    letters = re.sub(r"[\W\d_]", "", handle.lower())
    if _is_of_name(draft, handle):
        return True
    surnames = [re.findall(r"[^\W\d_]+", name.lower()) for name in draft.org.staff]
    return any(parts and len(parts[-1]) > 2 and parts[-1] in letters for parts in surnames)


def _is_of_name(draft: Draft, handle: str) -> bool:
    """
    Tell whether a handle is made of the organisation's name.

    So it is where it holds the name's first two words, or its only telling one.
    """
    letters = re.sub(r"[\W\d_]", "", handle.lower())
    parts = re.findall(r"[^\W\d_]+", draft.org.name.lower().replace("'", ""))
    telling = [part for part in parts if part not in _COMMON and len(part) > 2]
    if len(letters) < 4 or not parts:
        return False
    whole = "".join(parts)
    return (
        letters in whole
        or "".join(parts[:2]) in letters
        or (bool(telling) and len(telling[0]) > 4 and letters.startswith(telling[0]))
    )
