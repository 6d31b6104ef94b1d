"""What must be right before Django can start: Python, packages, the data directory, its keys."""

from __future__ import annotations

import importlib.util
import json
import os
import platform
import shutil
import stat
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bedside.suite.commands.installation import Installation

SUITE: Final = (
    "allauth", "authlib", "cryptography", "csp", "dj_database_url", "django", "django_htmx",
    "django_tasks", "gunicorn", "httpx", "PIL", "psycopg", "structlog", "whitenoise",
)  # fmt: skip
GROUND: Final = frozenset({"packages", "data directory"})
"""Findings without whose soundness Django cannot even be asked."""
ROOM_NEEDED: Final = 200 * 1024**2
ROOM_WISHED: Final = 1024**3
"""Bytes free on the disk of the data directory."""


class Level(StrEnum):
    """How bad it is. Only what is broken makes `bedside doctor` fail."""

    OK = "ok"
    WARN = "warn"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: its name, how it is, and the cure where it is not well."""

    name: str
    level: Level
    message: str
    cure: str = ""


def findings(installation: Installation) -> Iterator[Finding]:
    """Look at everything that can be looked at without Django."""
    yield _python()
    yield _packages()
    yield _time_zones()
    yield _directory(installation)
    if installation.data.is_dir():
        yield _room(installation)
        yield from _secrets(installation)


def _python() -> Finding:
    # An older one could not have read this file.
    return Finding("python", Level.OK, f"Python {platform.python_version()}.")


def _packages() -> Finding:
    missing = [name for name in SUITE if importlib.util.find_spec(name) is None]
    if missing:
        names = ", ".join(missing)
        return Finding(
            "packages", Level.BROKEN, f"Packages are missing: {names}.", "Install bedside[suite]."
        )
    return Finding("packages", Level.OK, "All packages of the suite are installed.")


def _time_zones() -> Finding:
    try:
        ZoneInfo("America/Chicago")
    except ZoneInfoNotFoundError:
        return Finding(
            "time zones",
            Level.BROKEN,
            "This system has no time zone data, so nothing can be planned in local time.",
            "Install the system's tzdata package, or tzdata with pip.",
        )
    return Finding("time zones", Level.OK, "Time zone data is there.")


def _directory(installation: Installation) -> Finding:
    data = installation.data
    if not data.is_dir():
        return Finding(
            "data directory",
            Level.BROKEN,
            f"There is no data directory {data}.",
            "`bedside run` makes it; --data DIR names another.",
        )
    if not os.access(data, os.R_OK | os.W_OK | os.X_OK):
        return Finding(
            "data directory",
            Level.BROKEN,
            f"{data} cannot be written by this user.",
            "Run as its owner, or give the owner the right to write.",
        )
    if _open_to_others(data):
        return Finding(
            "data directory",
            Level.WARN,
            f"Other users of this machine can see which files are in {data}.",
            f"chmod 700 {data}",
        )
    return Finding("data directory", Level.OK, f"{data} is ours alone.")


def _room(installation: Installation) -> Finding:
    free = shutil.disk_usage(installation.data).free
    message = f"{free / 1024**3:.1f} GB are free on the disk."
    if free < ROOM_WISHED:
        level = Level.BROKEN if free < ROOM_NEEDED else Level.WARN
        return Finding("disk", level, message, "Make room, or move the data directory.")
    return Finding("disk", Level.OK, message)


def _secrets(installation: Installation) -> Iterator[Finding]:
    for name in ("keys.json", "secret_key"):
        file = installation.data / name
        if not file.exists():
            yield Finding(
                "keys",
                Level.WARN,
                f"There is no {name} yet.",
                "It is made on the first start. Where data exists, restore it from a backup.",
            )
        elif not os.access(file, os.R_OK):
            yield Finding("keys", Level.BROKEN, f"{file} cannot be read.", "Run as its owner.")
        elif _open_to_others(file):
            yield Finding(
                "keys", Level.BROKEN, f"Other users can read {file}.", f"chmod 600 {file}"
            )
        elif name.endswith(".json") and not _is_json(file.read_text(encoding="utf-8")):
            yield Finding("keys", Level.BROKEN, f"{file} is damaged.", "Restore it from a backup.")
        else:
            yield Finding("keys", Level.OK, f"{name} is there, for its owner only.")


def _open_to_others(path: Path) -> bool:
    return bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
