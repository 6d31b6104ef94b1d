"""The steps of a post: hand in, take back, give a time, publish, copy, delete, bring back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb
from bedside.outbox.verbs import NotPossible
from bedside.posts import moving, verbs
from bedside.posts.queries import posts_of
from bedside.posts.readiness import NotReady

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import HttpRequest

    from bedside.orgs.models import Membership
    from bedside.posts.models import Post

    Step = Callable[[HttpRequest, Membership, Post], None]


@require_POST
@for_members(Verb.WRITE)
def submit(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Ask for approval."""
    return _step(request, member, pk, hand_in)


@require_POST
@for_members(Verb.WRITE)
def withdraw(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Take a post back from review."""

    def take_back(request: HttpRequest, member: Membership, post: Post) -> None:
        verbs.withdraw(by=member, post=post)
        messages.info(request, "Taken back. Write on, and ask again when it is ready.")

    return _step(request, member, pk, take_back)


@require_POST
@for_members(Verb.SCHEDULE)
def schedule(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Give a post a time, as wall time of the organisation: `date` and `time`."""
    return _step(request, member, pk, time_giver(request.POST))


@require_POST
@for_members(Verb.SCHEDULE)
def unschedule(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Take a post off the calendar."""

    def take_off(request: HttpRequest, member: Membership, post: Post) -> None:
        verbs.unschedule(by=member, post=post)
        messages.info(request, "It has no time any more. Nothing of it goes out.")

    return _step(request, member, pk, take_off)


@require_POST
@for_members(Verb.SCHEDULE)
def publish(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Send an approved post now."""

    def send(request: HttpRequest, member: Membership, post: Post) -> None:
        verbs.publish_now(by=member, post=post)
        if member.organisation.paused_at:
            messages.warning(request, "It waits: all sending is paused. Nothing has gone out.")
        else:
            messages.info(request, "On its way. Here you see when it is live.")

    return _step(request, member, pk, send)


@require_POST
@for_members(Verb.WRITE)
def duplicate(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Begin a new draft with the same words."""
    post = get_object_or_404(posts_of(member.organisation), pk=pk)
    copy = verbs.duplicate(by=member, post=post)
    messages.info(request, "This is the copy, without a time. The other one stays as it is.")
    return _go(request, _page(member, copy.pk))


@require_POST
@for_members(Verb.WRITE)
def delete(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Put a post aside; the toast brings it back."""
    post = get_object_or_404(posts_of(member.organisation), pk=pk)
    try:
        verbs.delete(by=member, post=post)
    except NotPossible as reason:
        messages.error(request, str(reason))
        return _go(request, _page(member, pk))
    undo = reverse("posts:restore", kwargs={"slug": member.organisation.slug, "pk": pk})
    messages.success(request, "The post is deleted.", extra_tags=undo)
    return _go(request, reverse("posts:calendar", kwargs={"slug": member.organisation.slug}))


@require_POST
@for_members(Verb.WRITE)
def restore(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Bring a deleted post back."""
    post = get_object_or_404(member.organisation.posts, pk=pk)
    if verbs.restore(by=member, post=post):
        messages.info(request, "It is back, as a draft without a time.")
    return _go(request, _page(member, pk))


def hand_in(request: HttpRequest, member: Membership, post: Post) -> None:
    """Ask for approval and say so. Raises `NotReady`, `NotPossible`."""
    verbs.submit(by=member, post=post)
    messages.info(request, "Handed in. Whoever may approve it sees it now.")


def time_giver(sent: Mapping[str, str]) -> Step:
    """Return the step that gives a post the `date` and `time` that were sent, and says so."""
    given = {name: sent.get(name, "") for name in ("date", "time")}

    def give(request: HttpRequest, member: Membership, post: Post) -> None:
        moved = moving.move(by=member, post=post, given=given, now=timezone.now())
        messages.info(request, moved.said)

    return give


def attempt(request: HttpRequest, member: Membership, post: Post, do: Step) -> bool:
    """Take a step; where it is not possible, say why and what to do. Returns whether it was."""
    try:
        do(request, member, post)
    except NotPossible as reason:
        messages.error(request, str(reason))
    except NotReady as waiting:
        undone = "; ".join(line.text for line in waiting.missing)
        messages.error(request, f"Not handed in. Still missing: {undone}.")
    else:
        return True
    return False


def _step(request: HttpRequest, member: Membership, pk: int, do: Step) -> HttpResponse:
    post = get_object_or_404(posts_of(member.organisation).select_related("organisation"), pk=pk)
    attempt(request, member, post, do)
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return _go(request, back if safe else _page(member, pk))


def _page(member: Membership, pk: int) -> str:
    return reverse("posts:compose", kwargs={"slug": member.organisation.slug, "pk": pk})


def _go(request: HttpRequest, url: str) -> HttpResponse:
    """Lead on: by a redirect, or as htmx follows one."""
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return redirect(url)
