"""What others may read of records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.records.anchors import anchor_over
from bedside.records.digests import short
from bedside.records.keys import ring
from bedside.records.models import Body, Entry, Head
from bedside.records.sealing import unseal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

RETENTION_YEARS = 6


@dataclass(frozen=True)
class Event:
    """One entry, as a page shows it. `digest` is shortened for reading: `4be1…70c2`."""

    seq: int
    at: datetime
    actor: str
    verb: str
    subject: str
    facts: Mapping[str, object]
    digest: str


@dataclass(frozen=True)
class AnchorSeen:
    """An anchor, as a page shows it. `key` is the fingerprint that an outsider compares."""

    seq: int
    day: date
    key: str
    digest: str


def timeline(organisation_id: int, subject: str) -> list[Event]:
    """Return everything that happened to a subject, in order."""
    entries = Entry.objects.filter(organisation_id=organisation_id, subject=subject)
    return _events(entries.order_by("seq"))


def latest(
    organisation_id: int, limit: int, before: int | None = None, verb: str | None = None
) -> list[Event]:
    """
    Return the newest entries first.

    `before` is the `seq` of the last one already shown; `verb` keeps to one kind of entry.
    """
    entries = Entry.objects.filter(organisation_id=organisation_id)
    if before is not None:
        entries = entries.filter(seq__lt=before)
    if verb is not None:
        entries = entries.filter(verb=verb)
    return _events(entries.order_by("-seq")[:limit])


def body(organisation_id: int, sha256: str) -> bytes | None:
    """Return the bytes with this hash; None where they were purged or never recorded."""
    kept = Body.objects.filter(organisation_id=organisation_id, sha256=sha256).first()
    if kept is None or kept.sealed is None:
        return None
    return unseal(bytes(kept.sealed), about=kept.about)


def count(organisation_id: int, subject: str | None = None) -> int:
    """Return how many entries there are, of all subjects or of one."""
    if subject is not None:
        return Entry.objects.filter(organisation_id=organisation_id, subject=subject).count()
    head = Head.objects.filter(organisation_id=organisation_id).values_list("seq", flat=True)
    return head.first() or 0


def anchor_covering(organisation_id: int, seq: int) -> AnchorSeen | None:
    """Return the first anchor over an entry; None until its day is anchored."""
    anchor = anchor_over(organisation_id, seq)
    if anchor is None:
        return None
    return AnchorSeen(anchor.seq, anchor.day, anchor.key, short(anchor.digest))


def key_fingerprint() -> str:
    """Return the fingerprint of the key that signs anchors, to be told to whoever verifies."""
    return ring().anchors.id


def kept_until(at: datetime) -> datetime:
    """
    Return until when something last in effect at `at` is kept: six years.

    45 CFR 164.316(b)(2)(i) and 164.530(j)(2). From February 29 to March 1, never a day less.
    A legal hold keeps it longer.
    """
    try:
        return at.replace(year=at.year + RETENTION_YEARS)
    except ValueError:
        return at.replace(year=at.year + RETENTION_YEARS, month=3, day=1)


def _events(entries: Iterable[Entry]) -> list[Event]:
    return [
        Event(
            seq=entry.seq,
            at=entry.at,
            actor=entry.actor,
            verb=entry.verb,
            subject=entry.subject,
            facts=entry.facts,
            digest=short(entry.digest),
        )
        for entry in entries
    ]
