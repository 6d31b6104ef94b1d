"""How long a post is on each network, counted as the network counts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.channels.base import Action, Unit
from bedside.channels.catalogue import capability, problems
from bedside.channels.text import measure
from bedside.posts.content import parts
from bedside.posts.drafts import as_part

if TYPE_CHECKING:
    from bedside.outbox.models import Account
    from bedside.posts.content import Content


@dataclass(frozen=True, slots=True)
class Length:
    """
    How much of its room a text takes, of a thread its longest part.

    `over` is by how much it is too long, also by a second limit that `limit` does not tell.
    """

    used: int
    limit: int
    unit: str
    over: int
    parts: int

    @property
    def tight(self) -> bool:
        """Whether less than a tenth of the room is left."""
        return not self.over and self.used > self.limit * 0.9


def length_of(content: Content, account: Account) -> Length:
    """Measure what goes out on an account, its link included."""
    able = capability(account.network, account.settings)
    sent = [part.payload for part in parts(content, account) if part.action is Action.PUBLISH]
    return Length(
        used=max(measure(payload.text, able.text) for payload in sent),
        limit=able.text.limit,
        unit="bytes" if able.text.unit is Unit.BYTES else "characters",
        over=max(
            (
                problem.amount
                for number, payload in enumerate(sent)
                for problem in problems(
                    account.network, as_part(payload, later=number > 0), account.settings
                )
                if problem.field == "text"
            ),
            default=0,
        ),
        parts=len(sent),
    )
