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


def must_say_who(row: Authorization) -> None:
    """
    Raise `NotPossible` for a form about nobody, or a staff release of somebody on no staff list:
    a release lacks what a patient has to be told, so nobody else may be put on one.
    """
    if row.kind == row.Kind.STAFF and row.staff_id is None:
        raise NotPossible("Choose the colleague; add who is missing in Settings first.")
    if row.kind == row.Kind.PATIENT and not row.person.get("name"):
        raise NotPossible("The form does not say who it is about. Write the name.")


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
