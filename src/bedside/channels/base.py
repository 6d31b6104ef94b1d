"""
What a network is to Bedside: a protocol, a table of abilities, and answers that are values.

Channels are plain functions over an account and a part. They hold no state, read no database,
never sleep and never repeat a call: whoever calls them decides what happens next.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


class Unit(StrEnum):
    """What a network counts when it limits a text."""

    GRAPHEMES = "graphemes"
    CHARACTERS = "characters"
    UTF16 = "utf16"
    BYTES = "bytes"
    WEIGHTED = "weighted"


class Idempotency(StrEnum):
    """What a network does with the same request sent twice."""

    KEYED = "keyed"
    """The same key never makes a second post: repeating is safe."""
    WINDOW = "window"
    """The same key makes no second post for a while, on servers that honour it."""
    NONE = "none"
    """A repeat may make a second post: never repeat unasked."""


class Action(StrEnum):
    """What a delivery does on the network."""

    PUBLISH = "publish"
    REPLY = "reply"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class TextLimit:
    """
    How long a text may be.

    A link counts `link_length` units where the network weighs links; `short_handles`: the server
    part of `@name@server` is not counted.
    """

    limit: int
    unit: Unit
    link_length: int | None = None
    short_handles: bool = False


@dataclass(frozen=True, slots=True)
class MediaRules:
    """
    Which pictures and videos a network takes: how many, how heavy, which formats.

    `alt_length` is how long a description may be, `video_alt_length` that of a video. A number of
    videos that is 0 is not known; without `video_formats` none are taken. Without `mixes` a post
    has pictures or one video.
    """

    pictures: int
    picture_bytes: int
    formats: frozenset[str]
    alt_length: int
    video_formats: frozenset[str] = frozenset()
    video_bytes: int = 0
    video_seconds: int = 0
    video_alt_length: int = 0
    caption_bytes: int = 0
    mixes: bool = False


@dataclass(frozen=True, slots=True)
class Capability:
    """What a network can do, as data: it drives buttons, checks and tests. `as_of` dates it."""

    network: str
    label: str
    text: TextLimit
    media: MediaRules
    threads: bool
    first_comment: bool
    delete: bool
    idempotency: Idempotency
    by_hand: bool
    source: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Picture:
    """
    A picture or a video exactly as it is sent: bytes, their type, and words for who cannot see it.

    Of a video, `captions` are WebVTT and `seconds` its length. `unread` counts bytes that are not
    here, for checks that need no more than their number.
    """

    content: bytes
    mime: str
    alt: str
    width: int
    height: int
    captions: str = ""
    seconds: float = 0.0
    unread: int = 0

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return len(self.content) + self.unread

    @property
    def is_video(self) -> bool:
        """Whether these are moving pictures."""
        return self.mime.startswith("video/")


@dataclass(frozen=True, slots=True)
class Ref:
    """Where something is live: the network's own id, its public address, and its own extras."""

    id: str
    url: str
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """
    One thing to send: a post, or one link of a thread, or a reply.

    `key` is the same for every attempt of this part; networks that can, use it to refuse a second
    copy. `created_at` is fixed when the part is first claimed. `root` and `parent` are set for a
    reply or for a later link of a thread.
    """

    text: str
    key: str
    created_at: datetime
    pictures: tuple[Picture, ...] = ()
    language: str = "en"
    root: Ref | None = None
    parent: Ref | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """A connected account, opened: `secrets` holds its tokens and is never logged."""

    network: str
    handle: str
    server: str
    remote_id: str
    secrets: Mapping[str, str] = field(repr=False, default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a part cannot be sent as it is, found offline. `amount` is how far over."""

    field: str
    message: str
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Staged:
    """What was prepared out of sight, e.g. ids of uploaded pictures. Safe to repeat or to drop."""

    handles: tuple[str, ...] = ()


NOTHING_STAGED = Staged()


@dataclass(frozen=True, slots=True)
class Sent:
    """It is live."""

    ref: Ref


@dataclass(frozen=True, slots=True)
class Refused:
    """The network said no and nothing happened. `reconnect`: the key is no longer accepted."""

    reason: str
    field: str = ""
    reconnect: bool = False


@dataclass(frozen=True, slots=True)
class Wait:
    """
    Nothing happened yet; ask again after this many seconds (busy, limited, not reached).

    `staged` is what was prepared before and need not be again.
    """

    seconds: float
    reason: str
    staged: Staged = NOTHING_STAGED


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may be live or not: the line broke after the request, or the answer made no sense."""

    reason: str


@dataclass(frozen=True, slots=True)
class Absent:
    """The network was read and it is not there."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """It is no longer there (also when it was gone already)."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """Only a person can do it; show them the text, the pictures and this address."""

    address: str


SendAnswer = Sent | Refused | Wait | Unknown | ByHand
StageAnswer = Staged | Refused | Wait
FindAnswer = Sent | Absent | Unknown
DeleteAnswer = Deleted | Refused | Wait | Unknown | ByHand


@dataclass(frozen=True, slots=True)
class Renewed:
    """New secrets after a refresh; the caller stores all of them in one transaction."""

    secrets: Mapping[str, str] = field(repr=False)


class Channel(Protocol):
    """One network. Every method is free of side effects on our side."""

    @property
    def network(self) -> str:
        """The network's name, as in the catalogue."""
        ...

    def capability(self, account: Account | None) -> Capability:
        """Return what the network allows, as the account's own server said it (in settings)."""
        ...

    def check(self, account: Account | None, part: Part) -> list[Problem]:
        """Find, offline, what the network would refuse."""
        ...

    def stage(self, account: Account, part: Part, earlier: Staged = NOTHING_STAGED) -> StageAnswer:
        """
        Do everything that nobody sees: upload pictures, wait for processing. Repeatable.

        `earlier` is what an earlier try of it left with its `Wait`.
        """
        ...

    def send(self, account: Account, part: Part, staged: Staged) -> SendAnswer:
        """Make exactly one request that changes what the world sees."""
        ...

    def find(self, account: Account, part: Part, since: datetime) -> FindAnswer:
        """Read the network to learn whether this part is live."""
        ...

    def delete(self, account: Account, ref: Ref) -> DeleteAnswer:
        """Take something down. Deleting what is gone already is `Deleted`."""
        ...

    def renew(self, account: Account) -> Renewed | Refused | Wait:
        """Exchange the tokens for fresh ones; `Renewed` with the same where they never end."""
        ...
