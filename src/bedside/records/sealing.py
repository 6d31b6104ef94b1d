"""
Values that only this installation can read, each bound to the row that it belongs to.

A sealed value is `version (1 byte) || key id (4) || nonce (12) || AES-256-GCM ciphertext and tag`.
The header and `about` are associated data: a value that is copied to another row, or whose key id
is changed, does not open (NIST SP 800-38D). Nonces are random, so one key is good for 2**32 values.

    account.token = seal(b"...", about=f"account:{account.pk}")
    register_sealed("outbox.Account", "token", about=lambda account: f"account:{account.pk}")

Registered fields are sealed anew by the command `rotate_keys`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.apps import apps
from django.db import transaction

from bedside.records.keys import ID_LENGTH, UnknownKey, ring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.models import Model

VERSION = b"\x01"
ID_END = 1 + ID_LENGTH
NONCE_LENGTH = 12
NONCE_END = ID_END + NONCE_LENGTH
TAG_LENGTH = 16


class SealBroken(ValueError):
    """A sealed value does not open: it was changed, cut short, or belongs to another row."""


@dataclass(frozen=True)
class SealedField:
    """A field of sealed values and how `about` is told from its row."""

    model: str
    field: str
    about: Callable[[Any], str]


_registered: dict[tuple[str, str], SealedField] = {}


def seal(plain: bytes, *, about: str) -> bytes:
    """
    Encrypt `plain` under the first sealing key.

    `about` names the row and what it is, e.g. `account:17`; the same is needed to open it.
    """
    key = ring().seals
    header = VERSION + bytes.fromhex(key.id)
    nonce = os.urandom(NONCE_LENGTH)
    return header + nonce + _cipher(key.secret).encrypt(nonce, plain, header + about.encode())


def unseal(sealed: bytes, *, about: str) -> bytes:
    """
    Return what was sealed about this row.

    Raises `SealBroken` for a changed or moved value, `UnknownKey` if the key file lacks its key.
    """
    header, nonce, rest = sealed[:ID_END], sealed[ID_END:NONCE_END], sealed[NONCE_END:]
    if header[:1] != VERSION or len(rest) < TAG_LENGTH:
        raise SealBroken(f"The value about {about} is not a sealed value.")
    key = ring().sealing.get(key_id(sealed))
    if key is None:
        raise UnknownKey("sealing", key_id(sealed))
    try:
        return _cipher(key.secret).decrypt(nonce, rest, header + about.encode())
    except InvalidTag:
        raise SealBroken(f"The value about {about} was changed or moved from elsewhere.") from None


def reseal(sealed: bytes, *, about: str) -> bytes:
    """Return the value under the first sealing key: the same bytes if that is so already."""
    if key_id(sealed) == ring().seals.id:
        return sealed
    return seal(unseal(sealed, about=about), about=about)


def key_id(sealed: bytes) -> str:
    """Return the id of the key that sealed a value."""
    return sealed[1:ID_END].hex()


def register_sealed(model: str, field: str, *, about: Callable[[Any], str]) -> None:
    """
    Name a `BinaryField` of sealed values, from the `ready` of its app.

    `model` is a label such as "outbox.Account"; `about` takes a row and returns what it was sealed
    about. Empty values are left alone.
    """
    _registered[model, field] = SealedField(model, field, about)


def reseal_all(*, batch: int = 200) -> Iterator[tuple[SealedField, int]]:
    """
    Seal every registered value anew, and yield each field with how many values it changed.

    Goes by primary key in transactions of `batch` rows, so that others can write in between;
    a value that changes meanwhile is left as it is. Can be cut off and started again.
    """
    for sealed_field in _registered.values():
        yield sealed_field, sum(_reseal_field(sealed_field, batch))


def _reseal_field(sealed_field: SealedField, batch: int) -> Iterator[int]:
    rest = apps.get_model(sealed_field.model)._default_manager.order_by("pk")
    while rows := list(rest[:batch]):
        with transaction.atomic():
            changed = sum(_reseal_row(sealed_field, row) for row in rows)
        yield changed
        rest = rest.filter(pk__gt=rows[-1].pk)


def _reseal_row(sealed_field: SealedField, row: Model) -> int:
    value = getattr(row, sealed_field.field)
    if not value:
        return 0
    old = bytes(value)
    new = reseal(old, about=sealed_field.about(row))
    if new == old:
        return 0
    same = type(row)._default_manager.filter(pk=row.pk, **{sealed_field.field: old})
    return same.update(**{sealed_field.field: new})


@lru_cache(maxsize=16)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)
