"""Takes files that people drop or choose, and says of each what became of it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from bedside.guard.images.refusals import Refused
from bedside.guard.images.video import VideoRefused
from bedside.library import tasks
from bedside.library.uploads import MOST_FILES, Arriving
from bedside.library.verbs import add_picture
from bedside.library.video import private
from bedside.library.video.adding import add_video
from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase

    from bedside.library.models import Asset
    from bedside.library.uploads import Arrived
    from bedside.orgs.models import Membership


@dataclass
class Taken:
    """What became of the files of one request: assets, and files refused with the reason."""

    added: list[Asset] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


@csrf_exempt  # `_add` checks the token; reading it here would take the body in without a quota.
@require_POST
@for_members(Verb.WRITE)
def add(request: HttpRequest, member: Membership) -> HttpResponseBase:
    """Add pictures and videos; answers with JSON if that is asked for, else goes on to them."""
    with private.directory() as place, closing(Arriving(request, place)) as arriving:
        request.upload_handlers = [arriving]
        tasks.prepare.enqueue()
        return _add(request, member, arriving)


@csrf_protect
def _add(request: HttpRequest, member: Membership, arriving: Arriving) -> HttpResponse:
    taken = _take(request, member, arriving)
    if request.accepts("text/html"):
        return _go_on(request, member, taken)
    return JsonResponse(
        {
            "added": [_as_json(asset, member.organisation.slug) for asset in taken.added],
            "refused": [{"name": name, "reason": reason} for name, reason in taken.refused],
        },
        status=200 if taken.added else 422,
    )


def _take(request: HttpRequest, member: Membership, arriving: Arriving) -> Taken:
    taken = Taken()
    for number, file in enumerate(request.FILES.getlist("pictures")):
        name = file.name or ""
        if number >= MOST_FILES:
            taken.refused.append((name, f"{MOST_FILES} files at once are the most. Add it next."))
            continue
        try:
            taken.added.append(_keep(member, name, cast("Arrived", file)))
        except (Refused, VideoRefused) as refusal:
            taken.refused.append((name, str(refusal)))
    taken.refused += arriving.skipped
    if arriving.full:
        taken.refused.append(("The rest", arriving.full))
    if not taken.added and not taken.refused:
        taken.refused.append(("Nothing", "No file was chosen. Choose pictures or videos."))
    return taken


def _keep(member: Membership, name: str, file: Arrived) -> Asset:
    if file.path is None:
        return add_picture(by=member, name=name, content=file.read())
    return add_video(by=member, name=name, file=file.path)


def _go_on(request: HttpRequest, member: Membership, taken: Taken) -> HttpResponse:
    for name, reason in taken.refused:
        messages.error(request, f"{name} was not added. {reason}")
    slug = member.organisation.slug
    if len(taken.added) == 1:
        messages.info(request, "Added. Now describe it for people who cannot see it.")
        return redirect("library:edit", slug=slug, pk=taken.added[0].pk)
    if taken.added:
        messages.info(request, f"{len(taken.added)} files were added.")
    return redirect("library:index", slug=slug)


def _as_json(asset: Asset, slug: str) -> dict[str, str | int]:
    address = {"slug": slug, "pk": asset.pk}
    return {
        "pk": asset.pk,
        "kind": str(asset.kind),
        "sha256": asset.sha256,
        "name": asset.name,
        "alt": asset.alt,
        "width": asset.width,
        "height": asset.height,
        "thumb": reverse("library:thumb", kwargs=address),
        "page": reverse("library:edit", kwargs=address),
    }
