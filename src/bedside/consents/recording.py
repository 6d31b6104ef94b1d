"""What the records keep of authorizations: references, codes and hashes, never a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.records.chain import append

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bedside.consents.models import Authorization
    from bedside.orgs.models import Membership
    from bedside.records.digests import Fact

SIGNER = "signer"
"""The actor of what the person did themselves, on a tablet or by their private link."""
SYSTEM = "system"


class NotPossible(ValueError):
    """The step does not fit what the authorization says now; the text says why and what helps."""


def actor(by: Membership | None, otherwise: str = SIGNER) -> str:
    """Return who did it, as an entry names them."""
    return otherwise if by is None else f"user:{by.user_id}"


def record(
    authorization: Authorization,
    verb: str,
    who: str,
    *,
    bodies: Iterable[bytes] = (),
    **more: Fact,
) -> None:
    """Add an entry about an authorization. `who` is an actor as `actor` returns it."""
    append(
        organisation_id=authorization.organisation_id,
        actor=who,
        verb=verb,
        subject=authorization.subject,
        facts={"reference": authorization.reference, **more},
        bodies=bodies,
    )
