"""The page of all rules of one organisation: what is set, what was found, what was dismissed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Sum
from django.utils import timezone

from bedside.orgs.permissions import ALLOWED, Verb, may
from bedside.rulebook.bars import PERIODS, Bars, bars_of
from bedside.rulebook.catalogue import Card, Family, cards, families
from bedside.rulebook.models import Choice, Dismissal, Hits, Setting, Stage
from bedside.rulebook.queries import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from django.db.models import QuerySet

    from bedside.orgs.models import Membership, Organisation, User

LONGEST = max(PERIODS)
SHOWS = ("all", "changed", "off", "found", "dismissed", "fixed")
"""What the list can be narrowed to."""

MOST_WAITING = 20
LOUD = 3
"""From so many dismissals on that were all agreed with, a rule may be too loud."""


@dataclass(frozen=True)
class Row:
    """
    One rule in the list. `setting` is what somebody decided, if anybody ever did.

    `severity` is how hard it stops now: `error`, `warn`, `info`.
    """

    card: Card
    setting: Setting | None
    bars: Bars
    dismissals: int
    severity: str

    @property
    def off(self) -> bool:
        return self.setting is not None and self.setting.choice == Choice.OFF

    @property
    def changed(self) -> bool:
        """Whether it stops less or more than it comes."""
        return self.setting is not None and self.setting.choice not in (Choice.DEFAULT, Choice.OFF)

    @property
    def fixed(self) -> bool:
        """Whether the law leaves no choice."""
        return self.card.rule.floor == "error"


@dataclass(frozen=True)
class Group:
    """The rows of one family that are shown."""

    family: Family
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Loud:
    """A rule whose warnings people dismiss, and others agree with them."""

    card: Card
    agreed: int
    hits: int


@dataclass(frozen=True)
class Asked:
    """What somebody wants to see: a family's letter or nothing, a filter, days, and words."""

    family: str = ""
    show: str = "all"
    days: int = 90
    words: str = ""


@dataclass(frozen=True)
class Book:
    """Everything on the page."""

    asked: Asked
    groups: tuple[Group, ...]
    families: tuple[tuple[Family, int], ...]
    waiting: tuple[Dismissal, ...]
    more_waiting: bool
    loud: tuple[Loud, ...]
    keepers: tuple[User, ...]
    may_set: bool
    total: int

    @property
    def shown(self) -> int:
        return sum(len(group.rows) for group in self.groups)

    @property
    def hits(self) -> int:
        """How many hits the shown rules had in the period."""
        return sum(row.bars.total for group in self.groups for row in group.rows)

    @property
    def family(self) -> Family | None:
        return families().get(self.asked.family)


def book_of(member: Membership, asked: Asked) -> Book:
    """Gather the page for one member."""
    organisation = member.organisation
    rows = list(rows_of(organisation, asked.days))
    kept = [row for row in rows if _wanted(row, asked)]
    waiting = list(_waiting(organisation)[: MOST_WAITING + 1])
    return Book(
        asked=asked,
        groups=tuple(_grouped(kept)),
        families=tuple(
            (family, sum(row.card.family is family for row in rows))
            for family in families().values()
        ),
        waiting=tuple(waiting[:MOST_WAITING]),
        more_waiting=len(waiting) > MOST_WAITING,
        loud=tuple(_loud(organisation, rows)),
        keepers=tuple(keepers(organisation)),
        may_set=may(member, Verb.SET_RULES),
        total=len(rows),
    )


def rows_of(organisation: Organisation, days: int) -> Iterator[Row]:
    """Yield every rule as it stands in this organisation."""
    today = today_of(organisation)
    held = {
        one.code: one
        for one in organisation.rule_settings.filter(ended_at=None).select_related("by")
    }
    counts = counts_of(organisation, today)
    dismissed = _dismissed(organisation, days)
    settings = settings_of(organisation)
    for card in cards().values():
        bars = bars_of(counts.get(card.code, {}), today, days)
        stops = settings.severity(card.rule, card.rule.severity).value
        yield Row(card, held.get(card.code), bars, dismissed[card.code], stops)


def counts_of(
    organisation: Organisation, today: date, code: str | None = None
) -> Mapping[str, Mapping[date, int]]:
    """Return what was found when posts were handed in, by rule and day, as far back as is shown."""
    hits = Hits.objects.filter(
        organisation=organisation, stage=Stage.HANDED_IN, day__gt=today - timedelta(days=LONGEST)
    )
    if code is not None:
        hits = hits.filter(code=code)
    counts: defaultdict[str, dict[date, int]] = defaultdict(dict)
    for rule, day, number in hits.values_list("code", "day").annotate(Sum("count")):
        counts[rule][day] = number
    return counts


def today_of(organisation: Organisation) -> date:
    """Return the day that it is on the organisation's clocks."""
    return organisation.local(timezone.now()).date()


def keepers(organisation: Organisation) -> Iterable[User]:
    """Return the people who may say how hard rules stop here, by name."""
    members = organisation.memberships.filter(ended_at=None, role__in=ALLOWED[Verb.SET_RULES])
    return [one.user for one in members.select_related("user").order_by("user__name")]


def _waiting(organisation: Organisation) -> QuerySet[Dismissal]:
    found = organisation.dismissals.filter(state=Dismissal.State.WAITING)
    return found.select_related("by").order_by("-at", "-pk")


def _dismissed(organisation: Organisation, days: int) -> Counter[str]:
    since = timezone.now() - timedelta(days=days)
    found = organisation.dismissals.filter(at__gt=since).exclude(state=Dismissal.State.TAKEN_BACK)
    return Counter(found.values_list("code", flat=True))


def _loud(organisation: Organisation, rows: Iterable[Row]) -> Iterator[Loud]:
    since = timezone.now() - timedelta(days=LONGEST)
    judged = organisation.dismissals.filter(at__gt=since)
    agreed = Counter(judged.filter(state=Dismissal.State.AGREED).values_list("code", flat=True))
    wrong = set(judged.filter(state=Dismissal.State.OVERTURNED).values_list("code", flat=True))
    for row in rows:
        code = row.card.code
        if agreed[code] >= LOUD and code not in wrong and not row.off:
            yield Loud(row.card, agreed[code], row.bars.total)


def _wanted(row: Row, asked: Asked) -> bool:
    shown = {
        "all": True,
        "changed": row.changed,
        "off": row.off,
        "found": row.bars.total > 0,
        "dismissed": row.dismissals > 0,
        "fixed": row.card.rule.floor is not None,
    }
    mine = not asked.family or row.card.family.letter == asked.family
    return shown[asked.show] and mine and row.card.holds(asked.words)


def _grouped(rows: Iterable[Row]) -> Iterator[Group]:
    by_family: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_family[row.card.family.letter].append(row)
    for letter, members in by_family.items():
        yield Group(families()[letter], tuple(members))
