"""Turns a delivery's row into what a channel sends, and looks a part's neighbors up."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bedside.channels import base as channels
from bedside.channels.catalogue import capability, too_heavy
from bedside.outbox import blobs
from bedside.outbox.models import Delivery
from bedside.outbox.states import State

if TYPE_CHECKING:
    from bedside.outbox.payload import PictureRef


class TooHeavy(ValueError):
    """A video that the network does not take; `str()` gives cause and cure."""


def part_of(delivery: Delivery) -> channels.Part:
    """
    Return the part with the bytes of its pictures and the refs that it answers.

    What a person carries over is counted, not read. Raises `blobs.BlobMissing` where a picture is
    gone or altered, and `TooHeavy` before a video is read that the network would not take.
    """
    account, pictures = delivery.account, delivery.content.pictures
    for ref in pictures:
        heavy = ref.is_video and too_heavy(account.network, ref.size, account.settings)
        if heavy:
            raise TooHeavy(heavy)
    owner, outline = delivery.organisation_id, outline_of(delivery)
    if capability(account.network, account.settings).by_hand:
        for ref in pictures:
            must_be_intact(owner, ref.sha256)
        return outline
    read = (
        replace(shown, content=blobs.get(owner, ref.sha256), unread=0)
        for shown, ref in zip(outline.pictures, pictures, strict=True)
    )
    return replace(outline, pictures=tuple(read))


def outline_of(delivery: Delivery) -> channels.Part:
    """Return the part as `part_of` does, with its pictures counted and not read."""
    payload = delivery.content
    root, parent = _answers(delivery)
    return channels.Part(
        text=payload.text,
        key=delivery.key,
        created_at=delivery.first_claimed_at or delivery.due,
        pictures=tuple(map(sketch, payload.pictures)),
        language=payload.language,
        root=root,
        parent=parent,
    )


def _answers(delivery: Delivery) -> tuple[channels.Ref | None, channels.Ref | None]:
    outside = dict(delivery.content.answers)
    if outside:
        ref = channels.Ref(id=outside.pop("id"), url=outside.pop("url", ""), extra=outside)
        return ref, ref
    if delivery.after is None:
        return None, None
    if delivery.after.part == 0:
        return delivery.after.ref, delivery.after.ref
    first = Delivery.objects.get(
        organisation_id=delivery.organisation_id,
        subject=delivery.subject,
        account_id=delivery.account_id,
        action=delivery.after.action,
        part=0,
        state=State.LIVE,
    )
    return first.ref, delivery.after.ref


def sketch(ref: PictureRef) -> channels.Picture:
    """Return a picture without its bytes, as the offline checks of a network need it."""
    return channels.Picture(
        content=b"",
        mime=ref.mime,
        alt=ref.alt,
        width=ref.width,
        height=ref.height,
        captions=ref.captions,
        seconds=ref.seconds,
        unread=ref.size,
    )


def must_be_intact(organisation_id: int, sha256: str) -> None:
    """Read what is stored piece by piece; raises `blobs.BlobMissing` if it is gone or altered."""
    with Path(os.devnull).open("wb") as nowhere:
        blobs.copy(organisation_id, sha256, nowhere)
