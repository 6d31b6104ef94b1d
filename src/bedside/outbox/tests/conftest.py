"""Deliveries on the practice network, which can be told to misbehave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from bedside.posts import verbs as posts
from bedside.posts.content import Content

if TYPE_CHECKING:
    from collections.abc import Callable

    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account, Delivery

TEXT = "Flu shots are here. Walk in any Saturday, 8 to 12."


@pytest.fixture
def approved(bob: Membership, nora: Membership, account: Account) -> Callable[..., list[Delivery]]:
    """Return a function that writes, approves and schedules a post, due now, as real people do."""

    def make(text: str = TEXT, **more: object) -> list[Delivery]:
        content = Content(text=text, accounts=(account.pk,), **more)  # type: ignore[arg-type]
        post = posts.start_draft(by=bob, content=content)
        posts.submit(by=bob, post=post)
        posts.approve(by=nora, post=post, revision=1)
        posts.publish_now(by=bob, post=post)
        return list(post.organisation.deliveries.filter(subject=post.subject).order_by("part"))

    return make


def age(delivery: Delivery) -> None:
    """Let the time come at which the clock looks at this delivery again."""
    type(delivery).objects.filter(pk=delivery.pk).update(wake_at=timezone.now())
