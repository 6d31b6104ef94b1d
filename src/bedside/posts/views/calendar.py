"""The calendar: its page, moving a post, and the calendar as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseBase, JsonResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb
from bedside.outbox.verbs import NotPossible
from bedside.posts import exports, moving
from bedside.posts.asked import Asked
from bedside.posts.calendar_page import page_of, span_of
from bedside.posts.queries import posts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.db.models import QuerySet
    from django.http import HttpRequest

    from bedside.orgs.models import Membership
    from bedside.posts.models import Post

JSON = "application/json"


@require_safe
@for_members()
def page(request: HttpRequest, member: Membership) -> HttpResponseBase:
    """Show a month, a week, a day or a list of posts, as the address asks."""
    now = timezone.now()
    asked = _asked(member, request.GET)
    return render(request, "posts/calendar.html", {"page": page_of(member, asked, now)})


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(Verb.SCHEDULE)
def move(request: HttpRequest, member: Membership, pk: int) -> HttpResponseBase:
    """
    Show the form that moves a post, or move it.

    A script that asks for JSON gets `said` and `undo` (an address to post to, or nothing), or 409
    with `said`: why not, and what to do. Everybody else gets pages.
    """
    post = get_object_or_404(posts_of(member.organisation).select_related("organisation"), pk=pk)
    given = {**request.GET.dict(), **request.POST.dict()}
    back = _asked(member, QueryDict(str(given.pop("back", "")).removeprefix("?")))
    if request.method != "POST":
        return _move_form(request, post, given, back)
    as_json = request.get_preferred_type(["text/html", JSON]) == JSON
    try:
        moved = moving.move(by=member, post=post, given=given, now=timezone.now())
    except NotPossible as reason:
        if as_json:
            return JsonResponse({"said": str(reason)}, status=409)
        return _move_form(request, post, given, back, wrong=str(reason))
    undo = "" if moved.back is None else f"{request.path}?{_query(at=moved.back, back=back.query)}"
    if as_json:
        return JsonResponse({"said": moved.said, "undo": undo})
    messages.success(request, moved.said, extra_tags=undo)
    return redirect(_address(member, "posts:calendar") + back.query)


@require_safe
@for_members()
def ics(request: HttpRequest, member: Membership) -> HttpResponseBase:
    """Send the period that is shown as an iCalendar file."""

    def url_of(pk: int) -> str:
        return request.build_absolute_uri(_address(member, "posts:compose", pk=pk))

    posts = _exported(member, request.GET)
    return _file(exports.as_ics(member.organisation, posts, url_of), "text/calendar", "ics")


@require_safe
@for_members()
def csv_file(request: HttpRequest, member: Membership) -> HttpResponseBase:
    """Send the period that is shown as a CSV file."""
    posts = _exported(member, request.GET)
    return _file(exports.as_csv(member.organisation, posts), "text/csv", "csv")


def _asked(member: Membership, query: QueryDict) -> Asked:
    return Asked.of(query, member.organisation.local(timezone.now()).date())


def _exported(member: Membership, query: QueryDict) -> QuerySet[Post]:
    asked = _asked(member, query)
    return exports.dated(member.organisation, span_of(member.organisation, asked), asked.states)


def _file(lines: Iterator[str], kind: str, ending: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        lines,
        content_type=f"{kind}; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="calendar.{ending}"',
            "Cache-Control": "private, no-store",
        },
    )


def _move_form(
    request: HttpRequest, post: Post, given: Mapping[str, str], back: Asked, *, wrong: str = ""
) -> HttpResponseBase:
    form = moving.form_of(post, given, timezone.now())
    in_dialog = request.headers.get("HX-Request") == "true"
    return render(
        request,
        "posts/calendar_move_form.html" if in_dialog else "posts/calendar_move.html",
        {"post": post, "form": form, "back": back, "wrong": wrong},
        status=409 if wrong else 200,
    )


def _query(**values: str) -> str:
    query = QueryDict(mutable=True)
    query.update(values)
    return query.urlencode()


def _address(member: Membership, view: str, **more: int) -> str:
    return reverse(view, kwargs={"slug": member.organisation.slug, **more})
