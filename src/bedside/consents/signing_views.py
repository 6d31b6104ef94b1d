"""
The signing view: one form, one person, nothing else of the suite.

Nobody is signed in here. A private link or a tablet opens it, the browser's session then holds
which form it is, and no address after the first names it.
"""

from __future__ import annotations

from base64 import b64encode
from datetime import timedelta
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from bedside.consents import seat, signing, verbs
from bedside.consents.drafts import LANGUAGES
from bedside.consents.glance import glance, named
from bedside.consents.phrases import moment, phrases
from bedside.consents.previews import preview_of
from bedside.consents.recording import NotPossible
from bedside.consents.signing_forms import SignForm, WhoForm
from bedside.consents.terms import Signer
from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

    from bedside.consents.models import Authorization
    from bedside.consents.seat import Seat
    from bedside.orgs.models import Membership

KNOWN_BY = ("photo_id", "known_here")
"""How staff may have made sure of somebody before handing over the tablet."""
TRIES = 5
"""Wrong years of birth after which a private link is closed."""
COPY_LASTS = timedelta(hours=1)
"""How long the copy stays open after signing."""


def seated(view: Callable[[HttpRequest, Seat], HttpResponse]) -> Callable[..., HttpResponse]:
    """Open a view to whoever sits before a form; everybody else learns only that it is over."""

    @wraps(view)
    @never_cache
    def opened(request: HttpRequest) -> HttpResponse:
        here = seat.seat_of(request)
        if here is None:
            return gone(request, LANGUAGES[0])
        wanted = request.GET.get("language", ""), request.GET.get("size", "")
        if any(wanted):
            large = here.large if not wanted[1] else wanted[1] == "larger"
            here = seat.change(request, here, language=wanted[0] or here.language, large=large)
        try:
            return view(request, here)
        except signing.NotOpen:
            return gone(request, here.language, here.organisation)

    return opened


@never_cache
def door(request: HttpRequest, token: str) -> HttpResponse:
    """
    Ask whoever follows a private link to open it by a button.

    Programs that look at links before people do must not use it up.
    """
    link = signing.waiting(token)
    if link is None:
        return gone(request, LANGUAGES[0])
    row = link.authorization
    if request.method != "POST":
        context = shell(row.language, row.organisation.name)
        return render(request, "consents/signing/door.html", context)
    try:
        link = signing.open_link(token)
    except signing.NotOpen:
        return gone(request, row.language, row.organisation.name)
    asks = bool(row.person.get("born"))
    seat.take(request, link, known_by="" if asks else "private_link")
    return redirect("signing:welcome")


