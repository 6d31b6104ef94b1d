"""What the page of a video shows beside what that of a picture does: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bedside.guard.images import captions
from bedside.library.listening import findings_of
from bedside.library.video import tracks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bedside.guard import Finding
    from bedside.library.chips import Shown
    from bedside.library.models import Asset


@dataclass(frozen=True, slots=True)
class Film:
    """
    A video at work. `seconds` is its length, `progress` percent of what is done, None while nothing
    runs; `made` tells whether it can be played yet.

    `captions` are WebVTT; `caption_problems` are sentences about them, `findings` what the guard
    found in their words when they were saved. `tracks` tell where each box is when: `pk`, `css`,
    `icon`, `label`, `name`, `since`, `until` and `boxes`, each of these `[second, x, y, w, h]` in
    parts of the picture.
    """

    seconds: float
    progress: int | None
    made: bool
    has_sound: bool
    heard_at: datetime | None
    captions: str
    caption_problems: Sequence[str]
    findings: Sequence[Finding]
    tracks: Sequence[dict[str, Any]]


def film_of(asset: Asset, boxes: Sequence[Shown]) -> Film:
    """Return what the page of a video shows."""
    cues = captions.parse(asset.captions) if asset.captions else ()
    return Film(
        seconds=asset.seconds or 0.0,
        progress=asset.progress,
        made=asset.made,
        has_sound=asset.has_sound,
        heard_at=asset.heard_at,
        captions=asset.captions,
        caption_problems=captions.problems(cues, asset.seconds or 0.0),
        findings=findings_of(asset),
        tracks=[_track(one) for one in boxes],
    )


def _track(one: Shown) -> dict[str, Any]:
    places = tracks.places_of(one.box)
    return {
        "pk": one.box.pk,
        "css": one.css,
        "icon": one.icon,
        "label": one.box.label,
        "name": one.name,
        "since": places[0][0],
        "until": places[-1][0],
        "boxes": places,
    }
