"""
The gate: everything that must hold before anything leaves, asked at send time on the exact bytes.

Apps that know more than the outbox (approvals, consents, training) register a check here. A check
that the installation requires and nobody registered keeps the gate shut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bedside.channels.base import Action
from bedside.guard import Draft, Kind, Picture, Report, Verdict, check
from bedside.guard.engine import VERSION
from bedside.orgs.queries import speaker
from bedside.rulebook.queries import settings_at_sending

if TYPE_CHECKING:
    from bedside.outbox.models import Delivery
    from bedside.outbox.payload import Payload

REQUIRED = ("approval", "consent", "pictures")
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


class Names(Protocol):
    """What the app that keeps authorizations knows about people who may be named."""

    def __call__(self, delivery: Delivery) -> tuple[str, ...]:
        """Return the names that the delivery's authorizations let it show, as they let it."""
        ...


_checks: dict[str, Check] = {}
_names: list[Names] = []


def register(name: str, check: Check) -> None:
    """Add a check under a name that `REQUIRED` may ask for."""
    _checks[name] = check


def register_names(names: Names) -> None:
    """Add a look-up of names; the guard lets pass what any of them returns."""
    _names.append(names)


@dataclass(frozen=True)
class Answer:
    """What the gate says, and what the guard found. Open only where there is no obstacle."""

    obstacles: tuple[str, ...]
    verdict: Verdict = Verdict.CLEAR
    codes: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        return not self.obstacles

    def facts(self) -> dict[str, str | list[str]]:
        """Return what the record keeps of it."""
        return {"verdict": self.verdict.value, "codes": list(self.codes), "guard": VERSION}


def ask(delivery: Delivery) -> Answer:
    """
    Read the exact bytes of a claimed delivery, before anything of it is uploaded.

    Take-downs pass: removing something tells nobody anything.
    """
    if delivery.action == Action.DELETE:
        return Answer(obstacles=())
    obstacles: list[str] = []
    payload = delivery.content
    if payload.hash() != delivery.payload_hash:
        obstacles.append("The text is not the one that was planned.")
    reports = read(delivery, payload)
    verdict = max((report.verdict for report in reports), key=list(reversed(Verdict)).index)
    if verdict is Verdict.BLOCK:
        obstacles.append("The guard stops words in it.")
    if payload.pictures:  # nothing is uploaded for a post that nobody has approved
        obstacles += known(delivery, lock=False)
    codes = {finding.code for report in reports for finding in report.findings}
    return Answer(tuple(obstacles), verdict, tuple(sorted(codes)))


def against_carrying(delivery: Delivery) -> list[str]:
    """
    Return what stands against a person's posting a delivery by hand now.

    It may have waited for days since the gate let it pass: consents end, and pictures change.
    """
    obstacles = list(ask(delivery).obstacles)
    return obstacles if delivery.content.pictures else [*obstacles, *known(delivery, lock=False)]


def known(delivery: Delivery, *, lock: bool) -> list[str]:
    """
    Return what the registered checks hold against sending.

    They are asked, with `lock`, inside the transaction that writes the attempt down. The guard is
    not asked again there: it looks at bytes that cannot have changed.
    """
    if delivery.action == Action.DELETE:
        return []
    obstacles = [
        f"The {name} check is not installed, so nothing may leave."
        for name in REQUIRED
        if name not in _checks
    ]
    for check_more in _checks.values():
        obstacles += check_more(delivery, lock=lock)
    return obstacles


def read(delivery: Delivery, payload: Payload) -> list[Report]:
    """
    Run the guard over a payload's text, each of its alternative texts, and what its videos say.

    Spelling, which stops nothing, and the model were asked when these bytes were approved; unless
    somebody has since let something stop that only they find. How hard rules stop is read anew.
    """
    who, network = speaker(delivery.organisation), delivery.account.network
    settings, anew = settings_at_sending(delivery.organisation)
    consents = tuple(name for names in _names for name in names(delivery))
    pictures = tuple(Picture(alt=picture.alt) for picture in payload.pictures)
    text = Draft(
        payload.text,
        kind=Kind(payload.kind),
        reply_to=payload.reply_to,
        org=who,
        consents=consents,
        channel=network,
        pictures=pictures,
    )
    described = [
        Draft(picture.alt, kind=Kind.ALT_TEXT, org=who, consents=consents, channel=network)
        for picture in pictures
    ]
    spoken = [
        Draft(words, kind=text.kind, org=who, consents=consents, channel=network)
        for words in (picture.spoken for picture in payload.pictures)
        if words
    ]
    drafts = (text, *described, *spoken)
    return [check(draft, settings, only_stopping=not anew) for draft in drafts]
