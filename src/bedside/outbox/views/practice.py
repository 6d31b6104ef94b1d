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

    from bedside.channels.practice.network import PracticePicture


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
    """Serve a picture or a video of the practice network."""
    network = PracticeNetwork(store_path())
    shown = _shown(request, network, handle, name)
    return HttpResponse(network.picture(name) or b"", content_type=shown.mime)


@login_required
@cache_control(private=True, max_age=3600)
def captions(request: HttpRequest, handle: str, name: str) -> HttpResponse:
    """Serve the captions of a video of the practice network."""
    shown = _shown(request, PracticeNetwork(store_path()), handle, name)
    if not shown.captions:
        raise Http404
    return HttpResponse(shown.captions, content_type="text/vtt; charset=utf-8")


def _shown(
    request: HttpRequest, network: PracticeNetwork, handle: str, name: str
) -> PracticePicture:
    """Return what a live post of this account shows under this id."""
    _must_belong(request, handle)
    for post in network.timeline(handle):
        for picture in post.pictures:
            if picture.id == name:
                return picture
    raise Http404


def _must_belong(request: HttpRequest, handle: str) -> None:
    """The practice network is the clinic's own: members of its organisation see it, nobody else."""
    if not Account.objects.filter(
        network="practice",
        handle=handle,
        organisation__memberships__user_id=request.user.pk or 0,
        organisation__memberships__ended_at=None,
    ).exists():
        raise Http404
