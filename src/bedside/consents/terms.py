"""
What an authorization says, and what somebody wants to do by it: plain values, without a database.

The elements are those of 45 CFR 164.508(c); the names are the rule's own where it has one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


class Item(StrEnum):
    """What may be disclosed, 164.508(c)(1)(i)."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    QUOTE = "quote"
    NAME = "name"
    CONDITION = "condition"
    TREATMENT = "treatment"
    OUTCOME = "outcome"
    DATES = "dates"
    LOCATION = "location"
    REVIEW = "review"


IN_PICTURES = frozenset({Item.PHOTO, Item.VIDEO})
IN_WORDS = frozenset(Item) - IN_PICTURES - {Item.VOICE}
"""What a text can tell of somebody: a form without any of these is for pictures and sound only."""


class Shown(StrEnum):
    """How much of the name may be shown."""

    FULL = "full"
    FIRST = "first"
    INITIALS = "initials"
    NONE = "none"


class Purpose(StrEnum):
    """What it is for, 164.508(c)(1)(iv)."""

    COMMUNITY = "community"
    EDUCATION = "education"
    TESTIMONIAL = "testimonial"
    ADVERTISING = "advertising"
    TRAINING = "training"


class Signer(StrEnum):
    """In what capacity somebody signs, 164.508(c)(1)(vi) and 164.502(g)."""

    SELF = "self"
    PARENT = "parent"
    GUARDIAN = "guardian"
    HEALTH_PROXY = "health_proxy"
    EXECUTOR = "executor"
    OTHER = "other"


class Statement(StrEnum):
    """What the form must tell, 164.508(c)(2), and what a network adds to it."""

    RIGHT_TO_REVOKE = "right_to_revoke"
    HOW_TO_REVOKE = "how_to_revoke"
    REVOKE_EXCEPTIONS = "revoke_exceptions"
    NOT_CONDITIONED = "not_conditioned"
    REDISCLOSURE = "redisclosure"
    COPIES_MAY_PERSIST = "copies_may_persist"
    REMUNERATION = "remuneration"


class Remuneration(StrEnum):
    """Whether a third party pays the provider for it, 164.508(a)(3)(ii)."""

    NONE = "none"
    DIRECT = "direct"
    INDIRECT = "indirect"


class Sensitive(StrEnum):
    """Kinds of information that law protects further; each needs initials of its own."""

    HIV = "hiv"
    GENETIC = "genetic"
    MENTAL_HEALTH = "mental_health"
    SUBSTANCE_USE = "substance_use"
    REPRODUCTIVE = "reproductive"
    PSYCHOTHERAPY_NOTES = "psychotherapy_notes"
    """Never a source of posts, 164.508(a)(2)."""


WEBSITE = "website"
PRINT = "print"
"""Places beside the networks that a form can name."""


@dataclass(frozen=True)
class Revoked:
    """What somebody took back: everything, or some networks, or paid use only."""

    at: datetime
    networks: frozenset[str] = frozenset()
    paid_only: bool = False


@dataclass(frozen=True)
class Form:
    """
    A form as it was filled in. Dates are those of the organisation's own calendar.

    `networks` are names of the catalogue, or `website`, `print`. `assets` are perceptual hashes of
    the pictures it is bound to; none means every picture of its items. `adult_on` is the day on
    which a minor comes of age. `statements` are those that were shown. `sensitive` holds the
    initials given for each category that the information touches, "" where there are none.
    """

    staff: bool = False
    information: str = ""
    items: frozenset[Item] = frozenset()
    name_shown: Shown = Shown.NONE
    disclosers: str = ""
    networks: frozenset[str] = frozenset()
    paid: bool = False
    purposes: frozenset[Purpose] = frozenset()
    at_request: bool = False
    assets: frozenset[int] = frozenset()
    expires_on: date | None = None
    expires_event: str = ""
    event_passed: bool = False
    signed_at: datetime | None = None
    signer: Signer = Signer.SELF
    authority: str = ""
    adult_on: date | None = None
    deceased_on: date | None = None
    statements: frozenset[Statement] = frozenset()
    remuneration: Remuneration = Remuneration.NONE
    sensitive: Mapping[Sensitive, str] = field(default_factory=dict)
    copy_given_at: datetime | None = None
    previewed: bool = False
    compound: bool = False
    """Whether it was combined with another permission, 164.508(b)(3)."""
    conditioned: bool = False
    """Whether care was made to depend on it, 164.508(b)(4)."""
    known_false: bool = False
    replaced: bool = False
    retired: bool = False
    """Whether its template was withdrawn before it was signed."""
    substance_use_program: bool = False
    """Whether 42 CFR Part 2 holds for the organisation."""
    unchecked: bool = False
    """Whether it came on paper, and nobody who keeps consents compared it with what was entered."""
    revocations: tuple[Revoked, ...] = ()


@dataclass(frozen=True)
class Use:
    """
    What somebody wants to do: one network, paid or not, for a purpose, with a picture or none.

    `asset` is the picture's perceptual hash. `items` are what would be shown. `name` is how much of
    the name would be. `in_words` says that a text tells of the person, whatever it tells.
    """

    network: str
    paid: bool = False
    purpose: Purpose | None = None
    asset: int | None = None
    items: frozenset[Item] = frozenset()
    name: Shown = Shown.NONE
    in_words: bool = False
