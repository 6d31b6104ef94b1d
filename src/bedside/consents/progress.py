"""How far the places of a revocation have come, as a page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bedside.consents.takedowns import OPEN
from bedside.outbox.states import State

if TYPE_CHECKING:
    from datetime import datetime

    from bedside.consents.models import Revocation, TakeDown


class Step(StrEnum):
    """How far one place has come."""

    STOPPED = "stopped"
    """It had not left."""
    GONE = "gone"
    TO_ASK = "to_ask"
    """The network is about to be asked."""
    ASKED = "asked"
    """The network was asked at least once."""
    BY_HAND = "by_hand"
    """A person has to take it down, and say so."""
    ON_ITS_WAY = "on_its_way"
    """It was being sent when the word came; whatever becomes of it is followed."""
    NOT_KEPT = "not_kept"
    """It could not be archived, so it was not removed: a picture of it is missing."""
    STILL_THERE = "still_there"
    """It was said to be gone, and the network shows it."""


@dataclass(frozen=True)
class Row:
    """One place, as a page shows it. `place` is in words; `url` may be empty."""

    takedown: TakeDown
    step: Step
    place: str
    url: str
    at: datetime | None

    @property
    def done(self) -> bool:
        return self.step in (Step.STOPPED, Step.GONE)


def progress(revocation: Revocation) -> list[Row]:
    """Return how far every place of a revocation has come, those that wait first."""
    found = revocation.takedowns.select_related("delivery__account", "removal", "gone_by")
    rows = [_row(one) for one in found.order_by("pk")]
    return sorted(rows, key=lambda row: row.done)


def is_done(revocation: Revocation) -> bool:
    """Tell whether nothing of it is left anywhere."""
    return not revocation.takedowns.filter(OPEN).exists()


def _row(takedown: TakeDown) -> Row:
    delivery, step = takedown.delivery, _step(takedown)
    if delivery is None:
        return Row(takedown, step, takedown.elsewhere, "", takedown.gone_at)
    place = f"{delivery.account.name}, {delivery.account.handle}"
    return Row(takedown, step, place, delivery.remote_url, _at(takedown, step))


def _at(takedown: TakeDown, step: Step) -> datetime | None:
    """Return when it came as far as it is; of what was asked, when it was tried first."""
    if step is Step.ASKED and takedown.removal:
        return takedown.removal.first_claimed_at
    return takedown.gone_at or takedown.stopped_at or takedown.asked_at


def _step(takedown: TakeDown) -> Step:
    if takedown.stopped_at:
        return Step.STOPPED
    if takedown.gone_at:
        return Step.GONE
    if takedown.seen_again:
        return Step.STILL_THERE
    live = takedown.delivery is not None and takedown.delivery.state == State.LIVE
    if live and not takedown.archived:
        return Step.NOT_KEPT
    if takedown.by_hand:
        return Step.BY_HAND
    if takedown.removal is None:
        return Step.ON_ITS_WAY
    return Step.ASKED if takedown.removal.first_claimed_at else Step.TO_ASK
