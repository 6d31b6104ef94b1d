"""Lets the demo live through its three months: while it lasts, now is another moment."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


@contextmanager
def moved_to(moment: datetime) -> Iterator[None]:
    """
    Have everything in this process happen as if it were `moment` (aware), and time go on from it.

    Only for a process of its own that builds a demo: it moves the time of all threads.
    """
    real = timezone.now
    began = real()
    timezone.now = lambda: moment + (real() - began)
    try:
        yield
    finally:
        timezone.now = real
