"""Everything that changes a post, from the first draft to the moment it is handed to the outbox."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from bedside.orgs.permissions import Verb, require
from bedside.outbox import verbs as outbox
from bedside.outbox.queries import has_left
from bedside.outbox.verbs import NotPossible
from bedside.posts.content import Content, bind, hashes, parts
from bedside.posts.models import Decision, Note, Post, Revision
from bedside.posts.naming import accounts_of
from bedside.posts.readiness import counts_refusals, vetted
from bedside.posts.recording import record
from bedside.posts.relying import rely
from bedside.posts.states import PLANNED, WRITABLE, State
from bedside.posts.titles import title_of
from bedside.rulebook.models import Stage

if TYPE_CHECKING:
    from datetime import datetime

    from bedside.orgs.models import Membership

SITTING = timedelta(minutes=30)
"""A writer who comes back after so long begins a new revision, so that the last one stays."""

LONGEST_NOTE = 2000

REVIEWABLE = (State.DRAFT, State.CHANGES, State.REJECTED)


class SavedElsewhere(Exception):
    """Somebody else saved a newer revision meanwhile: `number`. Nothing was overwritten."""

    def __init__(self, number: int) -> None:
        super().__init__(f"Revision {number} is newer.")
        self.number = number


@transaction.atomic
def start_draft(
    *, by: Membership, content: Content, title: str = "", publish_at: datetime | None = None
) -> Post:
    """Begin a post. Without a title it is called after its first words."""
    require(by, Verb.WRITE)
    post = Post.objects.create(
        organisation=by.organisation,
        title=title.strip()[:120] or title_of(content.text),
        author_id=by.user_id,
        publish_at=publish_at,
        networks=_networks_of(by, content),
    )
    _write_revision(post, by, content)
    rely(post, content)
    record(post, by, "post.drafted", number=1, content=content.hash())
    return post


@transaction.atomic
def save_draft(
    *,
    by: Membership,
    post: Post,
    content: Content,
    base: int,
    title: str | None = None,
    base_hash: str = "",
    as_new: bool = False,
) -> Revision:
    """
    Save the words of a post. `base` is the revision that the writer started from, `base_hash` its
    content's hash, which also tells two windows of one writer apart; `as_new` keeps that revision.

    A revision that no reviewer has seen is replaced by its own author's next save of the same
    sitting; everything else gets a new number. A real change voids an approval and stops what was
    planned. Raises `SavedElsewhere` if somebody saved meanwhile, `NotPossible` if it is live.
    """
    require(by, Verb.WRITE)
    post = _locked(by, post)
    newest = post.revisions.get(number=post.number)
    if title is not None and title.strip():
        post.title = title.strip()[:120]
    if newest.content_hash == content.hash():
        post.save(update_fields=["title"])
        return newest
    if base != post.number or base_hash not in ("", newest.content_hash):
        raise SavedElsewhere(post.number)
    _void_approval(post, by)
    _must_not_have_left(post)
    revision = _keep(post, by, newest, content, as_new=as_new)
    rely(post, content)
    if post.state != State.CHANGES:
        post.state = State.DRAFT
    post.networks = _networks_of(by, content)
    post.verdict = ""
    post.submitted_at = None
    post.changed_at = timezone.now()
    post.save()
    return revision


@counts_refusals(Stage.HANDED_IN)
@transaction.atomic
def submit(*, by: Membership, post: Post) -> None:
    """Ask for approval. Raises `NotReady` with what is missing."""
    require(by, Verb.WRITE)
    post = _locked(by, post)
    if post.state not in REVIEWABLE:
        raise NotPossible("It has been handed in already.")
    revision = post.revisions.get(number=post.number)
    post.verdict = vetted(by, post, revision, Stage.HANDED_IN)
    now = timezone.now()
    Revision.objects.filter(pk=revision.pk, seen_at=None).update(seen_at=now)
    post.state, post.submitted_at, post.changed_at = State.REVIEW, now, now
    post.save(update_fields=["state", "submitted_at", "changed_at", "verdict"])
    record(post, by, "post.submitted", number=revision.number, content=revision.content_hash)


@transaction.atomic
def withdraw(*, by: Membership, post: Post) -> None:
    """Take a post back from review to go on writing."""
    require(by, Verb.WRITE)
    _decide_state(by, post, frm=[State.REVIEW], to=State.DRAFT, verb="post.withdrawn")


@counts_refusals(Stage.APPROVED)
@transaction.atomic
def approve(*, by: Membership, post: Post, revision: int, comment: str = "") -> Decision:
    """
    Approve exactly the bytes of this revision; schedule it where it has a time to come.

    `revision` is the number the reviewer saw. Raises `SavedElsewhere` if it is no longer the
    newest, `NotPossible` if they wrote any part of it, `NotReady` if the guard stops it now.
    """
    require(by, Verb.APPROVE)
    post = _locked(by, post)
    if post.state != State.REVIEW:
        raise NotPossible("It is not waiting for approval any more.")
    if revision != post.number:
        raise SavedElsewhere(post.number)
    if post.revisions.filter(author_id=by.user_id).exists():
        raise NotPossible("You wrote a part of it, so somebody else must approve it.")
    seen = post.revisions.get(number=revision)
    vetted(by, post, seen, Stage.APPROVED)
    bound = hashes(seen.words, accounts_of(by.organisation, seen.words))
    decision = Decision.objects.create(
        post=post,
        revision=seen,
        kind=Decision.Kind.APPROVED,
        by_id=by.user_id,
        comment=comment.strip(),
        hashes=bound,
        bound_to=bind(bound),
    )
    record(post, by, "post.approved", number=revision, bound_to=decision.bound_to)
    post.state, post.changed_at = State.APPROVED, timezone.now()
    post.save(update_fields=["state", "changed_at"])
    if post.publish_at and post.publish_at > timezone.now():
        _hand_over(by, post, seen.words)
    return decision


@transaction.atomic
def ask_for_changes(
    *, by: Membership, post: Post, comment: str, revision: int | None = None
) -> Decision:
    """
    Send it back with what should change; the comment is required.

    Raises `SavedElsewhere` if `revision`, the number the reviewer saw, is no longer the newest.
    """
    require(by, Verb.APPROVE)
    if not comment.strip():
        raise NotPossible("Say what should change.")
    _must_be_newest(by, post, revision)
    return _send_back(by, post, Decision.Kind.CHANGES, State.CHANGES, "post.changes_asked", comment)


@transaction.atomic
def reject(
    *, by: Membership, post: Post, comment: str = "", revision: int | None = None
) -> Decision:
    """Say no to it. The writer may still rework it. Raises as `ask_for_changes` does."""
    require(by, Verb.APPROVE)
    _must_be_newest(by, post, revision)
    return _send_back(by, post, Decision.Kind.REJECTED, State.REJECTED, "post.rejected", comment)


def send_back_to_mend(*, by: Membership, post: Post) -> bool:
    """
    Take an approval away because its words may not stand, and stop what was planned with it.

    Returns False where there was nothing to stop: nobody has approved it, or it has left.
    """
    require(by, Verb.APPROVE)
    try:
        with transaction.atomic():
            post = _locked(by, post)
            _void_approval(post, by, why="overturned")
            _must_not_have_left(post)
            sent_back = by.organisation.posts.filter(pk=post.pk, state__in=PLANNED)
            return bool(sent_back.update(state=State.CHANGES, changed_at=timezone.now()))
    except (NotPossible, Post.DoesNotExist):
        return False


@transaction.atomic
def schedule(*, by: Membership, post: Post, at: datetime) -> None:
    """
    Give a post its time (an aware moment), or another one. The approval stays: time is no word.

    An approved post is handed to the outbox; a draft only remembers its wish.
    """
    require(by, Verb.SCHEDULE)
    post = _locked(by, post)
    _must_not_have_left(post)
    if post.state in PLANNED and at <= timezone.now():
        raise NotPossible("This time has passed. Choose one to come, or publish it now.")
    post.publish_at, post.changed_at = at, timezone.now()
    post.save(update_fields=["publish_at", "changed_at"])
    record(post, by, "post.scheduled", at=at.isoformat())
    if post.state == State.SCHEDULED:
        outbox.move_to(by=by, subject=post.subject, due=at)
    elif post.state in PLANNED:
        outbox.cancel(by=by, subject=post.subject)
        _hand_over(by, post, post.revisions.get(number=post.number).words)


@transaction.atomic
def unschedule(*, by: Membership, post: Post) -> None:
    """Take a post off the calendar; what was planned is stopped, the approval stays."""
    require(by, Verb.SCHEDULE)
    post = _locked(by, post)
    _must_not_have_left(post)
    outbox.cancel(by=by, subject=post.subject)
    if post.state in PLANNED:
        post.state = State.APPROVED
    post.publish_at, post.changed_at = None, timezone.now()
    post.save(update_fields=["publish_at", "changed_at", "state"])
    record(post, by, "post.unscheduled")


@transaction.atomic
def publish_now(*, by: Membership, post: Post) -> None:
    """Send an approved post at once."""
    require(by, Verb.SCHEDULE)
    post = _locked(by, post)
    if post.state not in PLANNED:
        raise NotPossible("Only an approved post can be published.")
    _must_not_have_left(post)
    outbox.cancel(by=by, subject=post.subject)
    post.publish_at = post.changed_at = timezone.now()
    post.save(update_fields=["publish_at", "changed_at"])
    record(post, by, "post.scheduled", at=post.publish_at.isoformat())
    _hand_over(by, post, post.revisions.get(number=post.number).words)


@transaction.atomic
def add_note(*, by: Membership, post: Post, text: str) -> Note:
    """Say something about a post among colleagues, in at most `LONGEST_NOTE` characters."""
    require(by, Verb.COMMENT)
    if not 0 < len(text.strip()) <= LONGEST_NOTE:
        raise NotPossible(f"A note has one to {LONGEST_NOTE:,} characters.")
    post = by.organisation.posts.get(pk=post.pk, deleted_at=None)
    note = Note.objects.create(post=post, author_id=by.user_id, text=text.strip())
    record(post, by, "post.noted")
    return note


@transaction.atomic
def duplicate(*, by: Membership, post: Post) -> Post:
    """Start a new draft with the same words and no time."""
    post = by.organisation.posts.get(pk=post.pk)
    words = post.revisions.get(number=post.number).words
    return start_draft(by=by, content=words, title=f"{post.title[:112]} (copy)")


@transaction.atomic
def delete(*, by: Membership, post: Post) -> None:
    """Put a post aside; `restore` brings it back. What is live must be taken down first."""
    require(by, Verb.WRITE)
    post = _locked(by, post)
    _void_approval(post, by)
    _must_not_have_left(post)
    outbox.cancel(by=by, subject=post.subject)
    post.deleted_at = post.changed_at = timezone.now()
    post.state, post.publish_at = State.DRAFT, None
    post.save(update_fields=["deleted_at", "changed_at", "state", "publish_at"])
    record(post, by, "post.deleted")


@transaction.atomic
def restore(*, by: Membership, post: Post) -> bool:
    """Bring a deleted post back as a draft. Returns False where it was not deleted."""
    require(by, Verb.WRITE)
    back = by.organisation.posts.filter(pk=post.pk).exclude(deleted_at=None)
    if not back.update(deleted_at=None, changed_at=timezone.now()):
        return False
    record(post, by, "post.restored")
    return True


def _locked(by: Membership, post: Post) -> Post:
    """Return the post as it is now, held until the transaction ends; only of one's own clinic."""
    return by.organisation.posts.select_for_update(of=("self",)).get(pk=post.pk, deleted_at=None)


