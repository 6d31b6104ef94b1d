"""
The gate: everything that must hold before anything leaves, asked at send time on the exact bytes.

Apps that know more than the outbox (approvals, consents, training) register a check here. A check
that the installation requires and nobody registered keeps the gate shut.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from bedside.channels.base import Action
from bedside.guard import Draft, Kind, Picture, Report, Verdict, check
from bedside.orgs.queries import speaker

if TYPE_CHECKING:
    from bedside.outbox.models import Delivery
    from bedside.outbox.payload import Payload

REQUIRED = ("approval",)
"""Checks without which nothing leaves. The guard is not listed: it cannot be left out."""


class Check(Protocol):
    """What an app knows that may speak against sending."""

    def __call__(self, delivery: Delivery, *, lock: bool) -> list[str]:
        """
        Return the obstacles in plain words, or nothing.

        With `lock`, hold whatever the answer rests on until the transaction ends, so that nobody
        takes it away while the attempt is being written down.
        """
        ...


_checks: dict[str, Check] = {}


def register(name: str, check: Check) -> None:
    """Add a check under a name that `REQUIRED` may ask for."""
    _checks[name] = check


@dataclass(frozen=True)
class Answer:
    """What the gate says. Open only where there is no obstacle."""

    obstacles: tuple[str, ...]
    report: Report | None = field(default=None)

    @property
    def open(self) -> bool:
        return not self.obstacles


def ask(delivery: Delivery) -> Answer:
    """Check a claimed delivery. Take-downs pass: removing something tells nobody anything."""
    if delivery.action == Action.DELETE:
        return Answer(obstacles=())
    obstacles: list[str] = []
    payload = delivery.content
    if payload.hash() != delivery.payload_hash:
        obstacles.append("The text is not the one that was planned.")
    report = read(delivery, payload)
    if report.verdict is Verdict.BLOCK:
        obstacles.append("The guard stops words in it.")
    for name in REQUIRED:
        if name not in _checks:
            obstacles.append(f"The {name} check is not installed, so nothing may leave.")
    for check_more in _checks.values():
        obstacles.extend(check_more(delivery, lock=False))
    return Answer(obstacles=tuple(obstacles), report=report)


def still_open(delivery: Delivery) -> bool:
    """
    Ask the registered checks once more, inside the transaction that writes the attempt down.

    The guard is not asked again: it looks at bytes that cannot have changed.
    """
    if delivery.action == Action.DELETE:
        return True
    return not any(check_more(delivery, lock=True) for check_more in _checks.values())


def read(delivery: Delivery, payload: Payload) -> Report:
    """Run the guard's full check over a payload, its alternative texts included."""
    return check(
        Draft(
            text=payload.text,
            kind=Kind(payload.kind),
            reply_to=payload.reply_to,
            org=speaker(delivery.organisation),
            channel=delivery.account.network,
            pictures=tuple(Picture(alt=picture.alt) for picture in payload.pictures),
        )
    )
