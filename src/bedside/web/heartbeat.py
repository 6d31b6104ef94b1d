"""What the rail says about sending: on, paused, or without a clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from bedside.web import wording
from bedside.work.queries import clock_seen

if TYPE_CHECKING:
    from bedside.orgs.models import Organisation

STILL_ALIVE = timedelta(seconds=15)
"""The clock looks every second; this long without a look and it is taken for stopped."""


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """`kind` is `on`, `paused` or `stopped`; `command` is what starts a stopped clock."""

    kind: str
    word: str
    detail: str
    command: str = ""


def heartbeat(organisation: Organisation) -> Heartbeat:
    """Say whether what is planned will go out. Costs one query unless sending is paused."""
    if organisation.paused_at is not None:
        since = wording.moment(organisation.paused_at, organisation.zone)
        return Heartbeat("paused", "Sending is paused", f"Since {since}")
    seen = clock_seen()
    if seen is None or timezone.now() - seen > STILL_ALIVE:
        return Heartbeat("stopped", "No clock is running", "Nothing goes out. Start", "bedside run")
    return Heartbeat("on", "Sending is on", f"Clock seen {wording.ago(seen)}")
