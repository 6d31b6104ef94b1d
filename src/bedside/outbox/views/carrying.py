"""Hands what a person carries over by hand to them: the exact bytes that the gate let pass."""

from __future__ import annotations

from mimetypes import guess_extension
from typing import TYPE_CHECKING

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb
from bedside.outbox import blobs, gate
from bedside.outbox.states import State

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase

    from bedside.orgs.models import Membership
    from bedside.outbox.models import Delivery
    from bedside.outbox.payload import PictureRef


@require_safe
@for_members(Verb.SETTLE)
def picture(request: HttpRequest, member: Membership, pk: int, number: int) -> HttpResponseBase:
    """Download a picture or a video of a delivery that waits to be posted; counted from 1."""
    delivery = _waiting(member, pk)
    if gate.against_carrying(delivery):
        return _say_why(member, pk)
    ref = _ref(delivery, number)
    try:
        file = blobs.open_file(member.organisation_id, ref.sha256)
    except blobs.BlobMissing:
        raise Http404 from None
    kind = "video" if ref.is_video else "picture"
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"{kind}-{number}{guess_extension(ref.mime) or ''}",
        content_type=ref.mime,
        headers={"Cache-Control": "private, no-store"},
    )


@require_safe
@for_members(Verb.SETTLE)
def captions(request: HttpRequest, member: Membership, pk: int, number: int) -> HttpResponseBase:
    """Download the captions of a video of a delivery that waits to be posted."""
    delivery = _waiting(member, pk)
    if gate.against_carrying(delivery):
        return _say_why(member, pk)
    said = _ref(delivery, number).captions
    if not said:
        raise Http404
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Disposition": f'attachment; filename="captions-{number}.vtt"',
    }
    return HttpResponse(said, content_type="text/vtt; charset=utf-8", headers=headers)


def _waiting(member: Membership, pk: int) -> Delivery:
    """Return a delivery only while somebody is to post it."""
    return get_object_or_404(member.organisation.deliveries.filter(state=State.BY_HAND), pk=pk)


def _say_why(member: Membership, pk: int) -> HttpResponse:
    """Go to the page that tells what has come in the way."""
    return redirect("outbox:delivery", slug=member.organisation.slug, pk=pk)


def _ref(delivery: Delivery, number: int) -> PictureRef:
    shown = delivery.content.pictures
    if not 0 < number <= len(shown):
        raise Http404
    return shown[number - 1]
