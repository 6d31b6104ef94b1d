"""The rules of the guard in one organisation: all of them, one of them, and what is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb
from bedside.rulebook import verbs
from bedside.rulebook.bars import PERIODS
from bedside.rulebook.book import SHOWS, Asked, book_of
from bedside.rulebook.catalogue import cards, families
from bedside.rulebook.forms import JudgeForm, SetForm
from bedside.rulebook.leaf import leaf_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from bedside.orgs.models import Membership

LONGEST_SEARCH = 80


@for_members()
def index(request: HttpRequest, member: Membership) -> HttpResponse:
    """
    Show all rules by family.

    Words to look for arrive by POST: what somebody types may be a name, and stands in no address.
    """
    book = book_of(member, _asked(request))
    context = {"book": book, "shows": SHOWS, "periods": list(PERIODS)}
    if request.headers.get("HX-Request") == "true":
        return render(request, "rulebook/parts/list.html", context)
    return render(request, "rulebook/index.html", context)


@require_safe
@for_members()
def rule(request: HttpRequest, member: Membership, code: str) -> HttpResponse:
    """Show one rule."""
    return _rule(request, member, code)


@require_POST
@for_members(Verb.SET_RULES)
def set_rule(request: HttpRequest, member: Membership, code: str) -> HttpResponse:
    """Say how hard a rule stops."""
    _known(code)
    form = SetForm(request.POST)
    if not form.is_valid():
        wrong = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return _rule(request, member, code, wrong=wrong, status=422)
    try:
        setting = verbs.set_rule(by=member, code=code, **form.cleaned_data)
    except verbs.ChangedMeanwhile as newer:
        return _rule(request, member, code, wrong=f"Nothing was changed. {newer}", status=409)
    except verbs.NotAllowed as why:
        return _rule(request, member, code, wrong=f"Nothing was changed. {why}", status=422)
    back = reverse("rulebook:undo", kwargs={"slug": member.organisation.slug, "pk": setting.pk})
    messages.success(request, f"{code} is set. It holds from now on.", extra_tags=back)
    return _to_rule(member, code)


@require_POST
@for_members(Verb.SET_RULES)
def undo(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Put a rule back to what held before its newest change."""
    setting = get_object_or_404(member.organisation.rule_settings, pk=pk)
    try:
        verbs.undo(by=member, setting=setting)
    except verbs.NotAllowed as why:
        messages.error(request, f"Nothing was undone. {why}")
    else:
        messages.info(request, f"Undone. {setting.code} is as it was before.")
    return _to_rule(member, setting.code)


@require_POST
@for_members(Verb.SET_RULES)
def judge(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Agree with a dismissal, or overturn it."""
    dismissal = get_object_or_404(member.organisation.dismissals.select_related("by"), pk=pk)
    form = JudgeForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Agree or overturn, with at most 500 characters beside it.")
        return _back(request, member, dismissal.code)
    answer = form.cleaned_data["answer"]
    try:
        if form.cleaned_data["verdict"] == "agree":
            verbs.agree(by=member, dismissal=dismissal, answer=answer)
            said = f"Agreed with {dismissal.by.short_name}. The warning stays quiet there."
        else:
            verbs.overturn(by=member, dismissal=dismissal, answer=answer)
            said = (
                "Overturned. The finding stands again, and its words must be mended. What is out"
                " stays out: take it down if it must go."
            )
    except verbs.NotAllowed as why:
        messages.error(request, f"Nothing was decided. {why}")
    else:
        messages.info(request, said)
    return _back(request, member, dismissal.code)


def _rule(
    request: HttpRequest, member: Membership, code: str, *, wrong: str = "", status: int = 200
) -> HttpResponse:
    _known(code)
    context = {
        "leaf": leaf_of(member, code),
        "families": list(families().values()),
        "wrong": wrong,
        "note": request.POST.get("note", "") if wrong else "",
        "wanted": request.POST.get("choice", "") if wrong else "",
    }
    return render(request, "rulebook/rule.html", context, status=status)


def _asked(request: HttpRequest) -> Asked:
    given = request.GET
    family, show, days = given.get("family", ""), given.get("show", ""), given.get("days", "")
    return Asked(
        family=family if family in families() else "",
        show=show if show in SHOWS else "all",
        days=int(days) if days in {str(period) for period in PERIODS} else max(PERIODS),
        words=request.POST.get("words", "").strip()[:LONGEST_SEARCH],
    )


def _known(code: str) -> None:
    if code not in cards():
        raise Http404


def _to_rule(member: Membership, code: str) -> HttpResponse:
    return redirect("rulebook:rule", slug=member.organisation.slug, code=code)


def _back(request: HttpRequest, member: Membership, code: str) -> HttpResponse:
    """Lead back to where the decision was taken."""
    back = request.POST.get("back", "")
    if back and url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return redirect(back)
    return _to_rule(member, code)
