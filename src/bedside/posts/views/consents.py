"""Consents that a post may be linked to, for the dialog of the composer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_POST

from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb
from bedside.posts.relying import offered

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from bedside.orgs.models import Membership


@require_POST
@for_members(Verb.WRITE)
def choices(request: HttpRequest, member: Membership) -> HttpResponse:
    """Show consents that hold. Words to look for arrive by POST: no name stands in an address."""
    words = request.POST.get("words", "")
    context = {"consents": offered(member, words), "words": words}
    return render(request, "posts/compose/consent_choices.html", context)
