"""The ledger, and one authorization open beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bedside.consents import naming
from bedside.consents.forms import CopyForm
from bedside.consents.leaf import keepers_of, leaf_of
from bedside.consents.ledger import TABS, Asked, ledger_of
from bedside.consents.views.finding import found
from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb, may

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest, HttpResponse

    from bedside.orgs.models import Membership

LONGEST_SEARCH = 80


@never_cache
@for_members()
def index(request: HttpRequest, member: Membership) -> HttpResponse:
    """
    Show the ledger.

    Words to look for arrive by POST: what somebody types may be a name, and stands in no address.
    """
    context = beside(request, member)
    if request.headers.get("HX-Request") == "true":
        return render(request, "consents/parts/rows.html", context)
    return render(request, "consents/index.html", context)


@require_safe
@never_cache
@for_members()
def one(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Show one authorization beside the ledger."""
    return page_of(request, member, pk)


def page_of(
    request: HttpRequest,
    member: Membership,
    pk: int,
    *,
    wrong: str = "",
    secret: str = "",
    status: int = 200,
) -> HttpResponse:
    """
    Return the page of one authorization.

    `wrong` says why a step was not taken; `secret` is the private link, which is shown once.
    """
    context = beside(request, member) | {
        "leaf": leaf_of(member, found(member, pk), request.GET.get("in", "")),
        "wrong": wrong,
        "secret": secret,
        "copy_form": CopyForm(),
        "now": timezone.now(),
        "today": timezone.localdate(timezone=member.organisation.zone),
        "languages": naming.LANGUAGES.items(),
    }
    return render(request, "consents/index.html", context, status=status)


def beside(request: HttpRequest, member: Membership) -> dict[str, Any]:
    """Return what the ledger needs on every page that shows it."""
    given = request.GET
    tab = given.get("tab", "")
    asked = Asked(
        tab=tab if tab in TABS else TABS[0],
        network=given.get("network", "")[:30],
        words=request.POST.get("words", "").strip()[:LONGEST_SEARCH],
    )
    return {
        "ledger": ledger_of(member, asked),
        "may_ask": may(member, Verb.ASK_CONSENT),
        "keepers": keepers_of(member),
    }
