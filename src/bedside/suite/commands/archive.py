"""
A backup: one tar file, its first member a list of all others with their SHA-256.

    manifest.json              {"bedside", "made_at", "database", "files": {name: sha256}}
    data/bedside.sqlite3       a consistent copy, or data/database.pgdump
    data/keys.json, data/secret_key, data/practice.sqlite3, data/media/...

It holds keys and everything that people wrote: whoever has it has all of it.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

import bedside
from bedside.suite.commands.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MANIFEST: Final = "manifest.json"
INSIDE: Final = "data"
NEWER: Final = "Take another backup, or the version of Bedside that made this one."


@dataclass(frozen=True)
class Manifest:
    """What a backup says about itself. `database` is `sqlite`, `postgresql` or `none`."""

    database: str
    files: Mapping[str, str]
    bedside: str = bedside.__version__
    made_at: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))


def write(target: Path, database: str, files: Mapping[str, Path]) -> None:
    """
    Write files, by their name inside, to `target`: wholly or not at all, for its owner only.

    Raises `Refused` where it cannot be written.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            with tarfile.open(fileobj=out, mode="w") as tar:
                _add(tar, database, files)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(target)
    except OSError as error:
        raise Refused(
            f"{target} cannot be written: {error.strerror}.", "Choose another place for it."
        ) from None
    finally:
        draft.unlink(missing_ok=True)


def _add(tar: tarfile.TarFile, database: str, files: Mapping[str, Path]) -> None:
    sums = {name: _sum(path) for name, path in files.items()}
    body = json.dumps(asdict(Manifest(database, sums)), indent=1).encode()
    about = tarfile.TarInfo(MANIFEST)
    about.size, about.mode = len(body), 0o600
    tar.addfile(about, io.BytesIO(body))
    for name, path in files.items():
        tar.add(path, f"{INSIDE}/{name}", recursive=False)


def unpack(source: Path, into: Path) -> Manifest:
    """
    Check a backup and unpack it below `into`, where nothing is yet.

    Raises `Refused` where it is no backup, is damaged or incomplete, or would write elsewhere.
    """
    try:
        with tarfile.open(source) as tar:
            manifest = _manifest(tar)
            tar.extractall(into, members=list(_expected(tar, manifest)), filter="data")
    except (OSError, tarfile.TarError, EOFError) as error:
        reason = getattr(error, "strerror", None) or "it is no tar file, or was cut short"
        raise Refused(f"{source} cannot be read: {reason}.", "Take another backup.") from None
    for name, expected in manifest.files.items():
        path = into / INSIDE / name
        if not path.is_file() or _sum(path) != expected:
            raise Refused(f"{source} is damaged: {name}.", "Take another backup.")
    return manifest


def _manifest(tar: tarfile.TarFile) -> Manifest:
    first = tar.next()
    content = tar.extractfile(first) if first is not None and first.name == MANIFEST else None
    if content is None:
        raise Refused("This is no backup of Bedside.", "Make one with `bedside backup FILE`.")
    try:
        return Manifest(**json.load(content))
    except (ValueError, TypeError):
        raise Refused("This backup is of a form not known here.", NEWER) from None


def _expected(tar: tarfile.TarFile, manifest: Manifest) -> Iterator[tarfile.TarInfo]:
    """Only plain files that the manifest lists; anything else makes the backup a strange one."""
    for member in tar.getmembers()[1:]:
        path = PurePosixPath(member.name)
        listed = path.parts[:1] == (INSIDE,) and str(path.relative_to(INSIDE)) in manifest.files
        if not listed or not member.isfile() or ".." in path.parts:
            raise Refused(f"This backup holds something strange: {member.name}.", NEWER)
        yield member


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