@never_cache
@require_POST
@for_members(Verb.ASK_CONSENT)
def tablet(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """
    Turn this device over to the person: sign the member out, and open nothing but the form.

    `known_by` in the form says how the member made sure of the person. What the browser kept of
    other pages is dropped, so that "back" leads nowhere.
    """
    row = get_object_or_404(member.organisation.authorizations, pk=pk)
    known_by = request.POST.get("known_by", "")
    try:
        if known_by not in KNOWN_BY:
            raise NotPossible("Say first how you know who this is.")
        _, token = signing.make_link(by=member, authorization=row, on_tablet=True)
    except NotPossible as refusal:
        messages.error(request, str(refusal))
        return redirect("consents:open", slug=member.organisation.slug, pk=pk)
    link = signing.open_link(token)
    seat.take(request, link, known_by=known_by, checked_by=member.user.short_name)
    response = redirect("signing:welcome")
    response["Clear-Site-Data"] = '"cache"'
    return response


@seated
def welcome(request: HttpRequest, here: Seat) -> HttpResponse:
    """First step: who asks, in what language, and is it you?"""
    row = signing.opened(here.link).authorization
    if here.known_by:
        if request.method == "POST":
            return redirect("signing:read")
        return _step(request, here, "welcome", 1, row)
    sent = request.POST if request.method == "POST" else None
    form = WhoForm(sent, born=str(row.person.get("born", "")), language=here.language)
    if form.is_valid():
        seat.change(request, here, known_by="link")
        return redirect("signing:read")
    if form.is_bound and form.is_wrong:
        return _wrong(request, here, row, form)
    return _step(request, here, "welcome", 1, row, form=form)


@seated
def read(request: HttpRequest, here: Seat) -> HttpResponse:
    """Second step: the form in full, and the post where there is one."""
    row = seat.link_of(here).authorization
    preview = preview_of(row)
    if preview is not None and here.preview != preview.sha256:
        here = seat.change(request, here, preview=preview.sha256)
    pictures = [
        {"source": f"data:{one.mime};base64,{b64encode(one.content).decode()}", "alt": one.alt}
        for one in (preview.pictures if preview else ())
    ]
    words = signing.in_language(row, here.language)
    return _step(request, here, "read", 2, row, words=words, preview=preview, pictures=pictures)


@seated
def decide(request: HttpRequest, here: Seat) -> HttpResponse:
    """Third step: yes, with a signature, or no."""
    row = seat.link_of(here).authorization
    sent = request.POST if request.method == "POST" else None
    form = SignForm(sent, authorization=row, language=here.language)
    trouble = ""
    if form.is_valid():
        trouble = _sign(request, here, form)
        if not trouble:
            return redirect("signing:copy")
    said, words = phrases(here.language), signing.in_language(row, here.language)
    now = row.organisation.local(timezone.now())
    checked = said.get(f"checked_{here.known_by}", "").format(name=here.checked_by)
    return _step(
        request,
        here,
        "decide",
        3,
        row,
        form=form,
        trouble=trouble,
        words=words,
        shown=signing.fingerprint(words),
        signed_now=said["signed_now"].format(moment=moment(here.language, now)),
        checked=checked,
    )


@seated
def copy(request: HttpRequest, here: Seat) -> HttpResponse:
    """Last step: what was signed, to keep, and how to take it back."""
    row = seat.signed_link_of(here, COPY_LASTS).authorization
    said, clinic = phrases(here.language), row.organisation
    code = reverse("signing:stop", kwargs={"code": signing.stop_code(row)})
    at = row.organisation.local(row.signature.signed_at)
    return _step(
        request,
        here,
        "copy",
        4,
        row,
        words=signing.in_language(row, row.language),
        given=row.signature.given,
        at=moment(here.language, at),
        stop=request.build_absolute_uri(code),
        call=said["stop_call"].format(phone=clinic.phone) if clinic.phone else "",
        write=said["stop_write"].format(email=clinic.email) if clinic.email else "",
    )


@require_GET
@seated
def document(request: HttpRequest, here: Seat) -> HttpResponse:
    """Hand the signed document over. A tablet of the clinic keeps none."""
    row = seat.signed_link_of(here, COPY_LASTS).authorization
    kept = None if here.tablet else signing.kept_document(row)
    if kept is None:
        raise signing.NotOpen
    if row.copy_given_at is None:
        verbs.give_copy(by=None, authorization=row, how="download")
    response = HttpResponse(kept, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{row.reference}.pdf"'
    return response


@require_POST
@seated
def paper(request: HttpRequest, here: Seat) -> HttpResponse:
    """Note that the person wants the copy on paper."""
    signing.paper_asked(seat.signed_link_of(here, COPY_LASTS))
    messages.success(request, phrases(here.language)["copy_paper_asked"])
    return redirect("signing:copy")


@require_POST
@seated
def decline(request: HttpRequest, here: Seat) -> HttpResponse:
    """Take a no for an answer, at once."""
    signing.decline(signing.opened(here.link))
    seat.leave(request, here, "declined")
    return redirect("signing:end")


@require_POST
@seated
def done(request: HttpRequest, here: Seat) -> HttpResponse:
    """Close what was signed."""
    seat.leave(request, here, "signed")
    return redirect("signing:end")


@require_GET
@seated
def end(request: HttpRequest, here: Seat) -> HttpResponse:
    """Say how it ended. The way back into the suite leads through signing in."""
    if not here.outcome:
        return redirect("signing:welcome")
    context = shell(here.language, here.organisation) | {"seat": here}
    return render(request, "consents/signing/end.html", context)


def gone(request: HttpRequest, language: str, organisation: str = "") -> HttpResponse:
    """Say that a page is over, and whom to ask; the same whether it ever was there or not."""
    said = phrases(language)
    lead = said["gone_plain"]
    if organisation:
        lead = said["gone_lead"].format(organisation=organisation)
    context = shell(language, organisation) | {"lead": lead}
    return render(request, "consents/signing/gone.html", context, status=410)


def shell(language: str, organisation: str) -> dict[str, Any]:
    """Return what every page of the signing view draws around itself."""
    said = phrases(language)
    return {
        "said": said,
        "asks": said["welcome_title"].format(organisation=organisation),
        "language": language,
        "languages": [(one, phrases(one)["language"]) for one in LANGUAGES],
        "organisation_name": organisation,
        "mark": "".join(word[0] for word in organisation.split()[:2]).upper(),
    }


def _step(
    request: HttpRequest, here: Seat, name: str, step: int, row: Authorization, **more: Any
) -> HttpResponse:
    said = phrases(here.language)
    form, own = more.get("form"), row.signer == Signer.SELF
    context = shell(here.language, here.organisation) | {
        "seat": here,
        "step": step,
        "step_said": said["step"].format(step=step),
        "row": row,
        "about": "" if own else said["for_whom"].format(name=named(row)),
        "glance": glance(row, here.language),
        **more,
    }
    failed = form is not None and form.is_bound
    return render(request, f"consents/signing/{name}.html", context, status=422 if failed else 200)


def _wrong(request: HttpRequest, here: Seat, row: Authorization, form: WhoForm) -> HttpResponse:
    if here.tries + 1 >= TRIES:
        signing.close(signing.opened(here.link))
        seat.leave(request, here, "closed")
        return gone(request, here.language, here.organisation)
    here = seat.change(request, here, tries=here.tries + 1)
    return _step(request, here, "welcome", 1, row, form=form)


def _sign(request: HttpRequest, here: Seat, form: SignForm) -> str:
    """Sign, and return what stands against it in the words of the page; "" where nothing does."""
    given, said = form.cleaned_data, phrases(here.language)
    answers = signing.Answers(
        shown=given["shown"],
        name=given["name"] if given["lines"] else given["typed"],
        picture=form.picture,
        signer=given["signer"],
        authority=given["authority"] if given["signer"] != Signer.SELF else "",
        initials=form.given_initials,
        language=here.language,
    )
    circumstances = signing.Circumstances(
        known_by=here.known_by,
        device=request.headers.get("User-Agent", ""),
        address=request.META.get("REMOTE_ADDR", ""),
        preview_hash=here.preview,
    )
    try:
        signing.sign(link=seat.link_of(here), answers=answers, circumstances=circumstances)
    except signing.Changed:
        return said["changed"]
    except NotPossible:
        return said["not_possible"].format(organisation=here.organisation)
    return ""
