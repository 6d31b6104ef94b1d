"""Letting a warning stand, with a reason: for exactly these words of this version of a post."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db import transaction

from bedside.orgs.permissions import Verb, require
from bedside.outbox.verbs import NotPossible
from bedside.posts import drafts
from bedside.posts.composing.marks import spot_of
from bedside.posts.verbs import REVIEWABLE, SavedElsewhere
from bedside.rulebook import verbs as rulebook
from bedside.rulebook.queries import digest_of, dismissals_of, dismissed_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard import Finding
    from bedside.orgs.models import Membership
    from bedside.posts.models import Post, Revision
    from bedside.rulebook.models import Dismissal


@dataclass(frozen=True, slots=True)
class Warned:
    """
    A warning that may be dismissed: the version and the field it stands in, and its words.

    `whole` tells that it is about all of the text; `before` is an earlier dismissal of the same
    words, which need not be explained anew.
    """

    revision: Revision
    field: str
    finding: Finding
    words: str
    nth: int
    before: Dismissal | None = None

    @property
    def whole(self) -> bool:
        return not self.finding.end

    @property
    def stretch(self) -> rulebook.Stretch:
        """What a dismissal of it is about."""
        return rulebook.Stretch(
            subject=self.revision.post.subject,
            number=self.revision.number,
            field=self.field,
            code=self.finding.code,
            words=self.words,
            whole=self.whole,
            nth=self.nth,
        )


def warned(member: Membership, revision: Revision, field: str, spot: str) -> Warned | None:
    """
    Return the warning at a spot (`CODE-start-end`, code points) of a version, or None.

    None where nothing is found there any more, where it is no warning, or dismissed already.
    """
    for found in warnings_of(member, revision):
        if (found.field, spot_of(found.finding)) == (field, spot):
            digest = digest_of(found.words)
            before = dismissed_before(
                member.organisation, revision.post.subject, found.finding.code, digest
            )
            return replace(found, before=before)
    return None


def warnings_of(member: Membership, revision: Revision) -> Iterator[Warned]:
    """Yield the warnings of a version that nobody has dismissed, text by text."""
    organisation, post = member.organisation, revision.post
    dismissals = dismissals_of(organisation, post.subject, revision.number)
    for one in drafts.read(revision.words, organisation, dismissals=dismissals):
        for finding, words, nth in drafts.warnings(one):
            if finding not in one.dismissed:
                yield Warned(revision, one.field, finding, words, nth)


@transaction.atomic
def dismiss(*, by: Membership, found: Warned, reason: str, note: str) -> Dismissal:
    """
    Let a warning stand. Raises `SavedElsewhere` if its version was written over or replaced,
    `NotPossible` while others decide on the post, `rulebook.NotAllowed` without reason and note.
    """
    require(by, Verb.WRITE)
    known = found.revision
    post = by.organisation.posts.select_for_update(of=("self",)).get(
        pk=known.post_id, deleted_at=None
    )
    _must_be_same(post, known)
    if post.state not in REVIEWABLE:
        raise NotPossible("It is not a draft any more. Take it back first.")
    return rulebook.dismiss(by=by, about=found.stretch, reason=reason, note=note)


@transaction.atomic
def take_back(*, by: Membership, post: Post, dismissal: Dismissal) -> bool:
    """
    Let a warning stand again. Returns False where somebody judged it already.

    Nobody holds the post for it: whoever judges holds the dismissal first and the post after it.
    """
    require(by, Verb.WRITE)
    post = by.organisation.posts.get(pk=post.pk, deleted_at=None)
    if post.state not in REVIEWABLE:
        raise NotPossible("It is not a draft any more. Take it back first.")
    return rulebook.take_back(by=by, dismissal=dismissal)


def _must_be_same(post: Post, known: Revision) -> None:
    newest = post.revisions.get(number=post.number)
    if (newest.number, newest.content_hash) != (known.number, known.content_hash):
        raise SavedElsewhere(newest.number)
