"""Hands pictures to members' browsers, and to nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from bedside.library import thumbs
from bedside.orgs.access import for_members
from bedside.outbox import blobs

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase

    from bedside.library.models import Asset
    from bedside.orgs.models import Membership

CACHED = "private, max-age=3600"
"""The bytes behind an address never change, but a shared computer should not keep them long."""


@for_members()
def picture(request: HttpRequest, member: Membership, pk: int) -> HttpResponseBase:
    """Serve a picture as it would be sent; a deleted one too, since posts keep what they show."""
    asset = get_object_or_404(member.organisation.assets, pk=pk)
    return _known(request, asset.sha256) or _answer(_content(asset), asset.mime, asset.sha256)


@for_members()
def thumb(request: HttpRequest, member: Membership, pk: int) -> HttpResponseBase:
    """Serve a picture small, for lists; the picture itself where it has no thumbnail."""
    asset = get_object_or_404(member.organisation.assets, pk=pk)
    tag = f"{asset.sha256}-small"
    if known := _known(request, tag):
        return known
    small = thumbs.get(asset.organisation_id, asset.sha256)
    return _answer(small or _content(asset), asset.mime, tag)


def _known(request: HttpRequest, tag: str) -> HttpResponseBase | None:
    """Return "not modified" to a browser that has it already."""
    return get_conditional_response(request, etag=quote_etag(tag))


def _content(asset: Asset) -> bytes:
    try:
        return blobs.get(asset.organisation_id, asset.sha256)
    except blobs.BlobMissing:
        raise Http404 from None


def _answer(content: bytes, mime: str, tag: str) -> HttpResponse:
    headers = {"ETag": quote_etag(tag), "Cache-Control": CACHED, "Content-Disposition": "inline"}
    return HttpResponse(content, content_type=mime, headers=headers)
