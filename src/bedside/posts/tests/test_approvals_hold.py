"""No approval survives an edit: whatever is done in whatever order, what is planned is approved."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bedside.outbox.models import Delivery
from bedside.outbox.states import State as Waiting
from bedside.outbox.transitions import move
from bedside.outbox.verbs import NotPossible
from bedside.posts import verbs
from bedside.posts.content import Content, bind, hashes
from bedside.posts.models import Decision
from bedside.posts.readiness import NotReady
from bedside.posts.tests.making import TEXT
from bedside.posts.verbs import SavedElsewhere

TEXTS = (
    TEXT,
    "Flu shots are here. Walk in on Sunday.",
    "Thank you, nurses.\n---\nSee you at the fair on Friday.",
)
WRITERS, REVIEWERS = ("bob", "alice"), ("nora", "alice")


class Desk:
    """One post and the people around it; every method is something that somebody may try."""

    def __init__(self, people, account):
        self.people = people
        self.account = account
        content = Content(text=TEXT, accounts=(account.pk,))
        self.post = verbs.start_draft(by=people["bob"], content=content)

    @property
    def words(self):
        self.post.refresh_from_db()
        return self.post.revisions.get(number=self.post.number).words

    def edit(self, who, text):
        content = self.words.with_text(text)
        verbs.save_draft(
            by=self.people[who], post=self.post, content=content, base=self.post.number
        )

    def comment_first(self, who, text):
        content = replace(self.words, first_comment=text)
        verbs.save_draft(
            by=self.people[who], post=self.post, content=content, base=self.post.number
        )

    def submit(self, who):
        verbs.submit(by=self.people[who], post=self.post)

    def withdraw(self, who):
        verbs.withdraw(by=self.people[who], post=self.post)

    def approve(self, who, behind):
        self.post.refresh_from_db()
        verbs.approve(by=self.people[who], post=self.post, revision=self.post.number - behind)

    def ask(self, who):
        verbs.ask_for_changes(by=self.people[who], post=self.post, comment="Shorter.")

    def reject(self, who):
        verbs.reject(by=self.people[who], post=self.post)

    def schedule(self, who, hours):
        at = timezone.now() + timedelta(hours=hours)
        verbs.schedule(by=self.people[who], post=self.post, at=at)

    def unschedule(self, who):
        verbs.unschedule(by=self.people[who], post=self.post)

    def publish(self, who):
        verbs.publish_now(by=self.people[who], post=self.post)

    def delete(self, who):
        verbs.delete(by=self.people[who], post=self.post)

    def restore(self, who):
        verbs.restore(by=self.people[who], post=self.post)

    def refuse(self):
        for delivery in self.planned():
            move(delivery, Waiting.CLAIMED, frm=[Waiting.PLANNED])
            move(delivery, Waiting.REFUSED, frm=[Waiting.CLAIMED])

    def miss(self):
        for delivery in self.planned():
            move(delivery, Waiting.MISSED, frm=[Waiting.PLANNED])

    def planned(self):
        return Delivery.objects.filter(subject=self.post.subject, state=Waiting.PLANNED)


def _step(name, *values):
    return st.tuples(st.just(name), *values)


writers, reviewers = st.sampled_from(WRITERS), st.sampled_from(REVIEWERS)
steps = st.lists(
    st.one_of(
        _step("edit", writers, st.sampled_from(TEXTS)),
        _step("comment_first", writers, st.sampled_from(("", "More on our page."))),
        _step("submit", writers),
        _step("withdraw", writers),
        _step("approve", reviewers, st.integers(0, 1)),
        _step("ask", reviewers),
        _step("reject", reviewers),
        _step("schedule", writers, st.sampled_from((-1, 1, 48))),
        _step("unschedule", writers),
        _step("publish", writers),
        _step("delete", writers),
        _step("restore", writers),
        _step("refuse"),
        _step("miss"),
    ),
    min_size=4,
    max_size=14,
)


PLANNED = [("submit", "bob"), ("schedule", "bob", 1), ("approve", "nora", 0)]


@given(taken=steps)
@example(taken=[*PLANNED, ("edit", "bob", TEXTS[1])])
@example(taken=[*PLANNED, ("comment_first", "alice", "More on our page.")])
@example(taken=[*PLANNED, ("delete", "bob"), ("restore", "bob"), ("publish", "bob")])
@example(
    taken=[
        *PLANNED,
        ("refuse",),
        ("schedule", "bob", 48),
        ("edit", "alice", TEXTS[2]),
        ("submit", "alice"),
        ("approve", "alice", 0),
        ("approve", "nora", 0),
    ]
)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_is_planned_has_a_valid_approval_of_exactly_its_bytes(
    alice, bob, nora, account, taken
):
    desk = Desk({"alice": alice, "bob": bob, "nora": nora}, account)
    for name, *values in taken:
        with suppress(NotPossible, NotReady, SavedElsewhere, desk.post.DoesNotExist):
            getattr(desk, name)(*values)
        approvals = Decision.objects.filter(
            post=desk.post, kind=Decision.Kind.APPROVED, void_at=None
        )
        approved = {
            (int(account_id), part, hashed)
            for decision in approvals
            for account_id, bound in decision.hashes.items()
            for part, hashed in enumerate(bound)
        }
        planned = set(desk.planned().values_list("account_id", "part", "payload_hash"))
        assert planned <= approved
        newest = {bind(hashes(desk.words, [account]))}
        assert {decision.bound_to for decision in approvals} <= newest
        writers_of_it = set(desk.post.revisions.values_list("author_id", flat=True))
        assert writers_of_it.isdisjoint(decision.by_id for decision in approvals)
