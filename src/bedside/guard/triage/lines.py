"""Reads messages from JSON, one object a line, and says exactly what is wrong with a bad one."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bedside.guard.lines import BadInput, read_object, string, text_of
from bedside.guard.triage.message import Message

SOURCES = (
    "google",
    "facebook",
    "instagram",
    "x",
    "linkedin",
    "youtube",
    "yelp",
    "bluesky",
    "mastodon",
    "message",
)
"""Where a message may come from; any other name is read like none."""

MOST_STARS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One object of a JSON Lines file: its identifier, whatever that is, and its message."""

    identifier: object
    message: Message


def read_line(raw: bytes) -> Line:
    """Read one line, `{"id", "text", "stars"?, "source"?, "org_type"?}`."""
    record = read_object(raw)
    message = Message(
        text_of(record), _stars(record), string(record, "source"), string(record, "org_type")
    )
    return Line(record.get("id"), message)


def _stars(record: dict[str, object]) -> int | None:
    value = record.get("stars")
    if value is None:
        return None
    if isinstance(value, int | float) and value in range(1, MOST_STARS + 1) and value is not True:
        return int(value)
    raise BadInput(f'"stars" is {json.dumps(value)}; write 1 to {MOST_STARS}, or null.')
