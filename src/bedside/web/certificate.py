"""What was published, as a certificate: gathered from the record alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.records import queries
from bedside.web.timeline import names_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bedside.orgs.models import Organisation
    from bedside.records.queries import AnchorSeen, Event


@dataclass(frozen=True, slots=True)
class Publication:
    """One part on one network, after so many attempts; `hand` names the person who posted it."""

    network: str
    live_at: datetime
    attempts: int
    hand: str
    digest: str
    remote_id: str
    url: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """What the record proves about one post. Names are empty where no entry gives them."""

    number: int
    publications: list[Publication]
    author: str
    approver: str
    guard: str
    verdict: str
    kept_until: datetime
    anchor: AnchorSeen | None


def certificate_of(organisation: Organisation, events: Sequence[Event]) -> Certificate | None:
    """Gather the certificate of a post from its entries; None while nothing of it went live."""
    live = [event for event in events if event.verb == "delivery.live"]
    if not live:
        return None
    names = names_of(events)
    approved = _last(events, "post.approved")
    drafted = _last(events, "post.drafted")
    check = _last(events, "delivery.attempted")
    last = live[-1]
    return Certificate(
        number=last.seq,
        publications=[_publication(event, events, names) for event in live],
        author=names.get(drafted.actor, "") if drafted else "",
        approver=names.get(approved.actor, "") if approved else "",
        guard=_text(check.facts, "guard") if check else "",
        verdict=_text(check.facts, "verdict") if check else "",
        kept_until=queries.kept_until(last.at),
        anchor=queries.anchor_covering(organisation.pk, last.seq),
    )


def _publication(live: Event, events: Sequence[Event], names: Mapping[str, str]) -> Publication:
    same = [
        event.verb for event in events if event.facts.get("delivery") == live.facts.get("delivery")
    ]
    return Publication(
        network=_text(live.facts, "network"),
        live_at=live.at,
        attempts=same.count("delivery.attempted"),
        hand=names.get(live.actor, "somebody") if "delivery.by_hand" in same else "",
        digest=_text(live.facts, "bytes"),
        remote_id=_text(live.facts, "id"),
        url=_text(live.facts, "url"),
    )


def _last(events: Sequence[Event], verb: str) -> Event | None:
    return next((event for event in reversed(events) if event.verb == verb), None)


def _text(facts: Mapping[str, object], name: str) -> str:
    return str(facts.get(name, ""))
