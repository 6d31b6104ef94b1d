"""Pictures that an organisation may use, what is in them, and what becomes of it."""

from __future__ import annotations

from django.db import models

from bedside.consents.models import Authorization
from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.clues import NAME
from bedside.orgs.models import Organisation, User
from bedside.work.moments import now

ONLY_A_NAME = f"Reads like {NAME}."
"""What a look says of a line that tells somebody's name and nothing else."""


class Asset(models.Model):
    """
    A picture or video, already without metadata. Its bytes are in the outbox's blobs under
    `sha256`; what arrived lies encrypted under `original`.

    Sizes are in pixels and bytes.
    """

    class Kind(models.TextChoices):
        PICTURE = "picture", "Picture"
        VIDEO = "video", "Video"

    class Look(models.TextChoices):
        """How far it has been looked at. `BY_HAND`: the machine could not, so a person must."""

        WAITING = "waiting", "Not looked at"
        QUICK = "quick", "Still checking text"
        DONE = "done", "Looked at"
        BY_HAND = "by_hand", "Not machine-checked"

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="assets")
    kind = models.CharField(max_length=7, choices=Kind.choices, default=Kind.PICTURE)
    sha256 = models.CharField(max_length=64)
    original = models.CharField(max_length=64, blank=True)
    """SHA-256 of the file as it arrived."""
    original_key = models.BinaryField(null=True, blank=True)
    """The key of that file, sealed to this row."""
    phash = models.CharField(max_length=16, blank=True)
    """64-bit perceptual hash in hexadecimal, since it was added; empty only in old rows."""
    name = models.CharField(max_length=120)
    alt = models.CharField(max_length=2000, blank=True)
    mime = models.CharField(max_length=40)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)
    deleted_at = models.DateTimeField(null=True, blank=True)

    look = models.CharField(max_length=7, choices=Look.choices, default=Look.WAITING)
    claim = models.CharField(max_length=32, blank=True)
    """Who works on it at present, and until when nobody else does."""
    claimed_until = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    render_due = models.BooleanField(default=False)
    """Its covers have changed since its bytes were last made."""
    covers = models.CharField(max_length=64, blank=True)
    """Hash of its present covers, see `rendering.covers_hash`: for lists, which read no boxes."""
    removed = models.JSONField(default=list)
    """Kinds of metadata that the file held, without their values."""
    faint = models.PositiveSmallIntegerField(default=0)
    """Lines of text with too little contrast, WCAG 2.2 criterion 1.4.3."""
    hand_checked_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    hand_checked_at = models.DateTimeField(null=True, blank=True)
    """When a person went through the checklist in the machine's place."""
    recognisable = models.CharField(
        max_length=3, blank=True, choices=[("no", "No"), ("yes", "Yes")]
    )
    """Whether a neighbour could recognise somebody by more than a face; empty: not answered."""
    answered_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    seconds = models.FloatField(null=True, blank=True)
    """Length of a video."""
    has_sound = models.BooleanField(default=False)
    captions = models.TextField(blank=True)
    """WebVTT of a video."""
    heard_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    heard_at = models.DateTimeField(null=True, blank=True)
    """When somebody listened to all of a video's sound and let it pass."""
    captions_blocked = models.PositiveSmallIntegerField(default=0)
    """What in its captions the guard stopped when they were saved."""
    captions_found = models.JSONField(default=list)
    """All that it found in them then, as plain values of findings."""
    progress = models.PositiveSmallIntegerField(null=True, blank=True)
    """How much of the work on a video is done, in percent; empty while nobody works on it."""
    refused = models.CharField(max_length=12, blank=True)
    """Why a video could not be worked on: one of `VideoWhy`."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "sha256"],
                condition=models.Q(deleted_at=None),
                name="one_asset_a_picture",
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "-added_at"], name="assets_recent"),
            models.Index(
                fields=["claimed_until"],
                condition=models.Q(look__in=["waiting", "quick"]) | models.Q(render_due=True),
                name="assets_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"asset {self.pk}"

    @property
    def subject(self) -> str:
        """How records name it."""
        return f"asset:{self.pk}"

    @property
    def is_video(self) -> bool:
        """Whether these are moving pictures."""
        return self.kind == self.Kind.VIDEO

    @property
    def made(self) -> bool:
        """Whether it has bytes without metadata. Until a video has, it is named by its original."""
        return not self.is_video or self.sha256 != self.original

    @property
    def hash64(self) -> int | None:
        """The perceptual hash as a number; None where there is none."""
        return int(self.phash, 16) if self.phash else None


class Box(models.Model):
    """
    Something in a picture about which a person decides. Open until somebody says what it is.

    `x`, `y`, `w`, `h` are parts of the upright picture, 0 to 1; in a video, where it is largest.
    What was read in it is not kept, only the sentence about it.
    """

    class Kind(models.TextChoices):
        FACE = "face", "Face"
        TEXT = "text", "Text"
        UNREAD = "unread", "Text that nobody could read"
        CODE = "code", "Code"
        DRAWN = "drawn", "Something else"

    class Found(models.TextChoices):
        QUICK = "quick", "At the first look"
        FULL = "full", "At the second look"
        PERSON = "person", "By a person"

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        COVERED = "covered", "Covered"
        LINKED = "linked", "Consent"
        DISMISSED = "dismissed", "Nothing to cover"
        REMOVED = "removed", "Taken away"

    class How(models.TextChoices):
        SOLID = "solid", "Solid"
        MOSAIC = "mosaic", "Mosaic"

    class Reason(models.TextChoices):
        """Why there is nothing to cover: fixed words, so that no name gets into them."""

        NOT_A_FACE = "not_a_face", "Not a face"
        DRAWING = "drawing", "A drawing, a doll or a statue"
        READ = "read", "Read by the guard: harmless"
        HARMLESS = "harmless", "Read by a person: names nobody"
        OURS = "ours", "Our own name, number or address"
        UNREADABLE = "unreadable", "Nobody can read it, not even enlarged"

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="boxes")
    number = models.PositiveSmallIntegerField()
    """Counts within the picture and the letter of its label."""
    letter = models.CharField(max_length=1, blank=True)
    kind = models.CharField(max_length=6, choices=Kind.choices)
    x = models.FloatField()
    y = models.FloatField()
    w = models.FloatField()
    h = models.FloatField()
    origin = models.JSONField(default=list)
    """Where a machine found it, `[x, y, w, h]`; empty where a person drew it."""
    score = models.FloatField(default=1.0)
    found_in = models.CharField(max_length=6, choices=Found.choices)
    says = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.OPEN)
    how = models.CharField(max_length=6, choices=How.choices, blank=True)
    authorization = models.ForeignKey(
        Authorization, null=True, blank=True, on_delete=models.PROTECT, related_name="boxes"
    )
    reason = models.CharField(max_length=10, choices=Reason.choices, blank=True)
    decided_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    drawn_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    drawn_at = models.DateTimeField(null=True, blank=True)
    track = models.JSONField(default=list)
    """
    In a video: where it was found when, as `[second, x, y, w, h]`, in the order of time. It is
    there from the first second to the last; where it was moved to, `video.tracks` tells.
    """

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["asset", "letter", "number"], name="one_box_a_label"),
            models.CheckConstraint(
                condition=models.Q(status="linked", authorization__isnull=False)
                | (~models.Q(status="linked") & models.Q(authorization__isnull=True)),
                name="linked_to_what",
            ),
        ]
        ordering = ["letter", "number"]

    def __str__(self) -> str:
        return f"box {self.pk}"

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(self.x, self.y, self.w, self.h)

    @property
    def label(self) -> str:
        """What stands on it: 2, T1, C1."""
        return f"{self.letter}{self.number}"

    @property
    def called(self) -> str:
        """What people call it: Face 2, Text T1, Code C1, Part 3."""
        words = {"face": "Face", "text": "Text", "unread": "Text", "code": "Code", "drawn": "Part"}
        return f"{words[self.kind]} {self.label}"

    @property
    def person(self) -> bool:
        """Whether it shows a person, whom a consent may cover."""
        return self.kind in {self.Kind.FACE, self.Kind.DRAWN}

    @property
    def linkable(self) -> bool:
        """
        Whether a consent can allow showing it: a person, or a line that tells a name and no more.

        Numbers, dates of birth and what nobody could read can only be covered.
        """
        named = self.says == ONLY_A_NAME or not self.origin
        return self.person or (self.kind == self.Kind.TEXT and named)


class Rendering(models.Model):
    """
    The bytes of a picture with one set of covers in it. They may leave once `verified_at` is set;
    `problems` says in sentences why they may not.
    """

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="renderings")
    covers = models.CharField(max_length=64)
    """Hash of the covers that it was made with, see `rendering.covers_hash`."""
    sha256 = models.CharField(max_length=64, blank=True)
    mime = models.CharField(max_length=40, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    size = models.PositiveIntegerField(default=0)
    verified_at = models.DateTimeField(null=True, blank=True)
    problems = models.JSONField(default=list)
    made_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["asset", "covers"], name="one_rendering_of_covers")
        ]
        indexes = [models.Index(fields=["sha256"], name="renderings_bytes")]

    def __str__(self) -> str:
        return f"rendering {self.pk}"


class Step(models.Model):
    """One thing that somebody decided about boxes, with how they were before, to take it back."""

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="steps")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    before = models.JSONField(default=list)
    """The changed fields of each box, with its `id`."""
    undone_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"step {self.pk}"


def about_original(asset: Asset) -> str:
    """Name the row that the key of an original is sealed to."""
    return f"original:{asset.pk}"
