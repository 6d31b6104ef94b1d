"""What may be done to records besides adding to them: letting go of a body."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from bedside.records.chain import append
from bedside.records.heads import hold_head
from bedside.records.models import Body


@transaction.atomic
def purge_body(*, organisation_id: int, actor: str, sha256: str, reason: str) -> bool:
    """
    Drop the bytes of a body for good and keep its hash. Recorded with its reason, e.g. `retention`.

    Whether it may go is the caller's to know: retention (`queries.kept_until`) and legal holds.
    Returns False where there is no such body, or no longer.
    """
    hold_head(organisation_id)
    purged = Body.objects.filter(
        organisation_id=organisation_id, sha256=sha256, purged_at=None
    ).update(sealed=None, purged_at=timezone.now())
    if purged:
        append(
            organisation_id=organisation_id,
            actor=actor,
            verb="body.purged",
            subject=f"body:{sha256}",
            facts={"reason": reason},
        )
    return bool(purged)
