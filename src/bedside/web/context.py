"""What the shell around every page shows; each part is asked for only when it is drawn."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse

from bedside.consents.ledger import waiting as consents_waiting
from bedside.orgs.permissions import Verb, may
from bedside.posts.queries import MOST_COUNTED, waiting_for
from bedside.web.counting import counts
from bedside.web.heartbeat import Heartbeat, heartbeat

if TYPE_CHECKING:
    from django.http import HttpRequest

    from bedside.orgs.models import Membership


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the navigation. `prefix` is the part of an address that belongs to it."""

    key: str
    label: str
    icon: str
    view: str
    prefix: str
    opens_group: bool = False


ENTRIES = (
    Entry("today", "Today", "home", "web:today", ""),
    Entry("compose", "Compose", "compose", "posts:new", "compose/"),
    Entry("calendar", "Calendar", "calendar", "posts:calendar", "calendar/"),
    Entry("approvals", "Approvals", "approve", "posts:approvals", "approvals/"),
    Entry("library", "Library", "library", "library:index", "library/", opens_group=True),
    Entry("consents", "Consents", "consent", "consents:index", "consents/"),
    Entry("rules", "Rules", "policy", "rulebook:index", "rules/"),
    Entry("records", "Records", "records", "web:records", "records/", opens_group=True),
    Entry("deliveries", "Deliveries", "sending", "outbox:deliveries", "deliveries/"),
    Entry("networks", "Networks", "channels", "outbox:networks", "networks/"),
    Entry("settings", "Settings", "settings", "orgs:settings", "settings/"),
)
"""The navigation, in its order."""

IN_TABBAR = ("today", "calendar", "compose", "approvals")
"""What a phone's bar holds beside "More", in its order."""
THEMES = frozenset({"light", "dark"})


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as this member sees it on this page."""

    entry: Entry
    url: str
    current: bool
    waits: str = ""
    """How many things wait there for this member, as it is shown: `7`, `99+`, or nothing."""


def reachable(slug: str) -> list[tuple[Entry, str]]:
    """Return the parts of Bedside that this installation has; no dead links, no promises."""
    found = []
    for entry in ENTRIES:
        with suppress(NoReverseMatch):
            found.append((entry, reverse(entry.view, kwargs={"slug": slug})))
    return found


class Shell:
    """The shell of one page for one request."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self.member: Membership | None = getattr(request, "member", None)

    @property
    def theme(self) -> str:
        """Return the theme that this browser chose, or nothing: then its system decides."""
        chosen = self._request.COOKIES.get("theme", "")
        return chosen if chosen in THEMES else ""

    @property
    def keys_off(self) -> bool:
        """Tell whether this browser's person has switched single-key shortcuts off."""
        return self._request.COOKIES.get("keys") == "off"

    @cached_property
    def links(self) -> list[Link]:
        """The navigation, with the one entry lit that this page belongs to."""
        if self.member is None:
            return []
        slug = self.member.organisation.slug
        inside = self._request.path.removeprefix(f"/{slug}/")
        return [
            Link(
                entry=entry,
                url=url,
                current=inside.startswith(entry.prefix) if entry.prefix else not inside,
                waits=self._waits(entry.key),
            )
            for entry, url in reachable(slug)
        ]

    @property
    def tabs(self) -> list[Link]:
        """What a phone's bar holds beside "More"."""
        return sorted(
            (link for link in self.links if link.entry.key in IN_TABBAR),
            key=lambda link: IN_TABBAR.index(link.entry.key),
        )

    @property
    def more(self) -> list[Link]:
        """What a phone finds under "More"."""
        return [link for link in self.links if link.entry.key not in IN_TABBAR]

    @property
    def in_more(self) -> bool:
        """Tell whether this page belongs to what a phone keeps under "More"."""
        return any(link.current for link in self.more)

    @property
    def current(self) -> Link | None:
        return next((link for link in self.links if link.current), None)

    @property
    def compose(self) -> str:
        """Where a post is begun; empty for those who may not write."""
        writes = self.member is not None and may(self.member, Verb.WRITE)
        return self._url("compose") if writes else ""

    @property
    def calendar(self) -> str:
        return self._url("calendar")

    def _url(self, key: str) -> str:
        return next((link.url for link in self.links if link.entry.key == key), "")

    @cached_property
    def _counts(self) -> dict[str, int]:
        if self.member is None:
            return {}
        asked = consents_waiting(self.member)
        if may(self.member, Verb.APPROVE):
            asked["posts"] = waiting_for(self.member).order_by()[:MOST_COUNTED]
        return counts(self.member.organisation, asked)

    @property
    def waiting(self) -> int:
        """How many posts wait for this member's approval, counted up to `MOST_COUNTED`."""
        return self._counts.get("posts", 0)

    @property
    def waiting_shown(self) -> str:
        """The same as it is shown: `7`, `99+`."""
        return str(self.waiting) if self.waiting < MOST_COUNTED else f"{MOST_COUNTED - 1}+"

    @property
    def consents_waiting(self) -> int:
        """How many wishes to stop and missing copies wait for this member."""
        return sum(number for name, number in self._counts.items() if name != "posts")

    def _waits(self, key: str) -> str:
        if key == "approvals" and self.waiting:
            return self.waiting_shown
        if key == "consents" and self.consents_waiting:
            return str(self.consents_waiting)
        return ""

    @cached_property
    def heartbeat(self) -> Heartbeat | None:
        return heartbeat(self.member.organisation) if self.member else None

    @property
    def may_pause(self) -> bool:
        return self.member is not None and may(self.member, Verb.PAUSE)


def shell(request: HttpRequest) -> dict[str, Shell]:
    """Give templates the shell; nothing is asked of the database before it is drawn."""
    return {"shell": Shell(request)}
