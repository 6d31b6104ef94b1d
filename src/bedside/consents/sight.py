"""Who sees whose name: those who keep the forms, and whoever prepared one; else only its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from bedside.orgs.permissions import Verb, may

if TYPE_CHECKING:
    from bedside.consents.models import Authorization
    from bedside.orgs.models import Membership


def sees(member: Membership, authorization: Authorization) -> bool:
    """
    Tell whether a member may see who an authorization is about, 164.502(b).

    Colleagues who stand in a staff release are known to everybody here.
    """
    if authorization.kind == authorization.Kind.STAFF:
        return True
    prepared = authorization.created_by_id == member.user_id and may(member, Verb.ASK_CONSENT)
    return may(member, Verb.KEEP_CONSENT) or prepared


def must_see(member: Membership, authorization: Authorization) -> None:
    """Raise `PermissionDenied` unless the member may see who an authorization is about."""
    if not sees(member, authorization):
        raise PermissionDenied("Only who prepared it, or keeps the consents, sees the person.")


def called(member: Membership, authorization: Authorization) -> str:
    """Return the person's name for those who may see it; "" for everybody else."""
    if not sees(member, authorization):
        return ""
    name: str = authorization.person.get("name", "")
    if not name and authorization.staff is not None:
        return authorization.staff.name
    return name
