"""The ledger: every authorization of an organisation, what is stopped first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.utils import timezone

from bedside.consents import naming
from bedside.consents.models import (
    Authorization,
    Placement,
    Revocation,
    Signature,
    SigningLink,
    TakeDown,
)
from bedside.consents.queries import (
    Status,
    asks_event,
    authorizations,
    status_of,
    uses_ahead,
)
from bedside.consents.sight import called, sees
from bedside.orgs.permissions import Verb, may
from bedside.outbox.states import State

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from typing import Any

    from django.db.models import QuerySet

    from bedside.consents.queries import Ahead
    from bedside.orgs.models import Membership, Organisation

TABS = ("all", "staff", "ended")
SOON = timedelta(days=30)
MOST = 200
"""Rows that are listed at once; words and networks find the others."""


class Group(StrEnum):
    """What a row is listed under, in this order."""

    STOPPED = "stopped"
    ENDING = "ending"
    VALID = "valid"
    UNFINISHED = "unfinished"
    ENDED = "ended"

    @property
    def heading(self) -> str:
        return {
            Group.STOPPED: "Stop asked for",
            Group.ENDING: "Ends within 30 days",
            Group.VALID: "Valid",
            Group.UNFINISHED: "Not finished",
            Group.ENDED: "Ended",
        }[self]

    @property
    def icon(self) -> str:
        return {
            Group.STOPPED: "hand",
            Group.ENDING: "scheduled",
            Group.VALID: "live",
            Group.UNFINISHED: "draft",
            Group.ENDED: "x",
        }[self]


@dataclass(frozen=True)
class Row:
    """One authorization in the ledger. `name` is "" for those who see only its number."""

    authorization: Authorization
    status: Status
    group: Group
    name: str
    what: str
    face: tuple[str, str]
    ends: date | None
    days: int | None
    stopped_at: datetime | None
    live: int
    declined: bool
    asks_event: bool
    """Whether somebody should say if the event has come after which it ends."""

    @property
    def ending(self) -> bool:
        return self.group is Group.ENDING


@dataclass(frozen=True)
class Asked:
    """What somebody asked to see."""

    tab: str = "all"
    network: str = ""
    words: str = ""


@dataclass(frozen=True)
class Ledger:
    """The rows by group, and the numbers above them."""

    asked: Asked
    groups: list[tuple[Group, list[Row]]]
    total: int
    shown: int
    covered: int
    live: int
    ending: int
    stopped: int
    gone: int
    places: int
    networks: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Known:
    """What is asked of the database once for all rows."""

    live: dict[int, int]
    stopping: dict[int, datetime]
    declined: set[int]
    ahead: dict[int, list[Ahead]]
    now: datetime


def ledger_of(member: Membership, asked: Asked) -> Ledger:
    """Gather the ledger as a member sees it."""
    organisation = member.organisation
    known = _known(organisation)
    rows = [_row(member, one, known) for one in authorizations(organisation)]
    found = [row for row in rows if _wanted(row, asked)]
    shown = sorted(found, key=lambda row: (list(Group).index(row.group), *_by_end(row)))[:MOST]
    gone, places = _progress(organisation)
    return Ledger(
        asked=asked,
        groups=[
            (group, listed) for group in Group if (listed := [r for r in shown if r.group == group])
        ],
        total=len(found),
        shown=len(shown),
        covered=sum(row.status is Status.ACTIVE for row in rows),
        live=sum(known.live.values()),
        ending=sum(row.group is Group.ENDING for row in rows),
        stopped=len(known.stopping),
        gone=gone,
        places=places,
        networks=_named(rows),
    )


def waiting(member: Membership) -> dict[str, QuerySet[Any]]:
    """
    Return what of consents waits for a member, by name; nothing has been asked yet.

    Wishes to stop that are not carried out, signed forms of no use because no copy was given, and
    for those who keep consents the papers that nobody compared with their scans.
    """
    if not may(member, Verb.KEEP_CONSENT):
        return {}
    organisation = member.organisation
    signed = organisation.authorizations.filter(
        signature__isnull=False, replaced_by=None, revocations=None
    ).order_by()
    without_copy = signed.filter(copy_given_at=None)
    asked = {"wishes": _unsettled(organisation).order_by(), "copies": without_copy}
    if may(member, Verb.KEEP_CONSENT):
        paper = Signature.Method.PAPER
        papers = signed.filter(signature__method=paper, signature__checked_by=None)
        asked["papers"] = papers.exclude(copy_given_at=None)
    return asked


def ends_on(authorization: Authorization) -> date | None:
    """Return the day on which a form ends by itself: its date, or when a minor comes of age."""
    days = [day for day in (authorization.expires_on, authorization.adult_on) if day]
    return min(days, default=None)


def ends_soon(days: int | None) -> bool:
    """Tell whether so many days are few enough to say so; None means no end by itself."""
    return days is not None and days <= SOON.days


def _unsettled(organisation: Organisation) -> QuerySet[Revocation]:
    open_places = Q(takedowns__stopped_at=None, takedowns__gone_at=None, takedowns__isnull=False)
    return Revocation.objects.filter(
        Q(answered_at=None) | open_places,
        authorization__organisation=organisation,
        follows=None,
    ).distinct()


def _known(organisation: Organisation) -> _Known:
    live = (
        Placement.objects.filter(
            authorization__organisation=organisation, delivery__state=State.LIVE
        )
        .values_list("authorization")
        .annotate(number=Count("pk"))
    )
    stopping = _unsettled(organisation).order_by("received_at")
    declined = SigningLink.objects.filter(authorization__organisation=organisation, declined=True)
    return _Known(
        live=dict(live),
        stopping=dict(stopping.values_list("authorization", "received_at")),
        declined=set(declined.values_list("authorization", flat=True)),
        ahead=uses_ahead(organisation),
        now=timezone.now(),
    )


def _row(member: Membership, one: Authorization, known: _Known) -> Row:
    status = status_of(one, known.now)
    today = member.organisation.local(known.now).date()
    ends = ends_on(one)
    days = (ends - today).days if ends else None
    stopped_at = known.stopping.get(one.pk)
    group = _group(status, days, stopping=stopped_at is not None)
    return Row(
        authorization=one,
        status=status,
        group=group,
        name=called(member, one),
        what=_what(member, one),
        face=naming.FACES[status],
        ends=ends,
        days=days,
        stopped_at=stopped_at,
        live=known.live.get(one.pk, 0),
        declined=one.pk in known.declined and status is Status.PRESENTED,
        asks_event=asks_event(one, known.ahead.get(one.pk, ()), known.now),
    )


def _group(status: Status, days: int | None, *, stopping: bool) -> Group:
    if stopping:
        return Group.STOPPED
    if status is Status.ACTIVE:
        return Group.ENDING if ends_soon(days) else Group.VALID
    if status in {Status.DRAFT, Status.PRESENTED, Status.DEFECTIVE}:
        return Group.UNFINISHED
    return Group.ENDED


def _what(member: Membership, one: Authorization) -> str:
    """Say what is covered: in the words of the form for those who may see them, else by kind."""
    number = len(one.assets)
    only = f" · only {number} picture{'s' if number > 1 else ''}" if number else ""
    if sees(member, one) and (told := one.person.get("information", "")):
        return f"{told}{only}"
    items = naming.listed(one.items, naming.ITEMS)
    return f"{items}{only}" if items else "Nothing chosen yet"


def _wanted(row: Row, asked: Asked) -> bool:
    one = row.authorization
    if (asked.tab == "ended") is not (row.group is Group.ENDED):
        return False
    if asked.tab == "staff" and one.kind != one.Kind.STAFF:
        return False
    if asked.network and asked.network not in one.networks:
        return False
    known_as = f"{one.reference} {row.name}".casefold()
    return all(word in known_as for word in asked.words.casefold().split())


def _by_end(row: Row) -> tuple[int, int]:
    """Order what ends by its day, and everything else by the newest number."""
    soon = row.days if row.group is Group.ENDING and row.days is not None else 0
    return soon, -row.authorization.pk


def _named(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """Return every place that some form names, with what it is called."""
    names = {name for row in rows for name in row.authorization.networks}
    return sorted(((name, naming.place(name)) for name in names), key=lambda one: one[1])


def _progress(organisation: Organisation) -> tuple[int, int]:
    """Return how many places of unsettled wishes are gone, and how many there are."""
    places = TakeDown.objects.filter(revocation__in=_unsettled(organisation))
    done = places.filter(Q(stopped_at__isnull=False) | Q(gone_at__isnull=False))
    return done.count(), places.count()


def networks_of(organisation: Organisation, also: Iterable[str] = ()) -> list[tuple[str, str]]:
    """
    Return the places that a form can name here, with what they are called.

    The networks of the organisation's accounts, the website and print; `also` are those that stand
    in the form already.
    """
    accounts = organisation.accounts.exclude(health="disconnected").order_by("network", "pk")
    names = [*(account.shown for account in accounts), *naming.BESIDE_NETWORKS]
    return [(name, naming.place(name)) for name in dict.fromkeys([*names, *also])]
