"""The page of the composer, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Count, F
from django.utils import timezone

from bedside.orgs.permissions import Verb, may
from bedside.posts.composing.form import LANGUAGES
from bedside.posts.models import Revision
from bedside.posts.queries import next_free_slots
from bedside.posts.states import WRITABLE, State
from bedside.posts.titles import title_of
from bedside.posts.verbs import REVIEWABLE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from django.forms.utils import ErrorDict

    from bedside.consents.models import Authorization
    from bedside.orgs.models import Membership
    from bedside.posts.composing.answer import Answer
    from bedside.posts.composing.conflicts import Conflict
    from bedside.posts.composing.pictures import Shown
    from bedside.posts.content import Content
    from bedside.posts.models import Post

EDITABLE = frozenset(REVIEWABLE)
"""States in which the words are open; in others somebody must say first that they want to."""


NEAR = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields: stored, or typed and not stored yet."""

    content: Content
    title: str = ""
    date: str = ""
    time: str = ""


@dataclass(frozen=True)
class Page:
    """
    Everything on the page. Without a post it is a new one.

    `base` and `base_hash` name the revision that the words go back to. `token` tells a new page
    from others, so that a first save sent twice makes one post.
    """

    member: Membership
    typed: Typed
    answer: Answer
    pictures: Sequence[Shown]
    revision: Revision | None = None
    base: int = 0
    base_hash: str = ""
    token: str = ""
    unlocked: bool = False
    offer: Sequence[Shown] = ()
    consents: Sequence[Authorization] = ()
    """Consents on offer, where scripts do not fetch them."""
    errors: ErrorDict | None = None
    conflict: Conflict | None = None
    now: datetime = field(default_factory=timezone.now)

    languages = LANGUAGES

    @property
    def post(self) -> Post | None:
        return self.revision.post if self.revision else None

    @property
    def state(self) -> str:
        return self.post.state if self.post else State.DRAFT

    @property
    def title(self) -> str:
        """What the post is called now."""
        return self.typed.title or (self.post.title if self.post else "New post")

    @property
    def own_title(self) -> str:
        """The title that somebody gave it; empty where it is called after its first words."""
        if self.typed.title or not self.post or not self.revision:
            return self.typed.title
        auto = title_of(self.revision.words.text)
        return "" if self.post.title == auto else self.post.title

    @property
    def may_write(self) -> bool:
        return may(self.member, Verb.WRITE)

    @property
    def may_schedule(self) -> bool:
        return may(self.member, Verb.SCHEDULE)

    @property
    def may_comment(self) -> bool:
        return may(self.member, Verb.COMMENT)

    @property
    def locked(self) -> bool:
        """Whether the words may not be changed on this page."""
        if not self.may_write:
            return True
        if self.state in EDITABLE:
            return False
        return not (self.unlocked and self.state in WRITABLE)

    @property
    def submittable(self) -> bool:
        return self.state in EDITABLE

    @property
    def changeable(self) -> bool:
        """Whether a locked page can be opened by asking for it: the approval would end."""
        return self.may_write and self.state in WRITABLE and self.state != State.REVIEW

    @property
    def publishable(self) -> bool:
        return self.state in {State.APPROVED, State.SCHEDULED, State.MISSED}

    @property
    def movable(self) -> bool:
        """Whether its time may be changed."""
        return self.may_schedule and self.state in WRITABLE

    @cached_property
    def next_slot(self) -> datetime | None:
        """The next free slot of the queue."""
        return next(iter(next_free_slots(self.member.organisation, self.now, 1)), None)

    @property
    def slot_is_near(self) -> bool:
        """Whether the name of its day is enough to know which day is meant."""
        return self.next_slot is not None and self.next_slot - self.now < NEAR


def newest_revision(member: Membership, pk: int) -> Revision:
    """
    Return the words that count of a post, with the post, both authors and the number of notes.

    One query. Raises `Revision.DoesNotExist` for posts of others and deleted ones.
    """
    return (
        Revision.objects.select_related("author", "post__author", "post__organisation")
        .annotate(notes=Count("post__notes"))
        .get(
            post_id=pk,
            post__organisation=member.organisation,
            post__deleted_at=None,
            number=F("post__number"),
        )
    )
