"""Says what was found in a picture: a sentence for each, without the words that stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.images.boxes import Box
    from bedside.guard.images.findings import Scan


@dataclass(frozen=True, slots=True)
class Finding:
    """
    Something that a person should decide on.

    `kind` is face, text, unread, screen, code, metadata or contrast; metadata has no place.
    """

    kind: str
    says: str
    box: Box | None = None


def findings(scan: Scan) -> tuple[Finding, ...]:
    """
    Return what was found, faces first.

    What harms nobody is left out: codes with our own address, a color profile.
    """
    return tuple(_each(scan))


def _each(scan: Scan) -> Iterator[Finding]:
    for face in scan.faces:
        says = "A face: consent or a cover is needed." if face.sure else "Perhaps a face: look."
        yield Finding("face", says, face.box)
    for line in scan.texts.lines:
        if line.identifier or line.says:
            yield Finding("text", line.says or "Reads like something about a person.", line.box)
    for area in scan.texts.unread:
        yield Finding("unread", area.says, area.box)
    for area in scan.texts.screens:
        yield Finding("screen", area.says, area.box)
    for code in scan.codes:
        if not code.own:
            yield Finding("code", f"A {code.format} code, which may say whose it is.", code.box)
    if scan.metadata.gps:
        yield Finding("metadata", "The file says where it was taken.")
    if others := [kind for kind in scan.metadata.kinds if kind not in {"GPS", "ICC"}]:
        yield Finding("metadata", f"The file carries more than its pixels: {', '.join(others)}.")
    for box in scan.texts.faint:
        yield Finding("contrast", "Writing that is hard to read: contrast under 4.5 to 1.", box)
