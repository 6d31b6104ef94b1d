"""What a server says about itself, as settings of an account (see `limits`)."""

from __future__ import annotations

import re

from bedside.channels import untrusted

_MASTODON = re.compile(r"[3-9]\.\d+\.\d+(?!.*compatible)")
"""Versions of Mastodon itself; others write e.g. `2.7.2 (compatible; Pleroma 2.6)`."""

_VIDEOS = ("video/mp4",)
"""What Bedside makes of every video."""

_PICTURES = ("image/jpeg", "image/png", "image/webp")
"""What Bedside sends. An animated GIF becomes a video, which servers go on processing for long."""


def settings_of(instance: object) -> dict[str, str]:
    """
    Return the limits that `/api/v2/instance` (or v1, which nests them alike) tells.

    Servers that are not Mastodon are not trusted to honour `Idempotency-Key`: some ignore it, and
    then a repeat makes a second post.
    """
    statuses = untrusted.reach(instance, "configuration", "statuses")
    media = untrusted.reach(instance, "configuration", "media_attachments")
    told = {
        "text_limit": untrusted.whole(statuses, "max_characters"),
        "link_length": untrusted.whole(statuses, "characters_reserved_per_url"),
        "pictures": untrusted.whole(statuses, "max_media_attachments"),
        "picture_bytes": untrusted.whole(media, "image_size_limit"),
        "video_bytes": untrusted.whole(media, "video_size_limit"),
        "alt_length": untrusted.whole(media, "description_limit"),
    }
    settings = {name: str(value) for name, value in told.items() if value and value > 0}
    formats = untrusted.reach(media, "supported_mime_types")
    if isinstance(formats, list):
        pictures = [mime for mime in _PICTURES if mime in formats]
        videos = [mime for mime in _VIDEOS if mime in formats]
        named = {"formats": " ".join(pictures), "video_formats": " ".join(videos)}
        settings |= named if pictures else {}
    if not _MASTODON.match(untrusted.text(instance, "version")):
        settings["idempotency"] = "none"
    return settings
