"""The time, as every row and verb sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from datetime import datetime


def now() -> datetime:
    """
    Return the present moment, aware.

    Columns default to this function and not to Django's own, so that whoever moves
    `timezone.now` (the demo, which lives through three months) moves them too.
    """
    return timezone.now()
