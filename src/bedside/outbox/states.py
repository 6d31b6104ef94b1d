"""The life of a delivery, and the only way from one state to the next."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where a delivery stands."""

    PLANNED = "planned"
    """Waits for its time."""
    CLAIMED = "claimed"
    """A worker holds it and re-checks guard and approval."""
    STAGING = "staging"
    """Pictures are being uploaded; nobody sees anything yet."""
    SENDING = "sending"
    """The attempt is written down and the request may be on the line."""
    BY_HAND = "by_hand"
    """Cleared to go out; a person posts it and confirms with the address."""
    LIVE = "live"
    REFUSED = "refused"
    """The gate or the network said no; nothing happened."""
    UNKNOWN = "unknown"
    """It may be live. Bedside looks, then asks a person; it is never sent again unasked."""
    MISSED = "missed"
    """Its time passed by more than the window; it is not sent by surprise."""
    CANCELLED = "cancelled"
    REMOVED = "removed"
    """It was live and is taken down; or a take-down that is done."""


S = State
NEXT: dict[State, frozenset[State]] = {
    S.PLANNED: frozenset({S.CLAIMED, S.MISSED, S.CANCELLED}),
    S.CLAIMED: frozenset({S.PLANNED, S.STAGING, S.SENDING, S.BY_HAND, S.REFUSED}),
    S.STAGING: frozenset({S.PLANNED, S.SENDING, S.REFUSED}),
    S.SENDING: frozenset({S.PLANNED, S.LIVE, S.REFUSED, S.UNKNOWN, S.REMOVED, S.BY_HAND}),
    S.BY_HAND: frozenset({S.LIVE, S.CANCELLED, S.REMOVED}),
    S.UNKNOWN: frozenset({S.LIVE, S.PLANNED, S.CANCELLED, S.REMOVED}),
    S.REFUSED: frozenset({S.PLANNED, S.CANCELLED}),
    S.MISSED: frozenset({S.PLANNED, S.CANCELLED}),
    S.LIVE: frozenset({S.REMOVED}),
    S.CANCELLED: frozenset(),
    S.REMOVED: frozenset(),
}

IN_HAND = frozenset({S.CLAIMED, S.STAGING, S.SENDING})
"""A worker holds it; if the worker dies, the reaper decides."""

OPEN = frozenset({S.PLANNED, S.UNKNOWN}) | IN_HAND
"""The clock still has to look at it."""

NEEDS_A_PERSON = frozenset({S.REFUSED, S.MISSED, S.BY_HAND})
"""Nothing more happens until somebody decides (`unknown` joins them after the last look)."""
