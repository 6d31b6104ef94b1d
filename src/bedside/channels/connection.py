"""What connecting an account needs: fields to ask for, and answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

_SERVER = re.compile(r"[\w.-]+(:\d+)?")


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


def server_address(typed: str) -> str:
    """
    Return the address of the server that somebody typed, without a path; empty if it is none.

    `social.example`, `https://social.example/about` and `@clinic@social.example` all mean
    `https://social.example`.
    """
    typed = typed.strip().rpartition("@")[2]
    try:
        parts = urlsplit(typed if "://" in typed else f"https://{typed}")
        named = parts.hostname and parts.port != 0
    except ValueError:
        return ""
    if not named or parts.scheme not in {"https", "http"} or not _SERVER.fullmatch(parts.netloc):
        return ""
    return f"{parts.scheme}://{parts.netloc.lower()}"
