"""Tags for lists of pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from bedside.library.chips import Chip, chip_of

if TYPE_CHECKING:
    from bedside.library.models import Asset

register = template.Library()


@register.filter
def picture_chip(asset: Asset) -> Chip:
    """Return what a list says of a picture: `{% with chip=asset|picture_chip %}`."""
    return chip_of(asset)
