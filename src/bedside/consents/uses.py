"""
Where authorizations are used. Apps that rely on them register a look-up here; consents know none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bedside.consents.models import Authorization


@dataclass(frozen=True, slots=True)
class UsedAt:
    """One place that relies on it: its title, its state, when it goes or went out, its page."""

    title: str
    state: str
    networks: tuple[str, ...]
    at: datetime | None
    url: str


class LookUp(Protocol):
    """What an app knows about its use of an authorization."""

    def __call__(self, authorization: Authorization) -> Sequence[UsedAt]:
        """Return the places of the authorization's own organisation that rely on it."""
        ...


_look_ups: dict[str, LookUp] = {}


def register(name: str, look_up: LookUp) -> None:
    """Add a look-up under the name of its app."""
    _look_ups[name] = look_up


def uses_of(authorization: Authorization) -> list[UsedAt]:
    """Return every place that relies on an authorization."""
    return [use for look_up in _look_ups.values() for use in look_up(authorization)]
