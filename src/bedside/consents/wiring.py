"""Joins authorizations to the gate of the outbox, to the clock and to the rotation of keys."""

from __future__ import annotations

from bedside.consents import gating, tasks
from bedside.consents.models import about, about_signature
from bedside.outbox import gate
from bedside.outbox.transitions import planned
from bedside.records import sealing
from bedside.work import sources

gate.register("consent", gating.obstacles)
gate.register_names(gating.names)
planned.connect(gating.place, dispatch_uid="consents.place")
sealing.register_sealed("consents.Authorization", "sealed", about=about)
sealing.register_sealed("consents.Signature", "sealed", about=about_signature)
sources.register("consents.follow", tasks.follow, every_seconds=2)
sources.register("consents.look_again", tasks.wake_looks, every_seconds=60)
sources.register("consents.escalate", tasks.escalate, every_seconds=60)
