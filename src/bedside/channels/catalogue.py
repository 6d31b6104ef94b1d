"""
Facts about networks for everyone: names, limits, what a part would be refused for, what to ask.

Nothing here can send.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.channels.base import Problem
from bedside.channels.bluesky.connect import FIELDS as BLUESKY_FIELDS
from bedside.channels.limits import MANUAL, limits, rows
from bedside.channels.manual.connect import FIELDS as MANUAL_FIELDS
from bedside.channels.mastodon.connect import FIELDS as MASTODON_FIELDS
from bedside.channels.practice.connect import FIELDS as PRACTICE_FIELDS
from bedside.channels.text import over

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bedside.channels.base import Capability, MediaRules, Part, Picture
    from bedside.channels.connection import Field

__all__ = ["MANUAL", "capability", "connect_fields", "icon", "label", "networks", "problems"]

_FIELDS = {
    "practice": PRACTICE_FIELDS,
    "bluesky": BLUESKY_FIELDS,
    "mastodon": MASTODON_FIELDS,
}

_FORMATS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WebP",
    "image/gif": "GIF",
}


def networks() -> tuple[str, ...]:
    """Return every network an account can be of, those that Bedside sends to itself first."""
    return tuple(rows())


def capability(network: str, settings: Mapping[str, str] | None = None) -> Capability:
    """
    Return what a network allows an account with these settings.

    `manual` means the network that `settings["target"]` names. Raises KeyError for a network that
    nobody knows.
    """
    return limits(network, settings).capability


def label(network: str, settings: Mapping[str, str] | None = None) -> str:
    """Return what people call the network."""
    return capability(network, settings).label


def icon(network: str, settings: Mapping[str, str] | None = None) -> str:
    """Return the id of the network's sign in icons.svg."""
    return limits(network, settings).icon


def connect_fields(network: str) -> tuple[Field, ...]:
    """Return what to ask a person for to connect an account."""
    return _FIELDS.get(network, MANUAL_FIELDS)


def problems(network: str, part: Part, settings: Mapping[str, str] | None = None) -> list[Problem]:
    """Find, without asking the network, what it would refuse a part for."""
    known = limits(network, settings)
    rules, title = known.capability.media, known.capability.label
    found = list(_of_text(network, part, settings))
    if known.needs_picture and not part.pictures and not part.parent:
        found.append(Problem("pictures", f"{title} takes no post without a picture."))
    if (extra := len(part.pictures) - rules.pictures) > 0:
        found.append(
            Problem("pictures", f"{title} takes at most {rules.pictures} pictures.", extra)
        )
    for number, picture in enumerate(part.pictures, start=1):
        found += _of_picture(number, picture, rules, title)
    return found


def _of_text(network: str, part: Part, settings: Mapping[str, str] | None) -> Iterator[Problem]:
    known = limits(network, settings)
    if not part.text.strip() and not part.pictures:
        yield Problem("text", "There is nothing to post yet.")
    for limit in (known.capability.text, *known.also):
        if extra := over(part.text, limit):
            unit = "byte" if limit.unit == "bytes" else "character"
            yield Problem(
                "text",
                f"{known.capability.label} takes at most {limit.limit:,} {unit}s;"
                f" this is {extra:,} too long.",
                extra,
            )
            return


def _of_picture(number: int, picture: Picture, rules: MediaRules, title: str) -> Iterator[Problem]:
    if picture.mime not in rules.formats:
        takes = ", ".join(name for mime, name in _FORMATS.items() if mime in rules.formats)
        yield Problem("pictures", f"{title} does not take the format of picture {number}: {takes}.")
    if (extra := len(picture.content) - rules.picture_bytes) > 0:
        size = rules.picture_bytes / 1_000_000
        yield Problem(
            "pictures", f"Picture {number} is too heavy; {title} takes {size:.3g} MB.", extra
        )
    if rules.alt_length and (extra := len(picture.alt) - rules.alt_length) > 0:
        yield Problem(
            "alt",
            f"The description of picture {number} is too long;"
            f" {title} takes {rules.alt_length:,} characters.",
            extra,
        )
