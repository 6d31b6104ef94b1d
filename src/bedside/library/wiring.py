"""Joins pictures to the gate, to the clock, to the consents, and to the rotation of keys."""

from __future__ import annotations

from bedside.consents import uses as consents
from bedside.library import gating, reliance, tasks
from bedside.library.models import about_original
from bedside.outbox import gate
from bedside.records import sealing
from bedside.work import sources

gate.register("pictures", gating.obstacles)
consents.register("pictures", reliance.pictures_of)
sources.register("library.unseen", tasks.wake_unseen)
sources.register("library.unrendered", tasks.wake_unrendered)
sealing.register_sealed("library.Asset", "original_key", about=about_original)
