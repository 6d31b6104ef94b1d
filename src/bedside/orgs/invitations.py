"""Letting somebody in who has no account yet: a link that works once and sets a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.db import transaction
from django.urls import reverse

from bedside.orgs.models import Membership, User
from bedside.orgs.permissions import Role, Verb, require
from bedside.orgs.verbs import add_member

if TYPE_CHECKING:
    from django.http import HttpRequest


@transaction.atomic
def invite(*, by: Membership, name: str, email: str, role: Role) -> Membership:
    """
    Make somebody a member, and make their account where this address has none yet.

    Raises `AlreadyMember`, with no account left behind.
    """
    require(by, Verb.MANAGE)
    user = User.objects.filter(email=email).first() or User.objects.create_user(email, name)
    return add_member(by=by, user=user, role=role)


def may_have_link(member: Membership) -> bool:
    """
    Tell whether an owner may make a link for this member.

    Only for people who never came in and belong to this organisation alone: such a link opens the
    whole account, which may hold what belongs to others.
    """
    user = member.user
    elsewhere = user.memberships.exclude(organisation_id=member.organisation_id).exists()
    return user.last_login is None and not user.has_usable_password() and not elsewhere


def link_for(request: HttpRequest, member: Membership) -> str:
    """Return the address under which this member sets a password; shown once, kept nowhere."""
    path = reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(member.user),
            "key": default_token_generator.make_token(member.user),
        },
    )
    return request.build_absolute_uri(path)
