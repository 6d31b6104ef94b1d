"""Tags for lists of pictures and videos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from bedside.guard.images import captions
from bedside.library.chips import Chip, chip_of
from bedside.library.video.looking import MADE

if TYPE_CHECKING:
    from bedside.library.models import Asset
    from bedside.library.video.showing import Film

register = template.Library()


@register.filter
def picture_chip(asset: Asset) -> Chip:
    """Return what a list says of a picture: `{% with chip=asset|picture_chip %}`."""
    return chip_of(asset)


@register.filter
def clock(seconds: float) -> str:
    """Return seconds as people write them, 1:05: `{{ asset.seconds|clock }}`."""
    return captions.clock(seconds)


@register.filter
def looked_to(film: Film) -> float:
    """Return the second of a video to which a look has come: `{{ work.video|looked_to|clock }}`."""
    percent = MADE if film.progress is None else max(film.progress, MADE)
    return film.seconds * (percent - MADE) / (100 - MADE)
