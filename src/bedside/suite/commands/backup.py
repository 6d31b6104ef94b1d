"""`bedside backup`: everything of this installation in one file, while it runs."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bedside.suite.commands import archive, database
from bedside.suite.commands.installation import here
from bedside.suite.commands.parsing import parser
from bedside.suite.commands.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bedside.suite.commands.installation import Installation

NOT_KEPT: Final = frozenset({"prepared", "private", "run.lock", "static"})
"""What is made anew where it is missing, or is there for a moment only."""
BESIDE_A_DATABASE: Final = ("-wal", "-shm", "-journal")


def main(arguments: Sequence[str]) -> int:
    """Write a backup. Returns 0; 1 where the database has to be saved apart."""
    options = parser("backup", "Write database, keys and pictures to one file.")
    options.add_argument("file", type=Path, metavar="FILE", help="the tar file to write")
    options.add_argument("--force", action="store_true", help="replace a file that exists")
    chosen = options.parse_args(arguments)
    target: Path = chosen.file.resolve()
    if target.exists() and not chosen.force:
        raise Refused(f"{target} exists.", "Choose another name, or replace it with --force.")
    installation = here()
    if not installation.data.is_dir():
        raise Refused(f"There is no data directory {installation.data}.", "Name it: --data DIR.")
    with tempfile.TemporaryDirectory(dir=installation.data, prefix=".backup-") as scratch:
        kind, copies = _copies(installation, Path(scratch))
        files = dict(_plain_files(installation)) | copies
        archive.write(target, kind, files)
    print(f"Everything is in {target}: keys and all. Keep it where only you can read it.")
    if kind == "none":
        print("But not the database: pg_dump is not installed here. Run it where it is.")
        return 1
    return 0


def _copies(installation: Installation, scratch: Path) -> tuple[str, dict[str, Path]]:
    """Copy the databases, which may be in use. Returns the main one's kind, and the copies."""
    copies = {}
    if installation.practice.exists():
        copies["practice.sqlite3"] = scratch / "practice"
        database.copy_sqlite(installation.practice, scratch / "practice")
    live = database.sqlite_file(installation)
    if live is not None:
        database.copy_sqlite(live, scratch / "main")
        return "sqlite", copies | {"bedside.sqlite3": scratch / "main"}
    if database.dump_postgresql(scratch / "main"):
        return "postgresql", copies | {"database.pgdump": scratch / "main"}
    return "none", copies


def _plain_files(installation: Installation) -> Iterator[tuple[str, Path]]:
    for path in sorted(installation.data.rglob("*")):
        name = path.relative_to(installation.data)
        hidden = any(part.startswith(".") for part in name.parts)
        database_file = ".sqlite3" in path.name and path.name.endswith(
            (".sqlite3", *BESIDE_A_DATABASE)
        )
        if path.is_symlink() or not path.is_file() or hidden or database_file:
            continue
        if name.parts[0] not in NOT_KEPT and not name.parts[0].startswith("replaced-"):
            yield name.as_posix(), path
