"""
Creates the demo: Cedar Hollow Family Clinic with three months of posts, through the same verbs as
real use, the same on every machine but for the day it starts from.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from bedside.channels.practice.moods import Mood
from bedside.channels.practice.network import PracticeNetwork
from bedside.channels.practice.store import store_path
from bedside.outbox import reconciling
from bedside.outbox.models import Delivery
from bedside.outbox.verbs import miss_late
from bedside.posts import verbs as posts
from bedside.posts.content import Content
from bedside.posts.models import Slot
from bedside.suite.demo import consents, gallery, rulebook
from bedside.suite.demo.cast import Cast, assemble
from bedside.suite.demo.clock import moved_to
from bedside.suite.demo.life import Life
from bedside.suite.demo.stories import Story, stories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.orgs.models import Membership
    from bedside.posts.models import Post
    from bedside.suite.demo.rulebook import Excuse

WEEK = ((0, "12:00"), (1, "09:30"), (3, "16:00"), (5, "08:00"))
"""The slots of the queue: Monday noon, Tuesday, Thursday, Saturday morning."""
PAST_WEEKS, COMING_WEEKS = 12, 3

FLU_DRAFT = (
    "Flu season is here, and so are we. Our 92-year-old neighbor Mr. Alvarez got his shot on"
    " Tuesday and walked home smiling! The vaccine is 100% safe, and you will be in the hands of"
    " the best nurses in Cedar Hollow. Walk in any Saturday, 8 to 12. No appointment needed."
    " #flushots"
)


@dataclass(frozen=True)
class DemoSummary:
    """What was created, and who may sign in with which password."""

    organisation: str
    sign_ins: list[dict[str, str]]


def create_demo() -> DemoSummary:
    """Create the demo in an empty installation and write its sign-ins beside the database."""
    cast = _assembled_three_months_ago()
    zone = cast.alice.organisation.zone
    life = Life(cast, timezone.now().astimezone(zone).date())
    for weekday, clock in WEEK:
        Slot.objects.create(
            organisation=cast.alice.organisation,
            weekday=weekday,
            clock=time.fromisoformat(clock),
        )
    told = iter(stories())
    _tell_the_past(life, told)
    _trouble(life, told)
    _plan_ahead(life, told)
    _on_the_desk(life)
    consents.settle(life)
    _next_door(life)
    summary = DemoSummary(cast.alice.organisation.name, cast.sign_ins())
    file = settings.DATA.path / "demo.json"
    file.touch(mode=0o600)
    file.write_text(
        json.dumps({"organisation": summary.organisation, "sign_ins": summary.sign_ins}),
        encoding="utf-8",
    )
    return summary


def _assembled_three_months_ago() -> Cast:
    start = timezone.now() - timedelta(weeks=PAST_WEEKS + 1)
    with moved_to(start.replace(hour=15, minute=12)):
        return assemble()


def _slots(first: int, last: int, today: date) -> Iterator[tuple[int, str]]:
    """Yield the slots between two days, counted from today, as days and wall times."""
    for days in range(first, last):
        weekday = (today + timedelta(days=days)).weekday()
        yield from ((days, clock) for day, clock in WEEK if day == weekday)


def _tell_the_past(life: Life, told: Iterator[Story]) -> None:
    """Three months of posts, most by Bob, some by Ivy; some hold a slip first, some a warning."""
    rulebook.settle_rules(life)
    for number, (days, clock) in enumerate(_slots(-7 * PAST_WEEKS, -5, life.today)):
        story = next(told, None)
        if story is None:
            break
        by = life.cast.ivy if number % 7 == 3 else life.cast.bob
        written, first = rulebook.before_handing_in(life, number, story, by)
        life.publish(written, life.moment(days, clock), by=by, first=first)
    rulebook.judge(life)


def _trouble(life: Life, told: Iterator[Story]) -> None:
    """The last week: one refused, one missed, one that nobody knows of."""
    network = PracticeNetwork(store_path())
    network.feel(Mood.REFUSE, handle="cedarhollow")
    life.publish(
        Story("Fall menu video", "Three soups from our dietitian's fall menu.", ("practice",)),
        life.moment(-5, "12:00"),
    )
    _approved(life, "Upper lot closed", "The upper lot is closed on Friday.", -4, "17:00")
    with moved_to(life.moment(-4, "18:30")):
        miss_late(timezone.now())
    life.publish(next(told), life.moment(-2, "9:30"))
    _nobody_knows(life, network)


def _nobody_knows(life: Life, network: PracticeNetwork) -> None:
    """The line broke as it was sent, and looking did not help: a person has to look."""
    network.forget_keys("cedarhollow-kids")
    network.feel(Mood.CUT, handle="cedarhollow-kids")
    network.feel(Mood.LIE_ABSENT, handle="cedarhollow-kids", times=len(reconciling.LOOKS))
    story = Story(
        "Toddlers: wash hands",
        "Singing helps small hands stay under the water for twenty seconds.",
        ("kids",),
        "child",
        "A drawing of a grown-up and a child, both smiling.",
    )
    when = life.moment(-1, "8:00")
    [delivery] = life.deliveries(life.publish(story, when))
    for number, wait in enumerate(reconciling.LOOKS):
        with moved_to(when + timedelta(minutes=5 * (number + 1)) + wait):
            Delivery.objects.filter(pk=delivery.pk).update(wake_at=timezone.now())
            reconciling.look(delivery.pk)


def _plan_ahead(life: Life, told: Iterator[Story]) -> None:
    """The coming weeks: most slots are taken, some are still open."""
    for number, (days, clock) in enumerate(_slots(1, 7 * COMING_WEEKS, life.today)):
        story = next(told, None)
        if story is None:
            return
        if number % 4 != 2:
            life.publish(story, life.moment(days, clock))


def _on_the_desk(life: Life) -> None:
    """What lies on the desks today: drafts, posts in review, changes asked for."""
    cast = life.cast
    gallery.flu_evening(cast.bob)
    _reworked(life)
    _waiting(life, "Vaccines for travel", _TRAVEL, 6, "9:30", cast.ivy, rulebook.WAITING[0])
    _waiting(life, "Our privacy promise", _PROMISE, 8, "12:00", cast.nora, rulebook.WAITING[1])
    _sent_back(life)
    life.write(
        Story("Flu shots, walk-in Saturdays", FLU_DRAFT, ("practice", "facebook", "google")),
        life.moment(5, "8:00"),
    )
    excuse = rulebook.WAITING[2]
    sleep = f"Sleep tells us a lot about the rest of the day. {excuse.sentence}"
    post = life.write(Story("Why we ask about sleep", sleep, ("practice", "instagram")), None)
    rulebook.let_stand(post, timezone.now() - timedelta(minutes=4), excuse=excuse, by=cast.bob)
    for title, text in (
        ("Behind the scenes: the lab", "Small tubes, big labels, and a very tidy bench."),
    ):
        life.write(Story(title, text, ("practice", "instagram")), None)
    _approved(life, "Late approval: flu poster", "Our flu poster rides on bus 12.", None, "")


_SATURDAY = Story(
    "Flu: Saturday photo",
    "Saturday mornings look like this in the fall. A flu shot takes five minutes and the coffee is"
    " on us. Walk in, 8 to 12. #FluShots",
    ("practice", "instagram"),
    "team",
    "Three people in scrubs stand close together and smile.",
)
_SATURDAY_MENDED = (
    "Saturday mornings look like this in the fall. The flu shot lowers your chance of being ill"
    " enough to need a doctor (CDC). Walk in, 8 to 12, no appointment needed. #FluShots"
)
_TRAVEL = Story(
    "",
    "Going abroad this winter? Ask us about travel vaccines six weeks ahead. Source: CDC.",
    ("practice", "linkedin"),
)
_PROMISE = Story(
    "",
    "What you tell us stays with us. That is the law, and it is how we like to work.",
    ("practice", "facebook"),
)


def _waiting(
    life: Life, title: str, story: Story, days: int, clock: str, by: Membership, excuse: Excuse
) -> None:
    """A post that waits for approval, with a warning that its writer let stand."""
    text = f"{story.text} {excuse.sentence}"
    named = Story(title, text, story.where, story.picture, story.alt)
    now = timezone.now()
    post = life.write(named, life.moment(days, clock), by=by, written=now - timedelta(hours=30))
    rulebook.let_stand(post, now - timedelta(hours=29, minutes=50), excuse=excuse, by=by)
    life.hand_in(post, now - timedelta(hours=3), by=by)


def _reworked(life: Life) -> None:
    """A post that Nora sent back and that Bob reworked: she sees what changed."""
    now = timezone.now()
    post = life.write(_SATURDAY, life.moment(4, "10:00"), written=now - timedelta(days=3))
    life.hand_in(post, now - timedelta(days=2, hours=20))
    with moved_to(now - timedelta(days=2)):
        posts.ask_for_changes(
            by=life.cast.nora, post=post, comment="Leave the coffee out, and name a source."
        )
    with moved_to(now - timedelta(hours=4)):
        posts.add_note(by=life.cast.chen, post=post, text="The CDC page says less illness.")
        posts.save_draft(
            by=life.cast.bob,
            post=post,
            base=1,
            content=life.content(_SATURDAY).with_text(_SATURDAY_MENDED),
        )
    life.hand_in(post, now - timedelta(hours=2))


def _sent_back(life: Life) -> None:
    """A post that Nora sent back with a word."""
    story = Story(
        "New ultrasound room",
        "Our new ultrasound room has daylight and a wide door.",
        ("practice",),
    )
    now = timezone.now()
    post = life.write(story, life.moment(10, "16:00"), written=now - timedelta(days=2))
    life.hand_in(post, now - timedelta(days=1, hours=20))
    with moved_to(now - timedelta(days=1)):
        posts.ask_for_changes(
            by=life.cast.nora, post=post, comment="Say what it means for people who come to us."
        )


def _approved(life: Life, title: str, text: str, days: int | None, clock: str) -> Post:
    """A post that Nora approved; without days it has no time yet."""
    when = life.moment(days, clock) if days is not None else None
    started = (when or timezone.now()) - timedelta(days=2)
    post = life.write(Story(title, text, ("practice",)), when, written=started)
    life.hand_in(post, started + timedelta(hours=1))
    with moved_to(started + timedelta(hours=5)):
        posts.approve(by=life.cast.nora, post=post, revision=1)
    return post


def _next_door(life: Life) -> None:
    """Mill Pond Dental, where Charlie works and Ivy helps. Nobody of Cedar Hollow sees it."""
    cast = life.cast
    for title, text in (
        ("Brush, then spit", "Spit, do not rinse: the fluoride keeps working."),
        ("New hours", "Mill Pond Dental opens at 7 on Wednesdays."),
    ):
        with moved_to(timezone.now() - timedelta(days=1)):
            posts.start_draft(
                by=cast.ivy_elsewhere, title=title, content=Content(text, (cast.elsewhere.pk,))
            )
