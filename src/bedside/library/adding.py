"""Takes files that people drop or choose, and says of each what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from bedside.guard.images.refusals import Refused, Why
from bedside.library import tasks
from bedside.library.uploads import MOST_FILES, InMemory, Quota
from bedside.library.verbs import add_picture
from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase

    from bedside.library.models import Asset
    from bedside.orgs.models import Membership


@dataclass
class Arrived:
    """What became of the files of one request: pictures, and files refused with the reason."""

    added: list[Asset] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


@csrf_exempt  # `_add` checks the token; reading it here would take the body in without a quota.
@require_POST
@for_members(Verb.WRITE)
def add(request: HttpRequest, member: Membership) -> HttpResponseBase:
    """Add pictures; answers with JSON where it is asked for, else goes on to what was added."""
    quota = Quota(request)
    request.upload_handlers = [quota, InMemory(request)]
    tasks.prepare.enqueue()
    return _add(request, member, quota)


@csrf_protect
def _add(request: HttpRequest, member: Membership, quota: Quota) -> HttpResponse:
    arrived = _take(request, member, quota)
    if request.accepts("text/html"):
        return _go_on(request, member, arrived)
    return JsonResponse(
        {
            "added": [_as_json(asset, member.organisation.slug) for asset in arrived.added],
            "refused": [{"name": name, "reason": reason} for name, reason in arrived.refused],
        },
        status=200 if arrived.added else 422,
    )


def _take(request: HttpRequest, member: Membership, quota: Quota) -> Arrived:
    arrived = Arrived()
    for number, file in enumerate(request.FILES.getlist("pictures")):
        name = file.name or ""
        if number >= MOST_FILES:
            arrived.refused.append((name, f"{MOST_FILES} files at once are the most. Add it next."))
            continue
        try:
            arrived.added.append(add_picture(by=member, name=name, content=file.read()))
        except Refused as refusal:
            arrived.refused.append((name, str(refusal)))
    arrived.refused += [(name, str(Refused(Why.HEAVY))) for name in quota.heavy]
    if quota.full:
        arrived.refused.append(("The rest", "More than 100 MB at once. Add the files in turns."))
    if not arrived.added and not arrived.refused:
        arrived.refused.append(("Nothing", "No file was chosen. Choose one or more pictures."))
    return arrived


def _go_on(request: HttpRequest, member: Membership, arrived: Arrived) -> HttpResponse:
    for name, reason in arrived.refused:
        messages.error(request, f"{name} was not added. {reason}")
    slug = member.organisation.slug
    if len(arrived.added) == 1:
        messages.info(request, "Added. Now describe it for people who cannot see it.")
        return redirect("library:edit", slug=slug, pk=arrived.added[0].pk)
    if arrived.added:
        messages.info(request, f"{len(arrived.added)} pictures were added.")
    return redirect("library:index", slug=slug)


def _as_json(asset: Asset, slug: str) -> dict[str, str | int]:
    address = {"slug": slug, "pk": asset.pk}
    return {
        "pk": asset.pk,
        "sha256": asset.sha256,
        "name": asset.name,
        "alt": asset.alt,
        "width": asset.width,
        "height": asset.height,
        "thumb": reverse("library:thumb", kwargs=address),
        "page": reverse("library:edit", kwargs=address),
    }
