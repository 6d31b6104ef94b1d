"""One post as its reviewer sees it: what changed, what is sent, what stands against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.channels.base import Action
from bedside.guard import Severity, Verdict
from bedside.library.queries import by_hash
from bedside.orgs.permissions import Verb, may
from bedside.posts import drafts
from bedside.posts.composing.conflicts import changes
from bedside.posts.content import bind, hashes, parts
from bedside.posts.models import Decision
from bedside.posts.naming import accounts_of, names_of
from bedside.posts.relying import grounds_of
from bedside.posts.reviewing.waiting import approvers
from bedside.posts.states import State
from bedside.rulebook.queries import dismissals_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bedside.guard import Finding
    from bedside.library.models import Asset
    from bedside.orgs.models import Membership, User
    from bedside.outbox.models import Account
    from bedside.outbox.payload import PictureRef
    from bedside.posts.composing.conflicts import Change
    from bedside.posts.content import Content
    from bedside.posts.models import Post, Revision
    from bedside.posts.relying import Reliance
    from bedside.rulebook.models import Dismissal


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier version that the reviewer knows, and how this one differs from it."""

    revision: Revision
    decision: Decision | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """What goes out, exactly, on accounts that get the same: parts, and the first comment."""

    names: tuple[str, ...]
    networks: tuple[str, ...]
    texts: tuple[str, ...]
    comment: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is sent, with the asset that serves it here; None where it was lost."""

    ref: PictureRef
    asset: Asset | None


@dataclass(frozen=True, slots=True)
class Found:
    """
    A finding of the guard, with the words it is about and the field they stand in.

    `dismissal` is the writer's reason for letting it stand, or that it was overturned.
    """

    finding: Finding
    words: str
    where: str
    dismissal: Dismissal | None = None


@dataclass(frozen=True, slots=True)
class Checks:
    """What the guard said just now about everything that would be sent, and what was dismissed."""

    verdict: Verdict
    version: str
    at: datetime
    found: tuple[Found, ...]
    let_stand: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Eyes:
    """Who wrote it, whether this member did too, and who else may approve it."""

    writers: tuple[User, ...]
    wrote: bool
    others: tuple[User, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was said about the post: a note, or the comment of a decision."""

    by: User
    at: datetime
    text: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """Everything about one post that a decision rests on. `bound` is the hash of what is sent."""

    post: Post
    revision: Revision
    since: Since | None
    sent: tuple[Sent, ...]
    pictures: tuple[Picture, ...]
    relied: Sequence[Reliance]
    checks: Checks
    eyes: Eyes
    missing: tuple[drafts.Missing, ...]
    bound: str
    approval: Decision | None
    talk: tuple[Said, ...]
    may_approve: bool
    may_comment: bool

    @property
    def open(self) -> bool:
        """Whether it waits for a decision."""
        return self.post.state == State.REVIEW

    @property
    def may_send_back(self) -> bool:
        """Whether this member may ask for changes; who wrote it takes it back instead."""
        return self.may_approve and not self.eyes.wrote

    @property
    def locked(self) -> str:
        """Why this member cannot approve it, and who or what opens the door; else nothing."""
        others = " or ".join(user.short_name for user in self.eyes.others)
        who = f"{others} can." if others else "The owner can add somebody who may."
        if not self.may_approve:
            return f"Your role does not approve posts. {who}"
        if self.eyes.wrote:
            wrote = "You wrote a part of it" if self.eyes.writers else "You wrote it"
            return f"{wrote}, so somebody else must approve it. {who}"
        if self.missing:
            return f"{'. '.join(line.text for line in self.missing)}. Ask for changes."
        return ""

    @property
    def short_hash(self) -> str:
        """The hash in groups of four, without its middle."""
        groups = [self.bound[at : at + 4] for at in range(0, len(self.bound), 4)]
        return " ".join([*groups[:3], "…", *groups[-2:]])


def review_of(member: Membership, post: Post, now: datetime, known: int | None = None) -> Review:
    """
    Gather a review. `known` is the number of a version that the reviewer had before their eyes.

    Without it, what changed is told against the version they decided on last, or that anybody did.
    """
    organisation = member.organisation
    revisions = list(post.revisions.select_related("author").order_by("number"))
    revision = revisions[-1]
    words = revision.words
    accounts = accounts_of(organisation, words)
    names = names_of(accounts)
    dismissals = dismissals_of(organisation, post.subject, revision.number)
    grounds = grounds_of(words, organisation, accounts, post.publish_at)
    checked = drafts.read(words, organisation, dismissals=dismissals, relied=grounds.relied)
    missing = drafts.still_missing(words, checked, accounts, post.publish_at, grounds)
    decisions = list(post.decisions.select_related("by", "revision__author").order_by("at", "pk"))
    return Review(
        post=post,
        revision=revision,
        since=_since(member, revisions, decisions, known, names),
        sent=_sent(words, accounts, names),
        pictures=_pictures(member, words),
        relied=grounds.relied,
        checks=_checks(words, checked, now, names),
        eyes=_eyes(member, revisions),
        missing=tuple(line for line in missing if line.stops and not line.done),
        bound=bind(hashes(words, accounts)),
        approval=_valid(decisions),
        talk=_talk(post, decisions),
        may_approve=may(member, Verb.APPROVE),
        may_comment=may(member, Verb.COMMENT),
    )


