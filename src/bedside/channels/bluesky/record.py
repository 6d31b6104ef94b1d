"""
How a part becomes a record of type `app.bsky.feed.post` (lexicon in @atproto/api).

Everything here is a function of the part and of what was prepared, so every attempt makes the same
record under the same key: writing it twice changes nothing.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bedside.channels.base import Staged
from bedside.channels.text import EntityKind, entities, graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bedside.channels.base import Part, Picture, Ref
    from bedside.channels.text import Entity

COLLECTION = "app.bsky.feed.post"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SORTABLE = "234567abcdefghijklmnopqrstuvwxyz"
_LONGEST_TAG = 64


@dataclass(frozen=True, slots=True)
class Prepared:
    """
    What was found out before sending: uploaded pictures in their order, the captions of a video,
    and who is mentioned.

    A handle that belongs to nobody has an empty DID.
    """

    blobs: Sequence[Mapping[str, Any]] = ()
    dids: Mapping[str, str] = field(default_factory=dict)
    captions: Sequence[Mapping[str, Any]] = ()

    def staged(self) -> Staged:
        """Write it down as handles, each a piece of JSON."""
        blobs = [json.dumps({"blob": blob}) for blob in self.blobs]
        captions = [json.dumps({"captions": blob}) for blob in self.captions]
        dids = [json.dumps({"handle": handle, "did": did}) for handle, did in self.dids.items()]
        return Staged(tuple(blobs + captions + dids))

    @classmethod
    def read(cls, staged: Staged) -> Prepared:
        """Read what `staged` wrote."""
        rows = [json.loads(handle) for handle in staged.handles]
        return cls(
            blobs=[row["blob"] for row in rows if "blob" in row],
            captions=[row["captions"] for row in rows if "captions" in row],
            dids={row["handle"]: row["did"] for row in rows if "did" in row},
        )


def record_key(part: Part) -> str:
    """
    Return the part's TID: 13 characters that sort by time (atproto.com/specs/tid).

    The time is the part's own, to the millisecond. Where a TID has microseconds and the number of
    a clock, this one has 20 bits of a hash of the part's key.
    """
    digest = int.from_bytes(hashlib.blake2b(part.key.encode(), digest_size=8).digest(), "big")
    micros = (part.created_at - _EPOCH) // timedelta(milliseconds=1) * 1000 + digest % 1000
    number = micros << 10 | (digest // 1000) % 1024
    return "".join(_SORTABLE[number >> shift & 31] for shift in range(60, -5, -5))


def record(part: Part, prepared: Prepared) -> dict[str, Any]:
    """Return the record to write."""
    created = part.created_at.astimezone(UTC).isoformat(timespec="milliseconds")
    post: dict[str, Any] = {
        "$type": COLLECTION,
        "text": part.text,
        "createdAt": created.replace("+00:00", "Z"),
    }
    if part.language:
        post["langs"] = [part.language]
    if found := list(_facets(part.text, prepared.dids)):
        post["facets"] = found
    if part.pictures:
        post["embed"] = _embed(part, prepared)
    if part.parent:
        post["reply"] = {
            "root": _strong(part.root or part.parent),
            "parent": _strong(part.parent),
        }
    return post


def mentioned(text: str) -> list[str]:
    """Return the handles that a text mentions; a Bluesky handle is a domain name."""
    return [
        entity.value
        for entity in entities(text)
        if entity.kind is EntityKind.MENTION and "." in entity.value and "@" not in entity.value
    ]


def _embed(part: Part, prepared: Prepared) -> dict[str, Any]:
    """Return the pictures, or the one video, that a post shows: none has both."""
    shown = list(zip(prepared.blobs, part.pictures, strict=True))
    blob, first = shown[0]
    if not first.is_video:
        images = [{"image": blob, **_described(picture)} for blob, picture in shown]
        return {"$type": "app.bsky.embed.images", "images": images}
    video = {"$type": "app.bsky.embed.video", "video": blob, **_described(first)}
    if captions := [{"lang": part.language, "file": file} for file in prepared.captions]:
        video["captions"] = captions
    return video


def _described(picture: Picture) -> dict[str, Any]:
    said: dict[str, Any] = {"alt": picture.alt}
    if picture.width > 0 and picture.height > 0:
        said["aspectRatio"] = {"width": picture.width, "height": picture.height}
    return said


def _strong(ref: Ref) -> dict[str, str]:
    return {"uri": ref.id, "cid": ref.extra["cid"]}


def _facets(text: str, dids: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield what can be pressed, by offsets in UTF-8."""
    for entity in entities(text):
        if feature := _feature(entity, dids):
            start = len(text[: entity.start].encode())
            end = start + len(text[entity.start : entity.end].encode())
            yield {"index": {"byteStart": start, "byteEnd": end}, "features": [feature]}


def _feature(entity: Entity, dids: Mapping[str, str]) -> dict[str, str] | None:
    kind = f"app.bsky.richtext.facet#{entity.kind}"
    match entity.kind:
        case EntityKind.LINK:
            return {"$type": kind, "uri": entity.value}
        case EntityKind.TAG if graphemes(entity.value) <= _LONGEST_TAG:
            return {"$type": kind, "tag": entity.value}
        case EntityKind.MENTION if dids.get(entity.value):
            return {"$type": kind, "did": dids[entity.value]}
    return None
