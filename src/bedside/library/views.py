"""The pictures of an organisation as a grid, and one of them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from bedside.guard import Draft, Kind, check
from bedside.library import tasks, verbs
from bedside.library.forms import DescribeForm
from bedside.library.models import Asset
from bedside.library.queries import pictures, shares, with_boxes
from bedside.library.sameness import taken_back
from bedside.library.uses import uses_of
from bedside.library.work import work_on
from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb, may, require
from bedside.orgs.queries import speaker
from bedside.rulebook.queries import settings_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from django.http import HttpRequest, HttpResponse

    from bedside.guard import Finding
    from bedside.library.sameness import TakenBack
    from bedside.orgs.models import Membership

SHOWN = 60
"""Pictures on one page of the grid."""


@for_members()
def index(request: HttpRequest, member: Membership) -> HttpResponse:
    """
    Show the pictures, the newest first.

    Words to look for arrive by POST: the name of a picture stands in no address and in no log. With
    `pick` in the address only the grid comes, for the dialog of the composer.
    """
    context = grid(request, member, taken_back(member.organisation_id))
    if context["may_add"]:
        tasks.prepare.enqueue()
    if "pick" in request.GET:
        return render(request, "library/parts/picker.html", context)
    if request.headers.get("HX-Request") == "true":
        return render(request, "library/parts/thumbs.html", context)
    return render(request, "library/index.html", context)


@for_members()
def edit(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Show one picture beside the grid, with its boxes, and let it be named and described."""
    people = ("added_by", "answered_by", "hand_checked_by", "heard_by")
    found = with_boxes(Asset.objects.select_related(*people))
    asset = get_object_or_404(found, organisation=member.organisation, pk=pk, deleted_at=None)
    form = DescribeForm(request.POST or None, initial={"name": asset.name, "alt": asset.alt})
    if request.method == "POST":
        require(member, Verb.WRITE)
        if form.is_valid():
            verbs.describe(by=member, asset=asset, **form.cleaned_data)
            messages.info(request, "Saved. Posts that show it keep their own description.")
            address = reverse("library:edit", kwargs={"slug": member.organisation.slug, "pk": pk})
            return redirect(f"{address}?read#alt")
    chosen = request.GET.get("box", "")
    known = taken_back(member.organisation_id)
    context = grid(request, member, known) | {
        "open": asset,
        "form": form,
        "work": work_on(
            asset,
            by=member,
            known=known,
            box=int(chosen) if chosen.isdecimal() else None,
            sent=request.GET.get("show") == "sent",
            link="link" in request.GET,
        ),
        "uses": uses_of(member.organisation, asset.sha256),
        "findings": read_aloud(member, asset.alt) if "read" in request.GET else (),
    }
    return render(request, "library/index.html", context, status=422 if form.errors else 200)


@require_POST
@for_members(Verb.WRITE)
def words(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Say what the guard finds in a description as it is being written. Nothing is saved."""
    get_object_or_404(member.organisation.assets, pk=pk)
    found = read_aloud(member, request.POST.get("alt", "")[: verbs.LONGEST_ALT])
    return render(request, "library/parts/findings.html", {"findings": found})


@require_POST
@for_members(Verb.WRITE)
def delete(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Put a picture aside; the toast brings it back."""
    asset = get_object_or_404(member.organisation.assets, pk=pk)
    if verbs.delete(by=member, asset=asset):
        back = reverse("library:restore", kwargs={"slug": member.organisation.slug, "pk": pk})
        messages.success(request, f"{asset.name} is deleted.", extra_tags=back)
    return redirect("library:index", slug=member.organisation.slug)


@require_POST
@for_members(Verb.WRITE)
def restore(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Bring a picture back that was put aside."""
    asset = get_object_or_404(member.organisation.assets, pk=pk)
    if not verbs.restore(by=member, asset=asset):
        messages.info(request, "It is there already; somebody was faster, or added it again.")
        return redirect("library:index", slug=member.organisation.slug)
    return redirect("library:edit", slug=member.organisation.slug, pk=pk)


def read_aloud(member: Membership, alt: str) -> tuple[Finding, ...]:
    """Return what the guard finds in a description; an empty one has nothing to find."""
    if not alt.strip():
        return ()
    draft = Draft(alt, kind=Kind.ALT_TEXT, org=speaker(member.organisation))
    return check(draft, settings_of(member.organisation)).findings


def grid(request: HttpRequest, member: Membership, known: Sequence[TakenBack]) -> dict[str, Any]:
    """Return what the list of pictures needs; `known` are the forms that were taken back."""
    asked = request.POST.get("words", "").strip()
    show = request.GET.get("show", "")
    found = pictures(member.organisation, asked, show, known)
    before = request.GET.get("before", "")
    if before.isdecimal():
        found = found.filter(pk__lt=int(before))
    shown = list(found[: SHOWN + 1])
    counted = shares(member.organisation, known)
    return {
        "pictures": shown[:SHOWN],
        "more": shown[SHOWN - 1].pk if len(shown) > SHOWN else None,
        "words": asked,
        "show": show if show in {"usable", "look"} else "",
        "shares": counted,
        "total": counted["all"],
        "may_add": may(member, Verb.WRITE),
    }
