"""The boxes of an asset: shown, decided, taken back; and what is heard in a video."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from django_htmx.http import retarget

from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.captions import HEAVIEST, NotCaptions
from bedside.guard.images.video.probing import LONGEST
from bedside.library import deciding, listening
from bedside.library.models import Asset
from bedside.library.queries import with_boxes
from bedside.library.work import work_on
from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb, may
from bedside.outbox.verbs import NotPossible

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, QueryDict

    from bedside.library.models import Box
    from bedside.library.work import Work
    from bedside.orgs.models import Membership

NOT_A_TIME = "Give a time in seconds, or as minutes and seconds: 72.5 or 1:12."
NOT_A_PLACE = "Give four numbers in percent, for example 12.5."


@for_members()
def work(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Show the boxes alone, for a page that asks again; nothing where nothing changed (`seen`)."""
    asset = _found(member, pk)
    at_work = work_on(
        asset,
        by=member,
        box=_number(request.GET.get("box")),
        sent=request.GET.get("show") == "sent",
        link="link" in request.GET,
    )
    if request.GET.get("seen") == at_work.token:
        return _still(request, at_work)
    may_add = may(member, Verb.WRITE)
    context = {"open": asset, "work": at_work, "may_add": may_add, "beside": True}
    return render(request, "library/parts/work.html", context)


def _still(request: HttpRequest, at_work: Work) -> HttpResponse:
    """Tell how far the work on a video is; nothing of a picture, which does not take long."""
    if at_work.video is None or not at_work.busy:
        return HttpResponse(status=204)
    context = {"open": at_work.asset, "work": at_work, "still": True}
    return retarget(render(request, "library/parts/progress.html", context), "#film-work")


@require_POST
@for_members(Verb.WRITE)
def decide(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Do one thing with the boxes of a picture, named by `do`."""
    asset = get_object_or_404(member.organisation.assets, pk=pk)
    box, wrong = None, ""
    try:
        box = _do(member, asset, request)
    except (NotPossible, NotCaptions) as refused:
        wrong = str(refused)
        box = _number(request.POST.get("box"))
    if request.headers.get("HX-Request") == "true":
        fresh = _found(member, pk)
        at_work = work_on(fresh, by=member, box=box, link=bool(wrong), wrong=wrong)
        context = {"open": fresh, "work": at_work, "may_add": True, "beside": True}
        return render(request, "library/parts/work.html", context)
    if wrong:
        messages.error(request, wrong)
    address = reverse("library:edit", kwargs={"slug": member.organisation.slug, "pk": pk})
    return redirect(f"{address}?box={box}#boxes-say" if box else f"{address}#boxes-say")


def _do(member: Membership, asset: Asset, request: HttpRequest) -> int | None:
    """Do what was asked, and return the id of the box that stays selected."""
    sent = request.POST
    what = sent.get("do", "")
    if what == "draw":
        return _draw(member, asset, sent)
    if what == "caption":
        file = request.FILES.get("captions_file")
        content = file.read(HEAVIEST + 1) if file else sent.get("captions", "")
        listening.caption(by=member, asset=asset, content=content)
        return None
    if what in _ON_PICTURE:
        _ON_PICTURE[what](member, asset, sent)
        return None
    box = asset.boxes.select_related("asset").filter(pk=_number(sent.get("box")) or 0).first()
    if box is None or what not in _ON_BOX:
        raise NotPossible("This box is gone. Load the page again.")
    _ON_BOX[what](member, box, sent)
    return box.pk if what in {"move", "reopen"} else None


def _draw(member: Membership, asset: Asset, sent: QueryDict) -> int:
    since, until = _second(sent.get("since")), _second(sent.get("until"))
    place, kind = _place(sent), sent.get("kind", "")
    drawn = deciding.draw(by=member, asset=asset, kind=kind, place=place, since=since, until=until)
    return drawn.pk


def _cover_all(member: Membership, asset: Asset, sent: QueryDict) -> None:
    but = [int(pk) for pk in sent.getlist("but") if pk.isdecimal()]
    deciding.cover_all(by=member, asset=asset, but=but)


def _answer(member: Membership, asset: Asset, sent: QueryDict) -> None:
    if sent.get("recognisable") not in {"yes", "no"}:
        raise NotPossible("Choose yes or no.")
    deciding.answer(by=member, asset=asset, recognisable=sent["recognisable"] == "yes")


def _check(member: Membership, asset: Asset, sent: QueryDict) -> None:
    deciding.check_by_hand(by=member, asset=asset, looked_for=sent.getlist("looked_for"))


def _undo(member: Membership, asset: Asset, sent: QueryDict) -> None:
    if not deciding.undo(by=member, asset=asset):
        raise NotPossible("There is nothing left to undo.")


def _again(member: Membership, asset: Asset, sent: QueryDict) -> None:
    deciding.try_again(by=member, asset=asset)


def _link(member: Membership, box: Box, sent: QueryDict) -> None:
    chosen = _number(sent.get("authorization"))
    if chosen is None:
        raise NotPossible("Choose a consent or a staff release.")
    deciding.link(by=member, box=box, authorization=chosen)


_ON_PICTURE: dict[str, Callable[[Membership, Asset, QueryDict], None]] = {
    "cover_all": _cover_all,
    "answer": _answer,
    "checklist": _check,
    "undo": _undo,
    "again": _again,
    "hear": lambda by, asset, sent: listening.hear(by=by, asset=asset),
}
_ON_BOX: dict[str, Callable[[Membership, Box, QueryDict], None]] = {
    "cover": lambda by, box, sent: deciding.cover(by=by, box=box),
    "mosaic": lambda by, box, sent: deciding.cover(by=by, box=box, how="mosaic"),
    "link": _link,
    "dismiss": lambda by, box, sent: deciding.dismiss(
        by=by, box=box, reason=sent.get("reason", "")
    ),
    "reopen": lambda by, box, sent: deciding.reopen(by=by, box=box),
    "move": lambda by, box, sent: deciding.move(by=by, box=box, place=_place(sent)),
    "remove": lambda by, box, sent: deciding.remove(by=by, box=box),
}


def _place(sent: QueryDict) -> Place:
    """Return the place that four fields give in percent; a comma is as good as a point."""
    try:
        left, top, width, height = (
            float((sent.get(name) or "").replace(",", ".")) / 100 for name in ("x", "y", "w", "h")
        )
    except ValueError:
        raise NotPossible(NOT_A_PLACE) from None
    if not all(-1 <= part <= 2 for part in (left, top, width, height)):
        raise NotPossible(NOT_A_PLACE)  # NaN and infinity too
    return Place(left, top, width, height)


def _second(given: str | None) -> float | None:
    """Return seconds from what somebody wrote: 72.5, 72,5 or 1:12.5; None for nothing."""
    if not given or not given.strip():
        return None
    parts = given.replace(",", ".").split(":")
    try:
        seconds = sum(float(part) * 60.0**place for place, part in enumerate(reversed(parts)))
    except ValueError:
        raise NotPossible(NOT_A_TIME) from None
    if not 0 <= seconds <= LONGEST:
        raise NotPossible(NOT_A_TIME)  # NaN and infinity too
    return seconds


def _found(member: Membership, pk: int) -> Asset:
    assets = with_boxes(Asset.objects.select_related("answered_by", "hand_checked_by", "heard_by"))
    found: Asset = get_object_or_404(
        assets, organisation=member.organisation, pk=pk, deleted_at=None
    )
    return found


def _number(given: str | None) -> int | None:
    return int(given) if given and given.isdecimal() and len(given) < 19 else None
