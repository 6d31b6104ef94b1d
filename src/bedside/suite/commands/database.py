"""Copies of the database: SQLite by its own online backup, PostgreSQL by its own tools."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import dj_database_url

from bedside.suite.commands.refusal import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from bedside.suite.commands.installation import Installation


def sqlite_file(installation: Installation) -> Path | None:
    """Return the file of an SQLite database, or None where the database is PostgreSQL."""
    url = os.environ.get("DATABASE_URL")
    if url is None:
        return installation.sqlite
    parsed = dj_database_url.parse(url)
    if parsed["ENGINE"] != "django.db.backends.sqlite3":
        return None
    return installation.data / parsed["NAME"]


def copy_sqlite(source: Path, target: Path) -> None:
    """
    Copy a database that may be in use, as it is at one moment, and check the copy.

    Raises `Refused` where the database is not there or damaged.
    """
    if not source.exists():
        raise Refused(f"There is no database {source}.", "Is this the right data directory?")
    with (
        closing(sqlite3.connect(source, timeout=20)) as live,
        closing(sqlite3.connect(target)) as copy,
    ):
        # In one go: in steps it would begin again after every write, and a heart beats each second.
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        state = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if state != "ok":
        raise Refused("The database is damaged.", "Restore the latest backup that is sound.")


def dump_postgresql(target: Path) -> bool:
    """Write a dump with `pg_dump`. Returns False where that is not installed."""
    if shutil.which("pg_dump") is None:
        return False
    _run(["pg_dump", "--format=custom", "--no-owner", f"--file={target}"])
    return True


def load_postgresql(source: Path) -> bool:
    """Replace the database's content with `pg_restore`. Returns False where it is not installed."""
    if shutil.which("pg_restore") is None:
        return False
    options = ["--clean", "--if-exists", "--no-owner", "--single-transaction"]
    name = dj_database_url.parse(os.environ["DATABASE_URL"])["NAME"]
    _run(["pg_restore", *options, f"--dbname={name}", str(source)])
    return True


def _run(command: list[str]) -> None:
    done = subprocess.run(command, env=os.environ | _connection(), check=False)
    if done.returncode:
        raise Refused(f"{command[0]} did not succeed.", "Its own lines above say why.")


def _connection() -> dict[str, str]:
    """Say where the database is by libpq's variables: others can read a command line."""
    parsed: dict[str, object] = {**dj_database_url.parse(os.environ["DATABASE_URL"])}
    parts = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    known = {name: str(parsed[part]) for name, part in parts.items() if parsed.get(part)}
    return known | {"PGDATABASE": str(parsed["NAME"])}
