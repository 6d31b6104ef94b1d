"""
Facts about networks for everyone: names, limits, what a part would be refused for, what to ask.

Nothing here can send.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from bedside.channels.base import Problem
from bedside.channels.bluesky.connect import FIELDS as BLUESKY_FIELDS
from bedside.channels.limits import MANUAL, limits, rows
from bedside.channels.manual.connect import FIELDS as MANUAL_FIELDS
from bedside.channels.mastodon.connect import FIELDS as MASTODON_FIELDS
from bedside.channels.practice.connect import FIELDS as PRACTICE_FIELDS
from bedside.channels.text import over
from bedside.guard.images.captions import clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bedside.channels.base import Capability, MediaRules, Part, Picture
    from bedside.channels.connection import Field

__all__ = [
    "MANUAL",
    "capability",
    "connect_fields",
    "icon",
    "label",
    "networks",
    "problems",
    "too_heavy",
]

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
    "video/mp4": "MP4",
    "video/quicktime": "MOV",
    "video/webm": "WebM",
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
    found += _of_number(part.pictures, rules, title)
    for number, picture in enumerate(part.pictures, start=1):
        judged = _of_video if picture.is_video else _of_picture
        found += judged(number, picture, rules, title)
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


def _of_number(shown: Sequence[Picture], rules: MediaRules, title: str) -> Iterator[Problem]:
    """Say what is too many: pictures, videos, or one beside the other."""
    videos = sum(picture.is_video for picture in shown)
    if videos and not rules.video_formats:
        yield Problem("pictures", f"{title} takes no videos: take it out, or choose pictures.")
    elif videos and not rules.mixes and len(shown) > 1:
        both = f"{title} takes pictures or a video, not both: take the one or the others out."
        several = f"{title} takes one video: leave one in and take the others out."
        extra = len(shown) - 1
        yield Problem("pictures", several if videos == len(shown) else both, extra)
    elif (extra := len(shown) - rules.pictures) > 0:
        yield Problem("pictures", f"{title} takes at most {rules.pictures} pictures.", extra)


def _of_video(number: int, video: Picture, rules: MediaRules, title: str) -> Iterator[Problem]:
    if rules.video_formats and video.mime not in rules.video_formats:
        takes = _named(rules.video_formats)
        yield Problem("pictures", f"{title} does not take the format of video {number}: {takes}.")
    if rules.video_bytes and (extra := video.size - rules.video_bytes) > 0:
        yield Problem("pictures", f"Video {number} is too heavy; {_heaviest(rules, title)}", extra)
    if rules.video_seconds and (over_by := video.seconds - rules.video_seconds) > 0:
        yield Problem(
            "pictures",
            f"Video {number} lasts {clock(ceil(video.seconds))}; {title} takes"
            f" {clock(rules.video_seconds)}. Cut it, and add it again.",
            ceil(over_by),
        )
    if rules.caption_bytes and (extra := len(video.captions.encode()) - rules.caption_bytes) > 0:
        yield Problem(
            "pictures",
            f"The captions of video {number} are too long; {title} takes"
            f" {rules.caption_bytes:,} bytes. Shorten them in the library.",
            extra,
        )
    if rules.video_alt_length and (extra := len(video.alt) - rules.video_alt_length) > 0:
        yield _description(f"video {number}", rules.video_alt_length, title, extra)


def too_heavy(network: str, size: int, settings: Mapping[str, str] | None = None) -> str:
    """Say that a video of so many bytes is more than a network takes; "" where it is not."""
    known = limits(network, settings).capability
    if not known.media.video_bytes or size <= known.media.video_bytes:
        return ""
    return f"The video is too heavy; {_heaviest(known.media, known.label)}"


def _heaviest(rules: MediaRules, title: str) -> str:
    size = f"{rules.video_bytes / 1_000_000:,.0f} MB"
    return f"{title} takes {size}. Make it shorter or smaller, and add it again."


def _named(formats: frozenset[str]) -> str:
    return ", ".join(name for mime, name in _FORMATS.items() if mime in formats)


def _description(what: str, longest: int, title: str, extra: int) -> Problem:
    return Problem(
        "alt",
        f"The description of {what} is too long; {title} takes {longest:,} characters.",
        extra,
    )


def _of_picture(number: int, picture: Picture, rules: MediaRules, title: str) -> Iterator[Problem]:
    if picture.mime not in rules.formats:
        takes = _named(rules.formats)
        yield Problem("pictures", f"{title} does not take the format of picture {number}: {takes}.")
    if (extra := picture.size - rules.picture_bytes) > 0:
        size = rules.picture_bytes / 1_000_000
        yield Problem(
            "pictures", f"Picture {number} is too heavy; {title} takes {size:.3g} MB.", extra
        )
    if rules.alt_length and (extra := len(picture.alt) - rules.alt_length) > 0:
        yield _description(f"picture {number}", rules.alt_length, title, extra)
