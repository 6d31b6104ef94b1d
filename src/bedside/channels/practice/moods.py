"""What the practice network can be told to do wrong."""

from __future__ import annotations

from enum import StrEnum


class Doing(StrEnum):
    """What a request wants."""

    STAGE = "stage"
    """Upload a picture."""
    SEND = "send"
    """Publish a post or a reply."""
    FIND = "find"
    """Read what is live."""
    DELETE = "delete"
    """Take a post down."""
    RENEW = "renew"
    """Exchange a token."""


class Mood(StrEnum):
    """How the network answers. Each mood may also be slow."""

    SLOW = "slow"
    """Act, then answer late. Adds to any other mood."""
    DOWN = "down"
    """Nobody answers the door: no connection, nothing sent."""
    REFUSE = "refuse"
    """Do not act; say that the post is not wanted (422)."""
    LIMIT = "limit"
    """Do not act; ask for a pause of `seconds` (429)."""
    EXPIRED = "expired"
    """Do not act; say that the token is no longer accepted (401)."""
    FAIL = "fail"
    """Do not act; report a fault (500)."""
    FAIL_AFTER = "fail after acting"
    """Act, then report a fault (500)."""
    CUT = "cut"
    """Act, then drop the line."""
    GARBAGE = "garbage"
    """Act, then answer with a web page."""
    LIE_SENT = "say it is sent"
    """Do not act; say that it is done."""
    LIE_ABSENT = "say it is not there"
    """Say that nothing is there, though it is."""

    @property
    def usual(self) -> Doing | None:
        """What the mood befalls unless told otherwise; None is everything."""
        match self:
            case Mood.SLOW | Mood.DOWN | Mood.EXPIRED:
                return None
            case Mood.LIE_ABSENT:
                return Doing.FIND
            case _:
                return Doing.SEND

    @property
    def acts(self) -> bool:
        """Whether the network does what it was asked before it misbehaves."""
        return self in {Mood.SLOW, Mood.FAIL_AFTER, Mood.CUT, Mood.GARBAGE}
