"""The front door, Today, search, and the switch that stops all sending."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb
from bedside.orgs.queries import memberships_of
from bedside.orgs.verbs import pause_sending, resume_sending
from bedside.web.heartbeat import heartbeat
from bedside.web.searching import find
from bedside.web.today import page_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from bedside.orgs.models import Membership


@login_required
def front_door(request: HttpRequest) -> HttpResponse:
    """Lead a person into their organisation, or let them choose one."""
    members = list(memberships_of(_signed_in(request))[:2])
    if len(members) == 1:
        return redirect("web:today", slug=members[0].organisation.slug)
    return redirect("web:organisations")


@login_required
def organisations(request: HttpRequest) -> HttpResponse:
    """List where a person may go: as a page, or as the rows of the switcher."""
    members = memberships_of(_signed_in(request))
    row_only = request.headers.get("HX-Request") == "true"
    return render(
        request,
        "web/parts/switch_rows.html" if row_only else "web/organisations.html",
        {"members": members},
    )


@for_members()
def today(request: HttpRequest, member: Membership) -> HttpResponse:
    """Show the few things that need this person, and what goes out."""
    return render(request, "web/today.html", {"page": page_of(member, timezone.now())})


@for_members()
def search(request: HttpRequest, member: Membership) -> HttpResponse:
    """Find posts, pages and people. Words arrive by POST: none stands in an address or a log."""
    words = request.POST.get("words", "").strip()
    found = find(member, words) if words else None
    in_palette = request.headers.get("HX-Request") == "true"
    return render(
        request,
        "web/parts/found.html" if in_palette else "web/search.html",
        {"words": words, "found": found},
    )


@for_members()
def show_heartbeat(request: HttpRequest, member: Membership) -> HttpResponse:
    """Say again whether sending is on; the rail asks once a minute."""
    return render(
        request, "web/parts/heartbeat.html", {"heartbeat": heartbeat(member.organisation)}
    )


@require_POST
@for_members(Verb.PAUSE)
def pause(request: HttpRequest, member: Membership) -> HttpResponse:
    """Stop all sending at once, or let it go on."""
    if request.POST.get("to") == "resume":
        resume_sending(by=member)
        messages.info(
            request, "Sending is on again. What became late meanwhile is missed, never sent late."
        )
    else:
        pause_sending(by=member)
        messages.warning(
            request, "Sending is paused. Nothing goes out until somebody here resumes it."
        )
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("web:today", kwargs={"slug": member.organisation.slug})
    return redirect(back)


def _signed_in(request: HttpRequest) -> int:
    """Return the id of the person behind `login_required`, who has one."""
    return cast("int", request.user.pk)
