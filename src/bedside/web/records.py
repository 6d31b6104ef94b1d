"""Pages of the record: everything that happened, and what happened to one post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb, may
from bedside.records import queries
from bedside.records.audit import verify_chain
from bedside.records.export import NothingRecorded, export_all, export_subject
from bedside.web.certificate import certificate_of
from bedside.web.timeline import days_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase

    from bedside.orgs.models import Membership

A_PAGE = 60


@for_members()
def entries(request: HttpRequest, member: Membership) -> HttpResponse:
    """Show the newest entries of the organisation's record, a page at a time."""
    before = request.GET.get("before", "")
    events = queries.latest(
        member.organisation_id, A_PAGE, before=int(before) if before.isdecimal() else None
    )
    return render(
        request,
        "web/records/entries.html",
        {
            "now": timezone.now(),
            "days": days_of(member.organisation, events),
            "total": queries.count(member.organisation_id),
            "older": events[-1].seq if len(events) == A_PAGE else None,
            "first_page": not before,
            "fingerprint": queries.key_fingerprint(),
            "exports": may(member, Verb.EXPORT),
        },
    )


@for_members()
def post(request: HttpRequest, member: Membership, post_id: int) -> HttpResponse:
    """Show everything that happened to one post, with its certificate."""
    subject = f"post:{post_id}"
    events = queries.timeline(member.organisation_id, subject)
    if not events:
        raise Http404
    organisation = member.organisation
    # A deleted post keeps its record; its title is known as long as its row is.
    found = organisation.posts.filter(pk=post_id).first()
    return render(
        request,
        "web/records/post.html",
        {
            "last": events[-1].at,
            "post": found,
            "post_id": post_id,
            "title": found.title if found else f"Post {post_id}",
            "days": days_of(organisation, events),
            "certificate": certificate_of(organisation, events),
            "exports": may(member, Verb.EXPORT),
        },
    )


@require_POST
@for_members()
def verify(request: HttpRequest, member: Membership) -> HttpResponse:
    """Read the whole chain again and say whether it is intact."""
    verdict = verify_chain(member.organisation_id)
    if verdict.fault is None:
        messages.info(
            request,
            f"The chain is intact: {verdict.entries:,} of {verdict.entries:,} entries, "
            f"{verdict.anchors:,} signed anchors.",
        )
    else:
        messages.error(
            request,
            f"At entry {verdict.fault.seq:,}: {verdict.fault.wrong} Everything before it is sound. "
            "Keep the installation as it is, and compare with a copy of the anchors.",
        )
    back = request.POST.get("post", "")
    slug = member.organisation.slug
    if back.isdecimal():
        return redirect("web:record", slug=slug, post_id=int(back))
    return redirect("web:records", slug=slug)


@require_POST
@for_members(Verb.EXPORT)
def export(request: HttpRequest, member: Membership, post_id: int) -> HttpResponse:
    """Hand out the record of one post, for `bedside verify`."""
    try:
        content = export_subject(
            organisation_id=member.organisation_id,
            organisation_name=member.organisation.name,
            subject=f"post:{post_id}",
        )
    except NothingRecorded:
        raise Http404 from None
    return HttpResponse(
        content,
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="record-post-{post_id}.json"'},
    )


@require_POST
@for_members(Verb.EXPORT)
def export_everything(request: HttpRequest, member: Membership) -> HttpResponseBase:
    """Hand out the whole record of the organisation."""
    lines = export_all(
        organisation_id=member.organisation_id, organisation_name=member.organisation.name
    )
    day = timezone.localdate(timezone=member.organisation.zone)
    return StreamingHttpResponse(
        lines,
        content_type="application/jsonl",
        headers={"Content-Disposition": f'attachment; filename="records-{day}.jsonl"'},
    )
