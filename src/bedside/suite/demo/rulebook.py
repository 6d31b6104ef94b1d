"""What the guard found in the demo's three months, and what people at Cedar Hollow said to it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.utils import timezone

from bedside.posts import dismissing
from bedside.posts import verbs as posts
from bedside.posts.models import Revision
from bedside.posts.readiness import NotReady
from bedside.rulebook import verbs as rulebook
from bedside.rulebook.models import Choice
from bedside.suite.demo.clock import moved_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bedside.orgs.models import Membership
    from bedside.posts.models import Post
    from bedside.suite.demo.life import Life
    from bedside.suite.demo.stories import Story

SLIPS = (
    "The vaccine is 100% safe.",
    "Our 92-year-old neighbor Mr. Alvarez got his shot on Tuesday.",
    "Mary Okafor, 46, came back from her knee surgery.",
    "This is a miracle cure for back pain.",
    "Mrs. Rosa Delgado has been our patient since May.",
    "Leave us a five star review and get a coffee.",
    "Our 93-year-old friend from the bakery is walking again.",
)
"""Sentences that writers hand in once, are stopped, and take out."""


@dataclass(frozen=True)
class Excuse:
    """A warning that somebody let stand: a sentence with it, its rule, and why."""

    sentence: str
    code: str
    reason: str
    note: str


AGREED = (
    Excuse("Click here for the study.", "A005", "readers", "The page has one link only."),
    Excuse("Click here for the route.", "A005", "readers", "It is the only link there is."),
    Excuse("Click here for the recipe.", "A005", "readers", "The link follows at once."),
    Excuse("Our relay team came last!!!", "T002", "quoted", "That is what their banner says."),
)
OVERTURNED = Excuse(
    "Addicts need help too.", "T020", "quoted", "It is the title of the talk that we announce."
)
WAITING = (
    Excuse("Ask which vaccines are FDA approved.", "C010", "mistaken", "It asks; claims nothing."),
    Excuse("Click here for the whole promise.", "A005", "other", "The page has one link only."),
    Excuse("A nap is proven to calm the mind.", "C009", "readers", "Dr. Chen wrote this sentence."),
)


EXCUSES = dict(zip(range(4, 44, 8), (*AGREED, OVERTURNED), strict=True))
"""Which of the past posts holds which warning, by its place."""


def before_handing_in(
    life: Life, number: int, story: Story, by: Membership
) -> tuple[Story, Callable[[Post, datetime], object] | None]:
    """Return a story as it is written, and what its writer does before it is handed in."""
    if excuse := EXCUSES.get(number):
        written = replace(story, text=f"{story.text} {excuse.sentence}")
        return written, partial(let_stand, excuse=excuse, by=by)
    if number % 3 == 1:
        return story, partial(slip, life=life, story=story, number=number, by=by)
    return story, None


def slip(
    post: Post, when: datetime, *, life: Life, story: Story, number: int, by: Membership
) -> None:
    """Hand in a post with two sentences that stop it; then take them out."""
    with moved_to(when):
        content = life.content(story)
        one, other = SLIPS[number // 3 % len(SLIPS)], SLIPS[(number // 3 + 3) % len(SLIPS)]
        flawed = content.with_text(f"{content.text} {one} {other}")
        posts.save_draft(by=by, post=post, base=1, content=flawed)
        with suppress(NotReady):
            posts.submit(by=by, post=post)
        posts.save_draft(by=by, post=post, base=1, content=content)


def let_stand(post: Post, when: datetime, *, excuse: Excuse, by: Membership) -> None:
    """Dismiss the warning of a post that an excuse is for."""
    with moved_to(when):
        newest = Revision.objects.select_related("post__organisation")
        revision = newest.get(post_id=post.pk, number=1)
        warnings = dismissing.warnings_of(by, revision)
        found = next(one for one in warnings if one.finding.code == excuse.code)
        dismissing.dismiss(by=by, found=found, reason=excuse.reason, note=excuse.note)


def settle_rules(life: Life) -> None:
    """Nora's few decisions about rules: one stricter, one softer, one off, one undone."""
    nora = life.cast.nora
    for weeks, code, choice, note in (
        (11, "T003", Choice.ERROR, "People come to us for straight answers."),
        (9, "T009", Choice.OFF, "Our voice may be playful. Alice and I agreed on it."),
        (6, "W003", Choice.WARN, "Grade 8 at most: our readers asked for it."),
        (3, "M011", Choice.INFO, "We run no offers at the moment."),
    ):
        with moved_to(timezone.now() - timedelta(weeks=weeks)):
            setting = rulebook.set_rule(by=nora, code=code, choice=choice, note=note, base=None)
    with moved_to(timezone.now() - timedelta(weeks=2)):
        rulebook.undo(by=nora, setting=setting)


def judge(life: Life) -> None:
    """Nora agrees with most of what was let stand so far, and sends one back."""
    for dismissal in life.cast.nora.organisation.dismissals.order_by("at"):
        with moved_to(dismissal.at + timedelta(hours=20)):
            if dismissal.code == OVERTURNED.code:
                answer = "Write “people with an addiction”, also in a title."
                rulebook.overturn(by=life.cast.nora, dismissal=dismissal, answer=answer)
            else:
                rulebook.agree(by=life.cast.nora, dismissal=dismissal)
