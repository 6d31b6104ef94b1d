"""What an organisation says about the guard's rules: how hard each stops, and what may stand."""

from __future__ import annotations

from django.db import models

from bedside.orgs.models import Organisation, User
from bedside.work.moments import now

LONGEST_NOTE = 500


class Choice(models.TextChoices):
    """How hard a rule stops."""

    DEFAULT = "default", "As it comes"
    ERROR = "error", "Must change"
    WARN = "warn", "Look at it"
    INFO = "info", "Hint"
    OFF = "off", "Off"


class Setting(models.Model):
    """
    What somebody decided about one rule. The one without an end holds; the others are history.

    A rule that nobody ever touched has none.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="rule_settings"
    )
    code = models.CharField(max_length=8)
    choice = models.CharField(max_length=8, choices=Choice.choices)
    note = models.CharField(max_length=LONGEST_NOTE)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True, blank=True)
    before = models.CharField(max_length=8, choices=Choice.choices, default=Choice.DEFAULT)
    """What held until then, for undoing."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"],
                condition=models.Q(ended_at=None),
                name="one_setting_a_rule",
            )
        ]
        indexes = [models.Index(fields=["organisation", "code", "-at"], name="rule_history")]

    def __str__(self) -> str:
        return f"setting {self.pk}"


class Stage(models.TextChoices):
    """Where in the life of a post the guard was asked."""

    HANDED_IN = "handed_in", "Handed in"
    APPROVED = "approved", "At approval"
    SENT = "sent", "At sending, by network"


class Hits(models.Model):
    """How often a rule found something on one day of the organisation's calendar: a number only."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="hits")
    code = models.CharField(max_length=8)
    day = models.DateField()
    stage = models.CharField(max_length=10, choices=Stage.choices)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "day", "code", "stage"], name="one_count_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"hits {self.pk}"


class Dismissal(models.Model):
    """
    A writer's word that a warning may stand.

    It covers one rule and one stretch of one version: `code`, the SHA-256 of the stretch, and which
    of several alike it is (`nth`), in one `field` of version `number` of `subject`. `words` is the
    stretch itself; empty where the finding is about the whole text, whose hash then counts.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waits for review"
        AGREED = "agreed", "Agreed"
        OVERTURNED = "overturned", "Overturned"
        TAKEN_BACK = "taken_back", "Taken back"

    class Reason(models.TextChoices):
        NOBODY = "nobody", "Not about a patient"
        OURS = "ours", "Our own staff, place or name"
        INVENTED = "invented", "Invented, and it says so"
        QUOTED = "quoted", "Somebody else’s exact words"
        READERS = "readers", "Right for these readers"
        MISTAKEN = "mistaken", "The guard read it wrong"
        OTHER = "other", "Something else"

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="dismissals"
    )
    subject = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    field = models.CharField(max_length=40)
    code = models.CharField(max_length=8)
    sha256 = models.CharField(max_length=64)
    nth = models.PositiveIntegerField(default=0)
    words = models.TextField(blank=True)
    reason = models.CharField(max_length=10, choices=Reason.choices)
    note = models.CharField(max_length=LONGEST_NOTE)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    judged_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    judged_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=LONGEST_NOTE, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "subject", "number", "field", "code", "sha256", "nth"],
                condition=~models.Q(state="taken_back"),
                name="one_dismissal_a_stretch",
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "-at"], name="dismissals_by_state"),
            models.Index(fields=["organisation", "code", "-at"], name="dismissals_by_rule"),
        ]

    def __str__(self) -> str:
        return f"dismissal {self.pk}"

    @property
    def covers(self) -> bool:
        """Whether the warning is quiet because of it."""
        return self.state in (self.State.WAITING, self.State.AGREED)

    @property
    def post(self) -> int:
        """The number of the post that it is about."""
        return int(self.subject.partition(":")[2])
