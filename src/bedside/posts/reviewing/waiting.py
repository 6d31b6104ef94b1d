"""The list beside a review: what waits for whom, what was sent back, what was approved lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, Subquery

from bedside.orgs.permissions import ALLOWED, Verb, may
from bedside.posts.models import Decision, Revision
from bedside.posts.queries import posts_of
from bedside.posts.states import State

if TYPE_CHECKING:
    from datetime import datetime

    from bedside.orgs.models import Membership, User
    from bedside.posts.models import Post

MOST_WAITING, MOST_DECIDED = 20, 10
"""Posts that are listed of each kind; the first to go out, the last decided."""
RECENT = timedelta(days=7)
HOT = timedelta(days=1)
"""Less time than this before it should go out is pressing."""

MINUTE, HOUR, DAY = 60, 3600, 86400


@dataclass(frozen=True, slots=True)
class Line:
    """
    One post of the list. `mine`: this member may decide on it. `wrote`: they wrote a part of it.

    `left` is the time until it should go out; `decision` what was decided on it last.
    """

    post: Post
    mine: bool = False
    wrote: bool = False
    left: timedelta | None = None
    decision: Decision | None = None

    @property
    def hot(self) -> bool:
        """Whether it presses."""
        return self.left is not None and self.left < HOT

    @property
    def due(self) -> str:
        """How long until it should go out: `2 h left`, `3 d left`, `late`, or nothing."""
        if self.left is None:
            return ""
        seconds = int(self.left.total_seconds())
        if seconds < 0:
            return "late"
        if seconds < HOUR:
            return f"{seconds // MINUTE} min left"
        return f"{seconds // HOUR} h left" if seconds < DAY else f"{seconds // DAY} d left"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, first what this member may decide on; then what was sent back, and approved."""

    lines: tuple[Line, ...]
    changes: tuple[Line, ...]
    approved: tuple[Line, ...]

    @property
    def own(self) -> list[int]:
        """The numbers of the posts that wait for this member."""
        return [line.post.pk for line in self.lines if line.mine]

    @property
    def order(self) -> list[int]:
        """The numbers of all posts in the order of the list."""
        return [line.post.pk for line in (*self.lines, *self.changes, *self.approved)]

    def post(self, pk: int) -> Post | None:
        """Return a post of the list."""
        lines = (*self.lines, *self.changes, *self.approved)
        return next((line.post for line in lines if line.post.pk == pk), None)

    def before(self, pk: int) -> int | None:
        """Return the post before one in the list."""
        return _at(self.order, pk, -1)

    def after(self, pk: int) -> int | None:
        """Return the post after one in the list."""
        return _at(self.order, pk, +1)


def waiting(member: Membership, now: datetime) -> Waiting:
    """Gather the list for one member."""
    return Waiting(
        lines=tuple(_in_review(member, now)),
        changes=tuple(_sent_back(member)),
        approved=tuple(_approved(member, now)),
    )


def approvers(member: Membership) -> list[User]:
    """Return the people of the organisation who may approve, by name; not the member."""
    memberships = member.organisation.memberships.filter(
        ended_at=None, role__in=ALLOWED[Verb.APPROVE]
    ).exclude(user_id=member.user_id)
    return [one.user for one in memberships.select_related("user").order_by("user__name")]


def _in_review(member: Membership, now: datetime) -> list[Line]:
    own = Revision.objects.filter(post=OuterRef("pk"), author_id=member.user_id)
    posts = (
        posts_of(member.organisation)
        .filter(state=State.REVIEW)
        .select_related("author")
        .annotate(wrote=Exists(own))
        .order_by(F("publish_at").asc(nulls_last=True), "submitted_at")[:MOST_WAITING]
    )
    decides = may(member, Verb.APPROVE)
    lines = [
        Line(
            _of(member, post),
            mine=decides and not post.wrote,
            wrote=post.wrote,
            left=post.publish_at - now if post.publish_at else None,
        )
        for post in posts
    ]
    return sorted(lines, key=lambda line: not line.mine)


def _sent_back(member: Membership) -> list[Line]:
    """Return the posts that are being reworked, each with the decision that sent it back."""
    latest = Decision.objects.filter(post=OuterRef("post"), kind=Decision.Kind.CHANGES)
    decisions = (
        Decision.objects.filter(
            post__organisation=member.organisation,
            post__deleted_at=None,
            post__state=State.CHANGES,
            pk=Subquery(latest.order_by("-at", "-pk").values("pk")[:1]),
        )
        .select_related("post__author", "by")
        .order_by("-at")[:MOST_DECIDED]
    )
    return [Line(_of(member, decision.post), decision=decision) for decision in decisions]


def _approved(member: Membership, now: datetime) -> list[Line]:
    decisions = (
        Decision.objects.filter(
            post__organisation=member.organisation,
            post__deleted_at=None,
            kind=Decision.Kind.APPROVED,
            void_at=None,
            at__gt=now - RECENT,
        )
        .select_related("post__author", "by")
        .order_by("-at")[:MOST_DECIDED]
    )
    return [Line(_of(member, decision.post), decision=decision) for decision in decisions]


def _of(member: Membership, post: Post) -> Post:
    """Give a post its organisation, which is the member's, so that nobody looks it up."""
    post.organisation = member.organisation
    return post


def _at(order: list[int], pk: int, step: int) -> int | None:
    if pk not in order:
        return None
    place = order.index(pk) + step
    return order[place] if 0 <= place < len(order) else None
