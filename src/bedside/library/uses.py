"""
Where pictures are used. Apps that use them register a look-up here; the library knows none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bedside.orgs.models import Organisation


@dataclass(frozen=True, slots=True)
class Use:
    """One place that shows a picture: its title, its state, when it goes or went out, its page."""

    title: str
    state: str
    networks: tuple[str, ...]
    at: datetime | None
    url: str


class LookUp(Protocol):
    """What an app knows about its use of a picture."""

    def __call__(self, organisation: Organisation, sha256: str) -> Sequence[Use]:
        """Return the places of this organisation that show the picture with this hash."""
        ...


_look_ups: dict[str, LookUp] = {}


def register(name: str, look_up: LookUp) -> None:
    """Add a look-up under the name of its app."""
    _look_ups[name] = look_up


def uses_of(organisation: Organisation, sha256: str) -> list[Use]:
    """Return every place that shows a picture."""
    return [use for look_up in _look_ups.values() for use in look_up(organisation, sha256)]
