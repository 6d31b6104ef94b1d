"""The approvals: what waits, one post as its reviewer sees it, and the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb, require
from bedside.outbox.verbs import NotPossible
from bedside.posts import verbs, wording
from bedside.posts.queries import posts_of
from bedside.posts.readiness import NotReady
from bedside.posts.reviewing.review import review_of
from bedside.posts.reviewing.waiting import waiting
from bedside.posts.states import State
from bedside.posts.verbs import SavedElsewhere

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

    from bedside.orgs.models import Membership
    from bedside.posts.models import Decision, Post
    from bedside.posts.reviewing.waiting import Waiting


@require_safe
@for_members()
def queue(request: HttpRequest, member: Membership) -> HttpResponseBase:
    """Show what waits, with the first post that this member may decide on open beside it."""
    listed = waiting(member, timezone.now())
    first = next(iter(listed.lines), None)
    return _page(request, member, first.post if first else None, pane="list", listed=listed)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members()
def page(request: HttpRequest, member: Membership, pk: int) -> HttpResponseBase:
    """Show one post with everything that a decision rests on; a POST adds a note to its talk."""
    if request.method == "POST":
        require(member, Verb.COMMENT)
        try:
            verbs.add_note(by=member, post=_post(member, pk), text=request.POST.get("text", ""))
        except NotPossible as reason:
            messages.error(request, str(reason))
        return redirect(_address(member, pk) + "#talk")
    listed = waiting(member, timezone.now())
    return _page(request, member, listed.post(pk) or _post(member, pk), listed=listed)


@require_safe
@for_members()
def captions(request: HttpRequest, member: Membership, pk: int, number: int) -> HttpResponse:
    """Serve the captions of a post's video as they would be sent; `number` counts from 1."""
    post = _post(member, pk)
    shown = post.revisions.get(number=post.number).words.pictures
    said = shown[number - 1].captions if 0 < number <= len(shown) else ""
    if not said:
        raise Http404
    headers = {"Cache-Control": "private, no-cache"}
    return HttpResponse(said, content_type="text/vtt; charset=utf-8", headers=headers)


@require_POST
@for_members(Verb.APPROVE)
def approve(request: HttpRequest, member: Membership, pk: int) -> HttpResponseBase:
    """Approve exactly the version that was on the page."""
    return _decide(request, member, pk, verbs.approve)


@require_POST
@for_members(Verb.APPROVE)
def changes(request: HttpRequest, member: Membership, pk: int) -> HttpResponseBase:
    """Send a post back with what should change."""
    return _decide(request, member, pk, verbs.ask_for_changes)


@require_POST
@for_members(Verb.APPROVE)
def reject(request: HttpRequest, member: Membership, pk: int) -> HttpResponseBase:
    """Say no to a post."""
    return _decide(request, member, pk, verbs.reject)


def _decide(
    request: HttpRequest, member: Membership, pk: int, verb: Callable[..., Decision]
) -> HttpResponseBase:
    """Take a decision and go on to the next post; where it was not taken, say why and stay."""
    post = _post(member, pk)
    number = request.POST.get("revision", "")
    seen = int(number) if number.isdecimal() else 0
    order = waiting(member, timezone.now()).own
    comment = request.POST.get("comment", "")
    try:
        verb(by=member, post=post, revision=seen, comment=comment)
    except SavedElsewhere as newer:
        wrong = (
            f"Nothing was decided: there is version {newer.number} now, and you read version"
            f" {seen}. What changed since is marked."
        )
        return _page(request, member, post, known=seen, wrong=wrong)
    except NotPossible as reason:
        return _page(request, member, _post(member, pk), wrong=f"Nothing was decided. {reason}")
    except NotReady as waits:
        undone = "; ".join(line.text for line in waits.missing)
        wrong = f"Nothing was decided. Still missing: {undone}."
        return _page(request, member, post, wrong=wrong)
    messages.info(request, _said(_post(member, pk)))
    later = order[order.index(pk) + 1 :] if pk in order else []
    next_one = next(iter([*later, *(other for other in order if other != pk)]), None)
    return redirect(_address(member, next_one))


def _page(
    request: HttpRequest,
    member: Membership,
    post: Post | None,
    *,
    pane: str = "read",
    known: int | None = None,
    wrong: str = "",
    listed: Waiting | None = None,
) -> HttpResponse:
    """
    Draw the page; `known` is a version that the reviewer has read, `wrong` why nothing came.

    `listed` is the list beside the post, where the caller has it already.
    """
    now = timezone.now()
    listed = listed or waiting(member, now)
    context = {
        "waiting": listed,
        "review": review_of(member, post, now, known) if post else None,
        "pane": pane,
        "final": request.GET.get("show") == "final",
        "wrong": wrong,
        "comment": request.POST.get("comment", "") if wrong else "",
        "before": listed.before(post.pk) if post else None,
        "after": listed.after(post.pk) if post else None,
        "zone": wording.zone(member.organisation.zone, now.date(), now.date()),
    }
    return render(request, "posts/approval.html", context, status=409 if wrong else 200)


def _post(member: Membership, pk: int) -> Post:
    posts = posts_of(member.organisation).select_related("author", "organisation")
    return get_object_or_404(posts, pk=pk)


def _address(member: Membership, pk: int | None) -> str:
    slug = member.organisation.slug
    if pk is None:
        return reverse("posts:approvals", kwargs={"slug": slug})
    return reverse("posts:approval", kwargs={"slug": slug, "pk": pk})


def _said(post: Post) -> str:
    """Say what was decided and what happens now."""
    match State(post.state):
        case State.SCHEDULED if post.local:
            today = post.organisation.local(timezone.now()).date()
            return f"Approved. It goes out {wording.moment(post.local, today)}."
        case State.CHANGES:
            return f"Sent back to {post.author.short_name} with your comment."
        case State.REJECTED:
            return "Rejected. It stays as a draft that nobody can send."
        case _:
            return "Approved. It waits for a date."
