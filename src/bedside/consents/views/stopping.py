"""Taking a permission back, and what has to go everywhere because of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from bedside.consents import progress, takedowns, verbs
from bedside.consents.queries import reached_by
from bedside.consents.sight import called
from bedside.consents.signing import pdf
from bedside.consents.stop_forms import ElsewhereForm, StopForm
from bedside.consents.views.finding import (
    found,
    found_place,
    found_revocation,
    found_to_see,
    to_one,
)
from bedside.consents.views.keeping import handed_out
from bedside.consents.views.ledger import page_of
from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from bedside.orgs.models import Membership


@never_cache
@for_members(Verb.ASK_CONSENT)
def stop(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Note that the person takes it back. From that minute nothing new may use it."""
    row = found(member, pk)
    if getattr(row, "signature", None) is None:
        messages.error(request, "Nobody has signed it, so there is nothing to take back.")
        return to_one(member, pk)
    now = timezone.localtime(timezone=member.organisation.zone)
    initial = {"day": now.date(), "time": now.time(), "how": "in_person"}
    form = StopForm(row, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            revocation = verbs.revoke(by=member, authorization=row, **form.wish)
        except verbs.NotPossible as why:
            form.add_error(None, f"Nothing was stopped yet. {why}")
        else:
            _say_stopped(request, revocation.takedowns.count())
            return to_one(member, revocation.authorization_id, "stop")
    context = {
        "form": form,
        "row": row,
        "name": called(member, row),
        "now": now,
        "reached": reached_by(row),
    }
    return render(request, "consents/stop.html", context, status=422 if form.errors else 200)


@require_POST
@for_members(Verb.ASK_CONSENT)
def elsewhere(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Add a place that is not ours to remove."""
    revocation = found_revocation(member, pk)
    form = ElsewhereForm(request.POST)
    if not form.is_valid():
        wrong = "Say where it is, with at most 200 characters."
        return page_of(request, member, revocation.authorization_id, wrong=wrong, status=422)
    takedowns.add_elsewhere(by=member, revocation=revocation, name=form.cleaned_data["place"])
    return to_one(member, revocation.authorization_id, "stop")


@require_POST
@for_members(Verb.KEEP_CONSENT)
def gone(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Note that somebody looked, and it is gone there. The toast takes that back."""
    place = found_place(member, pk)
    about = place.revocation.authorization_id
    try:
        takedowns.gone(by=member, takedown=place)
    except verbs.NotPossible as why:
        return page_of(request, member, about, wrong=f"Nothing was noted. {why}", status=422)
    back = reverse("consents:there", kwargs={"slug": member.organisation.slug, "pk": pk})
    messages.success(request, "Noted: it is gone there.", extra_tags=back)
    return to_one(member, about, "stop")


@require_POST
@for_members(Verb.KEEP_CONSENT)
def there(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Take back that it is gone."""
    place = found_place(member, pk)
    takedowns.not_gone(by=member, takedown=place)
    messages.info(request, "Taken back: it is to be taken down still.")
    return to_one(member, place.revocation.authorization_id, "stop")


@require_safe
@never_cache
@for_members(Verb.ASK_CONSENT)
def letter(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Hand out the letter that tells the person what was done."""
    revocation = found_revocation(member, pk)
    row = found_to_see(member, revocation.authorization_id)
    return handed_out(pdf.letter(revocation), f"{row.reference}-letter")


@require_POST
@for_members(Verb.ASK_CONSENT)
def told(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Note that the letter is with the person, once nothing is open any more."""
    revocation = found_revocation(member, pk)
    about = revocation.authorization_id
    if not progress.is_done(revocation):
        wrong = "Some places are still open. The letter goes out when all of them are settled."
        return page_of(request, member, about, wrong=wrong, status=422)
    verbs.answer(by=member, revocation=revocation)
    messages.info(request, "Noted: they were told what was done.")
    return to_one(member, about)


def _say_stopped(request: HttpRequest, places: int) -> None:
    if places:
        said = "Stopped. Nothing new uses it from now on. See below what has to go."
    else:
        said = "Stopped. Nothing new uses it from now on, and nothing of it was out."
    messages.info(request, said)
