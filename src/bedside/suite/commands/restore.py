"""`bedside restore`: puts a backup back, after looking whether it is whole."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bedside.suite.commands import archive, database
from bedside.suite.commands.installation import here, hold
from bedside.suite.commands.parsing import parser
from bedside.suite.commands.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bedside.suite.commands.installation import Installation


def main(arguments: Sequence[str]) -> int:
    """Restore a backup. Returns 0; 1 where the database has to be put back apart."""
    options = parser("restore", "Put a backup back into the data directory.")
    options.add_argument("file", type=Path, metavar="FILE", help="a file of `bedside backup`")
    options.add_argument(
        "--force", action="store_true", help="move aside what the data directory holds now"
    )
    chosen = options.parse_args(arguments)
    installation = here()
    with hold(installation, alone=True, patience=0):
        kept = _contents(installation)
        if kept and not chosen.force:
            raise Refused(
                f"{installation.data} is not empty.",
                "Choose another directory, or have its content moved aside with --force.",
            )
        with tempfile.TemporaryDirectory(dir=installation.data, prefix=".restore-") as scratch:
            manifest = archive.unpack(chosen.file, Path(scratch))
            _same_kind(installation, manifest)
            _replace(installation, kept, Path(scratch) / archive.INSIDE)
        return _put_database_back(installation, manifest)


def _contents(installation: Installation) -> list[Path]:
    """Return what is there already, but for the lock that we hold."""
    return [path for path in sorted(installation.data.iterdir()) if path != installation.lock]


def _same_kind(installation: Installation, manifest: archive.Manifest) -> None:
    """Refuse to put one kind of database where the settings name the other."""
    ours = "postgresql" if database.sqlite_file(installation) is None else "sqlite"
    if manifest.database not in {ours, "none"}:
        raise Refused(
            f"This backup holds a database of {manifest.database}, but ours is {ours}.",
            "Set DATABASE_URL as it was when the backup was made.",
        )


def _replace(installation: Installation, kept: list[Path], unpacked: Path) -> None:
    """Move what was there aside, for somebody to delete by hand, and the backup into place."""
    if kept:
        aside = installation.data / f"replaced-{datetime.now(UTC):%Y%m%d-%H%M%S}"
        aside.mkdir(mode=0o700)
        for path in kept:
            path.rename(aside / path.name)
        print(f"What was here is now in {aside}.")
    for path in unpacked.iterdir():
        path.rename(installation.data / path.name)


def _put_database_back(installation: Installation, manifest: archive.Manifest) -> int:
    dump = installation.data / "database.pgdump"
    if manifest.database == "postgresql" and not database.load_postgresql(dump):
        print(f"Put the database back where pg_restore is installed: {dump}.")
        return 1
    if manifest.database == "none":
        print("This backup holds no database. Put that back with pg_restore.")
        return 1
    if database.sqlite_file(installation) not in {None, installation.sqlite}:
        print(f"Put {installation.sqlite} where DATABASE_URL says.")
        return 1
    dump.unlink(missing_ok=True)
    print(f"The backup of {manifest.made_at} is back in {installation.data}.")
    return 0
