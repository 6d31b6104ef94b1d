"""Posts, their revisions, what reviewers decided, and the slots of the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from bedside.consents.models import Authorization
from bedside.library.models import Asset
from bedside.orgs.models import Organisation, User
from bedside.outbox.models import Account
from bedside.posts.content import Content
from bedside.posts.states import State
from bedside.work.moments import now

if TYPE_CHECKING:
    from datetime import datetime


class Post(models.Model):
    """
    Something an organisation wants to say.

    The words are in its newest revision (`number`). `state` and `networks` are kept here, summed
    up, so that a month of thousands of posts is one look into one index.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="posts")
    title = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=[(s, s) for s in State], default=State.DRAFT)
    number = models.PositiveIntegerField(default=1)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    networks = models.JSONField(default=list, blank=True)
    verdict = models.CharField(max_length=5, blank=True)
    relies_on = models.ManyToManyField(Authorization, related_name="posts", blank=True)
    """The authorizations of the people in its newest words and pictures."""
    shows = models.ManyToManyField(Asset, related_name="posts", blank=True)
    """The pictures of its newest version."""
    publish_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["organisation", "publish_at", "state"],
                condition=models.Q(deleted_at=None),
                name="posts_by_time",
            ),
            models.Index(
                fields=["organisation", "state", "publish_at"],
                condition=models.Q(deleted_at=None),
                name="posts_by_state",
            ),
            models.Index(
                fields=["organisation", "-changed_at"],
                condition=models.Q(deleted_at=None),
                name="posts_recent",
            ),
        ]

    def __str__(self) -> str:
        return f"post {self.pk}"

    @property
    def subject(self) -> str:
        """How deliveries and records name it."""
        return f"post:{self.pk}"

    @property
    def local(self) -> datetime | None:
        """When it goes out, on the organisation's own clocks."""
        return self.organisation.local(self.publish_at) if self.publish_at else None


class Revision(models.Model):
    """The words of a post at one time. What a reviewer has seen is never overwritten."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)
    saved_at = models.DateTimeField(default=now)
    seen_at = models.DateTimeField(null=True, blank=True)
    """When it was handed to a reviewer; from then on it stays as it is."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "number"], name="one_revision_a_number")
        ]

    def __str__(self) -> str:
        return f"revision {self.pk}"

    @property
    def words(self) -> Content:
        return Content.from_json(self.content)


class Decision(models.Model):
    """What a reviewer decided about one revision. An approval is bound to exact bytes."""

    class Kind(models.TextChoices):
        APPROVED = "approved", "Approved"
        CHANGES = "changes", "Asked for changes"
        REJECTED = "rejected", "Rejected"

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="decisions")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    comment = models.TextField(blank=True)
    hashes = models.JSONField(default=dict, blank=True)
    bound_to = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField(default=now)
    void_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["post"],
                condition=models.Q(kind="approved", void_at=None),
                name="one_valid_approval",
            )
        ]
        indexes = [
            models.Index(
                fields=["-at"],
                condition=models.Q(kind="approved", void_at=None),
                name="approved_lately",
            )
        ]

    def __str__(self) -> str:
        return f"decision {self.pk}"


class Note(models.Model):
    """What colleagues say about a post among themselves."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=2000)
    at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"note {self.pk}"


class Slot(models.Model):
    """A time of the week at which the organisation likes to speak. Weekday 0 is Monday."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="slots")
    account = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.CASCADE, related_name="slots"
    )
    weekday = models.PositiveSmallIntegerField()
    clock = models.TimeField()

    class Meta:
        ordering = ["weekday", "clock"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(weekday__range=(0, 6)), name="weekday_of_a_week"
            ),
            models.UniqueConstraint(
                fields=["organisation", "account", "weekday", "clock"], name="one_slot_a_time"
            ),
            models.UniqueConstraint(
                fields=["organisation", "weekday", "clock"],
                condition=models.Q(account=None),
                name="one_general_slot_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"slot {self.pk}"
