"""How people come in: by invitation only, and with a second factor where it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled

from bedside.orgs.permissions import STRONG_SIGN_IN

if TYPE_CHECKING:
    from django.http import HttpRequest

    from bedside.orgs.models import Membership


SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
"""Recovery codes are for the day one of these is lost; alone they are only a printed password."""


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up by themself: owners add members."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


def must_strengthen(member: Membership) -> bool:
    """Tell whether this member must set up a second factor before going on."""
    return (
        member.role in STRONG_SIGN_IN
        and not member.organisation.demo
        and not is_mfa_enabled(member.user, SECOND_FACTORS)
    )
