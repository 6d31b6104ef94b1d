"""A month full of posts, made in bulk: for tests of what pages cost."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from bedside.outbox.models import Delivery
from bedside.outbox.payload import Payload
from bedside.posts.content import Content
from bedside.posts.models import Post, Revision
from bedside.posts.states import State

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

TEXT = "Flu shots are here. Walk in any Saturday, 8 to 12."
STATES = (State.LIVE, State.REVIEW, State.CHANGES, State.SCHEDULED)


def fill(count: int, author: Membership, account: Account) -> None:
    """Add posts to the current month, in several states, each with a revision and a delivery."""
    now, words = timezone.now(), Content(TEXT, (account.pk,))
    posts = Post.objects.bulk_create(
        Post(
            organisation=author.organisation,
            title=f"{TEXT} {number}",
            state=STATES[number % len(STATES)],
            author=author.user,
            networks=["practice"],
            publish_at=now.replace(day=1 + number % 28, hour=number % 24),
            submitted_at=now,
        )
        for number in range(count)
    )
    Revision.objects.bulk_create(
        Revision(
            post=post,
            number=1,
            author=author.user,
            content=words.as_json(),
            content_hash=words.hash(),
        )
        for post in posts
    )
    Delivery.objects.bulk_create(_delivered(post, account) for post in posts)


def _delivered(post: Post, account: Account) -> Delivery:
    assert post.publish_at is not None
    return Delivery(
        organisation=post.organisation,
        account=account,
        subject=post.subject,
        payload=Payload(post.title).as_json(),
        payload_hash=Payload(post.title).hash(),
        state="live",
        due=post.publish_at,
        wake_at=post.publish_at,
        miss_at=post.publish_at + timedelta(hours=1),
        live_at=post.publish_at,
    )
