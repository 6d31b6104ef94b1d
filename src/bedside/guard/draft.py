"""What is about to be made public, and all that is known about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from bedside.guard.models.reader import Opinion, read
from bedside.guard.reading import Reading

_HALF_PAIR = re.compile("[\ud800-\udfff]")


class Kind(StrEnum):
    """What a text is going to be; rules differ by kind."""

    POST = "post"
    REPLY = "reply"
    REVIEW_REPLY = "review_reply"
    MESSAGE = "message"
    AD = "ad"
    ALT_TEXT = "alt_text"
    PROFILE = "profile"
    POLICY = "policy"
    REVIEW_REQUEST = "review_request"


@dataclass(frozen=True)
class Organisation:
    """The provider that speaks: its own names, numbers and places are no patient's."""

    name: str = ""
    staff: tuple[str, ...] = ()
    city: str = ""
    phone: str = ""
    places: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A picture that goes out with the text, as far as the text guard must know it."""

    name: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Draft:
    """
    One text to check.

    `reply_to` is the review, comment or message that it answers. `consents` are the full names
    of people whose authorization covers exactly this use; they clear these people and no one else.
    """

    text: str
    kind: Kind = Kind.POST
    reply_to: str | None = None
    org: Organisation = field(default_factory=Organisation)
    consents: tuple[str, ...] = ()
    channel: str | None = None
    pictures: tuple[Picture, ...] = ()

    def __post_init__(self) -> None:
        """Half of a surrogate pair is no character: each becomes U+FFFD, so that offsets hold."""
        if not self.text.isascii():
            whole = _HALF_PAIR.sub("\ufffd", self.text)
            object.__setattr__(self, "text", whole)

    @cached_property
    def reading(self) -> Reading:
        """The analysis of the text that all rules share."""
        return Reading(self.text)

    @cached_property
    def opinion(self) -> Opinion | None:
        """What the model makes of the text; None where there is no model."""
        return read(self)
