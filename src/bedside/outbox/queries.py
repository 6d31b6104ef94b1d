"""What others may know of deliveries and accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q

from bedside.outbox.models import Account, Delivery
from bedside.outbox.states import IN_HAND, NEEDS_A_PERSON, State

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from bedside.orgs.models import Organisation

LEFT = IN_HAND | {State.LIVE, State.UNKNOWN, State.BY_HAND}
"""States in which something is, may be, or is about to be public."""


def has_left(organisation_id: int, subject: str) -> bool:
    """Tell whether anything of a subject is live, may be, or is on its way."""
    return (
        Delivery.objects.filter(
            organisation_id=organisation_id, subject=subject, state__in=sorted(LEFT)
        )
        .exclude(action="delete")
        .exists()
    )


def of_subject(organisation: Organisation, subject: str) -> QuerySet[Delivery]:
    """Return all deliveries of a subject with their accounts and attempts, in sending order."""
    return (
        organisation.deliveries.filter(subject=subject)
        .select_related("account")
        .prefetch_related("attempts")
        .order_by("account_id", "part", "pk")
    )


def needing_a_person(organisation: Organisation) -> QuerySet[Delivery]:
    """Return what waits for somebody's decision, the newest first."""
    return (
        organisation.deliveries.filter(Q(state__in=sorted(NEEDS_A_PERSON)) | Q(state=State.UNKNOWN))
        .select_related("account")
        .order_by("-changed_at")
    )


def connected(organisation: Organisation) -> QuerySet[Account]:
    """Return the accounts a post may go to, by network and name."""
    return organisation.accounts.exclude(health=Account.Health.DISCONNECTED).order_by(
        "network", "label", "pk"
    )


def waiting_by_account(organisation: Organisation) -> dict[int, int]:
    """Count what is planned for each account."""
    return dict(
        organisation.deliveries.filter(state=State.PLANNED)
        .values_list("account_id")
        .annotate(Count("pk"))
    )
