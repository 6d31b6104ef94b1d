"""How people at Cedar Hollow work: write, check, approve, send, now and then with trouble."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from bedside.outbox import sending
from bedside.outbox import verbs as outbox
from bedside.outbox.states import State
from bedside.posts import verbs as posts
from bedside.posts.content import Content
from bedside.posts.times import at
from bedside.suite.demo.clock import moved_to
from bedside.suite.demo.gallery import picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bedside.orgs.models import Membership
    from bedside.outbox.models import Delivery
    from bedside.posts.models import Post
    from bedside.suite.demo.cast import Cast
    from bedside.suite.demo.stories import Story


@dataclass
class Life:
    """Moves through the days of the clinic. `today` is the real present day on its clocks."""

    cast: Cast
    today: date

    def moment(self, days: int, clock: str) -> datetime:
        """Return a moment some days from today, at a wall time such as `16:05`."""
        hour, minute = map(int, clock.split(":"))
        zone = self.cast.alice.organisation.zone
        return at(self.today + timedelta(days=days), time(hour, minute), zone)

    def content(self, story: Story, **more: object) -> Content:
        """Turn a story into what a writer would save, its picture included."""
        accounts = tuple(self.cast.accounts[where].pk for where in story.where)
        pictures = (picture(self.cast.bob, story),) if story.picture else ()
        return Content(text=story.text, accounts=accounts, pictures=pictures, **more)  # type: ignore[arg-type]

    def write(
        self,
        story: Story,
        wanted: datetime | None,
        *,
        by: Membership | None = None,
        written: datetime | None = None,
        **more: object,
    ) -> Post:
        """Write a draft, some days ahead."""
        with moved_to(written or self._ahead(wanted, days=4)):
            return posts.start_draft(
                by=by or self.cast.bob,
                content=self.content(story, **more),
                title=story.title,
                publish_at=wanted,
            )

    def hand_in(self, post: Post, when: datetime, *, by: Membership | None = None) -> None:
        """Ask for approval."""
        with moved_to(when):
            posts.submit(by=by or self.cast.bob, post=post)

    def publish(
        self,
        story: Story,
        when: datetime,
        *,
        by: Membership | None = None,
        first: Callable[[Post, datetime], object] | None = None,
        **more: Any,
    ) -> Post:
        """
        Take a story all the way: written, approved, and sent where its time has come.

        `first` is what somebody does with it before they hand it in, and when.
        """
        post = self.write(story, when, by=by, **more)
        if first is not None:
            first(post, self._ahead(when, days=4) + timedelta(minutes=5))
        self.hand_in(post, self._ahead(when, days=3), by=by)
        with moved_to(self._ahead(when, days=2)):
            posts.approve(by=self.cast.nora, post=post, revision=1)
        if when <= timezone.now():
            self.send(post, when)
        return post

    def send(self, post: Post, when: datetime) -> None:
        """Let the clock strike: what goes by itself goes, the rest Bob posts by hand."""
        with moved_to(when + timedelta(seconds=1)):
            for delivery in self.deliveries(post):
                sending.deliver(delivery.pk)
        with moved_to(when + timedelta(minutes=9)):
            for delivery in self.deliveries(post):
                if delivery.state == State.BY_HAND:
                    outbox.settle_live(by=self.cast.bob, delivery=delivery, url=_address(delivery))

    def deliveries(self, post: Post) -> list[Delivery]:
        """Return a post's deliveries as they are now, in sending order."""
        found = post.organisation.deliveries.filter(subject=post.subject)
        return list(found.select_related("account").order_by("account_id", "part"))

    def _ahead(self, wanted: datetime | None, *, days: int) -> datetime:
        """Return a working hour so many days before, but never in the future."""
        now = timezone.now()
        base = (wanted or now) - timedelta(days=days)
        return min(base, now - timedelta(minutes=5 * (5 - days) + 5))


def _address(delivery: Delivery) -> str:
    """Return the address a person would have copied from the network."""
    number = int(delivery.due.astimezone(UTC).timestamp()) // 60
    return f"https://{delivery.account.shown}.example/cedarhollow/{number}"
