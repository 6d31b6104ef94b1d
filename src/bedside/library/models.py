"""Pictures that an organisation may use."""

from __future__ import annotations

from django.db import models

from bedside.orgs.models import Organisation, User
from bedside.work.moments import now


class Asset(models.Model):
    """
    A picture, already without metadata. Its bytes are in the outbox's blobs under `sha256`.

    Sizes are in pixels and bytes.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="assets")
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=120)
    alt = models.CharField(max_length=2000, blank=True)
    mime = models.CharField(max_length=40)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "sha256"],
                condition=models.Q(deleted_at=None),
                name="one_asset_a_picture",
            )
        ]
        indexes = [models.Index(fields=["organisation", "-added_at"], name="assets_recent")]

    def __str__(self) -> str:
        return f"asset {self.pk}"
