"""What the page of today says: what needs this person, what goes out, the week."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from bedside.consents.queries import ending_soon, events_to_ask, open_revocations
from bedside.orgs.permissions import Verb, may
from bedside.posts import calendar
from bedside.posts.queries import today as leads_of
from bedside.posts.states import State
from bedside.rulebook.queries import to_review
from bedside.web import wording
from bedside.web.first_days import Step, steps_of
from bedside.web.kept import Kept, kept_this_month
from bedside.web.states import look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from bedside.consents.models import Authorization
    from bedside.orgs.models import Membership, Organisation
    from bedside.posts.queries import Lead

MORNING_ENDS, AFTERNOON_ENDS = 12, 18
MOST_NEEDS = 7
MOST_STOPPED = 3
SHOWN_A_DAY = 6
"""Marks that fit into a cell of the week; the rest is a number."""
SHOWN_TODAY = 8
"""Posts that are listed of today; the rest is a number, too."""

DECIDED_AT_DELIVERY = frozenset({State.UNKNOWN.value, State.REFUSED.value, State.BY_HAND.value})
"""States of a post in which there is something to decide about one of its deliveries."""

_SENTENCES = {
    State.UNKNOWN: (
        "We do not know if “{}” went out",
        "The answer never came, and looking did not settle it. Please look once before it is "
        "tried again.",
    ),
    State.REFUSED: ("“{}” was not sent", "Somebody said no: nothing happened in public."),
    State.MISSED: (
        "“{}” missed its time",
        "It is not sent late by surprise. Give it a new time, or let it go.",
    ),
    State.BY_HAND: (
        "“{}” is ready for you to post",
        "Copy it, post it, and tell Bedside the address.",
    ),
    State.REVIEW: (
        "“{}” waits for your approval",
        "Somebody else wrote it. Read it, then approve it or say what should change.",
    ),
    State.CHANGES: (
        "“{}” came back with changes to make",
        "Read the comment and hand it in again.",
    ),
    State.DRAFT: ("“{}” has a time and no approval", "It stays here until somebody approves it."),
}


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that needs this person. `state` gives it its icon and colour."""

    title: str
    detail: str
    state: str
    url: str
    action: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the strip: what is planned, in order, and how many did not fit."""

    date: date
    is_today: bool
    states: tuple[str, ...]
    more: int

    @property
    def in_words(self) -> str:
        """The day for those who do not see it: `two scheduled, one live`."""
        counts = Counter(look(state).word.lower() for state in self.states)
        return ", ".join(f"{number} {word}" for word, number in counts.items()) or "nothing"


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the page of today shows."""

    greeting: str
    now: datetime
    needs: list[Need]
    going_out: calendar.Day
    week: list[Day]
    planned: int
    first_days: list[Step]
    kept: Kept


def page_of(member: Membership, now: datetime) -> Page:
    """Gather the page of today for one member."""
    organisation = member.organisation
    leads = leads_of(member)
    stuck = _stuck_deliveries(organisation, leads)
    needs = [_need(organisation, lead, stuck) for lead in leads]
    more = [*_consents(member, now), *filter(None, [_dismissals(member)])]
    needs = [*needs[: max(0, MOST_NEEDS - len(more))], *more]
    today = organisation.local(now).date()
    week = calendar.days(organisation, calendar.week_of(today), shown=SHOWN_TODAY)
    return Page(
        greeting=_greeting(organisation.local(now).hour),
        now=now,
        needs=needs,
        going_out=next(day for day in week if day.date == today),
        week=[_day(day, today) for day in week],
        planned=sum(day.total for day in week),
        first_days=steps_of(member),
        kept=kept_this_month(organisation, now),
    )


def _greeting(hour: int) -> str:
    if hour < MORNING_ENDS:
        return "Good morning"
    return "Good afternoon" if hour < AFTERNOON_ENDS else "Good evening"


def _need(organisation: Organisation, lead: Lead, stuck: Mapping[str, int]) -> Need:
    title, detail = _SENTENCES.get(State(lead.state), ("“{}”", lead.detail))
    url = _address(organisation.slug, lead, stuck.get(f"post:{lead.post}"))
    return Need(title.format(lead.title), detail, lead.state, url, lead.action)


