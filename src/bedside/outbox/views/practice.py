"""The practice network's pages, played by Bedside itself for signed-in people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from bedside.channels.practice.network import PracticeNetwork
from bedside.channels.practice.store import store_path
from bedside.outbox.models import Account

if TYPE_CHECKING:
    from django.http import HttpRequest


@login_required
def timeline(request: HttpRequest, handle: str) -> HttpResponse:
    """Show what the world would see of an account."""
    _must_belong(request, handle)
    network = PracticeNetwork(store_path())
    posts = [post for post in network.timeline(handle, limit=60) if not post.parent]
    shown = [(post, network.replies(post.id)) for post in posts[:30]]
    return render(request, "outbox/practice.html", {"handle": handle, "shown": shown})


@login_required
def post(request: HttpRequest, handle: str, name: str) -> HttpResponse:
    """Show one post with its replies."""
    _must_belong(request, handle)
    network = PracticeNetwork(store_path())
    found = network.post(name)
    if found is None or found.handle != handle or found.deleted_at is not None:
        raise Http404
    shown = [(found, network.replies(found.id))]
    return render(request, "outbox/practice.html", {"handle": handle, "shown": shown, "one": True})


@login_required
@cache_control(private=True, max_age=3600)
def picture(request: HttpRequest, handle: str, name: str) -> HttpResponse:
    """Serve a picture of the practice network."""
    _must_belong(request, handle)
    network = PracticeNetwork(store_path())
    shown = {p.id: p for post in network.timeline(handle) for p in post.pictures}
    content = network.picture(name) if name in shown else None
    if content is None:
        raise Http404
    return HttpResponse(content, content_type=shown[name].mime)


def _must_belong(request: HttpRequest, handle: str) -> None:
    """The practice network is the clinic's own: members of its organisation see it, nobody else."""
    if not Account.objects.filter(
        network="practice",
        handle=handle,
        organisation__memberships__user_id=request.user.pk or 0,
        organisation__memberships__ended_at=None,
    ).exists():
        raise Http404
