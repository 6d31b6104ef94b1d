"""
Records for somebody outside, who checks them with `bedside verify` and needs nothing of ours.

`bedside-record/1` is one JSON document about one subject:

    {"format": "bedside-record/1", "organisation": {"id", "name"}, "subject", "exported_at",
     "start": digest before the first entry,
     "entries": [{"seq", "at", "actor", "verb", "subject", "facts", "salt", "digest"}
                 or, of other subjects, {"seq", "body_hash"}, ...],
     "bodies": {sha256: {"content": base64} or {"purged_at": time}},
     "anchor": {"seq", "digest", "day", "key": fingerprint, "public_key", "signature"}}

It goes from the subject's first entry to the first anchor after its last one. The entries between
that are about other subjects show nothing: their hashes are salted.

`bedside-archive/1` is everything of an organisation as JSON lines: a line like the document
without entries, bodies and anchor, then {"entry": ...}, {"body": {"sha256", ...}} after the first
entry that names it, {"anchor": ...} after the entry that it covers, and last
{"end": {"entries", "bodies", "anchors"}}, which shows that nothing was cut off.

The name of the organisation is there for the reader; no signature covers it.
"""

from __future__ import annotations

import json
from base64 import b64encode
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone

from bedside.records import digests
from bedside.records.anchors import anchor_day, anchor_over
from bedside.records.chain import content_of
from bedside.records.facts import RESERVED
from bedside.records.keys import UnknownKey, ring
from bedside.records.models import Anchor, Body, Entry
from bedside.records.sealing import SealBroken, unseal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHUNK = 500


class NothingRecorded(LookupError):
    """There is no entry about this subject."""


def export_subject(*, organisation_id: int, organisation_name: str, subject: str) -> bytes:
    """
    Return the record of one subject as a `bedside-record/1` document.

    Anchors the chain if no anchor covers the subject yet. Raises `NothingRecorded`.
    """
    own = Entry.objects.filter(organisation_id=organisation_id, subject=subject)
    first, last = own.order_by("seq").first(), own.order_by("seq").last()
    if first is None or last is None:
        raise NothingRecorded(subject)
    anchor = anchor_over(organisation_id, last.seq) or anchor_day(organisation_id)
    full = {entry.seq: _full(entry) for entry in own.filter(seq__lte=anchor.seq)}
    hashes = Entry.objects.filter(
        organisation_id=organisation_id, seq__range=(first.seq, anchor.seq)
    ).values_list("seq", "body_hash")
    document = {
        **_header(digests.RECORD_FORMAT, organisation_id, organisation_name, first.prev),
        "subject": subject,
        "entries": [
            full.get(seq, {"seq": seq, "body_hash": body_hash})
            for seq, body_hash in hashes.order_by("seq")
        ],
        "bodies": _bodies(organisation_id, _named(full.values())),
        "anchor": _anchor(anchor),
    }
    return json.dumps(document, indent=1, ensure_ascii=False).encode()


def export_all(*, organisation_id: int, organisation_name: str) -> Iterator[bytes]:
    """
    Return everything of an organisation as the lines of a `bedside-archive/1`, newline included.

    Anchors the chain first and goes to that anchor. Takes the memory of a few hundred entries
    with their bodies, and of one hash for each body.
    """
    last = anchor_day(organisation_id).seq
    header = _header(digests.ARCHIVE_FORMAT, organisation_id, organisation_name, digests.GENESIS)
    return _archive(header, organisation_id, last)


def _archive(header: dict[str, object], organisation_id: int, last: int) -> Iterator[bytes]:
    seen: set[str] = set()
    anchors = 0
    yield _line(header)
    for first in range(1, last + 1, CHUNK):
        upto = min(first + CHUNK - 1, last)
        here = Q(organisation_id=organisation_id, seq__range=(first, upto))
        covered = {anchor.seq: anchor for anchor in Anchor.objects.filter(here)}
        entries = [_full(entry) for entry in Entry.objects.filter(here).order_by("seq")]
        bodies = _bodies(organisation_id, [n for n in _named(entries) if n not in seen])
        for entry in entries:
            yield _line({"entry": entry})
            for name in _named([entry]):
                if name not in seen and name in bodies:
                    yield _line({"body": {"sha256": name, **bodies[name]}})
                    seen.add(name)
            if anchor := covered.get(entry["seq"]):
                yield _line({"anchor": _anchor(anchor)})
                anchors += 1
    yield _line({"end": {"entries": last, "bodies": len(seen), "anchors": anchors}})


def _header(form: str, organisation_id: int, name: str, start: str) -> dict[str, object]:
    return {
        "format": form,
        "organisation": {"id": organisation_id, "name": name},
        "exported_at": digests.moment(timezone.now()),
        "start": start,
    }


def _full(entry: Entry) -> dict[str, Any]:
    content = content_of(entry)
    del content["organisation"]
    return {**content, "digest": entry.digest}


def _named(entries: Iterable[dict[str, Any]]) -> list[str]:
    """Return the hashes of the bodies that these entries speak of, each once."""
    return list(dict.fromkeys(name for each in entries for name in each["facts"].get(RESERVED, ())))


def _bodies(organisation_id: int, names: list[str]) -> dict[str, dict[str, str]]:
    """Return what is left of these bodies, by hash. What is gone or damaged is left out."""
    kept = Body.objects.filter(organisation_id=organisation_id, sha256__in=names)
    found = ((body.sha256, _body(body)) for body in kept)
    return {name: body for name, body in found if body is not None}


def _body(body: Body) -> dict[str, str] | None:
    if body.purged_at:
        return {"purged_at": digests.moment(body.purged_at)}
    try:
        content = unseal(bytes(body.sealed or b""), about=body.about)
    except SealBroken:
        # Whoever verifies is told that a body is missing; everything else can still be proved.
        return None
    return {"content": b64encode(content).decode("ascii")}


def _anchor(anchor: Anchor) -> dict[str, object]:
    key = ring().anchor.get(anchor.key)
    if key is None:
        raise UnknownKey("anchor", anchor.key)
    return {
        "seq": anchor.seq,
        "digest": anchor.digest,
        "day": anchor.day.isoformat(),
        "key": anchor.key,
        "public_key": key.public.hex(),
        "signature": anchor.signature,
    }


def _line(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
