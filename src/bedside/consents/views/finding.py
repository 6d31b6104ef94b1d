"""How views find what belongs to the member's organisation; everything else is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect

from bedside.consents.models import Revocation, TakeDown
from bedside.consents.queries import authorizations
from bedside.consents.sight import must_see

if TYPE_CHECKING:
    from django.http import HttpResponse

    from bedside.consents.models import Authorization
    from bedside.orgs.models import Membership


def found(member: Membership, pk: int) -> Authorization:
    """Return an authorization of the member's organisation, or raise `Http404`."""
    return get_object_or_404(authorizations(member.organisation), pk=pk)


def found_to_see(member: Membership, pk: int) -> Authorization:
    """Return it for a page that shows the person; `PermissionDenied` for who may not see them."""
    row = found(member, pk)
    must_see(member, row)
    return row


def found_revocation(member: Membership, pk: int) -> Revocation:
    """Return a revocation of the member's organisation, or raise `Http404`."""
    mine = Revocation.objects.filter(authorization__organisation=member.organisation)
    return get_object_or_404(mine.select_related("authorization"), pk=pk)


def found_place(member: Membership, pk: int) -> TakeDown:
    """Return a place of a revocation of the member's organisation, or raise `Http404`."""
    mine = TakeDown.objects.filter(revocation__authorization__organisation=member.organisation)
    return get_object_or_404(mine.select_related("revocation"), pk=pk)


def to_one(member: Membership, pk: int, part: str = "") -> HttpResponse:
    """Lead to the page of an authorization, at one of its parts if named."""
    answer = redirect("consents:open", slug=member.organisation.slug, pk=pk)
    if part:
        answer["Location"] += f"#{part}"
    return answer
