"""
The key file of an installation: what seals values, signs entries and signs anchors.

`settings.DATA.keys` is JSON, readable by its owner only:

    {"version": 1,
     "sealing": [{"id": "1f0c9a2b", "key": "<32 bytes, base64>"}, ...],
     "chain":   [{"id": "77d0e1c4", "key": "<32 bytes, base64>"}],
     "anchor":  [{"id": "<fingerprint>", "key": "<Ed25519 seed, 32 bytes, base64>"}]}

The first key of a list makes, every key of it opens or checks. The file is made on first use and
read again when it changes. Whoever loses it loses every sealed value: it belongs in each backup,
and apart from the database.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import tempfile
from base64 import b64decode, b64encode
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from bedside.records.digests import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KEY_LENGTH = 32
ID_LENGTH = 4
VERSION = 1
LISTS = ("sealing", "chain", "anchor")
OPEN_TO_OTHERS = 0o007


class KeyFileError(ImproperlyConfigured):
    """The key file cannot be used; the message says why and what to do."""


class UnknownKey(KeyFileError):
    """Something was made with a key that the key file does not hold."""

    def __init__(self, kind: str, key_id: str) -> None:
        super().__init__(
            f"This was made with {kind} key {key_id}, which {settings.DATA.keys.name} does not "
            "hold. Put back the key file that belongs to this database, from the backup."
        )


@dataclass(frozen=True)
class Key:
    """A secret of 32 bytes and its public name."""

    id: str
    secret: bytes = field(repr=False)


@dataclass(frozen=True)
class AnchorKey(Key):
    """An Ed25519 key; its id is the fingerprint of its public half."""

    @classmethod
    def from_seed(cls, seed: bytes) -> AnchorKey:
        """Make the key of a 32-byte seed."""
        public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
        return cls(fingerprint(public), seed)

    @cached_property
    def private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.secret)

    @property
    def public(self) -> bytes:
        """The 32 raw bytes that anybody may have."""
        return self.private.public_key().public_bytes_raw()


@dataclass(frozen=True)
class KeyRing:
    """All keys by id, in the order of the file: the first of each makes, all open."""

    sealing: Mapping[str, Key]
    chain: Mapping[str, Key]
    anchor: Mapping[str, AnchorKey]

    @property
    def seals(self) -> Key:
        return next(iter(self.sealing.values()))

    @property
    def chains(self) -> Key:
        return next(iter(self.chain.values()))

    @property
    def anchors(self) -> AnchorKey:
        return next(iter(self.anchor.values()))


def ring() -> KeyRing:
    """
    Return the keys of this installation, making the file if there is none.

    Costs one `stat` where the file has not changed. Raises `KeyFileError` with the cure.
    """
    path = settings.DATA.keys
    try:
        state = path.stat()
    except FileNotFoundError:
        _make(path)
        state = path.stat()
    return _read(path, state.st_mode, (state.st_ino, state.st_mtime_ns, state.st_size))


def rotate_sealing_key() -> str:
    """
    Put a new sealing key first and return its id. Older keys stay: they open what they sealed.

    The command `rotate_keys` does this and then seals every value anew.
    """
    ring()
    path = settings.DATA.keys
    with _locked(path.parent):
        written = json.loads(path.read_bytes())
        new = _random_key()
        written["sealing"].insert(0, new)
        _draft(path, written).replace(path)
        _settle(path.parent)
    return new["id"]


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    seed = secrets.token_bytes(KEY_LENGTH)
    draft = _draft(
        path,
        {
            "version": VERSION,
            "sealing": [_random_key()],
            "chain": [_random_key()],
            "anchor": [
                {"id": AnchorKey.from_seed(seed).id, "key": b64encode(seed).decode("ascii")}
            ],
        },
    )
    try:
        # A link fails where another process was first; its keys then count.
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    _settle(path.parent)


def _random_key() -> dict[str, str]:
    secret = b64encode(secrets.token_bytes(KEY_LENGTH)).decode("ascii")
    return {"id": secrets.token_hex(ID_LENGTH), "key": secret}


def _draft(path: Path, content: object) -> Path:
    """Write a whole, private file beside `path`; it is on the disk before it gets its name."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(descriptor)
    return Path(name)


@contextmanager
def _opened(directory: Path) -> Iterator[int]:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def _locked(directory: Path) -> Iterator[None]:
    """Keep other processes from rotating at the same time."""
    with _opened(directory) as descriptor:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield


def _settle(directory: Path) -> None:
    """Bring a new name to the disk: nothing may be sealed with a key that a power cut can take."""
    with _opened(directory) as descriptor:
        os.fsync(descriptor)


@lru_cache(maxsize=4)
def _read(path: Path, mode: int, _stamp: tuple[int, int, int]) -> KeyRing:
    if mode & OPEN_TO_OTHERS:
        raise KeyFileError(f"{path} is open to every user of this machine. Run: chmod 600 {path}")
    try:
        written = json.loads(path.read_bytes())
        if written["version"] != VERSION:
            raise KeyFileError(
                f"{path} has version {written['version']!r}; this Bedside reads {VERSION}. "
                "Upgrade Bedside."
            )
        sealing, chain, anchor = (
            [(str(each["id"]), _secret(each["key"])) for each in written[name]] for name in LISTS
        )
        found = KeyRing(
            sealing={name: Key(name, secret) for name, secret in sealing},
            chain={name: Key(name, secret) for name, secret in chain},
            anchor={name: AnchorKey(name, secret) for name, secret in anchor},
        )
        _check(found)
    except (ValueError, KeyError, TypeError) as error:
        raise KeyFileError(
            f"{path} is not a whole key file ({type(error).__name__}). Put it back from the "
            "backup; do not delete it, or everything that it sealed is lost."
        ) from None
    return found


def _secret(text: str) -> bytes:
    secret = b64decode(text, validate=True)
    if len(secret) != KEY_LENGTH:
        raise ValueError("a key of another length")
    return secret


def _check(found: KeyRing) -> None:
    if not (found.sealing and found.chain and found.anchor):
        raise ValueError("an empty list of keys")
    if any(len(bytes.fromhex(name)) != ID_LENGTH for name in found.sealing):
        raise ValueError("a sealing key under another name")
    if any(name != AnchorKey.from_seed(key.secret).id for name, key in found.anchor.items()):
        raise ValueError("an anchor key under another name")
