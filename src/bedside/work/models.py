"""The processes that work for this installation. A row that is no longer seen is a dead worker."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone


class Worker(models.Model):
    """One process in one part. Kept for a while after it ended: what it held points to it."""

    class Kind(models.TextChoices):
        ENGINE = "engine"
        CLOCK = "clock"
        WEB = "web"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    host = models.CharField(max_length=255)
    pid = models.PositiveIntegerField()
    started_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["kind", "seen_at"], name="worker_kind_seen")]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
