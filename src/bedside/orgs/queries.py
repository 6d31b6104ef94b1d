"""What other apps may know of an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard import Organisation as Speaker
from bedside.orgs.models import Membership, Organisation

if TYPE_CHECKING:
    from django.db.models import QuerySet


def speaker(organisation: Organisation) -> Speaker:
    """Describe the organisation to the guard: its own names and numbers are no patient's."""
    locations = list(organisation.locations.all())
    staff = organisation.staff.values_list("name", flat=True)
    places = [organisation.city, organisation.region]
    places += [value for place in locations for value in (place.name, place.city, place.address)]
    phones = [organisation.phone, *(place.phone for place in locations)]
    return Speaker(
        name=organisation.name,
        staff=tuple(staff),
        city=organisation.city,
        phone=organisation.phone,
        places=tuple(dict.fromkeys(filter(None, places))),
        phones=tuple(dict.fromkeys(filter(None, phones))),
        emails=(organisation.email,) if organisation.email else (),
        domains=tuple(organisation.domains),
    )


def memberships_of(user_id: int) -> QuerySet[Membership]:
    """Return all organisations a person may switch to, by name."""
    return (
        Membership.objects.filter(user_id=user_id, ended_at=None)
        .select_related("organisation", "user")
        .order_by("organisation__name")
    )
