"""Authorizations, how they were signed and taken back, and where they are relied on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db import models

from bedside.consents.terms import Remuneration, Shown, Signer
from bedside.orgs.models import Organisation, StaffMember, User
from bedside.outbox.models import Delivery
from bedside.records.sealing import seal, unseal
from bedside.work.moments import now

if TYPE_CHECKING:
    from collections.abc import Mapping


class Authorization(models.Model):
    """
    A person's permission, 45 CFR 164.508, or a staff member's release.

    What names the person is sealed to this row (`set_person`). Whether it holds is never stored: it
    follows from these fields, its signature and its revocations (`queries.status_of`).
    """

    class Kind(models.TextChoices):
        PATIENT = "patient", "Patient"
        STAFF = "staff", "Staff"

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="authorizations"
    )
    kind = models.CharField(max_length=7, choices=Kind.choices, default=Kind.PATIENT)
    number = models.PositiveIntegerField()
    """Counts within the organisation and the kind."""
    sealed = models.BinaryField(null=True, blank=True)
    staff = models.ForeignKey(
        StaffMember, null=True, blank=True, on_delete=models.PROTECT, related_name="releases"
    )
    language = models.CharField(max_length=2, default="en")
    template = models.CharField(max_length=40)
    items = models.JSONField(default=list)
    name_shown = models.CharField(max_length=8, choices=[(s, s) for s in Shown], default=Shown.NONE)
    disclosers = models.CharField(max_length=300, blank=True)
    networks = models.JSONField(default=list)
    paid = models.BooleanField(default=False)
    purposes = models.JSONField(default=list)
    at_request = models.BooleanField(default=False)
    assets = models.JSONField(default=list)
    """Perceptual hashes of the pictures that it is bound to; none means every one of its items."""
    expires_on = models.DateField(null=True, blank=True)
    expires_event = models.CharField(max_length=200, blank=True)
    event_passed_at = models.DateTimeField(null=True, blank=True)
    """When the day began on which that happened."""
    event_looked_at = models.DateTimeField(null=True, blank=True)
    """When somebody last said that it has not happened yet."""
    event_looked_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signer = models.CharField(max_length=12, choices=[(s, s) for s in Signer], default=Signer.SELF)
    authority = models.CharField(max_length=200, blank=True)
    adult_on = models.DateField(null=True, blank=True)
    deceased_on = models.DateField(null=True, blank=True)
    statements = models.JSONField(default=list)
    remuneration = models.CharField(
        max_length=8, choices=[(r, r) for r in Remuneration], default=Remuneration.NONE
    )
    compensation = models.CharField(max_length=200, blank=True)
    """What the person gets for it; each post must then say so, 16 CFR 255.5."""
    sensitive = models.JSONField(default=dict)
    compound = models.BooleanField(default=False)
    conditioned = models.BooleanField(default=False)
    known_false_at = models.DateTimeField(null=True, blank=True)
    retired = models.BooleanField(default=False)
    preview_hash = models.CharField(max_length=64, blank=True)
    """Of the post that the person saw before signing."""
    presented_at = models.DateTimeField(null=True, blank=True)
    presented_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    copy_given_at = models.DateTimeField(null=True, blank=True)
    copy_how = models.CharField(max_length=40, blank=True)
    document = models.CharField(max_length=64, blank=True)
    """SHA-256 of the signed document, which the records keep encrypted."""
    replaced_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaces"
    )
    renews = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="renewed_by"
    )
    """The form that this one will replace once it is signed."""
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "number"], name="one_authorization_a_number"
            )
        ]
        indexes = [models.Index(fields=["organisation", "expires_on"], name="authorizations_end")]

    def __str__(self) -> str:
        return f"authorization {self.pk}"

    @property
    def reference(self) -> str:
        """What it is called on paper and on screen: C-0142, or S-0014 for staff."""
        return f"{'S' if self.kind == self.Kind.STAFF else 'C'}-{self.number:04}"

    @property
    def subject(self) -> str:
        """How records and deliveries name it."""
        return f"authorization:{self.pk}"

    @property
    def person(self) -> dict[str, Any]:
        """
        What names the person, opened: `name`, `information` (what may be shown, in words), `born`
        (a year), `contact` (where letters go), `initials`. Missing ones are empty.
        """
        if not self.sealed:
            return {}
        opened: dict[str, Any] = json.loads(unseal(bytes(self.sealed), about=about(self)))
        return opened

    def set_person(self, values: Mapping[str, Any]) -> None:
        """Seal what names the person to this row. The row must have been saved once."""
        self.sealed = seal(json.dumps(dict(values)).encode(), about=about(self))


def about(authorization: Authorization) -> str:
    """Name the row that a person's data are sealed to."""
    return f"authorization:{authorization.pk}"


