"""Organisations, their places and people, and who may sign in for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo, available_timezones

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models

from bedside.orgs.permissions import Role
from bedside.work.moments import now

if TYPE_CHECKING:
    from datetime import datetime


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address."""

    def create_user(self, email: str, name: str, password: str | None = None) -> User:
        """Create a person who may sign in; without a password only a link or a passkey opens."""
        user = self.model(email=self.normalize_email(email).lower(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser):
    """A person who signs in. What they may do depends on the organisation: see `Membership`."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[UserManager] = UserManager()

    def __str__(self) -> str:
        return f"user {self.pk}"

    @property
    def initials(self) -> str:
        words = [word for word in self.name.replace("Dr.", "D").split() if word]
        letters = words[0][:2] if len(words) == 1 else words[0][0] + words[-1][0]
        return letters.upper()

    @property
    def short_name(self) -> str:
        """What colleagues call them: the first name, or title and surname."""
        words = self.name.split()
        return " ".join([words[0], words[-1]]) if words[0].endswith(".") else words[0]


def is_time_zone(name: str) -> None:
    """Refuse what is no IANA time zone, e.g. `America/Chicago`."""
    if name not in available_timezones():
        raise ValidationError("This is not a time zone. Write it like America/Chicago.")


def federal() -> list[str]:
    """Return the law that holds where nobody chose."""
    return ["us"]


class Organisation(models.Model):
    """A healthcare provider. Every other row belongs to exactly one."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(unique=True)
    kind = models.CharField(max_length=40, default="family")
    city = models.CharField(max_length=80, blank=True)
    region = models.CharField(max_length=80, blank=True)
    time_zone = models.CharField(
        max_length=64, default="America/Chicago", validators=[is_time_zone]
    )
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    domains = models.JSONField(default=list, blank=True)
    demo = models.BooleanField(default=False)
    jurisdictions = models.JSONField(default=federal)
    """The places whose law holds, by the codes of `bedside.guard.jurisdictions`."""
    treats_substance_use = models.BooleanField(default=False)
    """Whether 42 CFR Part 2 holds: not even presence may be told."""
    late_after = models.PositiveIntegerField(default=60)
    """Minutes after its time at which a post is missed rather than sent."""
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return self.slug

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def law(self) -> tuple[str, ...]:
        """The jurisdictions that the guard goes by."""
        part_two = ("us-part-2",) if self.treats_substance_use else ()
        return (*self.jurisdictions, *part_two)

    def local(self, moment: datetime) -> datetime:
        """Return an aware moment on this organisation's own clocks."""
        return moment.astimezone(self.zone)

    @property
    def mark(self) -> str:
        """Two letters for the switcher."""
        words = self.name.split()
        return "".join(word[0] for word in words[:2]).upper()


class Location(models.Model):
    """A place where the organisation sees people."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="locations"
    )
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"location {self.pk}"


class StaffMember(models.Model):
    """Somebody who works there and may be named in public, whether they sign in or not."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="staff")
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return f"staff member {self.pk}"


class Membership(models.Model):
    """What one person is in one organisation. Ended, never deleted: records point to it."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(role, role.label) for role in Role])
    created_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"],
                condition=models.Q(ended_at=None),
                name="one_current_membership",
            )
        ]

    def __str__(self) -> str:
        return f"membership {self.pk}"
