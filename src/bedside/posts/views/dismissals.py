"""Letting a warning stand, with a reason, and taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb
from bedside.outbox.verbs import NotPossible
from bedside.posts import dismissing
from bedside.posts.composing.page import newest_revision
from bedside.posts.dismissing import warned
from bedside.posts.models import Revision
from bedside.posts.queries import posts_of
from bedside.posts.verbs import SavedElsewhere
from bedside.rulebook.models import LONGEST_NOTE, Dismissal
from bedside.rulebook.verbs import NotAllowed

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from bedside.orgs.models import Membership
    from bedside.posts.dismissing import Warned

GONE = (
    "There is no such warning in the stored text any more. Look at it again: it may have been"
    " mended, or the rule may stop now."
)


@for_members(Verb.WRITE)
def dismiss(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """
    Ask why a warning may stand, and write it down.

    `field` and `spot` say which one, `number` and `hash` which version it was seen in.
    """
    try:
        revision = newest_revision(member, pk)
    except Revision.DoesNotExist:
        raise Http404 from None
    asked = request.POST if request.method == "POST" else request.GET
    found = warned(member, revision, asked.get("field", ""), asked.get("spot", ""))
    if found is None:
        messages.error(request, GONE)
        return _to_post(member, pk)
    if request.method != "POST":
        return _draw(request, found)
    seen = (request.POST.get("number", ""), request.POST.get("hash", ""))
    if seen != (str(revision.number), revision.content_hash):
        return _draw(request, found, wrong="The text was changed meanwhile. Look at it again.")
    return _dismiss(request, member, found)


@require_POST
@for_members(Verb.WRITE)
def take_back(request: HttpRequest, member: Membership, pk: int, dismissal: int) -> HttpResponse:
    """Let a warning stand again."""
    post = get_object_or_404(posts_of(member.organisation), pk=pk)
    known = get_object_or_404(member.organisation.dismissals, pk=dismissal, subject=post.subject)
    try:
        done = dismissing.take_back(by=member, post=post, dismissal=known)
    except NotPossible as why:
        messages.error(request, str(why))
    else:
        said = "Taken back. The warning is there again."
        messages.info(request, said if done else "Somebody has reviewed it already. It stays.")
    return _to_post(member, pk)


def _dismiss(request: HttpRequest, member: Membership, found: Warned) -> HttpResponse:
    reason, note = request.POST.get("reason", ""), request.POST.get("note", "")
    try:
        dismissing.dismiss(by=member, found=found, reason=reason, note=note)
    except (NotAllowed, NotPossible) as why:
        return _draw(request, found, wrong=str(why))
    except SavedElsewhere:
        return _draw(request, found, wrong="The text was changed meanwhile. Look at it again.")
    messages.info(
        request, "It may stand. Whoever approves the post sees your reason, and it is reviewed."
    )
    return _to_post(member, found.revision.post_id)


def _draw(request: HttpRequest, found: Warned, wrong: str = "") -> HttpResponse:
    before = found.before
    context = {
        "found": found,
        "post": found.revision.post,
        "reasons": Dismissal.Reason.choices,
        "reason": request.POST.get("reason", before.reason if before else ""),
        "note": request.POST.get("note", before.note if before else ""),
        "longest": LONGEST_NOTE,
        "wrong": wrong,
    }
    return render(request, "posts/dismiss.html", context, status=422 if wrong else 200)


def _to_post(member: Membership, pk: int) -> HttpResponse:
    address = reverse("posts:compose", kwargs={"slug": member.organisation.slug, "pk": pk})
    return redirect(address)