class Signature(models.Model):
    """How an authorization was signed, 164.508(c)(1)(vi), and how the person was known."""

    class Method(models.TextChoices):
        DRAWN = "drawn", "Drawn on the screen"
        TYPED = "typed", "Typed"
        PAPER = "paper", "Signed on paper"
        MARK = "mark", "A mark, with a witness"

    authorization = models.OneToOneField(
        Authorization, on_delete=models.PROTECT, related_name="signature"
    )
    method = models.CharField(max_length=5, choices=Method.choices)
    sealed = models.BinaryField()
    """What was drawn, typed or scanned, and who witnessed it."""
    signed_at = models.DateTimeField()
    zone = models.CharField(max_length=64)
    device = models.CharField(max_length=200, blank=True)
    address_hash = models.CharField(max_length=64, blank=True)
    known_by = models.CharField(max_length=40)
    """How the person was identified, e.g. `photo_id`, `known_here`, `link`."""
    checked_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """Who of us saw to it; of a paper, who keeps the consents and compared it with its scan."""

    def __str__(self) -> str:
        return f"signature {self.pk}"

    @property
    def given(self) -> dict[str, str]:
        """
        What was given, opened: `image` (PNG in base 64), `typed` (the name as typed, or the
        witness's), `scan` (the SHA-256 of a scanned form, which the records keep). Missing ones
        are empty.
        """
        opened: dict[str, str] = json.loads(unseal(bytes(self.sealed), about=about_signature(self)))
        return opened

    def set_given(self, values: Mapping[str, str]) -> None:
        """Seal what was given to the authorization that it signs."""
        self.sealed = seal(json.dumps(dict(values)).encode(), about=about_signature(self))


def about_signature(signature: Signature) -> str:
    """Name the row that what was given is sealed to."""
    return f"signature:{signature.authorization_id}"


class SigningLink(models.Model):
    """A private address that opens one form once. Only the hash of its token is kept."""

    authorization = models.ForeignKey(Authorization, on_delete=models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    on_tablet = models.BooleanField(default=False)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    """How many years of birth were named at it."""
    ended_at = models.DateTimeField(null=True, blank=True)
    """When it was signed, declined or called back."""
    declined = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"signing link {self.pk}"


class Revocation(models.Model):
    """That a person took it back: wholly, for some networks, or for paid use only."""

    class How(models.TextChoices):
        IN_PERSON = "in_person", "In person"
        PHONE = "phone", "By phone"
        LETTER = "letter", "By letter"
        EMAIL = "email", "By e-mail"
        MESSAGE = "message", "By a message on a network"
        LINK = "link", "By their own link"

    authorization = models.ForeignKey(
        Authorization, on_delete=models.PROTECT, related_name="revocations"
    )
    received_at = models.DateTimeField()
    how = models.CharField(max_length=10, choices=How.choices)
    networks = models.JSONField(default=list)
    paid_only = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(default=now)
    owner = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_at = models.DateTimeField()
    """By when everything is to be gone."""
    escalated_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    """When the letter to the person was given or sent."""
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followers"
    )
    """
    The revocation of an older form that reached this one, which came in its place. What has to go
    because of both is taken down there.
    """

    class Meta:
        indexes = [models.Index(fields=["recorded_at"], name="revocations_recorded")]

    def __str__(self) -> str:
        return f"revocation {self.pk}"


class Placement(models.Model):
    """That a delivery relies on an authorization. Written in the transaction that plans it."""

    authorization = models.ForeignKey(
        Authorization, on_delete=models.PROTECT, related_name="placements"
    )
    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="reliance")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authorization", "delivery"], name="one_placement_a_delivery"
            )
        ]

    def __str__(self) -> str:
        return f"placement {self.pk}"


class TakeDown(models.Model):
    """
    One place from which something has to go after a revocation.

    Ours are deliveries, removed through the outbox where the network can; others (a flyer, somebody
    else's share) are `elsewhere`, in words, and a person says when they are gone.
    """

    revocation = models.ForeignKey(Revocation, on_delete=models.PROTECT, related_name="takedowns")
    delivery = models.ForeignKey(
        Delivery, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    removal = models.ForeignKey(
        Delivery, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    elsewhere = models.CharField(max_length=200, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    """It had not left yet, and was stopped."""
    archived = models.CharField(max_length=64, blank=True)
    """SHA-256 of what was kept of it before it was removed."""
    asked_at = models.DateTimeField(null=True, blank=True)
    by_hand = models.BooleanField(default=False)
    """The network cannot remove it for us: a person has to."""
    gone_at = models.DateTimeField(null=True, blank=True)
    gone_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    looked_at = models.DateTimeField(null=True, blank=True)
    """When the network was last read for it, and answered."""
    could_not_look = models.BooleanField(default=False)
    """The network could not be read for it since: nobody knows."""
    look_again_at = models.DateTimeField(null=True, blank=True)
    seen_again = models.BooleanField(default=False)
    """The last look at the address found it there still."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["revocation", "delivery"], name="one_take_down_a_delivery"
            )
        ]
        indexes = [
            models.Index(
                fields=["revocation"],
                condition=models.Q(stopped_at=None, gone_at=None),
                name="take_downs_open",
            ),
            models.Index(
                fields=["look_again_at"],
                condition=models.Q(gone_at__isnull=False),
                name="take_downs_to_look_at",
            ),
        ]

    def __str__(self) -> str:
        return f"take-down {self.pk}"
