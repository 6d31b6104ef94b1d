"""
Who sits before the signing view: what its session holds, and nothing that names anybody.

Sitting down ends whatever session the browser had, so that nobody who works here stays signed in
behind the form.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from django.contrib.auth import logout
from django.utils import timezone

from bedside.consents import signing
from bedside.consents.drafts import LANGUAGES

if TYPE_CHECKING:
    from datetime import timedelta

    from django.http import HttpRequest

    from bedside.consents.models import SigningLink

KEY = "signing"


@dataclass(frozen=True, slots=True)
class Seat:
    """
    One sitting. `known_by` is empty until the person was identified; `tries` counts wrong answers.
    `outcome` is "signed" or "declined" once it is over.
    """

    link: int
    organisation: str
    language: str
    tablet: bool
    known_by: str = ""
    checked_by: str = ""
    large: bool = False
    tries: int = 0
    preview: str = ""
    """Of the post that was shown, its SHA-256."""
    outcome: str = ""

    @property
    def mark(self) -> str:
        """Two letters beside the organisation's name."""
        return "".join(word[0] for word in self.organisation.split()[:2]).upper()


def take(request: HttpRequest, link: SigningLink, *, known_by: str, checked_by: str = "") -> Seat:
    """Begin a sitting, and end every other session of this browser."""
    logout(request)
    row = link.authorization
    seat = Seat(
        link=link.pk,
        organisation=row.organisation.name,
        language=row.language,
        tablet=link.on_tablet,
        known_by=known_by,
        checked_by=checked_by,
    )
    _keep(request, seat)
    return seat


def seat_of(request: HttpRequest) -> Seat | None:
    """Return the sitting of this browser, if there is one."""
    held = request.session.get(KEY)
    return Seat(**held) if held else None


def change(request: HttpRequest, seat: Seat, **changes: object) -> Seat:
    """Write down what changed in a sitting."""
    changed = replace(seat, **changes)  # type: ignore[arg-type]
    if changed.language not in LANGUAGES:
        changed = replace(changed, language=seat.language)
    _keep(request, changed)
    return changed


def leave(request: HttpRequest, seat: Seat, outcome: str) -> None:
    """End a sitting: only how it ended is kept, for the last page."""
    request.session.flush()
    _keep(request, replace(seat, link=0, known_by="", checked_by="", outcome=outcome))


def link_of(seat: Seat) -> SigningLink:
    """Return the open link of a sitting whose person is known. Raises `signing.NotOpen`."""
    if not seat.known_by:
        raise signing.NotOpen
    return signing.opened(seat.link)


def signed_link_of(seat: Seat, within: timedelta) -> SigningLink:
    """Return the link that was signed by in this sitting. Raises `signing.NotOpen`."""
    return signing.signed(seat.link, timezone.now() - within)


def _keep(request: HttpRequest, seat: Seat) -> None:
    request.session[KEY] = asdict(seat)
