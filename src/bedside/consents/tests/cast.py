"""Forms that hold, and what makes them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from bedside.consents import verbs
from bedside.consents.terms import Item, Purpose

if TYPE_CHECKING:
    from bedside.consents.models import Authorization, Revocation, Signature
    from bedside.orgs.models import Membership

PERSON = {"name": "Ana Ruiz", "information": "Her face at the flu day", "born": "1958"}
TERMS: dict[str, Any] = {
    "items": [Item.PHOTO, Item.NAME],
    "name_shown": "first",
    "disclosers": "Cedar Hollow Family Clinic",
    "networks": ["practice", "facebook", "website"],
    "purposes": [Purpose.COMMUNITY],
}
PAPER = b"%PDF-1.7\na scan of paper\nstartxref\n9\n%%EOF\n"
"""A scan of a signed paper."""
PNG = b"\x89PNG\r\n\x1a\nthe hand of Ana"


def year_from_now() -> date:
    """Return the day on which the forms of these tests end."""
    return timezone.now().date() + timedelta(days=365)


def drafted(by: Membership, person: dict[str, Any] | None = None, **terms: Any) -> Authorization:
    """Fill in a form that lacks nothing but its signature."""
    wanted = {**TERMS, "expires_on": year_from_now(), **terms}
    kind = wanted.pop("kind", "patient")
    return verbs.draft(by=by, kind=kind, person={**PERSON, **(person or {})}, terms=wanted)


def sign(authorization: Authorization, by: Membership, **more: Any) -> Signature:
    """Have a presented form signed on a tablet: by typing, which needs no picture."""
    given: dict[str, Any] = {
        "method": "typed",
        "image": None,
        "typed": "Ana Ruiz",
        "known_by": "photo_id",
        "checked_by": by,
        "initials": {},
        "zone": "America/Chicago",
        "device": "tablet",
        "address": "192.0.2.7",
    }
    return verbs.sign(authorization=authorization, **{**given, **more})


def signed(by: Membership, person: dict[str, Any] | None = None, **terms: Any) -> Authorization:
    """
    Return a form that holds: filled in, presented, signed, a copy given.

    Pictures that it is bound to, `assets`, need not be in the library.
    """
    assets = terms.pop("assets", [])
    authorization = drafted(by, person, **terms)
    verbs.present(by=by, authorization=authorization)
    sign(authorization, by, initials=dict.fromkeys(terms.get("sensitive", ()), "AR"))
    verbs.give_copy(by=by, authorization=authorization, how="print")
    by.organisation.authorizations.filter(pk=authorization.pk).update(assets=assets)
    return by.organisation.authorizations.get(pk=authorization.pk)


def revoke(by: Membership | None, authorization: Authorization, **more: Any) -> Revocation:
    """Note that somebody took a form back, by phone and just now unless told otherwise."""
    given = {"how": "phone", "received_at": timezone.now(), **more}
    return verbs.revoke(by=by, authorization=authorization, **given)
