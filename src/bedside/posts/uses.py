"""Tells the library which posts show a picture, and consents which posts rely on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from bedside.consents.previews import Picture, Preview
from bedside.consents.uses import UsedAt
from bedside.library import thumbs
from bedside.library.queries import by_hash
from bedside.library.uses import Use
from bedside.library.video import posters
from bedside.outbox import blobs

if TYPE_CHECKING:
    from bedside.consents.models import Authorization
    from bedside.orgs.models import Organisation
    from bedside.outbox.payload import PictureRef
    from bedside.posts.models import Post

MOST = 50


def uses(organisation: Organisation, sha256: str) -> list[Use]:
    """Return the posts that show the picture with this hash, the last changed first."""
    shown = by_hash(organisation, [sha256]).get(sha256)
    if shown is None:
        return []
    posts = shown.posts.filter(organisation=organisation, deleted_at=None)
    return [
        Use(
            title=post.title,
            state=post.state,
            networks=tuple(post.networks),
            at=post.publish_at,
            url=_url(organisation, post),
        )
        for post in posts.order_by("-changed_at")[:MOST]
    ]


def relying(authorization: Authorization) -> list[UsedAt]:
    """Return the posts that rely on an authorization, the last changed first."""
    organisation = authorization.organisation
    posts = authorization.posts.filter(organisation=organisation, deleted_at=None)
    return [
        UsedAt(
            title=post.title,
            state=post.state,
            networks=tuple(post.networks),
            at=post.publish_at,
            url=_url(organisation, post),
        )
        for post in posts.order_by("-changed_at")[:MOST]
    ]


def preview(authorization: Authorization) -> Preview | None:
    """Return the newest post that relies on an authorization, as its person is to see it."""
    posts = authorization.posts.filter(
        organisation_id=authorization.organisation_id, deleted_at=None
    )
    post = posts.order_by("-changed_at").first()
    if post is None:
        return None
    revision = post.revisions.get(number=post.number)
    words = revision.words
    try:
        pictures = tuple(_picture(post.organisation_id, one) for one in words.pictures)
    except blobs.BlobMissing:
        return None
    return Preview(words.text, pictures, revision.content_hash)


def _picture(organisation_id: int, ref: PictureRef) -> Picture:
    """Return a picture, of a video its poster. Raises `blobs.BlobMissing`."""
    if not ref.is_video:
        return Picture(blobs.get(organisation_id, ref.sha256), ref.mime, ref.alt)
    poster = thumbs.get(organisation_id, ref.sha256)
    if poster is None:
        raise blobs.BlobMissing(ref.sha256)
    return Picture(poster, posters.MIME, ref.alt)


def _url(organisation: Organisation, post: Post) -> str:
    return reverse("posts:compose", kwargs={"slug": organisation.slug, "pk": post.pk})
