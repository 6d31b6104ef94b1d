"""The times of the week at which the organisation likes to speak."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb, may
from bedside.outbox.queries import connected
from bedside.outbox.verbs import NotPossible
from bedside.posts import queue, wording
from bedside.posts.asked import clock_of
from bedside.posts.calendar_page import Gap
from bedside.posts.slots import days_ahead, open_slots, slots_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    from bedside.orgs.models import Membership, Organisation
    from bedside.posts.models import Slot

WEEK = (
    (6, "Sunday"),
    (0, "Monday"),
    (1, "Tuesday"),
    (2, "Wednesday"),
    (3, "Thursday"),
    (4, "Friday"),
    (5, "Saturday"),
)
"""Weekdays in the order in which a week is read; Monday is 0."""

HORIZON = 28
NEXT = 8


@dataclass(frozen=True, slots=True)
class Weekly:
    """One slot of the week: its number, its time as people say it, its network if it has one."""

    pk: int
    said: str
    network: str


@dataclass(frozen=True, slots=True)
class Free:
    """A slot that is open next, and what the clocks do to it that day."""

    gap: Gap
    change: str


@require_http_methods(["GET", "HEAD", "POST"])
@for_members()
def page(request: HttpRequest, member: Membership) -> HttpResponseBase:
    """Show the week and what is open next; a POST adds a time of day on some weekdays."""
    if request.method == "POST":
        return _add(request, member)
    return _page(request, member)


@require_POST
@for_members(Verb.SCHEDULE)
def remove(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Remove one slot. Posts that stand on it keep their time."""
    if queue.remove_slot(by=member, slot_id=pk):
        messages.info(request, "The time is removed. Posts that have it keep it.")
    return redirect("posts:slots", slug=member.organisation.slug)


def _add(request: HttpRequest, member: Membership) -> HttpResponse:
    weekdays = [int(day) for day in request.POST.getlist("weekday") if day.isdecimal()]
    account = request.POST.get("account", "")
    try:
        clock = clock_of(request.POST.get("time", ""))
        if clock is None:
            raise NotPossible("This is no time of day. Write it like 14:30.")
        added = queue.add_slots(
            by=member,
            weekdays=weekdays,
            clock=clock,
            account_id=int(account) if account.isdecimal() else None,
        )
    except NotPossible as reason:
        return _page(request, member, wrong=str(reason))
    said = f"{added} added." if added else "These times were there already."
    messages.info(request, said)
    return redirect("posts:slots", slug=member.organisation.slug)


def _page(request: HttpRequest, member: Membership, wrong: str = "") -> HttpResponse:
    organisation = member.organisation
    slots = slots_of(organisation)
    today = organisation.local(timezone.now()).date()
    chosen = {int(day) for day in request.POST.getlist("weekday") if day.isdecimal()}
    context = {
        "week": [(number, name, _weekly(slots, number), number in chosen) for number, name in WEEK],
        "free": _next_free(organisation, slots),
        "accounts": connected(organisation),
        "zone": wording.zone(organisation.zone, today, today + timedelta(days=HORIZON)),
        "may_plan": may(member, Verb.SCHEDULE),
        "wrong": wrong,
        "given": request.POST,
    }
    return render(request, "posts/slots.html", context, status=409 if wrong else 200)


def _next_free(organisation: Organisation, slots: Sequence[Slot]) -> list[Free]:
    now = timezone.now()
    days = days_ahead(organisation, now, HORIZON)
    found = []
    for slot in open_slots(organisation, days, now, slots)[:NEXT]:
        gap = Gap(organisation.local(slot.at), slot.network)
        change = wording.clock_change(gap.local.date(), slot.clock, organisation.zone)
        found.append(Free(gap, change))
    return found


def _weekly(slots: Sequence[Slot], weekday: int) -> list[Weekly]:
    return [
        Weekly(slot.pk, wording.clock(slot.clock), slot.account.shown if slot.account else "")
        for slot in slots
        if slot.weekday == weekday
    ]
