"""Whether a post may be handed on: what is still missing, and what the guard found is counted."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from bedside.posts import drafts
from bedside.posts.naming import accounts_of
from bedside.posts.recording import record_check
from bedside.posts.relying import grounds_of
from bedside.rulebook.counting import count_hits
from bedside.rulebook.queries import dismissals_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bedside.guard import Verdict
    from bedside.orgs.models import Membership, Organisation
    from bedside.posts.models import Post, Revision
    from bedside.rulebook.models import Stage

P = ParamSpec("P")
R = TypeVar("R")


class NotReady(Exception):
    """It may not be handed on yet; `missing` says what has to be done first."""

    def __init__(
        self,
        missing: list[drafts.Missing],
        checked: Sequence[drafts.Checked],
        organisation: Organisation,
    ) -> None:
        super().__init__("Something is still missing.")
        self.missing = missing
        self.checked = checked
        self.organisation = organisation


def vetted(by: Membership, post: Post, revision: Revision, stage: Stage) -> Verdict:
    """
    Read a post's newest version, count and record what was found, and return the verdict.

    Raises `NotReady` where something is missing.
    """
    words, organisation = revision.words, post.organisation
    dismissals = dismissals_of(organisation, post.subject, revision.number)
    accounts = accounts_of(organisation, words)
    grounds = grounds_of(words, organisation, accounts, post.publish_at)
    checked = drafts.read(words, organisation, dismissals=dismissals, relied=grounds.relied)
    missing = drafts.still_missing(words, checked, accounts, post.publish_at, grounds)
    undone = [line for line in missing if line.stops and not line.done]
    if undone:
        raise NotReady(undone, checked, organisation)
    _count(organisation, checked, stage)
    record_check(post, by, revision, checked)
    return drafts.verdict(checked)


def _count(organisation: Organisation, checked: Sequence[drafts.Checked], stage: Stage) -> None:
    codes = (finding.code for one in checked for finding in one.report.findings)
    count_hits(organisation, codes, stage)


def counts_refusals(stage: Stage) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """
    Count what was found also where a verb ends in `NotReady`.

    Put around its transaction, which takes back everything else.
    """

    def decorate(verb: Callable[P, R]) -> Callable[P, R]:
        @wraps(verb)
        def counted(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return verb(*args, **kwargs)
            except NotReady as refused:
                _count(refused.organisation, refused.checked, stage)
                raise

        return counted

    return decorate
