"""What is written down of a post: who did what to it, and what the guard said; never its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.posts import drafts
from bedside.records.chain import append

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.posts.models import Post, Revision


def record(post: Post, by: Membership, verb: str, **facts: str | int) -> None:
    """Add one entry about a post to the chain, inside the caller's transaction."""
    append(
        organisation_id=post.organisation_id,
        actor=f"user:{by.user_id}",
        verb=verb,
        subject=post.subject,
        facts=facts,
    )


def record_check(
    post: Post, by: Membership, revision: Revision, checked: list[drafts.Checked]
) -> None:
    """
    Add what the guard said of a revision: its verdict and the codes of its findings; among them
    those of which some or all were dismissed.
    """
    codes = sorted({finding.code for one in checked for finding in one.report.findings})
    dismissed = sorted({finding.code for one in checked for finding in one.dismissed})
    append(
        organisation_id=post.organisation_id,
        actor=f"user:{by.user_id}",
        verb="guard.checked",
        subject=post.subject,
        facts={
            "number": revision.number,
            "verdict": drafts.verdict(checked).value,
            "codes": codes,
            **({"dismissed": dismissed} if dismissed else {}),
            "guard": checked[0].report.version if checked else "",
        },
    )
