"""Hands pictures and videos to members' browsers, and to nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from bedside.library import thumbs
from bedside.library.queries import shown
from bedside.library.video import posters, ranges
from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb, may
from bedside.outbox import blobs

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase

    from bedside.library.models import Asset
    from bedside.orgs.models import Membership

CACHED = "private, no-cache"
"""A browser asks each time whether it still has the present bytes: covers may have changed."""
NOTHING_YET = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 320" width="480" height="320">'
    b'<rect width="480" height="320" fill="#5d6b66"/><rect x="176" y="144" width="128" height="32"'
    b' fill="#1d2623"/></svg>'
)
"""A gray picture with a bar, where nothing may be shown yet."""


@for_members()
def picture(request: HttpRequest, member: Membership, pk: int) -> HttpResponseBase:
    """
    Serve a picture with its present covers: exactly the bytes that would be sent.

    A gray one while there are none: what is to be covered is never shown as if it were sent, nor a
    picture with something open in it to those who do not work on it. A deleted one too, since posts
    keep what they show.
    """
    asset = get_object_or_404(member.organisation.assets, pk=pk)
    sent = shown(asset, unsettled=may(member, Verb.WRITE))
    if sent is None:
        return _nothing_yet()
    return _known(request, sent.sha256) or _stored(request, asset, sent.sha256, sent.mime)


@for_members(Verb.WRITE)
def master(request: HttpRequest, member: Membership, pk: int) -> HttpResponseBase:
    """Serve a picture without covers, for whoever decides about its boxes."""
    asset = get_object_or_404(member.organisation.assets, pk=pk)
    return _known(request, asset.sha256) or _stored(request, asset, asset.sha256, asset.mime)


@for_members()
def thumb(request: HttpRequest, member: Membership, pk: int) -> HttpResponseBase:
    """
    Serve a picture small, for lists, as `picture` does; itself where it has no thumbnail.

    Of a video that is its poster.
    """
    asset = get_object_or_404(member.organisation.assets, pk=pk)
    sent = shown(asset, unsettled=may(member, Verb.WRITE))
    if sent is None:
        return _nothing_yet()
    tag = f"{sent.sha256}-small"
    if known := _known(request, tag):
        return known
    small = thumbs.get(asset.organisation_id, sent.sha256)
    if asset.is_video:
        return _answer(small, posters.MIME, tag) if small else _nothing_yet()
    return _answer(small or _content(asset, sent.sha256), sent.mime, tag)


def _known(request: HttpRequest, tag: str) -> HttpResponseBase | None:
    """Return "not modified" to a browser that has it already."""
    return get_conditional_response(request, etag=quote_etag(tag))


def _nothing_yet() -> HttpResponse:
    return HttpResponse(
        NOTHING_YET, content_type="image/svg+xml", headers={"Cache-Control": CACHED}
    )


def _stored(request: HttpRequest, asset: Asset, sha256: str, mime: str) -> HttpResponseBase:
    """Return stored bytes: of a video piece by piece, and the part that is asked for."""
    if not asset.is_video:
        return _answer(_content(asset, sha256), mime, sha256)
    try:
        file = blobs.open_file(asset.organisation_id, sha256)
    except blobs.BlobMissing:
        raise Http404 from None
    found = ranges.answer(request, file, mime, quote_etag(sha256))
    for name, value in _headers(sha256).items():
        found[name] = value
    return found


def _content(asset: Asset, sha256: str) -> bytes:
    try:
        return blobs.get(asset.organisation_id, sha256)
    except blobs.BlobMissing:
        raise Http404 from None


def _answer(content: bytes, mime: str, tag: str) -> HttpResponse:
    return HttpResponse(content, content_type=mime, headers=_headers(tag))


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": quote_etag(tag), "Cache-Control": CACHED, "Content-Disposition": "inline"}