def _consents(member: Membership, now: datetime) -> Iterator[Need]:
    """Say what of consents needs somebody: what is to be gone, the latest first, and what ends."""
    if not may(member, Verb.ASK_CONSENT):
        return
    organisation = member.organisation
    for revocation in open_revocations(organisation)[:MOST_STOPPED]:
        authorization = revocation.authorization
        late = revocation.due_at <= now
        owner = revocation.owner.short_name if revocation.owner else "Somebody"
        yield Need(
            title=f"{authorization.reference} was taken back",
            detail=f"{owner} answers for it. Something is {'late' if late else 'not gone yet'}.",
            state="refused" if late else "warn",
            url=_consent(organisation, authorization),
            action="Take it down",
        )
    if may(member, Verb.KEEP_CONSENT) and (events := events_to_ask(organisation, now)):
        yield _events(organisation, events)
    ending = ending_soon(organisation, now)
    if len(ending) == 1:
        [one] = ending
        yield Need(
            title=f"{one.authorization.reference} ends on {one.on:%b} {one.on.day}",
            detail="The person comes of age: ask them." if one.comes_of_age else "Ask for another.",
            state="warn",
            url=_consent(organisation, one.authorization),
            action="Look at it",
        )
    elif ending:
        yield Need(
            title=f"{wording.count(len(ending), 'consent')} end within a month",
            detail="Ask for new ones before what relies on them has to go.",
            state="warn",
            url=reverse("consents:index", kwargs={"slug": organisation.slug}),
            action="Look at them",
        )


def _events(organisation: Organisation, events: Sequence[Authorization]) -> Need:
    """Ask whether the events have come after which forms end."""
    first = f"{_consent(organisation, events[0])}#event"
    index = reverse("consents:index", kwargs={"slug": organisation.slug})
    many = len(events) > 1
    return Need(
        title=f"{wording.count(len(events), 'consent')} end with an event"
        if many
        else f"{events[0].reference} ends with an event",
        detail="Look whether it has come, and say yes or not yet.",
        state="warn",
        url=index if many else first,
        action="Look at them" if many else "Answer",
    )


def _consent(organisation: Organisation, authorization: Authorization) -> str:
    return reverse("consents:open", kwargs={"slug": organisation.slug, "pk": authorization.pk})


def _dismissals(member: Membership) -> Need | None:
    """Return what writers let stand and this member reviews, as one thing; None where nothing."""
    number = to_review(member) if may(member, Verb.SET_RULES) else 0
    if not number:
        return None
    words = wording.count(number, "dismissed warning waits", "dismissed warnings wait")
    return Need(
        title=f"{words} for your review",
        detail="A writer let it stand, with a reason. Agree, or send it back to be mended.",
        state="warn",
        url=reverse("rulebook:index", kwargs={"slug": member.organisation.slug}),
        action="Review",
    )


def _address(slug: str, lead: Lead, delivery: int | None) -> str:
    """Return where to act: at the delivery that is stuck, the approval, or the composer."""
    if delivery is not None:
        return reverse("outbox:delivery", kwargs={"slug": slug, "pk": delivery})
    view = "posts:approval" if lead.state == State.REVIEW else "posts:compose"
    return reverse(view, kwargs={"slug": slug, "pk": lead.post})


def _stuck_deliveries(organisation: Organisation, leads: Iterable[Lead]) -> dict[str, int]:
    """Return the delivery of each post that a person has to decide about; one query."""
    subjects = [f"post:{lead.post}" for lead in leads if lead.state in DECIDED_AT_DELIVERY]
    if not subjects:
        return {}
    rows = organisation.deliveries.filter(subject__in=subjects, state__in=DECIDED_AT_DELIVERY)
    return dict(rows.order_by("-pk").values_list("subject", "pk"))


def _day(day: calendar.Day, today: date) -> Day:
    states = tuple(entry.state for entry in day.entries[:SHOWN_A_DAY])
    return Day(day.date, day.date == today, states, day.total - len(states))
