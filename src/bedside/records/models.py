"""
The chain of records: entries that are only ever added, the bodies they speak of, and anchors.

Triggers of the database refuse to change or delete entries and anchors, and to delete bodies
(`bedside.records.append_only`). An organisation that has records cannot be deleted.
"""

from __future__ import annotations

from django.db import models

ORGANISATION = "orgs.Organisation"


class Head(models.Model):
    """The end of one organisation's chain. Whoever adds an entry holds it until they commit."""

    organisation = models.OneToOneField(
        ORGANISATION, on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    seq = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64)
    mac_key = models.CharField(max_length=16, blank=True)
    """The chain key that signed the last entry."""

    def __str__(self) -> str:
        return f"head {self.seq} of organisation {self.organisation_id}"


class Entry(models.Model):
    """One thing that happened. `bedside.records.digests` says how the digests are made."""

    organisation = models.ForeignKey(
        ORGANISATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=80)
    verb = models.CharField(max_length=80)
    subject = models.CharField(max_length=120)
    facts = models.JSONField()
    salt = models.CharField(max_length=32)
    body_hash = models.CharField(max_length=64)
    prev = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    mac_key = models.CharField(max_length=16)
    mac = models.CharField(max_length=64)
    """HMAC-SHA256 of the digest: nobody adds an entry or rebuilds a chain without the key file."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "seq"], name="records_entry_seq"),
        ]
        indexes = [
            models.Index(fields=["organisation", "subject", "seq"], name="records_entry_subject"),
            models.Index(fields=["organisation", "at"], name="records_entry_at"),
        ]

    def __str__(self) -> str:
        return f"entry {self.seq} of organisation {self.organisation_id}"


class Body(models.Model):
    """
    Bytes that entries name by their SHA-256, e.g. exactly what was sent. Sealed, kept once.

    A purged body has lost its bytes and keeps its hash: it still proves, it no longer tells.
    """

    organisation = models.ForeignKey(
        ORGANISATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    sha256 = models.CharField(max_length=64)
    sealed = models.BinaryField(null=True)
    purged_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "sha256"], name="records_body_sha256"),
            models.CheckConstraint(
                condition=models.Q(sealed__isnull=False, purged_at=None)
                | models.Q(sealed=None, purged_at__isnull=False),
                name="records_body_sealed_or_purged",
            ),
        ]

    def __str__(self) -> str:
        return f"body {self.sha256[:8]} of organisation {self.organisation_id}"

    @property
    def about(self) -> str:
        """What the bytes are sealed about."""
        return about_body(self.organisation_id, self.sha256)


class Anchor(models.Model):
    """
    A signature over the chain up to one entry, which a copy outside the installation makes final.

    `day` is the date of signing (UTC); `key` the fingerprint of the Ed25519 key.
    """

    organisation = models.ForeignKey(
        ORGANISATION, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    seq = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    day = models.DateField()
    key = models.CharField(max_length=32)
    signature = models.CharField(max_length=128)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "seq"], name="records_anchor_seq"),
        ]

    def __str__(self) -> str:
        return f"anchor {self.seq} of organisation {self.organisation_id}"


def about_body(organisation_id: int, sha256: str) -> str:
    """Return what a body is sealed about."""
    return f"body:{organisation_id}:{sha256}"
