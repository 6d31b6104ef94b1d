"""Connected accounts, deliveries and attempts."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any

from django.db import models

from bedside.channels import base as channels
from bedside.channels import catalogue
from bedside.orgs.models import Organisation, User
from bedside.outbox.payload import Payload
from bedside.outbox.states import OPEN, State
from bedside.records.sealing import seal, unseal
from bedside.work.moments import now

if TYPE_CHECKING:
    from collections.abc import Mapping


def about_account(account: Account) -> str:
    """Name the row that an account's tokens are sealed to."""
    return f"account:{account.pk}"


class Account(models.Model):
    """An account of the organisation on one network. Its tokens are sealed to this very row."""

    class Health(models.TextChoices):
        CONNECTED = "connected", "Connected"
        RECONNECT = "reconnect", "Must be connected again"
        DISCONNECTED = "disconnected", "Disconnected"

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="accounts"
    )
    network = models.CharField(max_length=30)
    handle = models.CharField(max_length=200)
    label = models.CharField(max_length=120, blank=True)
    server = models.CharField(max_length=200, blank=True)
    remote_id = models.CharField(max_length=200, blank=True)
    settings = models.JSONField(default=dict, blank=True)
    sealed = models.BinaryField(null=True, blank=True)
    health = models.CharField(max_length=20, choices=Health.choices, default=Health.CONNECTED)
    wait_until = models.DateTimeField(null=True, blank=True)
    """The network asked us to be quiet until then; it moves the schedule, not the attempts."""
    renewing_until = models.DateTimeField(null=True, blank=True)
    connected_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    connected_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"account {self.pk}"

    @property
    def shown(self) -> str:
        """The network that people see: for an account that is served by hand, the real one."""
        target: str = self.settings.get("target", self.network)
        return target

    @property
    def name(self) -> str:
        """What people call it."""
        return self.label or catalogue.label(self.network, self.settings)

    def set_secrets(self, values: Mapping[str, str]) -> None:
        """Seal tokens to this row. The row must have been saved once."""
        self.sealed = seal(json.dumps(dict(values)).encode(), about=about_account(self))

    def opened(self) -> channels.Account:
        """Return the account as channels see it, with its tokens."""
        values = (
            json.loads(unseal(bytes(self.sealed), about=about_account(self))) if self.sealed else {}
        )
        return channels.Account(
            network=self.network,
            handle=self.handle,
            server=self.server,
            remote_id=self.remote_id,
            secrets=values,
            settings=self.settings,
        )


def new_key() -> str:
    """Return a fresh key that stays with a delivery through all its attempts."""
    return secrets.token_hex(16)


class Delivery(models.Model):
    """
    One part on its way to one account.

    `subject` names what it belongs to, e.g. `post:12`. `wake_at` is when the clock looks at it
    next. `claim` is the token of whoever holds it; a step without the right token changes nothing.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="deliveries"
    )
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="deliveries")
    subject = models.CharField(max_length=40)
    action = models.CharField(
        max_length=10, choices=[(a, a) for a in channels.Action], default=channels.Action.PUBLISH
    )
    part = models.PositiveSmallIntegerField(default=0)
    after = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followers"
    )
    payload = models.JSONField(default=dict)
    payload_hash = models.CharField(max_length=64)
    key = models.CharField(max_length=32, default=new_key, unique=True)

    state = models.CharField(max_length=10, choices=[(s, s) for s in State], default=State.PLANNED)
    reason = models.CharField(max_length=300, blank=True)
    due = models.DateTimeField()
    miss_at = models.DateTimeField()
    wake_at = models.DateTimeField()
    claim = models.CharField(max_length=32, blank=True)
    worker = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    first_claimed_at = models.DateTimeField(null=True, blank=True)
    looks = models.PositiveSmallIntegerField(default=0)
    asks_person = models.BooleanField(default=False)
    staged = models.JSONField(default=list, blank=True)

    remote_id = models.CharField(max_length=300, blank=True)
    remote_url = models.URLField(max_length=500, blank=True)
    remote_extra = models.JSONField(default=dict, blank=True)
    live_at = models.DateTimeField(null=True, blank=True)
    planned_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "account", "action", "part"],
                condition=~models.Q(state__in=[State.CANCELLED, State.REMOVED]),
                name="one_delivery_a_part",
            )
        ]
        indexes = [
            models.Index(
                fields=["wake_at"], condition=models.Q(state__in=sorted(OPEN)), name="open_by_wake"
            ),
            models.Index(fields=["organisation", "-changed_at"], name="deliveries_recent"),
            models.Index(fields=["organisation", "state", "-changed_at"], name="deliveries_state"),
            models.Index(fields=["subject"], name="deliveries_subject"),
        ]

    def __str__(self) -> str:
        return f"delivery {self.pk}"

    @property
    def content(self) -> Payload:
        return Payload.from_json(self.payload)

    @property
    def subject_pk(self) -> int:
        """The number in `post:12`."""
        return int(self.subject.partition(":")[2])

    @property
    def ref(self) -> channels.Ref:
        """Where it is live, as channels know it."""
        return channels.Ref(id=self.remote_id, url=self.remote_url, extra=self.remote_extra)


class Attempt(models.Model):
    """One request that may change what is public, or one look; written before the line opens."""

    class Kind(models.TextChoices):
        SEND = "send", "Sent"
        LOOK = "look", "Looked"

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="attempts")
    kind = models.CharField(max_length=5, choices=Kind.choices, default=Kind.SEND)
    payload_hash = models.CharField(max_length=64)
    started_at = models.DateTimeField(default=now)
    finished_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["started_at", "pk"]

    def __str__(self) -> str:
        return f"attempt {self.pk}"


def stored_ref(ref: channels.Ref) -> dict[str, Any]:
    """Return the columns that remember where something is live."""
    return {"remote_id": ref.id, "remote_url": ref.url, "remote_extra": dict(ref.extra)}
