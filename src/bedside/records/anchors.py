"""
Anchors: signatures over a chain that a copy outside the installation makes final.

Every day that something was recorded gets one, and so does every export that needs one. The anchor
of a day is itself announced by an entry, the last one it covers, so that its removal is found.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from bedside.records import digests
from bedside.records.chain import append
from bedside.records.heads import hold_head
from bedside.records.keys import ring
from bedside.records.models import Anchor, Entry, Head

if TYPE_CHECKING:
    from datetime import datetime

    from bedside.records.keys import KeyRing

ANCHORED = "chain.anchored"


@transaction.atomic
def anchor_day(organisation_id: int, *, now: datetime | None = None) -> Anchor:
    """
    Anchor a chain at its end, and return the anchor: the last one if nothing came since.

    The day of the anchor is that of `now` in UTC.
    """
    head = hold_head(organisation_id)
    last = Anchor.objects.filter(organisation_id=organisation_id).order_by("-seq").first()
    if last and last.seq == head.seq:
        return last
    key = ring().anchors
    day = (now or timezone.now()).astimezone(UTC).date()
    entry = append(
        organisation_id=organisation_id,
        actor="system",
        verb=ANCHORED,
        subject="chain",
        facts={
            "day": day.isoformat(),
            "entries": head.seq + 1 - (last.seq if last else 0),
            "key": key.id,
        },
    )
    anchor = Anchor(
        organisation_id=organisation_id, seq=entry.seq, digest=entry.digest, day=day, key=key.id
    )
    anchor.signature = key.private.sign(message_of(anchor)).hex()
    anchor.save(force_insert=True)
    return anchor


def anchor_due(now: datetime) -> int:
    """
    Anchor every chain whose entries of an earlier day (UTC) are not anchored yet.

    Returns how many there were. Cheap where nothing is due; two callers at once do no harm.
    """
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    last = Anchor.objects.filter(organisation_id=OuterRef("pk")).order_by("-seq").values("seq")[:1]
    oldest_without = Entry.objects.filter(
        organisation_id=OuterRef("pk"), seq=OuterRef("anchored") + 1, at__lt=midnight
    )
    due = (
        Head.objects.annotate(anchored=Coalesce(Subquery(last), 0))
        .filter(Exists(oldest_without))
        .values_list("pk", flat=True)
    )
    organisations = list(due)
    for organisation_id in organisations:
        anchor_day(organisation_id, now=now)
    return len(organisations)


def anchor_over(organisation_id: int, seq: int) -> Anchor | None:
    """Return the first anchor that covers an entry, if there is one yet."""
    covering = Anchor.objects.filter(organisation_id=organisation_id, seq__gte=seq)
    return covering.order_by("seq").first()


def message_of(anchor: Anchor) -> bytes:
    """Return the bytes that this anchor signs."""
    return digests.anchor_message(
        organisation=anchor.organisation_id,
        seq=anchor.seq,
        digest=anchor.digest,
        day=anchor.day,
        key=anchor.key,
    )


def signature_holds(anchor: Anchor, keys: KeyRing) -> bool:
    """Tell whether an anchor was signed by its key, which must be one of `keys`."""
    public = keys.anchor[anchor.key].private.public_key()
    try:
        public.verify(bytes.fromhex(anchor.signature), message_of(anchor))
    except (InvalidSignature, ValueError):
        return False
    return True
