"""What connecting an account needs: fields to ask for, and answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class FieldKind(StrEnum):
    """How a field is asked for."""

    TEXT = "text"
    PASSWORD = "password"
    URL = "url"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to ask a person for. `choices` are pairs of value and label."""

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = True
    default: str = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Connected:
    """An account that works; the fields are those of `base.Account`."""

    handle: str
    server: str
    remote_id: str
    secrets: Mapping[str, str] = field(repr=False, default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Begun:
    """
    A sign-in that goes on at the network: send the person to `url`.

    They come back with `state` among the parameters, which must equal this one. `carried` is what
    finishing needs; it holds secrets and belongs into the person's session, encrypted.
    """

    url: str
    state: str = field(repr=False)
    carried: Mapping[str, str] = field(repr=False)
