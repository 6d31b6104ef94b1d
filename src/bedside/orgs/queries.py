"""What other apps may know of an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Value

from bedside.guard import Organisation as Speaker
from bedside.orgs.models import Membership, Organisation

if TYPE_CHECKING:
    from django.db.models import QuerySet


def speaker(organisation: Organisation) -> Speaker:
    """Describe the organisation to the guard: its own names and numbers are no patient's."""
    nothing = (Value(""), Value(""), Value(""))
    named = organisation.staff.values_list(Value("staff"), "name", *nothing)
    own = organisation.locations.values_list(Value("place"), "name", "city", "address", "phone")
    rows = list(own.union(named, all=True))
    staff = [name for kind, name, *_ in rows if kind == "staff"]
    locations = [said for kind, *said in rows if kind == "place"]
    places = [organisation.city, organisation.region]
    places += [place for *said, _ in locations for place in said]
    phones = [organisation.phone, *(phone for *_, phone in locations)]
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
