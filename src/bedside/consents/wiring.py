"""Joins authorizations to the gate of the outbox and to the rotation of keys."""

from __future__ import annotations

from bedside.consents import gating
from bedside.consents.models import about
from bedside.outbox import gate
from bedside.outbox.transitions import planned
from bedside.records import sealing

gate.register("consent", gating.obstacles)
gate.register_names(gating.names)
planned.connect(gating.place, dispatch_uid="consents.place")
sealing.register_sealed("consents.Authorization", "sealed", about=about)
