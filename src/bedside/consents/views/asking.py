"""Asking for a consent: filling the form in, keeping it as a draft, and opening a way to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from bedside.consents import verbs
from bedside.consents.forms import AskForm, as_sent, filled, fresh
from bedside.consents.signing import links
from bedside.consents.views.finding import found_to_see, to_one
from bedside.consents.views.ledger import LONGEST_SEARCH, page_of
from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from bedside.consents.models import Authorization
    from bedside.orgs.models import Membership

LOOKED = "looked"
"""The button that looks for pictures, where there is no JavaScript."""


@never_cache
@for_members(Verb.ASK_CONSENT)
def new(request: HttpRequest, member: Membership) -> HttpResponse:
    """Fill in a form for a person; it is kept as a draft, however little is in it."""
    organisation = member.organisation
    kind = "staff" if request.GET.get("kind") == "staff" else "patient"
    if LOOKED in request.POST:
        return _looked(request, member)
    initial = fresh(organisation) | {"kind": kind}
    form = AskForm(organisation, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            row = verbs.draft(
                by=member,
                kind=form.cleaned_data["kind"],
                person=form.person,
                terms=form.terms,
            )
        except verbs.NotPossible as why:
            form.add_error(None, f"Nothing was kept yet. {why}")
        else:
            messages.info(request, f"{row.reference} is kept. Read the form, then have it signed.")
            return to_one(member, row.pk)
    return _form(request, form)


@never_cache
@for_members(Verb.ASK_CONSENT)
def change(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Change a form that nobody has signed."""
    row = found_to_see(member, pk)
    if getattr(row, "signature", None) is not None:
        messages.error(request, verbs.TOO_LATE)
        return to_one(member, pk)
    # The number belongs to the kind, so that stays as it is.
    if LOOKED in request.POST:
        return _looked(request, member, row)
    given = request.POST.copy() if request.method == "POST" else None
    if given is not None:
        given["kind"] = row.kind
    form = AskForm(member.organisation, given, initial=filled(row), kept=row)
    if form.is_valid():
        try:
            changed = verbs.change(
                by=member, authorization=row, person=form.person, terms=form.terms
            )
        except verbs.NotPossible as why:
            form.add_error(None, f"Nothing was changed. {why}")
        else:
            messages.info(request, "Kept. Read the form again." if changed else "All as it was.")
            return to_one(member, pk)
    return _form(request, form, row)


@require_POST
@never_cache
@for_members(Verb.ASK_CONSENT)
def pictures(request: HttpRequest, member: Membership) -> HttpResponse:
    """
    Offer pictures to bind a form to, by words in their names, beside those that are chosen.

    The words arrive by POST: what somebody types may be a name, and stands in no address.
    """
    words = request.POST.get("words", "").strip()[:LONGEST_SEARCH]
    form = AskForm(member.organisation, initial=as_sent(request.POST), looking_for=words)
    return render(request, "consents/parts/pictures.html", {"form": form})


@require_POST
@for_members(Verb.ASK_CONSENT)
def renew(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """
    Begin a form that takes the place of this one, which holds until the new one is signed.

    Whoever begins one sees its person, so that is only for those who see them already.
    """
    try:
        row = verbs.replace(by=member, authorization=found_to_see(member, pk))
    except verbs.NotPossible as why:
        return page_of(request, member, pk, wrong=f"Nothing was begun. {why}", status=422)
    messages.info(request, f"{row.reference} is begun. The old form holds until this is signed.")
    return to_one(member, row.pk)


@require_POST
@never_cache
@for_members(Verb.ASK_CONSENT)
def link(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Make a private link, and show it once; nothing keeps it."""
    try:
        _, token = links.make_link(
            by=member, authorization=found_to_see(member, pk), on_tablet=False
        )
    except verbs.NotPossible as why:
        return page_of(request, member, pk, wrong=f"No link was made. {why}", status=422)
    address = request.build_absolute_uri(reverse("signing:door", kwargs={"token": token}))
    return page_of(request, member, pk, secret=address)


@require_POST
@for_members(Verb.ASK_CONSENT)
def unlink(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Take the private link back, or the tablet: from now on it opens nothing."""
    if links.take_back(by=member, authorization=found_to_see(member, pk)):
        messages.info(request, "Taken back. It opens nothing any more.")
    else:
        messages.info(request, "It was over already: signed, declined, or out of time.")
    return to_one(member, pk)


def _looked(
    request: HttpRequest, member: Membership, row: Authorization | None = None
) -> HttpResponse:
    """Show the form as it stands, with the pictures so named; nothing is kept yet."""
    words = request.POST.get("words", "").strip()[:LONGEST_SEARCH]
    sent = as_sent(request.POST)
    form = AskForm(member.organisation, initial=sent, kept=row, looking_for=words)
    return _form(request, form, row)


def _form(request: HttpRequest, form: AskForm, row: Authorization | None = None) -> HttpResponse:
    context = {"form": form, "row": row}
    return render(request, "consents/ask.html", context, status=422 if form.errors else 200)
