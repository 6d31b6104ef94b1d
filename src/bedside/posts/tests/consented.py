"""A person whose consent is signed and complete, past the pages that ask for it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from bedside.consents.models import Authorization, Signature
from bedside.consents.terms import Item, Purpose, Shown, Statement
from bedside.records.sealing import seal

if TYPE_CHECKING:
    from bedside.orgs.models import Membership


def consent(by: Membership, name: str = "Maria Lopez", **terms: Any) -> Authorization:
    """Return a consent that holds on the practice network until somebody changes a term."""
    now = timezone.now()
    said = {
        "number": by.organisation.authorizations.count() + 1,
        "template": "test",
        "items": [Item.NAME, Item.QUOTE, Item.TREATMENT, Item.DATES],
        "name_shown": Shown.FULL,
        "disclosers": "Cedar Hollow Family Clinic",
        "networks": ["practice"],
        "purposes": [Purpose.COMMUNITY],
        "expires_on": (now + timedelta(days=365)).date(),
        "statements": list(Statement),
        "copy_given_at": now,
        "created_by_id": by.user_id,
    } | terms
    made = Authorization.objects.create(organisation=by.organisation, **said)
    made.set_person({"name": name, "information": "That she quit smoking here"})
    made.save()
    Signature.objects.create(
        authorization=made,
        method=Signature.Method.TYPED,
        sealed=seal(name.encode(), about="test"),
        signed_at=now,
        zone="America/Chicago",
        known_by="known_here",
        checked_by_id=by.user_id,
    )
    return made
