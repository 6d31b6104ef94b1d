"""Posts in every state, as tests of the calendar and the approvals need them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from bedside.posts.content import Content
from bedside.posts.models import Post, Revision
from bedside.posts.states import State
from bedside.posts.times import at

if TYPE_CHECKING:
    from bedside.orgs.models import Membership, Organisation
    from bedside.outbox.models import Account

TEXT = "Flu shots are here. Walk in on Saturday, 8 to 12, no appointment."


def noon(day: date, organisation: Organisation) -> datetime:
    """Return noon of a day on the organisation's clocks, as a moment."""
    return at(day, time(12), organisation.zone)


def wall_time(post: Post) -> time:
    """Return the time of day at which a post goes out now, on its organisation's clocks."""
    post.refresh_from_db()
    assert post.local is not None
    return post.local.time()


def post_of(
    by: Membership,
    when: datetime | None = None,
    *,
    title: str = "Flu: walk in",
    state: State = State.DRAFT,
    networks: tuple[str, ...] = ("practice",),
    accounts: tuple[Account, ...] = (),
    text: str = TEXT,
) -> Post:
    """Store a post with its one revision, in any state, past every check."""
    content = Content(text=text, accounts=tuple(account.pk for account in accounts))
    post = Post.objects.create(
        organisation=by.organisation,
        title=title,
        state=state,
        author_id=by.user_id,
        networks=list(networks),
        publish_at=when,
        changed_at=datetime(2026, 10, 1, tzinfo=UTC),
    )
    Revision.objects.create(
        post=post,
        number=1,
        author_id=by.user_id,
        content=content.as_json(),
        content_hash=content.hash(),
    )
    return post
