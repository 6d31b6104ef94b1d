"""
The post itself, as a person sees it before signing.

Apps that have posts register a look-up here; consents know none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bedside.consents.models import Authorization


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it would go out: its bytes, their type such as `image/jpeg`, its description."""

    content: bytes
    mime: str
    alt: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A post as it would go out. `sha256` is of everything that was shown, in hexadecimal."""

    text: str
    pictures: tuple[Picture, ...]
    sha256: str


class LookUp(Protocol):
    """What an app knows about posts that wait for an authorization."""

    def __call__(self, authorization: Authorization) -> Preview | None:
        """Return the newest post that would rely on it, or None where there is none."""
        ...


_look_ups: dict[str, LookUp] = {}


def register(name: str, look_up: LookUp) -> None:
    """Add a look-up under the name of its app."""
    _look_ups[name] = look_up


def preview_of(authorization: Authorization) -> Preview | None:
    """Return the post that an authorization is for, from the first app that knows one."""
    found = (look_up(authorization) for look_up in _look_ups.values())
    return next((preview for preview in found if preview is not None), None)
