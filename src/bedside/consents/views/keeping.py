"""Keeping what was signed: paper, copies, documents, and what a keeper settles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from bedside.consents import verbs
from bedside.consents.forms import CopyForm, EventForm, PaperForm
from bedside.consents.queries import wording_of
from bedside.consents.scans import kind_of
from bedside.consents.signing import links, pdf
from bedside.consents.views.finding import found, found_to_see, to_one
from bedside.consents.views.ledger import page_of
from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb

if TYPE_CHECKING:
    from django.http import HttpRequest

    from bedside.orgs.models import Membership

ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
SETTLED = {
    "not_yet": (verbs.event_not_yet, "It is asked again in 90 days."),
    "false": (verbs.mark_false, "It is not used any more from now on."),
    "same": (verbs.compare, "It counts from now on."),
}
"""What a keeper settles, by the value of the button, and what follows from it."""


@never_cache
@for_members(Verb.ASK_CONSENT)
def paper(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Enter a form that was signed on paper: its scan, and what can be read on it."""
    row = found_to_see(member, pk)
    if getattr(row, "signature", None) is not None:
        messages.error(request, verbs.TOO_LATE)
        return to_one(member, pk)
    form = PaperForm(row, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given, words = form.cleaned_data, wording_of(row)
        printed = given["printed_here"]
        try:
            verbs.transcribe(
                by=member,
                authorization=row,
                scan=given["scan"],
                signed_on=given["signed_on"],
                statements=(
                    [str(code) for code, _ in words.statements] if printed else given["statements"]
                ),
                template=words.version if printed else "",
                known_by=given["known_by"],
                initials=form.initials,
                **{name: given[name] for name in ("copy_given", "compound", "conditioned")},
            )
        except verbs.NotPossible as why:
            form.add_error(None, f"Nothing was entered. {why}")
        else:
            messages.info(request, "The paper is entered. Keep the original in its folder.")
            return to_one(member, pk)
    context = {"form": form, "row": row}
    return render(request, "consents/paper.html", context, status=422 if form.errors else 200)


@require_POST
@for_members(Verb.ASK_CONSENT)
def copy(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Note that the person got their copy."""
    form = CopyForm(request.POST)
    if not form.is_valid():
        return page_of(request, member, pk, wrong="Say how they got the copy.", status=422)
    try:
        verbs.give_copy(by=member, authorization=found(member, pk), how=form.cleaned_data["how"])
    except verbs.NotPossible as why:
        return page_of(request, member, pk, wrong=str(why), status=422)
    messages.info(request, "Noted: they have their copy.")
    return to_one(member, pk)


@require_safe
@never_cache
@for_members(Verb.ASK_CONSENT)
def document(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Hand out the signed document, or the empty form to sign on paper."""
    row = found_to_see(member, pk)
    if getattr(row, "signature", None) is None:
        return handed_out(pdf.document(row, None), f"{row.reference}-to-sign")
    kept = links.kept_document(row)
    if kept is None:
        wrong = "The document is not here unchanged. Ask whoever keeps the records."
        return page_of(request, member, pk, wrong=wrong, status=409)
    return handed_out(kept, row.reference)


@require_POST
@for_members(Verb.KEEP_CONSENT)
def settle(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Note that a paper was compared, or what ends it: its event, or something that is untrue."""
    row, what = found(member, pk), request.POST.get("what", "")
    if what not in SETTLED:
        return page_of(request, member, pk, wrong="Say what is to be noted.", status=422)
    verb, follows = SETTLED[what]
    try:
        verb(by=member, authorization=row)
    except verbs.NotPossible as why:
        return page_of(request, member, pk, wrong=f"Nothing was noted. {why}", status=422)
    messages.info(request, f"Noted. {follows}")
    return to_one(member, pk)


@require_POST
@for_members(Verb.KEEP_CONSENT)
def event(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Note that the event has come after which a form ends, and on which day."""
    row, form = found(member, pk), EventForm(request.POST)
    if not form.is_valid():
        wrong = "Nothing was noted. Say on which day it happened."
        return page_of(request, member, pk, wrong=wrong, status=422)
    try:
        verbs.settle_event(by=member, authorization=row, on=form.cleaned_data["day"])
    except verbs.NotPossible as why:
        return page_of(request, member, pk, wrong=f"Nothing was noted. {why}", status=422)
    messages.info(request, "Noted. It has ended; what is planned by it does not leave.")
    return to_one(member, pk)


def handed_out(content: bytes, name: str) -> HttpResponse:
    """Return a document for the browser to show; no cache keeps it."""
    kind = kind_of(content)
    ending = ENDINGS.get(kind, "bin")
    return HttpResponse(
        content,
        content_type=kind,
        headers={
            "Content-Disposition": f'inline; filename="{name}.{ending}"',
            "Cache-Control": "private, no-store",
        },
    )
