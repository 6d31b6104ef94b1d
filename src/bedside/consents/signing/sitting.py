"""
Who sits before the signing view: what its session holds, and nothing that names anybody.

Sitting down ends whatever session the browser had, so that nobody who works here stays signed in
behind the form.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib.auth import logout
from django.utils import timezone

from bedside.consents.drafts import LANGUAGES
from bedside.consents.signing import links

if TYPE_CHECKING:
    from django.http import HttpRequest

    from bedside.consents.models import SigningLink

KEY = "signing"
COPY_LASTS = timedelta(hours=1)
"""How long the copy stays open after signing, on the person's own device."""
TABLET_SHOWS = timedelta(minutes=2)
"""How long a tablet shows it, for whoever gets the tablet next; and how much longer on request."""
MOST_LONGER = 10


@dataclass(frozen=True, slots=True)
class Sitting:
    """
    One sitting. `known_by` is empty until the person was identified; `longer` counts how often they
    asked for more time to read. `outcome` is "signed" or "declined" once it is over.
    """

    link: int
    organisation: str
    language: str
    tablet: bool
    known_by: str = ""
    checked_by: str = ""
    large: bool = False
    longer: int = 0
    preview: str = ""
    """Of the post that was shown, its SHA-256."""
    outcome: str = ""

    @property
    def copy_lasts(self) -> timedelta:
        """How long the copy is shown after signing."""
        return TABLET_SHOWS * (1 + self.longer) if self.tablet else COPY_LASTS


def take(
    request: HttpRequest, link: SigningLink, *, known_by: str, checked_by: str = ""
) -> Sitting:
    """Begin a sitting, and end every other session of this browser."""
    logout(request)
    row = link.authorization
    begun = Sitting(
        link=link.pk,
        organisation=row.organisation.name,
        language=row.language,
        tablet=link.on_tablet,
        known_by=known_by,
        checked_by=checked_by,
    )
    _keep(request, begun)
    return begun


def sitting_of(request: HttpRequest) -> Sitting | None:
    """Return the sitting of this browser, if there is one."""
    held = request.session.get(KEY)
    return Sitting(**held) if held else None


def change(request: HttpRequest, here: Sitting, **changes: object) -> Sitting:
    """Write down what changed in a sitting."""
    changed = replace(here, **changes)  # type: ignore[arg-type]
    if changed.language not in LANGUAGES:
        changed = replace(changed, language=here.language)
    _keep(request, changed)
    return changed


def leave(request: HttpRequest, here: Sitting, outcome: str) -> None:
    """End a sitting: only how it ended is kept, for the last page."""
    request.session.flush()
    _keep(request, replace(here, link=0, known_by="", checked_by="", preview="", outcome=outcome))


def link_of(here: Sitting) -> SigningLink:
    """Return the open link of a sitting whose person is known. Raises `links.NotOpen`."""
    if not here.known_by:
        raise links.NotOpen
    return links.opened(here.link)


def signed_link_of(here: Sitting) -> SigningLink:
    """Return the link that was signed by, while its copy is shown. Raises `links.NotOpen`."""
    return links.signed(here.link, timezone.now() - here.copy_lasts)


def seconds_left(here: Sitting, link: SigningLink) -> int:
    """Return for how many seconds more the copy of a signed link is shown; at least one."""
    ended = link.ended_at or timezone.now()
    return max(1, int((ended + here.copy_lasts - timezone.now()).total_seconds()))


def _keep(request: HttpRequest, here: Sitting) -> None:
    request.session[KEY] = asdict(here)
