"""How a state looks: an icon, a word and a class of its own, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Look:
    """The face of a state: `icon` is an id in icons.svg, `css` a class of states.css."""

    word: str
    icon: str
    css: str


_SCHEDULED = Look("Scheduled", "scheduled", "is-scheduled")
_SENDING = Look("Sending", "sending", "is-sending")

LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        # Posts.
        "draft": Look("Draft", "draft", "is-draft"),
        "review": Look("In review", "review", "is-review"),
        "changes": Look("Changes asked", "comment", "is-warn"),
        "rejected": Look("Rejected", "hand", "is-refused"),
        "approved": Look("Approved, no time", "approve", "is-clear"),
        "scheduled": _SCHEDULED,
        # Deliveries.
        "planned": _SCHEDULED,
        "claimed": _SENDING,
        "staging": _SENDING,
        "sending": _SENDING,
        "by_hand": Look("Post it by hand", "n-manual", "is-review"),
        "live": Look("Live", "live", "is-live"),
        "refused": Look("Refused", "hand", "is-refused"),
        "unknown": Look("Unknown", "unknown", "is-unknown"),
        "missed": Look("Missed", "missed", "is-missed"),
        "cancelled": Look("Canceled", "x", "is-quiet"),
        "removed": Look("Taken down", "eyeoff", "is-quiet"),
        # The guard.
        "block": Look("Must change", "block", "is-block"),
        "warn": Look("Look at it", "warn", "is-warn"),
        "clear": Look("Clear", "live", "is-clear"),
        # Accounts.
        "connected": Look("Works", "live", "is-clear"),
        "reconnect": Look("Connect again", "warn", "is-warn"),
        "disconnected": Look("Disconnected", "channels", "is-quiet"),
        # Whatever has no state of its own.
        "note": Look("For you to know", "lamp", "is-review"),
        "quiet": Look("Quiet", "minus", "is-quiet"),
    }
)


def look(state: str) -> Look:
    """
    Return how a state looks.

    A state without a face raises `KeyError`: it would otherwise be shown as nothing.
    """
    return LOOKS[str(state)]
