"""Tells a video's row how far the work is, which keeps the claim on it, and ends work in vain."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bedside.library import leases
from bedside.work import threads

if TYPE_CHECKING:
    from bedside.guard.images.video.scanning import Progress
    from bedside.library.models import Asset

EVERY = 2.0
"""Seconds between two notes."""


class PutDown(Exception):
    """The work is not to be ended here: the process stops, or it is another's, or not wanted."""


class Telling:
    """
    Notes the progress of work on a claimed video, while its row is as `still` says.

    Raises `PutDown` out of the work where that is so no longer, or this process is being stopped.
    """

    def __init__(self, asset: Asset, **still: str) -> None:
        self._asset, self._still = asset, still
        self._told = -EVERY

    def part(self, start: int, end: int) -> Progress:
        """Return what hears how much of one part is done, which goes from percent to percent."""

        def tell(second: float, seconds: float) -> None:
            share = min(second / seconds, 1.0) if seconds else 1.0
            self.tell(round(start + (end - start) * share))

        return tell

    def tell(self, percent: int) -> None:
        """Note how much is done, at most every `EVERY` seconds."""
        if threads.stopping():
            raise PutDown
        if time.monotonic() - self._told < EVERY:
            return
        self._told = time.monotonic()
        if not leases.renew(self._asset, percent, **self._still):
            raise PutDown