def _since(
    member: Membership,
    revisions: Sequence[Revision],
    decisions: Sequence[Decision],
    known: int | None,
    names: Mapping[int, str],
) -> Since | None:
    own = [decision for decision in decisions if decision.by_id == member.user_id]
    decision = next(reversed(own or decisions), None)
    before, newest = decision.revision if decision else None, revisions[-1]
    seen = next((one for one in revisions if one.number == known), None)
    if seen is not None:
        before, decision = seen, None
    if before is None or before.number == newest.number:
        return None
    return Since(before, decision, tuple(changes(before.words, newest.words, names)))


def _sent(
    words: Content, accounts: Sequence[Account], names: Mapping[int, str]
) -> tuple[Sent, ...]:
    alike: dict[tuple[tuple[str, ...], str], list[Account]] = {}
    for account in accounts:
        outgoing = parts(words, account)
        texts = tuple(p.payload.text for p in outgoing if p.action is Action.PUBLISH)
        comment = "\n".join(p.payload.text for p in outgoing if p.action is Action.REPLY)
        alike.setdefault((texts, comment), []).append(account)
    return tuple(
        Sent(
            tuple(names[account.pk] for account in group),
            tuple(account.shown for account in group),
            texts,
            comment,
        )
        for (texts, comment), group in alike.items()
    )


def _pictures(member: Membership, words: Content) -> tuple[Picture, ...]:
    assets = by_hash(member.organisation, [ref.sha256 for ref in words.pictures])
    return tuple(Picture(ref, assets.get(ref.sha256)) for ref in words.pictures)


def _checks(
    words: Content, checked: Sequence[drafts.Checked], now: datetime, names: Mapping[int, str]
) -> Checks:
    texts = {
        "text": (words.text, "Text"),
        "first_comment": (words.first_comment, "First comment"),
        "link": (words.link, "Link"),
        **{f"version-{pk}": (text, names.get(pk, "")) for pk, text in words.versions.items()},
        **{
            f"alt-{number}": (
                ref.alt,
                f"Description of {'video' if ref.is_video else 'picture'} {number + 1}",
            )
            for number, ref in enumerate(words.pictures)
        },
        **{
            f"captions-{number}": (ref.spoken, f"Captions of video {number + 1}")
            for number, ref in enumerate(words.pictures)
        },
    }
    found: list[Found] = []
    let_stand: list[Found] = []
    for one in checked:
        text, where = texts[one.field]
        for finding in one.report.findings:
            dismissal = one.dismissed.get(finding) or one.overturned.get(finding)
            told = Found(finding, text[finding.start : finding.end], where, dismissal)
            (let_stand if finding in one.dismissed else found).append(told)
    grave = list(Severity)
    found.sort(key=lambda one: (one.dismissal is None, grave.index(one.finding.severity)))
    version = checked[0].report.version if checked else ""
    return Checks(drafts.verdict(checked), version, now, tuple(found), tuple(let_stand))


def _eyes(member: Membership, revisions: Sequence[Revision]) -> Eyes:
    writers = {revision.author_id: revision.author for revision in revisions}
    return Eyes(
        writers=tuple(user for pk, user in writers.items() if pk != member.user_id),
        wrote=member.user_id in writers,
        others=tuple(user for user in approvers(member) if user.pk not in writers),
    )


def _valid(decisions: Sequence[Decision]) -> Decision | None:
    """Return the approval that holds now."""
    approved = Decision.Kind.APPROVED
    held = (one for one in decisions if one.kind == approved and one.void_at is None)
    return next(held, None)


def _talk(post: Post, decisions: Sequence[Decision]) -> tuple[Said, ...]:
    notes = [
        Said(note.author, note.at, note.text)
        for note in post.notes.select_related("author").order_by("at", "pk")
    ]
    decided = [Said(one.by, one.at, one.comment, one.get_kind_display()) for one in decisions]
    return tuple(sorted([*notes, *decided], key=lambda said: said.at))
