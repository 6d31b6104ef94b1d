"""What people see of a post, summed up from its reviews and its deliveries."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from bedside.outbox.states import State as Delivery

if TYPE_CHECKING:
    from collections.abc import Iterable


class State(StrEnum):
    """Where a post stands."""

    DRAFT = "draft"
    REVIEW = "review"
    CHANGES = "changes"
    """A reviewer asked for changes."""
    REJECTED = "rejected"
    APPROVED = "approved"
    """Approved, but it has no time yet."""
    SCHEDULED = "scheduled"
    SENDING = "sending"
    BY_HAND = "by_hand"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    MISSED = "missed"
    LIVE = "live"
    REMOVED = "removed"


WRITABLE = frozenset(
    {
        State.DRAFT,
        State.CHANGES,
        State.REJECTED,
        State.REVIEW,
        State.APPROVED,
        State.SCHEDULED,
        State.MISSED,
        State.REFUSED,
    }
)
"""A post can be edited until some of it is live or may be."""

PLANNED = frozenset({State.APPROVED, State.SCHEDULED, State.MISSED, State.REFUSED})
"""An approved post in one of these goes out at the time it is given."""

FOLLOWING = frozenset(State) - {State.DRAFT, State.CHANGES, State.REJECTED, State.REVIEW}
"""An approved post in one of these shows what becomes of its deliveries."""

_WORST_FIRST = (
    (State.UNKNOWN, {Delivery.UNKNOWN}),
    (State.SENDING, {Delivery.SENDING}),
    (State.REFUSED, {Delivery.REFUSED}),
    (State.MISSED, {Delivery.MISSED}),
    (State.BY_HAND, {Delivery.BY_HAND}),
    (State.SCHEDULED, {Delivery.PLANNED, Delivery.CLAIMED, Delivery.STAGING}),
    (State.LIVE, {Delivery.LIVE}),
    (State.REMOVED, {Delivery.REMOVED}),
)


def summed_up(deliveries: Iterable[str]) -> State | None:
    """Return what a post with these deliveries shows: the worst news wins. None without any."""
    counts = Counter(deliveries)
    for state, members in _WORST_FIRST:
        if any(counts[member] for member in members):
            return state
    return None
