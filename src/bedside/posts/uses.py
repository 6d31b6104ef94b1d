"""Tells the library which posts show a picture, and a consent which posts rely on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, TextField
from django.db.models.functions import Cast
from django.urls import reverse

from bedside.consents.uses import UsedAt
from bedside.library.uses import Use
from bedside.posts.models import Revision

if TYPE_CHECKING:
    from bedside.consents.models import Authorization
    from bedside.orgs.models import Organisation

MOST = 50


def uses(organisation: Organisation, sha256: str) -> list[Use]:
    """Return the posts that show the picture with this hash, the last changed first."""
    found = (
        Revision.objects.filter(
            post__organisation=organisation, post__deleted_at=None, number=F("post__number")
        )
        .annotate(stored=Cast("content", TextField()))
        .filter(stored__contains=sha256)
        .select_related("post")
        .order_by("-post__changed_at")[:MOST]
    )
    return [
        Use(
            title=revision.post.title,
            state=revision.post.state,
            networks=tuple(revision.post.networks),
            at=revision.post.publish_at,
            url=reverse(
                "posts:compose", kwargs={"slug": organisation.slug, "pk": revision.post_id}
            ),
        )
        for revision in found
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
            url=reverse("posts:compose", kwargs={"slug": organisation.slug, "pk": post.pk}),
        )
        for post in posts.order_by("-changed_at")[:MOST]
    ]