def _must_be_newest(by: Membership, post: Post, revision: int | None) -> None:
    """Hold the post, and refuse to decide on words that were replaced meanwhile."""
    number = _locked(by, post).number
    if revision is not None and revision != number:
        raise SavedElsewhere(number)


def _must_not_have_left(post: Post) -> None:
    """
    Refuse to change what is live, may be, or is on its way.

    Asked after the approval was voided or the post was locked, so that no worker slips between.
    """
    if post.state not in WRITABLE or has_left(post.organisation_id, post.subject):
        raise NotPossible("It is live or may be. Take it down, or write a new post.")


def _keep(
    post: Post, by: Membership, newest: Revision, content: Content, *, as_new: bool
) -> Revision:
    """Write over what the same writer saved just now and nobody has seen; else begin another."""
    own = newest.seen_at is None and newest.author_id == by.user_id
    if own and not as_new and newest.saved_at > timezone.now() - SITTING:
        newest.content, newest.content_hash = content.as_json(), content.hash()
        newest.saved_at = timezone.now()
        newest.save(update_fields=["content", "content_hash", "saved_at"])
        return newest
    post.number += 1
    record(post, by, "post.revised", number=post.number, content=content.hash())
    return _write_revision(post, by, content)


def _write_revision(post: Post, by: Membership, content: Content) -> Revision:
    return Revision.objects.create(
        post=post,
        number=post.number,
        author_id=by.user_id,
        content=content.as_json(),
        content_hash=content.hash(),
    )


