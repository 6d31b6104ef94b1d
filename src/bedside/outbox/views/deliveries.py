"""What went out, what waits, and what a person has to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb, may
from bedside.outbox import explaining, gate, verbs
from bedside.outbox.paging import page_of
from bedside.outbox.queries import needing_a_person
from bedside.outbox.states import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from bedside.orgs.models import Membership
    from bedside.outbox.models import Delivery

FILTERS = (State.PLANNED, State.LIVE, State.BY_HAND, State.UNKNOWN, State.REFUSED, State.MISSED)
AT_MOST = 8
"""How many deliveries that need a person stand at the top."""

is_address = URLValidator(schemes=["http", "https"])


@for_members()
def page(request: HttpRequest, member: Membership) -> HttpResponse:
    """List deliveries, the newest first; what needs a person stands above."""
    state = request.GET.get("state", "")
    wanted = state if state in FILTERS else ""
    shown = page_of(member.organisation, wanted, request.GET.get("before", ""))
    asking = [] if wanted else list(needing_a_person(member.organisation)[: AT_MOST + 1])
    context = {
        "shown": shown,
        "state": wanted,
        "filters": FILTERS,
        "asking": asking[:AT_MOST],
        "more_asking": len(asking) > AT_MOST,
        "now": timezone.now(),
    }
    return render(request, "outbox/deliveries.html", context)


@for_members()
def one(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Show one delivery: what was tried, what is known, and what can be done."""
    delivery = get_object_or_404(
        member.organisation.deliveries.select_related("account", "after"), pk=pk
    )
    return _render(request, member, delivery)


@require_POST
@for_members(Verb.SETTLE)
def live(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """A person found it live, or posted it by hand."""
    delivery = get_object_or_404(member.organisation.deliveries, pk=pk)
    url = request.POST.get("url", "").strip()
    try:
        is_address(url)
    except ValidationError:
        error = "This is not a web address. Copy it from the post itself; it begins with https://."
        return _render(request, member, delivery, url=url, url_error=error, status=422)
    return _decide(
        request,
        member,
        delivery,
        lambda: verbs.settle_live(by=member, delivery=delivery, url=url),
        "Noted: it is live.",
    )


@require_POST
@for_members(Verb.SETTLE)
def again(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """A person looked and it is not there: send it once more."""
    delivery = get_object_or_404(member.organisation.deliveries, pk=pk)
    if request.POST.get("looked") != "yes" and delivery.state == State.UNKNOWN:
        error = "Look on the network first, then say that it is not there."
        return _render(request, member, delivery, looked_error=error, status=422)
    return _decide(
        request,
        member,
        delivery,
        lambda: verbs.send_again(by=member, delivery=delivery),
        "It is sent again. The guard and the approval are checked once more.",
    )


@require_POST
@for_members(Verb.SETTLE)
def give_up(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """It will not be sent any more."""
    delivery = get_object_or_404(member.organisation.deliveries, pk=pk)
    return _decide(
        request,
        member,
        delivery,
        lambda: verbs.give_up(by=member, delivery=delivery),
        "It will not be sent.",
    )


@require_POST
@for_members(Verb.TAKE_DOWN)
def take_down(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Remove it from its network."""
    delivery = get_object_or_404(member.organisation.deliveries, pk=pk)
    return _decide(
        request,
        member,
        delivery,
        lambda: verbs.take_down(by=member, delivery=delivery),
        "It is being taken down. What others copied or saw cannot be called back.",
    )


def _decide(
    request: HttpRequest,
    member: Membership,
    delivery: Delivery,
    decide: Callable[[], object],
    said: str,
) -> HttpResponse:
    try:
        decide()
    except verbs.NotPossible as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, said)
    return redirect("outbox:delivery", slug=member.organisation.slug, pk=delivery.pk)


def _render(
    request: HttpRequest,
    member: Membership,
    delivery: Delivery,
    *,
    status: int = 200,
    **errors: str,
) -> HttpResponse:
    waits = delivery.state == State.BY_HAND
    obstacles = gate.against_carrying(delivery) if waits else []
    context = {
        "delivery": delivery,
        "content": delivery.content,
        "attempts": delivery.attempts.all(),
        "telling": explaining.HELD_BACK if obstacles else explaining.of(delivery),
        "obstacles": obstacles,
        "address": explaining.compose_address(delivery),
        "may_settle": may(member, Verb.SETTLE),
        "may_take_down": may(member, Verb.TAKE_DOWN),
        **errors,
    }
    return render(request, "outbox/delivery.html", context, status=status)
