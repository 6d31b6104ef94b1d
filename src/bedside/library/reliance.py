"""Tells the consents which pictures rely on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from bedside.consents.uses import UsedAt
from bedside.library.models import Asset

if TYPE_CHECKING:
    from bedside.consents.models import Authorization

MOST = 50


def pictures_of(authorization: Authorization) -> list[UsedAt]:
    """Return the pictures with a box that is linked to an authorization, the newest first."""
    found = Asset.objects.filter(boxes__authorization=authorization, deleted_at=None)
    slug = authorization.organisation.slug
    return [
        UsedAt(
            title=f"{asset.get_kind_display()}: {asset.name}",
            state="quiet",
            networks=(),
            at=None,
            url=reverse("library:edit", kwargs={"slug": slug, "pk": asset.pk}),
        )
        for asset in found.distinct().order_by("-pk")[:MOST]
    ]
