"""Joins pictures to the gate, to the clock, to the consents, and to the rotation of keys."""

from __future__ import annotations

from bedside.consents import pictures
from bedside.consents import uses as consents
from bedside.library import binding, gating, reliance, tasks
from bedside.library.models import about_original
from bedside.library.video import private
from bedside.outbox import gate
from bedside.records import sealing
from bedside.work import sources

gate.register("pictures", gating.obstacles)
consents.register("pictures", reliance.pictures_of)
pictures.register(binding)
sources.register("library.unseen", tasks.wake_unseen)
sources.register("library.unrendered", tasks.wake_unrendered)
sources.register("library.left_behind", private.sweep, every_seconds=60)
sealing.register_sealed("library.Asset", "original_key", about=about_original)
