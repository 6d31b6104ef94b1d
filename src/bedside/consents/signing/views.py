"""
The signing view: one form, one person, nothing else of the suite.

Nobody is signed in here. A private link or a tablet opens it, the browser's session then holds
which form it is, and no address after the first names it.
"""

from __future__ import annotations

from base64 import b64encode
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bedside.consents import pictures, verbs
from bedside.consents.drafts import LANGUAGES
from bedside.consents.previews import preview_of
from bedside.consents.recording import NotPossible
from bedside.consents.signing import links, sitting
from bedside.consents.signing.forms import SignForm, WhoForm
from bedside.consents.signing.glance import glance, named
from bedside.consents.signing.phrases import moment, phrases
from bedside.consents.terms import Signer
from bedside.consents.views.finding import found_to_see
from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

    from bedside.consents.models import Authorization
    from bedside.consents.signing.sitting import Sitting
    from bedside.orgs.models import Membership

KNOWN_BY = ("photo_id", "known_here")
"""How staff may have made sure of somebody before handing over the tablet."""


def seated(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open a view to whoever sits before a form; everybody else learns only that it is over."""

    @wraps(view)
    @never_cache
    def opened(request: HttpRequest, **given: int) -> HttpResponse:
        here = sitting.sitting_of(request)
        if here is None:
            return gone(request, LANGUAGES[0])
        wanted = request.GET.get("language", ""), request.GET.get("size", "")
        if any(wanted):
            large = here.large if not wanted[1] else wanted[1] == "larger"
            here = sitting.change(request, here, language=wanted[0] or here.language, large=large)
        try:
            return view(request, here, **given)
        except links.NotOpen:
            over = gone(request, here.language, here.organisation)
            return _forgotten(over) if here.tablet else over

    return opened


@never_cache
def door(request: HttpRequest, token: str) -> HttpResponse:
    """
    Ask whoever follows a private link to open it by a button.

    Programs that look at links before people do must not use it up.
    """
    link = links.waiting(token)
    if link is None:
        return gone(request, LANGUAGES[0])
    row = link.authorization
    if request.method != "POST":
        context = shell(row.language, row.organisation.name)
        return render(request, "consents/signing/door.html", context)
    try:
        link = links.open_link(token)
    except links.NotOpen:
        return gone(request, row.language, row.organisation.name)
    asks = bool(row.person.get("born"))
    sitting.take(request, link, known_by="" if asks else "private_link")
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
    row = found_to_see(member, pk)
    known_by = request.POST.get("known_by", "")
    try:
        if known_by not in KNOWN_BY:
            raise NotPossible("Say first how you know who this is.")
        _, token = links.make_link(by=member, authorization=row, on_tablet=True)
    except NotPossible as refusal:
        messages.error(request, str(refusal))
        return redirect("consents:open", slug=member.organisation.slug, pk=pk)
    link = links.open_link(token)
    sitting.take(request, link, known_by=known_by, checked_by=member.user.short_name)
    response = redirect("signing:welcome")
    response["Clear-Site-Data"] = '"cache"'
    return response


@seated
def welcome(request: HttpRequest, here: Sitting) -> HttpResponse:
    """First step: who asks, in what language, and is it you?"""
    link = links.opened(here.link)
    row = link.authorization
    if here.known_by:
        if request.method == "POST":
            return redirect("signing:read")
        return _step(request, here, "welcome", 1, row)
    sent = request.POST if request.method == "POST" else None
    form = WhoForm(sent, language=here.language)
    if form.is_valid():
        if links.knows(link, form.cleaned_data["year"]):
            sitting.change(request, here, known_by="link")
            return redirect("signing:read")
        links.opened(link.pk)
        form.is_another()
    return _step(request, here, "welcome", 1, row, form=form)


@seated
def read(request: HttpRequest, here: Sitting) -> HttpResponse:
    """Second step: the form in full, and the post where there is one."""
    row = sitting.link_of(here).authorization
    preview = preview_of(row)
    if preview is not None and here.preview != preview.sha256:
        here = sitting.change(request, here, preview=preview.sha256)
    shown = [
        {"source": f"data:{one.mime};base64,{b64encode(one.content).decode()}", "alt": one.alt}
        for one in (preview.pictures if preview else ())
    ]
    words = links.in_language(row, here.language)
    return _step(request, here, "read", 2, row, words=words, preview=preview, shown=shown)


@seated
def decide(request: HttpRequest, here: Sitting) -> HttpResponse:
    """Third step: yes, with a signature, or no."""
    row = sitting.link_of(here).authorization
    sent = request.POST if request.method == "POST" else None
    form = SignForm(sent, authorization=row, language=here.language)
    trouble = ""
    if form.is_valid():
        trouble = _sign(request, here, form)
        if not trouble:
            return redirect("signing:copy")
    said = phrases(here.language)
    words = links.in_language(row, here.language, authority=form.meant_authority)
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
        shown=links.fingerprint(words, pictures.hashes_of(row)),
        signed_now=said["signed_now"].format(moment=moment(here.language, now)),
        checked=checked,
        authority_says=said["authority_says"].format(sentence=words.paragraphs[-1]),
    )


@require_GET
@seated
def picture(request: HttpRequest, here: Sitting, number: int) -> HttpResponse:
    """Show the person one of the pictures that their form is bound to, from 1."""
    try:
        row = sitting.link_of(here).authorization
    except links.NotOpen:
        row = sitting.signed_link_of(here).authorization
    bound = pictures.bound_to(row)
    if not 0 < number <= len(bound) or not bound[number - 1].sha256:
        raise Http404
    one = bound[number - 1]
    return HttpResponse(pictures.content(row, one.sha256), content_type=one.mime)


@seated
def copy(request: HttpRequest, here: Sitting) -> HttpResponse:
    """Last step: what was signed, to keep, and how to take it back."""
    link = sitting.signed_link_of(here)
    row, clinic, said = link.authorization, link.authorization.organisation, phrases(here.language)
    code = reverse("signing:stop", kwargs={"code": links.stop_code(row)})
    at = clinic.local(row.signature.signed_at)
    page = _step(
        request,
        here,
        "copy",
        4,
        row,
        words=links.in_language(row, row.language),
        given=row.signature.given,
        at=moment(here.language, at),
        stop=request.build_absolute_uri(code),
        call=said["stop_call"].format(phone=clinic.phone) if clinic.phone else "",
        write=said["stop_write"].format(email=clinic.email) if clinic.email else "",
        may_stay=here.longer < sitting.MOST_LONGER,
    )
    if here.tablet:
        page["Refresh"] = f"{sitting.seconds_left(here, link)}; url={reverse('signing:done')}"
    return page


@require_POST
@seated
def longer(request: HttpRequest, here: Sitting) -> HttpResponse:
    """Leave the copy on a tablet for two minutes more."""
    sitting.signed_link_of(here)
    sitting.change(request, here, longer=min(here.longer + 1, sitting.MOST_LONGER))
    return redirect("signing:copy")


@require_POST
@seated
def document(request: HttpRequest, here: Sitting) -> HttpResponse:
    """
    Hand the signed document over, which makes the form hold. A tablet of the clinic keeps none.

    It is posted: nothing that only follows links gives anybody their copy.
    """
    row = sitting.signed_link_of(here).authorization
    kept = None if here.tablet else links.kept_document(row)
    if kept is None:
        raise links.NotOpen
    if row.copy_given_at is None:
        verbs.give_copy(by=None, authorization=row, how="download")
    response = HttpResponse(kept, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{row.reference}.pdf"'
    return response


@require_POST
@seated
def paper(request: HttpRequest, here: Sitting) -> HttpResponse:
    """Note that the person wants the copy on paper."""
    links.paper_asked(sitting.signed_link_of(here))
    messages.success(request, phrases(here.language)["copy_paper_asked"])
    return redirect("signing:copy")


@require_POST
@seated
def decline(request: HttpRequest, here: Sitting) -> HttpResponse:
    """Take a no for an answer, at once."""
    links.decline(links.opened(here.link))
    sitting.leave(request, here, "declined")
    return redirect("signing:end")


@require_http_methods(["GET", "POST"])
@seated
def done(request: HttpRequest, here: Sitting) -> HttpResponse:
    """Close what was signed. A tablet comes here by itself, when the time of the copy is over."""
    links.signed(here.link, timezone.now() - links.LINK_LASTS)
    sitting.leave(request, here, "signed")
    return redirect("signing:end")


@require_GET
@seated
def end(request: HttpRequest, here: Sitting) -> HttpResponse:
    """Say how it ended. The way back into the suite leads through signing in."""
    if not here.outcome:
        return redirect("signing:welcome")
    context = shell(here.language, here.organisation) | {"sitting": here}
    page = render(request, "consents/signing/end.html", context)
    return _forgotten(page) if here.tablet else page


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
    request: HttpRequest, here: Sitting, name: str, step: int, row: Authorization, **more: Any
) -> HttpResponse:
    said = phrases(here.language)
    form, own = more.get("form"), row.signer == Signer.SELF
    context = shell(here.language, here.organisation) | {
        "sitting": here,
        "step": step,
        "step_said": said["step"].format(step=step),
        "row": row,
        "own": own,
        "about": "" if own else said["for_whom"].format(name=named(row)),
        "glance": glance(row, here.language),
        "bound": pictures.bound_to(row),
        **more,
    }
    failed = form is not None and form.is_bound
    return render(request, f"consents/signing/{name}.html", context, status=422 if failed else 200)


def _forgotten(page: HttpResponse) -> HttpResponse:
    """Have a tablet forget what it showed before, so that the next person finds nothing of it."""
    page["Clear-Site-Data"] = '"cache", "storage"'
    return page


def _sign(request: HttpRequest, here: Sitting, form: SignForm) -> str:
    """Sign, and return what stands against it in the words of the page; "" where nothing does."""
    given, said = form.cleaned_data, phrases(here.language)
    answers = links.Answers(
        shown=given["shown"],
        name=given["name"] if given["lines"] else given["typed"],
        picture=form.picture,
        signer=given["signer"],
        authority="" if form.own else given["authority"],
        initials=form.given_initials,
        language=here.language,
    )
    circumstances = links.Circumstances(
        known_by=here.known_by,
        device=request.headers.get("User-Agent", ""),
        address=request.META.get("REMOTE_ADDR", ""),
        preview_hash=here.preview,
    )
    try:
        links.sign(link=sitting.link_of(here), answers=answers, circumstances=circumstances)
    except links.Changed:
        return said["authority_changed" if form.has_other_authority else "changed"]
    except NotPossible:
        return said["not_possible"].format(organisation=here.organisation)
    return ""
