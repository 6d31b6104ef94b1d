"""One rule's page: its reasons and examples, what is set and by whom, hits, dismissals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Sum
from django.utils import timezone

from bedside.guard.jurisdictions import laws
from bedside.orgs.permissions import Verb, may
from bedside.rulebook import floors
from bedside.rulebook.bars import PERIODS, Bars, bars_of
from bedside.rulebook.book import LONGEST, Row, counts_of, keepers, today_of
from bedside.rulebook.catalogue import cards
from bedside.rulebook.models import Choice, Dismissal, Hits, Setting, Stage
from bedside.rulebook.queries import settings_of

if TYPE_CHECKING:
    from bedside.guard.jurisdictions import Law
    from bedside.orgs.models import Membership, User
    from bedside.rulebook.catalogue import Card

SHOWN = 12
"""Dismissals and changes on one page."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way a rule can be set. `locked` says why the law does not let it."""

    choice: Choice
    word: str
    chosen: bool
    hint: str
    locked: str


@dataclass(frozen=True)
class Leaf:
    """Everything on the page of one rule."""

    row: Row
    options: tuple[Option, ...]
    floor: str
    periods: tuple[Bars, ...]
    stages: tuple[tuple[str, int], ...]
    dismissals: tuple[Dismissal, ...]
    changes: tuple[Setting, ...]
    keepers: tuple[User, ...]
    may_set: bool
    laws: tuple[Law, ...]
    before: Card | None
    after: Card | None

    @property
    def card(self) -> Card:
        return self.row.card

    @property
    def held(self) -> Setting | None:
        return self.row.setting

    @property
    def longest(self) -> Bars:
        """The bars of the longest period."""
        return self.periods[-1]

    @property
    def newest(self) -> Setting | None:
        """The change that can be undone."""
        return self.row.setting


def leaf_of(member: Membership, code: str) -> Leaf:
    """Gather the page. Raises `KeyError` for no rule."""
    organisation, card = member.organisation, cards()[code]
    today = today_of(organisation)
    counts = counts_of(organisation, today, code).get(code, {})
    periods = tuple(bars_of(counts, today, days) for days in PERIODS)
    changes = organisation.rule_settings.filter(code=code).select_related("by")
    dismissals = organisation.dismissals.filter(code=code).exclude(state=Dismissal.State.TAKEN_BACK)
    recent = dismissals.filter(at__gt=timezone.now() - timedelta(days=LONGEST))
    stops = settings_of(organisation).severity(card.rule, card.rule.severity)
    row = Row(card, changes.filter(ended_at=None).first(), periods[-1], recent.count(), stops.value)
    said = laws(organisation.law).get(code, ())
    order = [one for one in cards().values() if one.family is card.family]
    at = order.index(card)
    return Leaf(
        row=row,
        options=tuple(_option(row, choice, said) for choice in Choice),
        floor=floors.words(card.rule),
        periods=periods,
        stages=_stages(member, code),
        dismissals=tuple(
            dismissals.select_related("by", "judged_by").order_by("-at", "-pk")[:SHOWN]
        ),
        changes=tuple(changes.order_by("-at", "-pk")[:SHOWN]),
        keepers=tuple(keepers(organisation)),
        may_set=may(member, Verb.SET_RULES),
        laws=said,
        before=order[at - 1] if at else None,
        after=order[at + 1] if at + 1 < len(order) else None,
    )


def _option(row: Row, choice: Choice, said: tuple[Law, ...]) -> Option:
    rule, severity = row.card.rule, row.card.rule.severity
    return Option(
        choice=choice,
        word=choice.label,
        chosen=choice == (row.setting.choice if row.setting else Choice.DEFAULT),
        hint=floors.CALLED[severity] if choice == Choice.DEFAULT else "",
        locked=floors.refusal(rule, choice) or floors.refusal_here(rule, choice, said),
    )


def _stages(member: Membership, code: str) -> tuple[tuple[str, int], ...]:
    """Return how often it was found at each step, as far back as is shown."""
    since = today_of(member.organisation) - timedelta(days=LONGEST)
    hits = Hits.objects.filter(organisation=member.organisation, code=code, day__gt=since)
    found = dict(hits.values_list("stage").annotate(Sum("count")))
    return tuple((stage.label, found.get(stage.value, 0)) for stage in Stage)