def _networks_of(by: Membership, content: Content) -> list[str]:
    return list(dict.fromkeys(account.shown for account in accounts_of(by.organisation, content)))


def _void_approval(post: Post, by: Membership, why: str = "edited") -> None:
    """An edit takes the approval away and stops what was planned with it."""
    voided = post.decisions.filter(kind=Decision.Kind.APPROVED, void_at=None).update(
        void_at=timezone.now()
    )
    if voided:
        outbox.cancel(by=by, subject=post.subject)
        record(post, by, "post.approval_voided", why=why)


def _hand_over(by: Membership, post: Post, words: Content) -> None:
    """Plan the deliveries of an approved post at its time."""
    for account in accounts_of(by.organisation, words):
        outbox.send(
            by=by,
            account=account,
            subject=post.subject,
            parts=parts(words, account),
            due=post.publish_at or timezone.now(),
        )


def _send_back(
    by: Membership, post: Post, kind: Decision.Kind, to: State, verb: str, comment: str
) -> Decision:
    _decide_state(by, post, frm=[State.REVIEW], to=to, verb=verb)
    revision = Revision.objects.get(post=post, number=F("post__number"))
    return Decision.objects.create(
        post=post, revision=revision, kind=kind, by_id=by.user_id, comment=comment.strip()
    )


def _decide_state(by: Membership, post: Post, *, frm: list[State], to: State, verb: str) -> None:
    moved = by.organisation.posts.filter(pk=post.pk, state__in=frm, deleted_at=None).update(
        state=to, changed_at=timezone.now()
    )
    if not moved:
        raise NotPossible("Somebody decided on it already.")
    record(post, by, verb)
