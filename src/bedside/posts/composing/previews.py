"""A post as people will see it on one account, part by part; what the guard stops is held back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.channels.base import Action
from bedside.channels.text import entities
from bedside.guard import Draft, Kind, Picture, Severity, check
from bedside.guard.engine import DEFAULT
from bedside.posts.content import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard import Organisation as Speaker
    from bedside.guard import Report, Settings
    from bedside.outbox.models import Account
    from bedside.outbox.payload import Payload, PictureRef
    from bedside.posts.content import Content


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a part: `text`, `held` (the guard stops it), or what networks make clickable."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part as it goes out. `whole` tells that the guard stops it as a whole."""

    segments: tuple[Segment, ...]
    pictures: tuple[PictureRef, ...]
    comment: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What one account will show, part by part."""

    account: Account
    name: str
    parts: tuple[Part, ...]


def preview_of(
    content: Content,
    account: Account,
    name: str,
    *,
    who: Speaker,
    settings: Settings = DEFAULT,
    quick: bool = False,
    consents: tuple[str, ...] = (),
) -> Preview:
    """
    Show what goes out on an account, read by the guard on the exact text of each part.

    `consents` are the names that may be shown there.
    """
    made = []
    for outgoing in parts(content, account):
        payload = outgoing.payload
        report = check(
            Draft(
                text=payload.text,
                kind=Kind(payload.kind),
                org=who,
                consents=consents,
                channel=account.network,
                pictures=tuple(Picture(alt=picture.alt) for picture in payload.pictures),
            ),
            settings,
            quick=quick,
        )
        made.append(_part(payload, report, comment=outgoing.action is Action.REPLY))
    return Preview(account, name, tuple(made))


def _part(payload: Payload, report: Report, *, comment: bool) -> Part:
    stopped = [one for one in report.findings if one.severity is Severity.ERROR]
    held = _merged(payload.text, [(one.start, one.end) for one in stopped if one.end])
    return Part(
        segments=tuple(_segments(payload.text, held)),
        pictures=payload.pictures,
        comment=comment,
        whole=any(not one.end for one in stopped),
    )


def _merged(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that overlap, or that only white space parts."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _segments(text: str, held: list[tuple[int, int]]) -> Iterator[Segment]:
    """Cut a text at what is held back and, between that, at links, tags and mentions."""
    free = [
        (found.start, found.end, found.kind.value)
        for found in entities(text)
        if all(found.end <= start or end <= found.start for start, end in held)
    ]
    at = 0
    for start, end, kind in sorted([*free, *((start, end, "held") for start, end in held)]):
        if at < start:
            yield Segment("text", text[at:start])
        yield Segment(kind, "" if kind == "held" else text[start:end])
        at = end
    if at < len(text):
        yield Segment("text", text[at:])
