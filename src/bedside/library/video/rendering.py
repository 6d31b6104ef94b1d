"""The video that goes out: its master with the present covers, looked at once more to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from bedside.guard.images.eyes import Unavailable, eyes
from bedside.guard.images.refusals import Refused
from bedside.guard.images.video import (
    VideoRefused,
    VideoWhy,
    probe,
    render,
    verify_video,
    with_eyes,
)
from bedside.library import thumbs
from bedside.library.video import files, posters, private, tracks
from bedside.library.video.progress import Telling
from bedside.orgs.queries import speaker
from bedside.outbox import blobs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bedside.library.models import Asset, Box, Rendering

MADE = 50
"""Percent of the work after which the covered video is made; then it is verified."""
NOT_HERE = "Covers cannot be checked on this machine: what looks at pictures is not installed."
MIME = "video/mp4"


def make(asset: Asset, boxes: Sequence[Box], row: Rendering) -> None:
    """
    Fill in a rendering: its bytes, or why there are none. What did not pass is not kept.

    Raises `PutDown` where the covers have changed meanwhile.
    """
    telling = Telling(asset, covers=row.covers)
    telling.tell(0)
    try:
        with private.directory() as place:
            files.fetch(asset, place / "master")
            row.problems = list(_covered(asset, boxes, place, telling))
            if not row.problems:
                _fill(asset, row, place / "covered.mp4")
    except (Unavailable, Refused):
        row.problems = [NOT_HERE]
    except VideoRefused as refusal:
        row.problems = [str(refusal)]
    except blobs.BlobMissing:
        row.problems = [str(VideoRefused(VideoWhy.NOT_MADE))]


def _covered(asset: Asset, boxes: Sequence[Box], place: Path, telling: Telling) -> tuple[str, ...]:
    """Make the covered video, and return in sentences what is wrong with it."""
    covers = tracks.covers(boxes, asset.seconds or 0.0)
    known = [tracks.track_of(box) for box in boxes if box.status != box.Status.REMOVED]
    out = place / "covered.mp4"
    render(place / "master", out, covers, progress=telling.part(0, MADE))
    see = with_eyes(eyes(), speaker(asset.organisation))
    return verify_video(out, covers, see, known=known, progress=telling.part(MADE, 100))


def _fill(asset: Asset, row: Rendering, out: Path) -> None:
    told = probe(out)
    poster = posters.poster_of(out, told)
    row.sha256 = blobs.put_file(asset.organisation_id, out)
    thumbs.put(asset.organisation_id, row.sha256, poster.content)
    row.mime, row.size = MIME, out.stat().st_size
    row.width, row.height = told.width, told.height
    row.verified_at = timezone.now()
