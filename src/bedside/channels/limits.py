"""
What networks allow, from the one dated file `limits.json`.

Each row names where its numbers come from and when they were read. A server that tells its own
limits (Mastodon) is believed over its row: the account's settings then hold what it said.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from bedside.channels.base import Capability, Idempotency, MediaRules, TextLimit, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

MANUAL = "manual"
"""The network of an account that a person posts to; its settings name the real one as `target`."""


@dataclass(frozen=True, slots=True)
class Limits:
    """One row of the file. `also`: further limits on the text; `compose`: where it is typed."""

    capability: Capability
    icon: str
    also: tuple[TextLimit, ...]
    needs_picture: bool
    compose: str


@cache
def rows() -> Mapping[str, Limits]:
    """Return every row by the name of its network, in the order of the file."""
    text = files("bedside.channels").joinpath("limits.json").read_text(encoding="utf-8")
    return {network: _row(network, row) for network, row in json.loads(text).items()}


def limits(network: str, settings: Mapping[str, str] | None = None) -> Limits:
    """
    Return what a network allows an account with these settings.

    Raises KeyError for a network that nobody knows.
    """
    settings = settings or {}
    if network == MANUAL:
        row = rows()[settings.get("target", "facebook")]
        return replace(row, capability=replace(row.capability, network=MANUAL, by_hand=True))
    row = rows()[network]
    return replace(row, capability=_as_told(row.capability, settings))


def _as_told(said: Capability, settings: Mapping[str, str]) -> Capability:
    """Put what the account's own server said in place of what its software usually says."""
    text, media = said.text, said.media
    text = replace(
        text,
        limit=_number(settings, "text_limit", text.limit),
        link_length=text.link_length and _number(settings, "link_length", text.link_length),
    )
    media = replace(
        media,
        pictures=_number(settings, "pictures", media.pictures),
        picture_bytes=_number(settings, "picture_bytes", media.picture_bytes),
        alt_length=_number(settings, "alt_length", media.alt_length),
        formats=_formats(settings, "formats", media.formats),
        video_bytes=_number(settings, "video_bytes", media.video_bytes),
        video_formats=_formats(settings, "video_formats", media.video_formats),
        video_alt_length=_number(settings, "alt_length", media.video_alt_length),
    )
    idempotency = Idempotency(settings.get("idempotency", said.idempotency))
    return replace(said, text=text, media=media, idempotency=idempotency)


def _number(settings: Mapping[str, str], name: str, usual: int) -> int:
    told = settings.get(name, "")
    return int(told) if told.isdecimal() else usual


def _formats(settings: Mapping[str, str], name: str, usual: frozenset[str]) -> frozenset[str]:
    return frozenset(settings[name].split()) if name in settings else usual


def _row(network: str, row: Mapping[str, Any]) -> Limits:
    media = row["media"]
    capability = Capability(
        network=network,
        label=row["label"],
        text=_text(row["text"]),
        media=MediaRules(
            pictures=media["pictures"],
            picture_bytes=media["picture_bytes"],
            formats=frozenset(media["formats"]),
            alt_length=media["alt_length"],
            video_formats=frozenset(media["video_formats"]),
            video_bytes=media["video_bytes"],
            video_seconds=media["video_seconds"],
            video_alt_length=media["video_alt_length"],
            caption_bytes=media["caption_bytes"],
            mixes=media["mixes"],
        ),
        threads=row["threads"],
        first_comment=row["first_comment"],
        delete=row["delete"],
        idempotency=Idempotency(row["idempotency"]),
        by_hand=row["by_hand"],
        source=row["source"],
        as_of=date.fromisoformat(row["as_of"]),
    )
    return Limits(
        capability=capability,
        icon=row["icon"],
        also=tuple(map(_text, row["also"])),
        needs_picture=row["needs_picture"],
        compose=row["compose"],
    )


def _text(row: Mapping[str, Any]) -> TextLimit:
    return TextLimit(row["limit"], Unit(row["unit"]), row["link_length"], row["short_handles"])
