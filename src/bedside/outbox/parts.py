"""Turns a delivery's row into what a channel sends, and looks a part's neighbours up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.channels import base as channels
from bedside.outbox import blobs
from bedside.outbox.models import Delivery
from bedside.outbox.states import State

if TYPE_CHECKING:
    from bedside.outbox.payload import PictureRef


def part_of(delivery: Delivery) -> channels.Part:
    """
    Return the part with the bytes of its pictures and the refs that it answers.

    Raises `blobs.BlobMissing` where a picture is gone or altered.
    """
    payload = delivery.content
    root, parent = _answers(delivery)
    return channels.Part(
        text=payload.text,
        key=delivery.key,
        created_at=delivery.first_claimed_at or delivery.due,
        pictures=tuple(_picture(delivery.organisation_id, ref) for ref in payload.pictures),
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


def _picture(organisation_id: int, ref: PictureRef) -> channels.Picture:
    return channels.Picture(
        content=blobs.get(organisation_id, ref.sha256),
        mime=ref.mime,
        alt=ref.alt,
        width=ref.width,
        height=ref.height,
    )
