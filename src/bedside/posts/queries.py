"""What pages and other apps may know of posts. Everything starts from the member's organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Case, Q, When
from django.utils import timezone

from bedside.orgs.permissions import Verb, may
from bedside.posts.models import Post
from bedside.posts.slots import days_ahead, open_slots
from bedside.posts.states import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from bedside.orgs.models import Membership, Organisation

MOST_COUNTED = 100
"""How far what waits is counted; beyond it, nobody reads the number."""

SLOT_HORIZON = 60
"""How many days ahead a free slot is looked for."""


@dataclass(frozen=True)
class Lead:
    """One thing on the page of today: what it is, why, and where to act on it."""

    kind: str
    title: str
    detail: str
    post: int | None
    action: str
    state: str


def posts_of(organisation: Organisation) -> QuerySet[Post]:
    """Return all posts that were not deleted."""
    return organisation.posts.filter(deleted_at=None)


def waiting_for(member: Membership) -> QuerySet[Post]:
    """Return the posts in review that this member may decide on, the first to go out first."""
    if not may(member, Verb.APPROVE):
        return Post.objects.none()
    return (
        posts_of(member.organisation)
        .filter(state=State.REVIEW)
        .exclude(revisions__author_id=member.user_id)
        .order_by("publish_at", "submitted_at")
    )


def next_free_slots(organisation: Organisation, after: datetime, count: int = 1) -> list[datetime]:
    """Return the next slots (UTC moments) of the queue at which nothing goes out yet."""
    days = days_ahead(organisation, after, SLOT_HORIZON)
    free = dict.fromkeys(slot.at for slot in open_slots(organisation, days, after))
    return list(free)[:count]


def search(member: Membership, words: str, limit: int = 8) -> list[Post]:
    """Find posts by words of their title, the newest first."""
    wanted = posts_of(member.organisation)
    for word in words.split()[:6]:
        wanted = wanted.filter(title__icontains=word)
    return list(wanted.order_by("-changed_at")[:limit])


def today(member: Membership, limit: int = 7) -> list[Lead]:
    """Return the few things that need this person now, the gravest first; each post once."""
    ranked = [
        *_told(_in_trouble(member)[:limit]),
        *(
            _lead(post, "Waits for your approval", "Read it")
            for post in waiting_for(member)[:limit]
        ),
        *_told(_unfinished(member)[:limit]),
    ]
    return ranked[:limit]


_TROUBLES = (State.UNKNOWN, State.REFUSED, State.MISSED, State.BY_HAND)
"""States in which somebody has to do something, the gravest first."""

_REASONS = {
    State.UNKNOWN: ("Nobody knows if it went out", "Look and decide"),
    State.REFUSED: ("It was not sent", "See why"),
    State.MISSED: ("Its time passed", "Give it a new time"),
    State.BY_HAND: ("Ready for you to post by hand", "Post it"),
    State.CHANGES: ("Changes were asked for", "Rework it"),
    State.DRAFT: ("Goes out soon and is not approved", "Finish it"),
}
"""Why a post is on the page of today, and what to do."""


def _in_trouble(member: Membership) -> QuerySet[Post]:
    gravity = Case(*(When(state=state, then=rank) for rank, state in enumerate(_TROUBLES)))
    posts = posts_of(member.organisation).filter(state__in=_TROUBLES)
    return posts.order_by(gravity, "publish_at")


def _unfinished(member: Membership) -> QuerySet[Post]:
    """Posts that came back with changes to make, then drafts that should go out soon."""
    now = timezone.now()
    soon = Q(publish_at__range=(now, now + timedelta(days=3)))
    posts = posts_of(member.organisation).filter(
        Q(state=State.CHANGES) | soon, state__in=[State.CHANGES, State.DRAFT]
    )
    return posts.order_by(Case(When(state=State.CHANGES, then=0), default=1), "publish_at")


def _told(posts: Iterable[Post]) -> list[Lead]:
    return [_lead(post, *_REASONS[State(post.state)]) for post in posts]


def _lead(post: Post, detail: str, action: str) -> Lead:
    return Lead(post.state, post.title, detail, post.pk, action, post.state)
