"""Fills one organisation with posts of 24 months and everything that posts leave behind."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bedside.outbox.models import Attempt, Delivery
from bedside.outbox.states import NEEDS_A_PERSON
from bedside.outbox.states import State as Sent
from bedside.posts.content import Content, bind, hashes, parts
from bedside.posts.models import Decision, Post, Revision
from bedside.posts.states import State
from bedside.posts.titles import title_of
from bedside.records import digests
from bedside.records.chain import SALT_LENGTH, content_of, mac_of
from bedside.records.heads import hold_head, move_head
from bedside.records.keys import ring
from bedside.records.models import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account
    from bedside.outbox.payload import Payload

BEHIND, AHEAD = timedelta(days=670), timedelta(days=60)
"""Twenty-four months, two of them to come."""

BATCH = 2000

PAST = {Sent.LIVE: 964, Sent.REMOVED: 15, Sent.REFUSED: 10, Sent.MISSED: 10, Sent.UNKNOWN: 1}
COMING = {State.SCHEDULED: 70, State.APPROVED: 8, State.REVIEW: 9, State.CHANGES: 5, State.DRAFT: 8}
"""How many of a thousand, of a hundred, stand where."""

GIVEN = ("Flu shots", "Hand washing", "Knee stretches", "Meet our dietitian", "Holiday hours")
"""Titles that writers gave; others are called after their first words."""

SENTENCES = (
    "Flu shots are here: walk in any Saturday, 8 to 12, no appointment needed.",
    "Washing hands for twenty seconds keeps most colds away.",
    "Our dietitian answers questions about salt this Thursday at noon.",
    "A good night begins an hour before it: dim the lights and put the phone away.",
    "The parking lot on Pine Street is open again, and the ramp is wider.",
    "Ask us about the blood pressure cuffs that you can borrow for a week.",
)


@dataclass
class Rows:
    """The rows of a batch, until they are written all at once."""

    revisions: list[Revision] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Clinic:
    """Who writes, who approves, and where they speak."""

    writer: Membership
    approver: Membership
    accounts: list[Account]

    def grow(self, count: int, chance: Random) -> None:
        """Add so many posts, with their revisions, decisions, deliveries, attempts and records."""
        for first in range(0, count, BATCH):
            with transaction.atomic():
                self._add(min(BATCH, count - first), chance)

    def _add(self, count: int, chance: Random) -> None:
        now = timezone.now()
        contents = [_content(self.accounts, chance) for _ in range(count)]
        posts = Post.objects.bulk_create(self._post(words, now, chance) for words in contents)
        rows = Rows()
        for post, words in zip(posts, contents, strict=True):
            self._life_of(post, words, rows)
        Revision.objects.bulk_create(rows.revisions)
        Decision.objects.bulk_create(rows.decisions)
        Delivery.objects.bulk_create(rows.deliveries)
        Attempt.objects.bulk_create(rows.attempts)
        _chain(self.writer.organisation_id, rows.entries)

    def _post(self, words: Content, now: datetime, chance: Random) -> Post:
        at = now - BEHIND + chance.random() * (BEHIND + AHEAD)
        weights = PAST if at < now else COMING
        [state] = chance.choices(list(weights), list(weights.values()))
        undated = state in (State.APPROVED, State.DRAFT) and chance.random() < 0.5
        networks = (one.shown for one in self.accounts if one.pk in words.accounts)
        written = min(at, now) - timedelta(days=3 + 4 * chance.random())
        return Post(
            organisation=self.writer.organisation,
            title=chance.choice((title_of(words.text), *GIVEN)),
            state=State(state),
            number=chance.choices((1, 2, 3), (65, 30, 5))[0],
            author_id=self.writer.user_id,
            networks=list(dict.fromkeys(networks)),
            verdict="" if state == State.DRAFT else "clear",
            publish_at=None if undated else at,
            submitted_at=None if state == State.DRAFT else written + timedelta(days=1),
            created_at=written,
            changed_at=at if at < now else written + timedelta(days=2),
        )

    def _life_of(self, post: Post, words: Content, rows: Rows) -> None:
        """Tell how a post came to stand where it stands."""
        at, writer = post.created_at, self.writer.user_id
        revisions = [_revision(post, words, number, writer) for number in range(1, post.number + 1)]
        rows.revisions += revisions
        rows.entries.append(_entry(post, "post.drafted", at, writer, number=1))
        for revision in revisions[:-1]:
            rows.decisions.append(self._decision(post, revision, Decision.Kind.CHANGES))
            rows.entries.append(_entry(post, "post.changes_asked", at, self.approver.user_id))
        if post.state == State.DRAFT:
            return
        checked = {"number": post.number, "verdict": "clear", "codes": [], "guard": "1"}
        rows.entries.append(_entry(post, "guard.checked", at, writer, **checked))
        rows.entries.append(_entry(post, "post.submitted", at, writer, number=post.number))
        if post.state in (State.REVIEW, State.CHANGES):
            return
        approval = self._decision(post, revisions[-1], Decision.Kind.APPROVED)
        approval.hashes = hashes(words, self.accounts)
        approval.bound_to = bind(approval.hashes)
        rows.decisions.append(approval)
        bound = {"number": post.number, "bound_to": approval.bound_to}
        rows.entries.append(_entry(post, "post.approved", at, self.approver.user_id, **bound))
        if post.state != State.APPROVED and post.publish_at is not None:
            self._deliver(post, words, post.publish_at, rows)

    def _decision(self, post: Post, revision: Revision, kind: Decision.Kind) -> Decision:
        at, by = post.created_at + timedelta(days=1), self.approver.user_id
        return Decision(post=post, revision=revision, kind=kind, by_id=by, at=at)

    def _deliver(self, post: Post, words: Content, due: datetime, rows: Rows) -> None:
        state = Sent.PLANNED if post.state == State.SCHEDULED else Sent(post.state)
        for account in self.accounts:
            if account.pk not in words.accounts:
                continue
            delivery = _delivery(post, account, parts(words, account)[0].payload, state, due)
            rows.deliveries.append(delivery)
            rows.attempts += _attempts(delivery)
            facts = {"network": account.shown, "part": 0, "bytes": delivery.payload_hash}
            for verb in _verbs(state):
                rows.entries.append(_entry(post, verb, due, None, **facts))


def _content(accounts: list[Account], chance: Random) -> Content:
    chosen = chance.sample(accounts, chance.choices((1, 2, 3), (60, 30, 10))[0])
    text = " ".join(chance.sample(SENTENCES, chance.randint(1, 3)))
    return Content(text, tuple(sorted(account.pk for account in chosen)))


def _revision(post: Post, words: Content, number: int, author: int) -> Revision:
    return Revision(
        post=post,
        number=number,
        author_id=author,
        content=words.as_json(),
        content_hash=words.hash(),
        saved_at=post.created_at,
        seen_at=post.submitted_at,
    )


def _delivery(
    post: Post, account: Account, payload: Payload, state: Sent, due: datetime
) -> Delivery:
    live = state in (Sent.LIVE, Sent.REMOVED)
    return Delivery(
        organisation_id=post.organisation_id,
        account=account,
        subject=post.subject,
        payload=payload.as_json(),
        payload_hash=payload.hash(),
        state=state,
        due=due,
        wake_at=due,
        miss_at=due + timedelta(hours=1),
        asks_person=state in NEEDS_A_PERSON or state == Sent.UNKNOWN,
        remote_id=f"r{post.pk}" if live else "",
        remote_url=f"https://social.example/{account.pk}/{post.pk}" if live else "",
        live_at=due if live else None,
        created_at=post.created_at,
        changed_at=post.changed_at,
    )


def _attempts(delivery: Delivery) -> list[Attempt]:
    """Return one request, and four looks where nobody knows."""
    if delivery.state in (Sent.PLANNED, Sent.MISSED):
        return []
    outcome = {Sent.REFUSED: "refused", Sent.UNKNOWN: "unknown"}.get(Sent(delivery.state), "sent")
    looks = 4 if delivery.state == Sent.UNKNOWN else 0
    kinds = [(Attempt.Kind.SEND, outcome), *[(Attempt.Kind.LOOK, "absent")] * looks]
    return [
        Attempt(
            delivery=delivery,
            kind=kind,
            payload_hash=delivery.payload_hash,
            started_at=delivery.due,
            finished_at=delivery.due + timedelta(seconds=1),
            outcome=said,
        )
        for kind, said in kinds
    ]


def _verbs(state: Sent) -> Iterator[str]:
    yield "delivery.planned"
    if state not in (Sent.PLANNED, Sent.MISSED):
        yield "delivery.attempted"
    last = "live" if state in (Sent.LIVE, Sent.REMOVED) else state.value
    if state != Sent.PLANNED:
        yield f"delivery.{last}"


def _entry(post: Post, verb: str, at: datetime, user: int | None, **facts: object) -> Entry:
    return Entry(
        organisation_id=post.organisation_id,
        at=at,
        actor=f"user:{user}" if user else "system",
        verb=verb,
        subject=post.subject,
        facts=facts,
        salt=secrets.token_hex(SALT_LENGTH),
    )


def _chain(organisation_id: int, entries: list[Entry]) -> None:
    """Add entries to the chain as `bedside.records.chain.append` does, all in one statement."""
    head, keys = hold_head(organisation_id), ring()
    seq, digest = head.seq, head.digest
    for entry in entries:
        seq += 1
        entry.seq, entry.prev = seq, digest
        entry.body_hash = digests.body_hash(content_of(entry))
        entry.digest = digest = digests.link(entry.prev, entry.body_hash)
        entry.mac_key = keys.chains.id
        entry.mac = mac_of(keys.chains.secret, entry.digest)
    Entry.objects.bulk_create(entries)
    move_head(head, entries[-1])
