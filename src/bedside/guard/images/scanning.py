"""Everything that is looked for in a picture, one after the other, in this process."""

from __future__ import annotations

from dataclasses import replace

from bedside.guard.draft import Organisation
from bedside.guard.images import codes, faces, hashing, metadata, texts
from bedside.guard.images.findings import Scan
from bedside.guard.images.opening import flat, opened


def scan(content: bytes, *, full: bool, org: Organisation | None = None) -> Scan:
    """
    Return what is in a picture: faces at a smaller size and metadata, or everything.

    The full look takes seconds. Size and places are those of the upright picture. Run it where
    limits hold: `eyes.Eyes.scan`. Raises `Refused`.
    """
    ours = org or Organisation()
    source = opened(content)
    picture = flat(source.picture)
    wide, high = source.size
    seen = Scan(
        width=wide,
        height=high,
        phash=hashing.phash(picture),
        faces=faces.find(picture, full=full),
        metadata=metadata.read(content),
        full=full,
    )
    if not full:
        return seen
    return replace(seen, texts=texts.read(picture, ours), codes=codes.find(picture, ours))
