"""
Joins posts to the outbox (approval at the gate, the state people see), to the library and to
consents (where they are used), and to the rulebook (what may not stand does not go out).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from bedside.channels.base import Action
from bedside.consents import previews
from bedside.consents import uses as consents
from bedside.consents.queries import taken_back
from bedside.guard import Verdict
from bedside.library import uses as library
from bedside.outbox import gate
from bedside.outbox.models import Delivery
from bedside.outbox.transitions import changed
from bedside.posts.models import Decision, Post
from bedside.posts.states import FOLLOWING, PLANNED, State, summed_up
from bedside.posts.uses import preview, relying, uses
from bedside.posts.verbs import send_back_to_mend
from bedside.records.chain import append
from bedside.rulebook.verbs import overturned

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.rulebook.models import Dismissal


def approved(delivery: Delivery, *, lock: bool) -> list[str]:
    """Say what stands against sending a post's delivery: no approval for exactly these bytes."""
    kind, _, number = delivery.subject.partition(":")
    if kind != "post":
        return ["Nobody has approved it."]
    decisions = Decision.objects.select_for_update(of=("self",)) if lock else Decision.objects.all()
    decision = decisions.filter(
        post_id=int(number),
        post__organisation_id=delivery.organisation_id,
        kind=Decision.Kind.APPROVED,
        void_at=None,
    ).first()
    if decision is None:
        return ["Nobody has approved it."]
    bound = decision.hashes.get(str(delivery.account_id), [])
    if delivery.part >= len(bound) or bound[delivery.part] != delivery.payload_hash:
        return ["The approval is for other words."]
    return []


def sum_up(*, organisation_id: int, subject: str, **more: Any) -> None:
    """Keep a post's state in step with its deliveries."""
    kind, _, number = subject.partition(":")
    if kind != "post":
        return
    deliveries = Delivery.objects.filter(organisation_id=organisation_id, subject=subject)
    known = deliveries.values_list("state", "action")
    state = summed_up(state for state, action in known if action != Action.DELETE)
    if state is None:
        call_off(organisation_id=organisation_id, post=int(number), subject=subject)
    else:
        Post.objects.filter(
            pk=int(number), organisation_id=organisation_id, state__in=FOLLOWING - {state}
        ).update(state=state, changed_at=timezone.now())


def call_off(*, organisation_id: int, post: int, subject: str) -> None:
    """
    Send a post back whose deliveries were all called off because somebody took a consent back.

    Its approval was for words that may not go out any more.
    """
    back = taken_back(organisation_id, subject)
    if not back:
        return
    posts = Post.objects.filter(pk=post, organisation_id=organisation_id, state__in=PLANNED)
    if posts.update(state=State.CHANGES, changed_at=timezone.now()):
        Decision.objects.filter(post_id=post, void_at=None).update(void_at=timezone.now())
        append(
            organisation_id=organisation_id,
            actor="system",
            verb="post.approval_voided",
            subject=subject,
            facts={"why": "consent taken back", "consents": back},
        )


def mend(*, by: Membership, dismissal: Dismissal, **more: Any) -> None:
    """Take a post back whose words the privacy officer did not let stand."""
    posts = by.organisation.posts.filter(pk=dismissal.post)
    posts.filter(state=State.REVIEW).update(verdict=Verdict.BLOCK)
    post = posts.first()
    if post is not None:
        send_back_to_mend(by=by, post=post)


gate.register("approval", approved)
library.register("posts", uses)
consents.register("posts", relying)
previews.register("posts", preview)
overturned.connect(mend, dispatch_uid="posts.mend")
changed.connect(sum_up, dispatch_uid="posts.sum_up")
