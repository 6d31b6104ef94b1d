"""The door of every page: which organisation, who asks, may they?"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from bedside.orgs.models import Membership
from bedside.orgs.permissions import Verb, require
from bedside.orgs.sign_in import must_strengthen

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")


def current_membership(request: HttpRequest, slug: str) -> Membership:
    """
    Return the signed-in person's membership in the organisation with this slug.

    Raises `Http404` for everybody else, so that not even its existence can be learnt.
    """
    try:
        return Membership.objects.select_related("organisation", "user").get(
            user_id=request.user.pk or 0, organisation__slug=slug, ended_at=None
        )
    except Membership.DoesNotExist:
        raise Http404 from None


def for_members(
    verb: Verb = Verb.READ,
) -> Callable[
    [Callable[Concatenate[HttpRequest, Membership, P], HttpResponseBase]],
    Callable[..., HttpResponseBase],
]:
    """
    Open a view to members who may do `verb`; the view gets the membership in place of the slug.

    The membership is also set as `request.member` for the shell around the page.
    """

    def decorate(
        view: Callable[Concatenate[HttpRequest, Membership, P], HttpResponseBase],
    ) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        @login_required
        def opened(
            request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponseBase:
            member = current_membership(request, slug)
            if must_strengthen(member):
                return redirect(reverse("mfa_index"))
            request.member = member  # type: ignore[attr-defined]
            require(member, verb)
            return view(request, member, *args, **kwargs)

        return opened

    return decorate
