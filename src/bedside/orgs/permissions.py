"""Who may do what: one table of roles and verbs, tested as a matrix."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

if TYPE_CHECKING:
    from bedside.orgs.models import Membership


class Role(StrEnum):
    """What a person is in an organisation."""

    OWNER = "owner"
    PRIVACY = "privacy"
    APPROVER = "approver"
    CLINICIAN = "clinician"
    WRITER = "writer"
    AGENCY = "agency"
    AUDITOR = "auditor"

    @property
    def label(self) -> str:
        return {
            Role.OWNER: "Owner",
            Role.PRIVACY: "Privacy officer",
            Role.APPROVER: "Approver",
            Role.CLINICIAN: "Clinician",
            Role.WRITER: "Writer",
            Role.AGENCY: "Agency",
            Role.AUDITOR: "Auditor",
        }[self]


class Verb(StrEnum):
    """What can be done."""

    READ = "read"
    WRITE = "write"
    COMMENT = "comment"
    APPROVE = "approve"
    SCHEDULE = "schedule"
    SETTLE = "settle"
    """Decide what became of a delivery that nobody knows, or try a refused one again."""
    TAKE_DOWN = "take_down"
    PAUSE = "pause"
    CONNECT = "connect"
    SET_RULES = "set_rules"
    """Say how hard rules stop and whose law holds, and review what writers dismissed."""
    ASK_CONSENT = "ask_consent"
    """Prepare an authorization and have it signed, and note that somebody took one back."""
    KEEP_CONSENT = "keep_consent"
    """Settle what is wrong with an authorization, and say that something is gone."""
    MANAGE = "manage"
    EXPORT = "export"


_R = Role
ALLOWED: dict[Verb, frozenset[Role]] = {
    Verb.READ: frozenset(Role),
    Verb.WRITE: frozenset({_R.OWNER, _R.PRIVACY, _R.APPROVER, _R.CLINICIAN, _R.WRITER, _R.AGENCY}),
    Verb.COMMENT: frozenset(
        {_R.OWNER, _R.PRIVACY, _R.APPROVER, _R.CLINICIAN, _R.WRITER, _R.AGENCY}
    ),
    Verb.APPROVE: frozenset({_R.OWNER, _R.PRIVACY, _R.APPROVER}),
    Verb.SCHEDULE: frozenset({_R.OWNER, _R.PRIVACY, _R.APPROVER, _R.WRITER, _R.AGENCY}),
    Verb.SETTLE: frozenset({_R.OWNER, _R.PRIVACY, _R.APPROVER, _R.WRITER, _R.AGENCY}),
    Verb.TAKE_DOWN: frozenset({_R.OWNER, _R.PRIVACY, _R.APPROVER}),
    Verb.PAUSE: frozenset({_R.OWNER, _R.PRIVACY, _R.APPROVER, _R.CLINICIAN, _R.WRITER, _R.AGENCY}),
    Verb.CONNECT: frozenset({_R.OWNER, _R.PRIVACY}),
    Verb.SET_RULES: frozenset({_R.OWNER, _R.PRIVACY}),
    Verb.ASK_CONSENT: frozenset(
        {_R.OWNER, _R.PRIVACY, _R.APPROVER, _R.CLINICIAN, _R.WRITER, _R.AGENCY}
    ),
    Verb.KEEP_CONSENT: frozenset({_R.OWNER, _R.PRIVACY}),
    Verb.MANAGE: frozenset({_R.OWNER}),
    Verb.EXPORT: frozenset({_R.OWNER, _R.PRIVACY, _R.AUDITOR}),
}

STRONG_SIGN_IN = ALLOWED[Verb.APPROVE] | ALLOWED[Verb.SCHEDULE]
"""Roles that can let something out must sign in with a second factor or a passkey."""


def may(member: Membership, verb: Verb) -> bool:
    """Tell whether a member may do this in their organisation."""
    return member.ended_at is None and member.role in ALLOWED[verb]


def require(member: Membership, verb: Verb) -> None:
    """Raise `PermissionDenied` unless the member may do this."""
    if not may(member, verb):
        raise PermissionDenied(f"This needs the right to {verb.value.replace('_', ' ')}.")
